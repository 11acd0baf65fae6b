import { execFileSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { findFreePort } from '../../database/embedded/ports';
import { readJavaPid, startApplication } from '../support/application';
import { createEmptyDataDir, createLoadedDataDir, readTestConnection } from '../support/database';

jest.setTimeout(300_000);

const NPM_START = ['scripts/start.mjs'];

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'maillage-refusals-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** What a person reads when the application does not start: exactly one line, and an exit code that is not 0. */
async function refusal(env: Record<string, string | undefined>, script?: string[]): Promise<string> {
  const application = startApplication(
    { MAILLAGE_DATA_DIR: join(folder, 'none'), LOG_LEVEL: 'silent', ...env },
    script,
  );
  const code = await application.exited;
  expect(code).toBe(1);
  const lines = application.output().trim().split('\n');
  // A step that lasted may have been named before.
  expect(lines.filter((line) => !line.endsWith('…'))).toHaveLength(1);
  return lines.at(-1) ?? '';
}

async function hold(port: number): Promise<Server> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return server;
}

/** A folder of the few programs given, to stand for the whole PATH. */
async function createPath(name: string, programs: Record<string, string>): Promise<string> {
  const path = join(folder, name);
  await mkdir(path, { recursive: true });
  for (const [program, target] of Object.entries(programs)) await symlink(target, join(path, program));
  return path;
}

function which(program: string): string {
  return execFileSync('which', [program], { encoding: 'utf8' }).trim();
}

async function createJava(name: string, version: string): Promise<string> {
  const home = join(folder, name);
  await mkdir(join(home, 'bin'), { recursive: true });
  await writeFile(join(home, 'bin', 'java'), `#!/bin/sh\necho 'openjdk version "${version}"' >&2\n`);
  await chmod(join(home, 'bin', 'java'), 0o755);
  return home;
}

describe.each([
  ['npm start', NPM_START],
  ['the server alone', undefined],
])('%s', (_, script) => {
  test('no Java', async () => {
    expect(await refusal({ JAVA_HOME: join(folder, 'nowhere') }, script)).toMatch(
      /^Java was not found: install Java 17/,
    );
  });

  test('Java too old, of the old and of the new numbering', async () => {
    const eleven = await createJava('java11', '11.0.2');
    expect(await refusal({ JAVA_HOME: eleven }, script)).toMatch(
      /^Java 11\.0\.2 is too old: install Java 17/,
    );
    const eight = await createJava('java8', '1.8.0_402');
    expect(await refusal({ JAVA_HOME: eight }, script)).toMatch(/^Java 1\.8\.0_402 is too old/);
  });

  test('no Maven, when the jars are not there yet', async () => {
    const name = script ? 'path-start' : 'path-server';
    const path = await createPath(name, { java: which('java'), sh: '/bin/sh', node: process.execPath });
    const env = { PATH: path, JAVA_HOME: undefined };
    expect(await refusal(env, script)).toMatch(/^Maven was not found: install Maven/);
  });

  test('port taken', async () => {
    const port = await findFreePort();
    const holder = await hold(port);
    expect(await refusal({ PORT: String(port) }, script)).toBe(
      `Port ${port} is already taken: stop the program that holds it, or choose another, for example PORT=${port + 1} npm start.`,
    );
    holder.close();
  });
});

test('in French where the terminal is French', async () => {
  const env = {
    JAVA_HOME: join(folder, 'nowhere'),
    LC_ALL: undefined,
    LC_MESSAGES: undefined,
    LANG: 'fr_FR.UTF-8',
  };
  for (const script of [NPM_START, undefined]) {
    expect(await refusal(env, script)).toMatch(/^Java est introuvable : installez Java 17/);
  }
});

test('every wrong variable at once, and no secret repeated', async () => {
  const sentence = await refusal({
    PORT: 'four thousand',
    LOG_LEVEL: 'loud',
    NEO4J_URI: 'http://example.org',
    MAILLAGE_WRITE_TOKEN: 'too-short',
  });
  for (const name of ['PORT', 'LOG_LEVEL', 'NEO4J_URI', 'MAILLAGE_WRITE_TOKEN', 'NEO4J_PASSWORD']) {
    expect(sentence).toContain(name);
  }
  expect(sentence).not.toContain('too-short');
});

