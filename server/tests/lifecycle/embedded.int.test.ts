import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDatabase } from '../../database/driver';
import { isAlive } from '../../database/embedded/processes';
import { type Embedded, startEmbedded } from '../../database/embedded/startEmbedded';
import { readRows } from '../../database/readRows';
import { z } from 'zod';
import { startApplication, openDatabaseOf, readJavaPid, until, untilGone } from '../support/application';
import { createLoadedDataDir, JARS_DIR } from '../support/database';

jest.setTimeout(300_000);

let folder: string;
const running: Embedded[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'maillage-embedded-'));
});

afterEach(async () => {
  for (const embedded of running.splice(0)) await embedded.stop();
});

afterAll(() => rm(folder, { recursive: true, force: true }));

async function start(name: string): Promise<Embedded> {
  const embedded = await startEmbedded({ dataDir: join(folder, name), jarsDir: JARS_DIR, profile: 'test' });
  running.push(embedded);
  return embedded;
}

function portOf(embedded: Embedded): number {
  return Number(new URL(embedded.connection.uri).port);
}

function canConnect(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 1000 });
    const settle = (open: boolean) => {
      socket.destroy();
      resolve(open);
    };
    socket.once('connect', () => settle(true));
    socket.once('error', () => settle(false));
    socket.once('timeout', () => settle(false));
  });
}

test('two copies started at once run side by side, each on its own port, reachable from this machine only', async () => {
  // Both find the usual port free, and one loses it to the other.
  const [first, second] = await Promise.all([start('one'), start('two')]);
  expect(portOf(first)).not.toBe(portOf(second));
  expect(await canConnect('127.0.0.1', portOf(second))).toBe(true);
  const outside = Object.values(networkInterfaces())
    .flat()
    .filter((address) => address !== undefined && !address.internal && address.family === 'IPv4');
  for (const address of outside) expect(await canConnect(address!.address, portOf(second))).toBe(false);
});

test('the password is random, readable by its owner only, and not on a command line', async () => {
  const embedded = await start('one');
  const { password } = embedded.connection;
  expect(password).toMatch(/^[\w-]{32}$/);
  const file = join(folder, 'one', 'password');
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect((await readFile(file, 'utf8')).trim()).toBe(password);
  expect(execFileSync('ps', ['-ww', '-axo', 'command='], { encoding: 'utf8' })).not.toContain(password);
  const intruder = createDatabase({ ...embedded.connection, password: 'not-the-password' });
  await expect(intruder.verify()).rejects.toMatchObject({ code: 'Neo.ClientError.Security.Unauthorized' });
  await intruder.close();
});

test('a password that begins with a dash is a password, not an option', async () => {
  await mkdir(join(folder, 'dash'));
  await writeFile(join(folder, 'dash', 'password'), '-abcdefghijklmnopqrstuvwxyz01234');
  const embedded = await start('dash');
  expect(embedded.connection.password).toBe('-abcdefghijklmnopqrstuvwxyz01234');
});

test('a query reaches no file outside of the import folder', async () => {
  const embedded = await start('one');
  const database = createDatabase(embedded.connection);
  const read = (url: string) =>
    readRows(
      database,
      `LOAD CSV FROM '${url}' AS row RETURN row LIMIT 1`,
      {},
      z.object({ row: z.unknown() }),
    );
  await expect(read('file:///etc/hostname')).rejects.toThrow();
  await expect(read('file:///../../password')).rejects.toThrow();
  await database.close();
});

test('a folder in use is refused, in a sentence that names its holder', async () => {
  await start('one');
  await expect(start('one')).rejects.toMatchObject({
    code: 'folderLocked',
    message: expect.stringContaining(`process ${process.pid}`),
  });
});

test('without supervision, the owner is told that Java ended, and stop still frees the folder', async () => {
  const embedded = await start('one');
  const told = new Promise<void>((resolve) => embedded.onExit(resolve));
  process.kill(embedded.javaPid, 'SIGKILL');
  await told;
  await embedded.stop();
  await (await start('one')).stop();
});

test('the watchdog killed, another takes its place', async () => {
  const embedded = await start('one');
  const first = embedded.watchdogPid ?? 0;
  process.kill(first, 'SIGKILL');
  await until('another watchdog', () => embedded.watchdogPid !== first && isAlive(embedded.watchdogPid ?? 0));
  expect(isAlive(embedded.javaPid)).toBe(true);
});

describe('the owner dies', () => {
  let dataDir: string;
  beforeAll(async () => {
    dataDir = join(folder, 'owned');
    await createLoadedDataDir(dataDir);
  });

  function watchdogOf(java: number): number {
    const lines = execFileSync('ps', ['-ww', '-axo', 'pid=,command='], { encoding: 'utf8' }).split('\n');
    const line = lines.find((text) => text.includes(`maillage-watchdog ${java} `));
    return Number(line?.trim().split(' ')[0]);
  }

  test('after its watchdog was replaced: Java ends all the same', async () => {
    const application = startApplication({ MAILLAGE_DATA_DIR: dataDir });
    await application.ready();
    const java = readJavaPid(dataDir) ?? 0;
    const first = watchdogOf(java);
    process.kill(first, 'SIGKILL');
    await until('another watchdog', () => watchdogOf(java) > 0 && watchdogOf(java) !== first);
    application.kill('SIGKILL');
    await untilGone(java);
    await until('no watchdog is left', () => Number.isNaN(watchdogOf(java)));
  });

  test('in the same instant as its watchdog: the next start stops the Java that was left, and loses nothing', async () => {
    const application = startApplication({ MAILLAGE_DATA_DIR: dataDir });
    await application.ready();
    const java = readJavaPid(dataDir) ?? 0;
    const database = openDatabaseOf(dataDir);
    await database.driver.executeQuery("CREATE (:LifecycleMark {name: 'kept'})");
    await database.close();
    process.kill(application.pid, 'SIGSTOP');
    process.kill(watchdogOf(java), 'SIGKILL');
    application.kill('SIGKILL');
    await application.exited;
    expect(isAlive(java)).toBe(true);

    const next = startApplication({ MAILLAGE_DATA_DIR: dataDir });
    await next.ready();
    expect(isAlive(java)).toBe(false);
    const again = openDatabaseOf(dataDir);
    const rows = await readRows(
      again,
      'MATCH (n:LifecycleMark) RETURN n.name AS name',
      {},
      z.object({ name: z.string() }),
    );
    await again.close();
    expect(rows).toEqual([{ name: 'kept' }]);
    next.kill('SIGTERM');
    expect(await next.exited).toBe(0);
  });
});
