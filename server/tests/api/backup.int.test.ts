import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { createDatabase, type Database } from '../../database/driver';
import type { Embedded } from '../../database/embedded/startEmbedded';
import { BackupError, backUp, restore } from '../../exchange/backup';
import { summariseGraph } from '../../graph/dumpGraph';
import { startDatabaseIn, openTestDatabase } from '../support/database';

jest.setTimeout(180_000);

let folder: string;
let file: string;
let full: Database;
let fresh: Embedded;
let database: Database;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'maillage-backup-'));
  file = join(folder, 'graph.backup.gz');
  full = openTestDatabase();
  fresh = await startDatabaseIn(join(folder, 'data'));
  database = createDatabase(fresh.connection);
});
afterAll(async () => {
  await full.close();
  await database.close();
  await fresh.stop();
  await rm(folder, { recursive: true, force: true });
});

describe('a backup', () => {
  it('restored into a fresh database gives the same graph, by counts and checksum', async () => {
    const saved = await backUp(full, file, '2026-01-01T00:00:00.000Z');
    expect(saved.nodes).toBeGreaterThan(5000);
    const restored = await restore(database, file);
    expect(restored).toEqual(saved);
    const count =
      'MATCH (a:Actor) WITH count(a) AS actors MATCH (s:Source) RETURN actors, min(s.retrieved) AS first';
    const read = async (one: Database) =>
      (await one.driver.executeQuery(count, {}, { database: one.name })).records[0]!.toObject();
    expect(await read(database)).toEqual(await read(full));
  });

  it('is not put into a database that holds something', async () => {
    await expect(restore(database, file)).rejects.toThrow('not empty');
  });

  it('tells a graph from one in which a single property differs', async () => {
    const before = await summariseGraph(database);
    await database.driver.executeQuery("MATCH (a:Actor {id: 'iemn'}) SET a.name = a.name + ' '", {});
    const after = await summariseGraph(database);
    expect(after).toMatchObject({ nodes: before.nodes, relationships: before.relationships });
    expect(after.checksum).not.toBe(before.checksum);
  });

  it('that is cut short, changed or no backup is refused before anything is written', async () => {
    const session = database.driver.session();
    await session.run('MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 2000 ROWS');
    await session.close();
    const bytes = await readFile(file);
    const lines = gunzipSync(bytes).toString().split('\n');
    const cases = {
      'cut.gz': bytes.subarray(0, bytes.length / 2),
      'no-end.gz': gzipSync(lines.slice(0, 100).join('\n')),
      'missing-line.gz': gzipSync(lines.filter((_, index) => index !== 7).join('\n')),
      'other.gz': gzipSync('{"hello":1}\n'),
      'text.gz': Buffer.from('not compressed'),
    };
    for (const [name, content] of Object.entries(cases)) {
      await writeFile(join(folder, name), content);
      await expect(restore(database, join(folder, name))).rejects.toThrow(BackupError);
    }
    expect(await summariseGraph(database)).toMatchObject({ nodes: 0, relationships: 0 });
  });
});