test('the port asked for the database is taken', async () => {
  const dataDir = join(folder, 'bolt');
  await createLoadedDataDir(dataDir);
  const port = await findFreePort();
  const holder = await hold(port);
  const sentence = await refusal({ MAILLAGE_DATA_DIR: dataDir, BOLT_PORT: String(port) });
  expect(sentence).toMatch(new RegExp(`^Port ${port}, asked for the database, is already taken`));
  holder.close();
});

test('the folder is in use by another instance', async () => {
  const dataDir = join(folder, 'shared');
  await createLoadedDataDir(dataDir);
  const first = startApplication({ MAILLAGE_DATA_DIR: dataDir });
  await first.ready();
  expect(await refusal({ MAILLAGE_DATA_DIR: dataDir })).toBe(
    `The folder ${dataDir} is in use by another Maillage (process ${first.pid}): stop it, or choose another folder with MAILLAGE_DATA_DIR.`,
  );
  first.kill('SIGTERM');
  expect(await first.exited).toBe(0);
});

test('the folder cannot be written', async () => {
  const file = join(folder, 'file');
  await writeFile(file, '');
  expect(await refusal({ MAILLAGE_DATA_DIR: join(file, 'data') })).toMatch(/cannot be written \(ENOTDIR\)/);
});

test('the password of the database is lost', async () => {
  const dataDir = join(folder, 'lost');
  await createLoadedDataDir(dataDir);
  await rm(join(dataDir, 'password'));
  expect(await refusal({ MAILLAGE_DATA_DIR: dataDir })).toMatch(/restore that file, or move the folder/);
  await writeFile(join(dataDir, 'password'), 'another-password');
  expect(await refusal({ MAILLAGE_DATA_DIR: dataDir })).toMatch(/no longer matches its data/);
});

test('the disk is full, seen before the start', async () => {
  const disk = join(folder, 'disk');
  await mkdir(disk);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=20m', 'tmpfs', disk], { stdio: 'ignore' });
  } catch {
    console.warn('Skipped: this user may not mount a small disk.');
    return;
  }
  try {
    const dataDir = join(disk, 'data');
    expect(await refusal({ MAILLAGE_DATA_DIR: dataDir })).toMatch(
      new RegExp(`^The disk of ${dataDir} is full \\(\\d+ MB free, 600 MB needed\\): make room`),
    );
  } finally {
    execFileSync('umount', [disk]);
  }
});

describe('an existing Neo4j', () => {
  test('that does not answer', async () => {
    const port = await findFreePort();
    const uri = `bolt://127.0.0.1:${port}`;
    const sentence = await refusal({ NEO4J_URI: uri, NEO4J_PASSWORD: 'any' });
    expect(sentence).toBe(`No Neo4j answers at ${uri}: start it or correct NEO4J_URI, then start again.`);
  });

  test('that refuses the password', async () => {
    const { uri } = readTestConnection();
    expect(await refusal({ NEO4J_URI: uri, NEO4J_PASSWORD: 'wrong' })).toMatch(
      /refuses the connection .*correct NEO4J_USER, NEO4J_PASSWORD and NEO4J_DATABASE/,
    );
  });

  test.each(['bolt', 'neo4j'])('that answers %s:// is used in place of the embedded one', async (scheme) => {
    const { uri, user, password, database } = readTestConnection();
    const dataDir = join(folder, `unused-${scheme}`);
    const application = startApplication({
      MAILLAGE_DATA_DIR: dataDir,
      JAVA_HOME: '/nowhere',
      NEO4J_URI: uri.replace('bolt', scheme),
      NEO4J_USER: user,
      NEO4J_PASSWORD: password,
      NEO4J_DATABASE: database,
    });
    const url = await application.ready();
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
    expect(readJavaPid(dataDir)).toBeUndefined();
    application.kill('SIGTERM');
    expect(await application.exited).toBe(0);
  });
});

test('an empty folder becomes a database without Maven once the jars are there', async () => {
  const dataDir = join(folder, 'fresh');
  await createEmptyDataDir(dataDir);
  const path = `${dirname(process.execPath)}:/bin`;
  const java = dirname(dirname(execFileSync('readlink', ['-f', which('java')], { encoding: 'utf8' }).trim()));
  const application = startApplication({ MAILLAGE_DATA_DIR: dataDir, PATH: path, JAVA_HOME: java });
  const url = await application.ready();
  expect((await fetch(`${url}/readyz`)).status).toBe(200);
  application.kill('SIGTERM');
  expect(await application.exited).toBe(0);
});
