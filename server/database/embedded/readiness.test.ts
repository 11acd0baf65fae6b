import { appendFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { explainFailure, followLog, PortLost, readLastWords } from './readiness';

const place = { dataDir: '/d', home: '/d/neo4j', port: 7687, heapMb: 512 };

test.each([
  ['java.io.IOException: No space left on device', 'diskFull'],
  [
    'Caused by: org.neo4j.kernel.internal.locker.FileLockException: Lock file has been locked by another process: /d/neo4j/data/databases/store_lock',
    'folderLocked',
  ],
  ['Error: Could not reserve enough space for 524288KB object heap', 'databaseMemory'],
  ['java.lang.UnsupportedClassVersionError: org/neo4j/server/CommunityEntryPoint', 'javaTooOld'],
  ['INFO Starting...\nERROR Failed to start Neo4j: anything else\nINFO Stopped.', 'databaseFailed'],
  ['', 'databaseFailed'],
])('%s → %s', (text, code) => {
  expect(explainFailure(text, place)).toMatchObject({ code });
});

test('a port that was taken in between is tried again, not reported', () => {
  expect(explainFailure('java.net.BindException: Address already in use', place)).toBeInstanceOf(PortLost);
});

test('the cause is the last error printed, and where to read the rest is said', () => {
  const failure = explainFailure('ERROR first\nERROR Failed to start Neo4j: why\nINFO Stopped.', place);
  expect(failure.message).toContain('(ERROR Failed to start Neo4j: why)');
  expect(failure.message).toContain('/d/neo4j/logs');
});

test('a Java killed before it could print anything is told by its signal', () => {
  const failure = explainFailure('\n', place, { code: null, signal: 'SIGKILL' });
  expect(failure.message).toContain('(Java: SIGKILL)');
});

test('without a terminal the cause is read in the log, of the last start only', async () => {
  const home = await mkdtemp(join(tmpdir(), 'maillage-words-'));
  await mkdir(join(home, 'logs'));
  await writeFile(join(home, 'logs', 'console.log'), '\n');
  const old = 'INFO  Starting...\nERROR No space left on device\n';
  const last = 'INFO  Starting...\nERROR Failed to start\nCaused by: PortBindException: 7687\n';
  await writeFile(join(home, 'logs', 'neo4j.log'), old + last);
  expect(explainFailure(await readLastWords(home), place)).toBeInstanceOf(PortLost);
  await writeFile(join(home, 'logs', 'console.log'), 'Error: Could not reserve enough space\n');
  expect(explainFailure(await readLastWords(home), place)).toMatchObject({ code: 'databaseMemory' });
  await rm(home, { recursive: true });
});

test('that our own database listens is read in what it says of this start, not of earlier ones', async () => {
  const home = await mkdtemp(join(tmpdir(), 'maillage-follows-'));
  const log = join(home, 'logs', 'neo4j.log');
  const early = await followLog(home);
  expect(await early()).toBe(false);
  await mkdir(join(home, 'logs'));
  await writeFile(log, 'INFO  Starting...\nINFO  Bolt enabled on localhost:7687.\n');
  expect(await early()).toBe(true);
  const listens = await followLog(home);
  expect(await listens()).toBe(false);
  await appendFile(log, 'INFO  Starting...\n');
  expect(await listens()).toBe(false);
  await appendFile(log, 'INFO  Bolt enabled on localhost:7688.\n');
  expect(await listens()).toBe(true);
  await writeFile(log, 'INFO  Bolt enabled\n');
  expect(await listens()).toBe(true);
  await rm(home, { recursive: true });
});
