import { randomUUID } from 'node:crypto';
import { link, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { StartFailure } from '../../startup';
import { writeWhole } from './home';
import { isAlive, readStartMark } from './processes';

const ownerSchema = z.object({
  pid: z.number().int(),
  start: z.string(),
  token: z.string().regex(/^[\w-]+$/),
});
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
    const holder = await take(path, owner, draft);
    if (holder) throw new StartFailure('folderLocked', { folder, pid: holder.pid });
  } finally {
    await rm(draft, { force: true });
  }
  return { release: () => release(path, owner) };
}

/**
 * Puts the owner's mark at the path, unless a living process holds it: that one is returned.
 * A dead holder's mark is replaced by whoever holds the claim to that very mark, itself taken in this way: without it, one could
 * replace the mark of another that came first.
 */
async function take(path: string, owner: Owner, draft: string): Promise<Owner | undefined> {
  for (;;) {
    // A hard link appears whole or not at all, and fails when the name is taken.
    if (await tryLink(draft, path)) return undefined;
    const stale = await readOwner(path);
    if (stale === 'missing') continue;
    if (stale !== 'broken' && isHolding(stale)) return stale;
    const claim = `${path}.${tokenOf(stale)}`;
    if (await take(claim, owner, draft)) {
      await sleep(CLAIM_POLL);
      continue;
    }
    try {
      if (tokenOf(await readOwner(path)) !== tokenOf(stale)) continue;
      await writeWhole(path, JSON.stringify(owner));
      return undefined;
    } finally {
      await release(claim, owner);
    }
  }
}

/** While another replaces a dead holder's mark, in milliseconds. */
const CLAIM_POLL = 5;

async function release(path: string, owner: Owner): Promise<void> {
  if (tokenOf(await readOwner(path)) === owner.token) await rm(path, { force: true });
}

function tokenOf(mark: Owner | 'missing' | 'broken'): string {
  return typeof mark === 'string' ? mark : mark.token;
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

async function readOwner(path: string): Promise<Owner | 'missing' | 'broken'> {
  try {
    return ownerSchema.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'missing' : 'broken';
  }
}
