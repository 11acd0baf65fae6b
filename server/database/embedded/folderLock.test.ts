import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lockFolder } from './folderLock';
import { parseMajor } from './java';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'maillage-lock-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('one holder at a time, and nothing is left after it', async () => {
  const lock = await lockFolder(folder);
  await expect(lockFolder(folder)).rejects.toMatchObject({
    code: 'folderLocked',
    values: { pid: process.pid },
  });
  await lock.release();
  await lock.release();
  expect(await readdir(folder)).toEqual([]);
  await (await lockFolder(folder)).release();
});

test.each<[string, (path: string) => Promise<void>]>([
  ['a dead process', (path) => writeFile(path, JSON.stringify({ pid: deadPid(), start: '1', token: 'a' }))],
  [
    'another process that got the same number',
    (path) => writeFile(path, JSON.stringify({ pid: process.ppid, start: 'long ago', token: 'a' })),
  ],
  ['a file cut short', (path) => writeFile(path, '{"pid":')],
])('the mark of %s holds nothing', async (_, leave) => {
  await leave(join(folder, 'owner.json'));
  const lock = await lockFolder(folder);
  await lock.release();
  expect(await readdir(folder)).toEqual([]);
});

test('of many that come at once to a stale mark, exactly one gets it', async () => {
  await writeFile(join(folder, 'owner.json'), JSON.stringify({ pid: deadPid(), start: '1', token: 'a' }));
  const results = await Promise.allSettled(Array.from({ length: 20 }, () => lockFolder(folder)));
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(await readdir(folder)).toEqual(['owner.json']);
});

test('one that died while it replaced a stale mark blocks nobody', async () => {
  await writeFile(join(folder, 'owner.json'), JSON.stringify({ pid: deadPid(), start: '1', token: 'a' }));
  await writeFile(join(folder, 'owner.json.a'), JSON.stringify({ pid: deadPid(), start: '1', token: 'b' }));
  const lock = await lockFolder(folder);
  expect(await readdir(folder)).toEqual(['owner.json']);
  await lock.release();
});

test.each([
  ['1.8.0_402', 8],
  ['11.0.2', 11],
  ['17.0.15', 17],
  ['21-ea', 21],
  ['25', 25],
])('Java %s is of release %d', (version, major) => {
  expect(parseMajor(version)).toBe(major);
});

function deadPid(): number {
  return spawnSync('true').pid;
}
