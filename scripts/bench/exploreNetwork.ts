import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createApp } from '../../server/app';
import type { Database } from '../../server/database/driver';
import {
  computeMeasure,
  networkMeasures,
  type MeasureQuestion,
} from '../../server/analysis/network/descriptors';
import type { ActorNetwork } from '../../server/analysis/network/actorNetwork';
import { generatedActorNetwork, generateNetwork } from '../../server/analysis/network/generateNetwork';
import { readRegion } from '../../server/graph/readRegion';
import { toActorNetwork } from '../../server/graphql/analysis/synergies.rows';
import { createSynergiesThread } from '../../server/graphql/analysis/synergiesThread';
import { createLogger } from '../../server/logger';
import { ask } from './application';
import { printFigure, quantile } from './exploreFigures';

/** What people ask of the API while a long computation goes on. */
const USUAL = `query ($id: ID!, $text: String!) {
  actorsByIds(ids: [$id]) { id name competences(limit: 20) { id labelFr } themes(limit: 20) { id } }
  search(text: $text, limit: 12) { id label }
}`;
const CALM_READS = 400;

/** Every measure with its defaults; the few parameters without one are given a value. */
function questionsFor({ actorIds }: ActorNetwork): MeasureQuestion[] {
  const values: Record<string, MeasureQuestion['values']> = {
    shortestPaths: { from: actorIds[0]!, to: actorIds.at(-1)! },
    networkChange: { before: '2010', after: '2020' },
  };
  return networkMeasures.map(({ id }) => ({ measure: id, values: values[id] ?? {} }));
}

/** Every measure on the region that is loaded, on a network that no measure has seen; median of nine. */
export async function measureRegion(database: Database): Promise<void> {
  const network = toActorNetwork(await readRegion(database));
  const questions = questionsFor(network);
  const times: number[] = [];
  for (let round = 0; round < 12; round += 1) {
    const fresh = { ...network, graph: { ...network.graph } };
    const begin = performance.now();
    for (const question of questions) computeMeasure(fresh, question);
    if (round >= 3) times.push(performance.now() - begin);
  }
  const { nodeCount, edgeCount } = network.graph;
  const more = `${questions.length} measures, ${nodeCount} actors, ${edgeCount} tied pairs`;
  printFigure('synergies of the region, all measures', quantile(times, 0.5), 300, more);
}

/**
 * Every measure on a generated network of 60,000 actors and 500,000 ties, in a thread of the process that answers the API, and
 * what the API becomes meanwhile.
 */
export async function measureCountry(database: Database): Promise<void> {
  const { app, stop } = await createApp({
    config: { rateLimit: 1_000_000, trustProxy: 0, frameAncestors: [] },
    database,
    logger: createLogger('warn'),
    clientFolder: join(__dirname, 'none'),
  });
  const server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  try {
    await compareAnswers(url);
  } finally {
    server.close();
    server.closeAllConnections();
    await stop();
  }
}

async function compareAnswers(url: string): Promise<void> {
  const network = generatedActorNetwork(generateNetwork({ actorCount: 60_000, tieCount: 500_000, seed: 1 }));
  const thread = createSynergiesThread();
  thread.load(network);
  await thread.compute({ measure: 'cohesion' });
  const { actors } = await ask<{ actors: { id: string; name: string }[] }>(
    url,
    '{ actors(limit: 100) { id name } }',
  );
  const read = async (place: number): Promise<number> => {
    const { id, name } = actors[place % actors.length]!;
    const begin = performance.now();
    await ask(url, USUAL, { id, text: name });
    return performance.now() - begin;
  };
  for (let place = 0; place < 100; place += 1) await read(place);
  const calm: number[] = [];
  for (let place = 0; place < CALM_READS; place += 1) calm.push(await read(place));
  const p95 = quantile(calm, 0.95);
  const meanwhile = async (work: Promise<unknown>, what: string, most: number | null): Promise<void> => {
    const { seconds, busy } = await readDuring(work, read);
    printFigure(what, seconds, most);
    const more = `${busy.length} reads; alone ${p95.toFixed(1)} ms`;
    printFigure(
      'API p95 meanwhile, at most doubled',
      quantile(busy, 0.95),
      Number((2 * p95).toFixed(1)),
      more,
    );
  };
  const all = '60,000 actors and 500,000 ties, all measures in a thread';
  await meanwhile(computeAll(thread, network), all, 10_000);
  await meanwhile(waitForDraws(thread), 'the other draws of the stability, up to 50, afterwards', null);
  await thread.stop();
}

/** Reads, one after the other, as long as something is under way. */
async function readDuring(
  work: Promise<unknown>,
  read: (place: number) => Promise<number>,
): Promise<{ seconds: number; busy: number[] }> {
  const busy: number[] = [];
  const begin = performance.now();
  let isDone = false;
  const ended = work.finally(() => (isDone = true));
  while (!isDone) busy.push(await read(busy.length));
  await ended;
  return { seconds: performance.now() - begin, busy };
}

/** Asks again as the page does, until every draw is made. */
async function waitForDraws(thread: ReturnType<typeof createSynergiesThread>): Promise<void> {
  while ((await thread.compute({ measure: 'communityStability' })).isPartial) await sleep(3000);
}

async function computeAll(
  thread: ReturnType<typeof createSynergiesThread>,
  network: ActorNetwork,
): Promise<void> {
  for (const question of questionsFor(network)) await thread.compute(question);
}
