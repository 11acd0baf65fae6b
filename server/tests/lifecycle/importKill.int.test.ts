import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Application, readJavaPid, startApplication, until, untilGone } from '../support/application';
import { createLoadedDataDir } from '../support/database';
import { writeToken } from '../support/exchange';

jest.setTimeout(300_000);

const ACTORS = 4000;
let folder: string;
let dataDir: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'maillage-import-kill-'));
  dataDir = join(folder, 'data');
  await createLoadedDataDir(dataDir);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

let running: Application | undefined;
const start = (): Application =>
  (running = startApplication({
    MAILLAGE_DATA_DIR: dataDir,
    MAILLAGE_WRITE_TOKEN: writeToken,
    RATE_LIMIT: '100000',
  }));

/** Ends what a test left running, database included. */
afterEach(async () => {
  const java = readJavaPid(dataDir);
  running?.kill('SIGKILL');
  await running?.exited;
  if (java !== undefined) await untilGone(java);
});

const headers = { authorization: `Bearer ${writeToken}` };

interface Job {
  state: string;
  digest: string | null;
  done: number;
}

async function ask<T>(url: string, query: string): Promise<T> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  return ((await response.json()) as { data: T }).data;
}

/** Where an import stands; asks again while the database, just started, does not answer yet. */
async function jobOf(url: string, id: string): Promise<Job> {
  let job: Job | null = null;
  await until('the import is told', async () => {
    const asked = `{ importJob(id: "${id}") { state digest done } }`;
    job = (await ask<{ importJob: Job | null } | null>(url, asked))?.importJob ?? null;
    return job !== null && (job as Job).state !== 'UNSURE';
  });
  return job!;
}

async function countOf(url: string, turn: number): Promise<number> {
  const response = await fetch(`${url}/export/actors.csv`);
  expect(response.status).toBe(200);
  const lines = (await response.text()).split('\n');
  return lines.filter((line) => line.startsWith(`k${turn}-`)).length;
}

const fileOf = (turn: number) =>
  `id,family,name,summaryFr\n${Array.from(
    { length: ACTORS },
    (_, index) => `k${turn}-${index},MUSEUM,Musée imaginaire ${turn} ${index},${'texte '.repeat(20)}`,
  ).join('\n')}\n`;

/** Sends a file and begins to write it; resolves when the first rows are written, which nobody else sees yet. */
async function beginImport(url: string, turn: number): Promise<string> {
  const sent = await fetch(`${url}/import?name=k${turn}.csv&sheet=actors`, {
    method: 'POST',
    headers,
    body: fileOf(turn),
  });
  const { id } = (await sent.json()) as { id: string };
  await until('the file is checked', async () => (await jobOf(url, id)).state === 'CHECKED');
  const { digest } = await jobOf(url, id);
  await ask(
    url,
    `mutation { applyImport(id: "${id}", digest: "${digest}", skipRejected: false, by: "") { id } }`,
  );
  await until('rows are written', async () => {
    const { state, done } = await jobOf(url, id);
    return done > 0 || state === 'APPLIED';
  });
  return id;
}

// The server is killed sooner or later while it writes; the last time, about when it commits.
it.each([
  [1, 0],
  [2, 400],
  [3, 1500],
])(
  'the death of the server while it imports leaves all or nothing, and the next one says which (%d: after %d ms)',
  async (turn, milliseconds) => {
    const application = start();
    const id = await beginImport(await application.ready(), turn);
    await sleep(milliseconds);
    const java = readJavaPid(dataDir) ?? 0;
    application.kill('SIGKILL');
    await application.exited;
    await untilGone(java);

    const next = start();
    const url = await next.ready();
    const { state } = await jobOf(url, id);
    const count = await countOf(url, turn);
    next.kill('SIGTERM');
    await next.exited;
    expect(['APPLIED', 'NOTHING_WRITTEN']).toContain(state);
    expect(count).toBe(state === 'APPLIED' ? ACTORS : 0);
  },
);
