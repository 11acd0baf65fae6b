import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import type { Database } from '../database/driver';
import {
  dumpGraph,
  restoreGraph,
  summariseGraph,
  type DumpLine,
  type GraphContent,
} from '../graph/dumpGraph';

/** Version of the format of backups. */
const FORMAT = 1;

/** A backup cannot be read or does not hold what it says. */
export class BackupError extends Error {
  override readonly name = 'BackupError';
}

interface Head {
  maillage: number;
  at: string;
}

/**
 * Writes the whole graph, every node, relationship and property with its type, into one compressed file: lines of JSON, a
 * head, and a foot with counts and a checksum. Read in one transaction. The file appears whole under its name or not at all.
 *
 * @param file - path; replaced when it exists
 * @param at - ISO instant
 * @returns what was written
 */
export async function backUp(database: Database, file: string, at: string): Promise<GraphContent> {
  const draft = `${file}.${process.pid}.part`;
  const zip = createGzip({ level: 6 });
  const writing = pipeline(zip, createWriteStream(draft, { mode: 0o600 }));
  writing.catch(() => undefined);
  const write = async (line: unknown) => {
    if (!zip.write(`${JSON.stringify(line)}\n`)) await Promise.race([once(zip, 'drain'), writing]);
  };
  try {
    await write({ maillage: FORMAT, at } satisfies Head);
    const content = await dumpGraph(database, write);
    await write({ end: content });
    zip.end();
    await writing;
    await rename(draft, file);
    return content;
  } catch (error) {
    zip.destroy();
    await rm(draft, { force: true });
    throw error;
  }
}

/**
 * Puts a backup into an empty database, then compares what the database holds with what the backup says. The file is read to its
 * end before anything is written; when putting it in fails, the database is emptied again.
 *
 * @returns what the database holds
 * @throws BackupError when the file is no backup, is cut short or broken, the database is not empty, or holds something else
 *   than the backup once it is restored
 */
export async function restore(database: Database, file: string): Promise<GraphContent> {
  const before = await summariseGraph(database);
  if (before.nodes > 0) throw new BackupError(`The database is not empty: it holds ${before.nodes} nodes.`);
  const promised = await readWhole(file);
  await restoreGraph(database, linesOf(file));
  const found = await summariseGraph(database);
  if (found.checksum !== promised.checksum)
    throw new BackupError(
      `The database holds ${found.nodes} nodes and ${found.relationships} relationships; the backup says ${promised.nodes} and ${promised.relationships}, or other values.`,
    );
  return found;
}

/** Reads a backup to its end before anything is written: it must be whole. */
async function readWhole(file: string): Promise<GraphContent> {
  let nodes = 0;
  let relationships = 0;
  let end: GraphContent | undefined;
  for await (const line of rawLines(file)) {
    if (typeof line !== 'object' || line === null) throw new BackupError('This file is not a backup.');
    if ('n' in line) nodes += 1;
    if ('r' in line) relationships += 1;
    if ('end' in line) end = (line as { end: GraphContent }).end;
  }
  if (end === undefined) throw new BackupError('This backup is cut short.');
  if (end.nodes !== nodes || end.relationships !== relationships)
    throw new BackupError('This backup does not hold what it says.');
  return end;
}

async function* linesOf(file: string): AsyncGenerator<DumpLine> {
  for await (const line of rawLines(file)) if ('n' in line || 'r' in line) yield line as DumpLine;
}

async function* rawLines(file: string): AsyncGenerator<object> {
  const unzipped = createGunzip();
  const reading = pipeline(createReadStream(file), unzipped);
  let fault: unknown;
  reading.catch((error: unknown) => (fault = error));
  let isFirst = true;
  try {
    for await (const text of createInterface({ input: unzipped, crlfDelay: Infinity })) {
      const line = JSON.parse(text) as object;
      if (isFirst && (line as Partial<Head>).maillage !== FORMAT)
        throw new BackupError('This file is not a backup.');
      isFirst = false;
      yield line;
    }
    await reading;
  } catch (error) {
    if (error instanceof BackupError) throw error;
    throw new BackupError('This file is not a backup, or is broken.', { cause: fault ?? error });
  }
}
