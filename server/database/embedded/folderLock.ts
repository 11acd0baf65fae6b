import { randomUUID } from 'node:crypto';
import { link, readFile, rename, rm, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { StartFailure } from '../../startup';
import { isAlive, readStartMark } from './processes';

const ownerSchema = z.object({ pid: z.number().int(), start: z.string(), token: z.string() });
type Owner = z.infer<typeof ownerSchema>;

/** Holds a folder until `release`; a holder that died without releasing holds nothing. */
export interface FolderLock {
  release(): Promise<void>;
}

/**
 * Takes the folder for this process. The lock is a file that names its holder, so that it outlives neither the process nor
 * a power cut: it counts only while that very process (number and start) runs.
 * @throws StartFailure `folderLocked` when a living process, this one included, holds it.
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  const path = join(folder, 'owner.json');
  const owner: Owner = { pid: process.pid, start: readStartMark(process.pid) ?? '', token: randomUUID() };
  const draft = `${path}.${owner.token}`;
  await writeFile(draft, JSON.stringify(owner), { mode: 0o600 });
  try {
    for (;;) {
      // A hard link appears whole or not at all, and fails when the name is taken.
      if (await tryLink(draft, path)) break;
      const holder = await readOwner(path);
      if (holder && isHolding(holder)) throw new StartFailure('folderLocked', { folder, pid: holder.pid });
      await removeStale(path, holder);
    }
  } finally {
    await rm(draft, { force: true });
  }
  return {
    async release() {
      if ((await readOwner(path))?.token === owner.token) await rm(path, { force: true });
    },
  };
}

function isHolding(owner: Owner): boolean {
  return isAlive(owner.pid) && readStartMark(owner.pid) === owner.start;
}

async function tryLink(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

async function readOwner(path: string): Promise<Owner | undefined> {
  try {
    return ownerSchema.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch {
    return undefined;
  }
}

/** Moves the dead holder's file away; gives it back when another start replaced it in the meantime. */
async function removeStale(path: string, holder: Owner | undefined): Promise<void> {
  const aside = `${path}.${randomUUID()}`;
  try {
    await rename(path, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  const moved = await readOwner(aside);
  if (moved && moved.token !== holder?.token) await tryLink(aside, path);
  await unlink(aside);
}
