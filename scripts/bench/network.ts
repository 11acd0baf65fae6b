/**
 * How right and how fast the measures of the network are: `npm run bench network`. The benchmark graph is read from the folder named by
 * `MAILLAGE_BENCHMARKS` or `--benchmarks`, and left out with a notice where there is none.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { createGraph } from '../../server/analysis/graph';
import type { ActorNetwork } from '../../server/analysis/network/actorNetwork';
import { betweenness } from '../../server/analysis/network/betweenness';
import { communities } from '../../server/analysis/network/communities';
import {
  computeMeasure,
  networkMeasures,
  type MeasureQuestion,
} from '../../server/analysis/network/descriptors';
import { generatedActorNetwork, generateNetwork } from '../../server/analysis/network/generateNetwork';
import { normalisedMutualInformation } from '../../server/analysis/network/normalisedMutualInformation';
import { compactPartition } from '../../server/analysis/network/partition';
import { createSynergiesThread } from '../../server/graphql/analysis/synergiesThread';

function print(what: string, found: string, wanted: string, reference = ''): void {
  process.stdout.write(`${what.padEnd(52)} ${found.padStart(20)}   ${wanted.padEnd(12)} ${reference}\n`);
}

interface Start {
  time: number;
  cpu: NodeJS.CpuUsage;
}

const start = (): Start => ({ time: performance.now(), cpu: process.cpuUsage() });

/** Time on the clock and, as other programs may share the machine, time on the processor (all threads). */
function elapsed({ time, cpu }: Start): string {
  const used = process.cpuUsage(cpu);
  return `${Math.round(performance.now() - time)} ms (${Math.round((used.user + used.system) / 1000)})`;
}

/** Prints every figure beside what it is asked to be and what other programs reach. */
export async function run(): Promise<void> {
  print('', 'found (processor)', 'wanted', 'elsewhere');
  benchmarkGraph();
  region();
  await country();
}

function benchmarkFolder(): string {
  const { values } = parseArgs({
    options: { benchmarks: { type: 'string' } },
    strict: false,
    allowPositionals: true,
  });
  return join(String(values.benchmarks ?? process.env['MAILLAGE_BENCHMARKS'] ?? ''), 'communities');
}

function benchmarkGraph(): void {
  const file = join(benchmarkFolder(), 'lfr-10000-mu03');
  if (!existsSync(`${file}.edges.gz`)) {
    process.stdout.write('LFR graph left out: MAILLAGE_BENCHMARKS names no folder that has it\n');
    return;
  }
  const lines = (name: string): string[] => gunzipSync(readFileSync(name)).toString().trim().split('\n');
  const planted = compactPartition(lines(`${file}.truth.gz`).map(Number));
  const edges = lines(`${file}.edges.gz`).map((line) => {
    const [source, target] = line.split(' ').map(Number);
    return { source: source!, target: target! };
  });
  const graph = createGraph(planted.membership.length, edges);
  let since = start();
  const found = communities(graph);
  print('LFR: time of communities', elapsed(since), '< 3000 ms', 'igraph Infomap 350 ms');
  const agreement = normalisedMutualInformation(found, planted).toFixed(4);
  print('LFR: agreement with the planted communities', agreement, '>= 0.98', 'Infomap 0.9999, Leiden 0.908');
  since = start();
  betweenness(graph);
  print(
    'LFR: exact betweenness',
    elapsed(since),
    '< 15000 ms',
    'igraph 13-15 s, NetworKit 26 s on 2 threads',
  );
}

/** Every measure with its defaults, where it has some. */
function questions({ actorIds }: ActorNetwork): MeasureQuestion[] {
  const values: Record<string, MeasureQuestion['values']> = {
    shortestPaths: { from: actorIds[0]!, to: actorIds.at(-1)! },
    networkChange: { before: '2010', after: '2020' },
  };
  return networkMeasures.map(({ id }) => ({ measure: id, values: values[id] ?? {} }));
}

function region(): void {
  const network = generatedActorNetwork(generateNetwork({ actorCount: 600, tieCount: 1500, seed: 1 }));
  for (const question of questions(network)) computeMeasure(network, question);
  const again = { ...network, graph: { ...network.graph } };
  const since = start();
  for (const question of questions(again)) computeMeasure(again, question);
  print('Region (600 actors, 1,500 ties): all measures', elapsed(since), '< 300 ms');
}

async function country(): Promise<void> {
  let since = start();
  const generated = generateNetwork({ actorCount: 60_000, tieCount: 500_000, seed: 1 });
  print('Country (60,000 actors, 500,000 ties): drawing', elapsed(since), '');
  since = start();
  const network = generatedActorNetwork(generated);
  print('Country: projection', elapsed(since), '');
  const thread = createSynergiesThread();
  since = start();
  thread.load(network);
  await thread.compute({ measure: 'cohesion' });
  print('Country: start and load of the thread', elapsed(since), '');
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const first = start();
  for (const question of questions(network)) {
    since = start();
    await thread.compute(question);
    print(`Country: ${question.measure}`, elapsed(since), '');
  }
  print('Country: all measures in the thread', elapsed(first), '< 10000 ms');
  delay.disable();
  const late = `${(delay.percentile(95) / 1e6 - 1).toFixed(1)} ms`;
  print('Country: wait of the main thread meanwhile, p95', late, 'a few ms');
  await thread.stop();
}
