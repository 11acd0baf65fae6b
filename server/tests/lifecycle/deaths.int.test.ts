import { mkdtemp, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isAlive } from '../../database/embedded/processes';
import {
  type Application,
  openDatabaseOf,
  readJavaPid,
  startApplication,
  until,
  untilGone,
} from '../support/application';
import { createLoadedDataDir } from '../support/database';

jest.setTimeout(300_000);

let folder: string;
let dataDir: string;
const started: Application[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'maillage-deaths-'));
  dataDir = join(folder, 'data');
  await createLoadedDataDir(dataDir);
});

afterAll(async () => {
  for (const application of started) application.kill('SIGKILL');
  const java = readJavaPid(dataDir);
  if (java) await untilGone(java);
  await rm(folder, { recursive: true, force: true });
});

async function start(): Promise<{ application: Application; url: string; java: number }> {
  const application = startApplication({ MAILLAGE_DATA_DIR: dataDir });
  started.push(application);
  const url = await application.ready();
  return { application, url, java: readJavaPid(dataDir) ?? 0 };
}

async function ask(url: string): Promise<{ body: string }> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ competences(limit: 1) { id } }' }),
  });
  return { body: await response.text() };
}

async function write(name: string): Promise<void> {
  const database = openDatabaseOf(dataDir);
  await database.driver.executeQuery('CREATE (:LifecycleMark {name: $name})', { name });
  await database.close();
}

async function readMarks(): Promise<string[]> {
  const database = openDatabaseOf(dataDir);
  const { records } = await database.driver.executeQuery('MATCH (n:LifecycleMark) RETURN n.name AS name');
  await database.close();
  return records.map((record) => record.get('name') as string).sort();
}

/** A request whose body is still to come: the application is in the middle of it. */
function beginRequest(url: string): { finish: () => Promise<{ status: number; body: string }> } {
  const body = JSON.stringify({ query: '{ competences(limit: 1) { id } }' });
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
  const pending = request(`${url}/graphql`, { method: 'POST', headers });
  const answer = new Promise<{ status: number; body: string }>((resolve, reject) => {
    pending.once('error', reject);
    pending.once('response', (response) => {
      let text = '';
      response.on('data', (chunk) => (text += chunk));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body: text }));
    });
  });
  answer.catch(() => undefined);
  pending.write(body.slice(0, 10));
  return {
    finish: () => {
      pending.end(body.slice(10));
      return answer;
    },
  };
}

async function isRefused(url: string): Promise<boolean> {
  return fetch(`${url}/healthz`).then(
    () => false,
    () => true,
  );
}

test('told to stop, it answers what is under way, refuses the rest, and leaves no Java', async () => {
  const { application, url, java } = await start();
  expect((await ask(url)).body).toContain('"id"');
  const underWay = beginRequest(url);
  await until('the request has arrived', async () => (await fetch(`${url}/healthz`)).ok);
  application.kill('SIGTERM');
  await until('new requests are refused', () => isRefused(url));
  expect(isAlive(application.pid)).toBe(true);
  const answer = await underWay.finish();
  expect(answer.status).toBe(200);
  expect(answer.body).toContain('"id"');
  expect(await application.exited).toBe(0);
  expect(isAlive(java)).toBe(false);
  expect(readJavaPid(dataDir)).toBeUndefined();
});

test('the database killed, the API says so, then recovers by itself with every acknowledged write', async () => {
  const { application, url, java } = await start();
  await write('before the database died');
  process.kill(java, 'SIGKILL');
  await untilGone(java);
  const away = await ask(url);
  expect(away.body).toContain('DATABASE_UNAVAILABLE');
  expect((await fetch(`${url}/readyz`)).status).toBe(503);
  expect((await fetch(`${url}/healthz`)).status).toBe(200);
  await until('the API is back', async () => (await fetch(`${url}/readyz`)).ok);
  expect((await ask(url)).body).toContain('"id"');
  expect(await readMarks()).toContain('before the database died');
  expect(readJavaPid(dataDir)).not.toBe(java);

  const second = readJavaPid(dataDir) ?? 0;
  process.kill(second, 'SIGKILL');
  await untilGone(second);
  await until('the API is back again', async () => (await fetch(`${url}/readyz`)).ok);
  application.kill('SIGTERM');
  expect(await application.exited).toBe(0);
});

test('the server killed, Java ends by itself and the next start has every acknowledged write', async () => {
  const { application, java } = await start();
  await write('before the server died');
  application.kill('SIGKILL');
  await application.exited;
  await untilGone(java);

  const next = await start();
  expect(await readMarks()).toContain('before the server died');
  next.application.kill('SIGINT');
  expect(await next.application.exited).toBe(0);
});

test('the server killed and started at once, the start waits for the old Java to end', async () => {
  const { application, java } = await start();
  await write('just before');
  application.kill('SIGKILL');
  await application.exited;
  const next = await start();
  expect(isAlive(java)).toBe(false);
  expect(await readMarks()).toContain('just before');
  next.application.kill('SIGTERM');
  expect(await next.application.exited).toBe(0);
});

test('told to stop while it starts, it leaves no Java', async () => {
  const application = startApplication({ MAILLAGE_DATA_DIR: dataDir });
  started.push(application);
  await until('Java runs', () => readJavaPid(dataDir) !== undefined);
  const java = readJavaPid(dataDir) ?? 0;
  application.kill('SIGTERM');
  await application.exited;
  await untilGone(java);
});
