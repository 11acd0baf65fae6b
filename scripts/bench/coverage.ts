/**
 * How right and how fast coverage is: `npm run bench coverage`. Options: `--seed FOLDER` (the seeds), `--python PROGRAM` (one that has PySAL access; the
 * comparison is left out with a notice where it is missing), `--url ADDRESS` (an application that runs, for the answer over HTTP; one is started when absent).
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import {
  accessibility,
  DEFAULT_COVERAGE,
  toOrigins,
  type CoverageParameters,
  type CoverageScene,
} from '../../server/analysis/coverage/accessibility';
import { aggregate } from '../../server/analysis/coverage/aggregate';
import { quantileClasses } from '../../server/analysis/coverage/classify';
import { toCoverSets } from '../../server/analysis/coverage/coverSets';
import { ALL_AGES, UNDER_25 } from '../../server/analysis/coverage/demand';
import { densityClasses } from '../../server/analysis/coverage/density';
import { sensitivity } from '../../server/analysis/coverage/sensitivity';
import { bestPlace, maximalCovering } from '../../server/analysis/coverage/siting';
import { sitingCurve } from '../../server/analysis/coverage/sitingCurve';
import { travelTimes } from '../../server/analysis/coverage/travel';
import { whatIf } from '../../server/analysis/coverage/whatIf';
import { timeHttp } from './coverageHttp';
import { comparePysal, generateVenues, readCoverageSeeds, type CoverageSeeds } from './coverageFigures';

const EPCI = { level: 'EPCI' as const, region: '32' };
const GAUSSIAN_60: CoverageParameters = {
  ...DEFAULT_COVERAGE,
  catchmentMinutes: 60,
  decay: { kind: 'GAUSSIAN', sigma: 15 },
};

function print(what: string, found: string, wanted = '', elsewhere = ''): void {
  process.stdout.write(`${what.padEnd(58)} ${found.padStart(24)}   ${wanted.padEnd(12)} ${elsewhere}\n`);
}

interface Start {
  time: number;
  cpu: NodeJS.CpuUsage;
}

const start = (): Start => ({ time: performance.now(), cpu: process.cpuUsage() });

/** Milliseconds on the clock and, as other programs may share the machine, on the processor. */
function elapsed({ time: since, cpu }: Start): { clock: number; processor: number } {
  const used = process.cpuUsage(cpu);
  return { clock: performance.now() - since, processor: (used.user + used.system) / 1000 };
}

/** Median times of several runs, after one that warms the compiler. */
function time(runs: number, work: () => unknown): string {
  work();
  const laps = Array.from({ length: runs }, () => {
    const since = start();
    work();
    return elapsed(since);
  });
  const median = (values: number[]) => values.sort((a, b) => a - b)[runs >> 1]!.toFixed(0);
  return `${median(laps.map(({ clock }) => clock))} ms (${median(laps.map(({ processor }) => processor))})`;
}

/** Prints every figure beside what it is asked to be. */
export async function run(argv: readonly string[] = process.argv.slice(2)): Promise<void> {
  const { values } = parseArgs({
    args: [...argv],
    options: { seed: { type: 'string' }, python: { type: 'string' }, url: { type: 'string' } },
    strict: false,
    allowPositionals: true,
  });
  const seeds = readCoverageSeeds(String(values.seed ?? join(__dirname, '../../seeds')));
  const python = String(values.python ?? 'python3');
  print('', 'found (processor)', 'wanted', 'elsewhere');
  region(seeds, python);
  country(seeds, python);
  await siting(seeds);
  await http(values.url === undefined ? undefined : String(values.url));
}

/** The whole answer of the page's question over HTTP, every commune in it. */
async function http(url: string | undefined): Promise<void> {
  const { first, again, size, communes } = await timeHttp(url);
  const told = (laps: number[]) =>
    `${laps[laps.length >> 1]!.toFixed(0)} ms (worst ${laps.at(-1)!.toFixed(0)})`;
  const what = `http: all ${communes} communes, whole answer`;
  print(`${what}, new catchment`, told(first), '', `${(size / 1e6).toFixed(1)} MB of JSON`);
  print(`${what}, asked again`, told(again));
}

function region(seeds: CoverageSeeds, python: string): void {
  const { region: communes, actors: points, peopleOf } = seeds;
  const weights = points.map(() => 1);
  print('region: communes, supply points', `${communes.length}, ${points.length}`);
  const scenes: [string, CoverageScene][] = [
    [
      '30 min in steps, all',
      { communes, points, weights, people: peopleOf(communes, ALL_AGES), parameters: DEFAULT_COVERAGE },
    ],
    [
      '60 min Gaussian, young',
      { communes, points, weights, people: peopleOf(communes, UNDER_25), parameters: GAUSSIAN_60 },
    ],
  ];
  for (const [name, scene] of scenes) {
    const answer = () => {
      const { access } = accessibility(scene);
      return [aggregate(communes, scene.people, access, EPCI), quantileClasses(access, 5)];
    };
    print(`region: ${name}; access, EPCI, classes`, time(15, answer), '< 100 ms');
    compare(`region: ${name}`, scene, python);
  }
  const scene = scenes[0]![1];
  const before = accessibility(scene);
  const added = [{ ...points[0]!, id: 'new', weight: 1 }];
  print(
    'region: what-if of one venue',
    time(10, () => whatIf(scene, added, { ...EPCI, reachMinutes: 30, atLeast: 1 }, before)),
    '< 100 ms',
  );
  print(
    'region: sensitivity of EPCI, 200 draws',
    time(1, () => sensitivity(scene, { ...EPCI, seed: 1 })),
  );
}

function country(seeds: CoverageSeeds, python: string): void {
  const { country: communes } = seeds;
  const points = generateVenues(communes, 5000, 42);
  const people = Float64Array.from(communes, ({ population }) => population ?? NaN);
  const scene = { communes, points, weights: points.map(() => 1), people, parameters: DEFAULT_COVERAGE };
  print('country: communes, generated venues', `${communes.length}, ${points.length}`);
  const answer = (parameters: CoverageParameters) => () => {
    const { access } = accessibility({ ...scene, parameters });
    return aggregate(communes, people, access, { level: 'EPCI', region: null });
  };
  print('country: 30 min in steps; access, EPCI', time(3, answer(DEFAULT_COVERAGE)), '< 1500 ms');
  print('country: 60 min Gaussian; access, EPCI', time(3, answer(GAUSSIAN_60)), '< 1500 ms');
  compare('country: 30 min in steps', scene, python);
}

function compare(name: string, scene: CoverageScene, python: string): void {
  const ours = accessibility(scene);
  const theirs = comparePysal(scene, ours, python);
  if (typeof theirs === 'string') return print(`${name}: PySAL`, theirs);
  const difference = `differs by ${theirs.difference.toExponential(1)}`;
  print(
    `${name}: against PySAL access ${theirs.version}`,
    difference,
    '< 1e-9',
    `${theirs.milliseconds.toFixed(0)} ms, without travel times`,
  );
}

async function siting({ region: communes, peopleOf }: CoverageSeeds): Promise<void> {
  const people = peopleOf(communes, ALL_AGES);
  const origins = toOrigins(communes, densityClasses(communes));
  const sets = toCoverSets(travelTimes(origins, origins, 20), 20);
  print('siting: candidates, pairs within 20 minutes', `${sets.candidateCount}, ${sets.origins.length}`);
  print(
    'siting: one place by enumeration',
    time(10, () => bestPlace(sets, people)),
    '< 50 ms',
  );
  for (const places of [2, 5, 10, 15, 20]) {
    const since = start();
    const { covered, proven, proof } = await maximalCovering(sets, people, { places });
    const { clock, processor } = elapsed(since);
    const took = `${clock.toFixed(0)} ms (${processor.toFixed(0)})`;
    const state = `${proven ? 'proven' : 'not proven'} (${proof}), ${Math.round(covered)} people`;
    print(
      `siting: ${places} places`,
      took,
      places === 10 ? '< 5000 ms' : '',
      `${state}${places === 10 ? '; spopt 41 s elsewhere' : ''}`,
    );
  }
  const curve = sitingCurve(sets, people, 20);
  const widest = Math.max(...curve.map(({ covered, bound }) => (bound - covered) / bound));
  print(
    'siting: curve of 1 to 20 places',
    time(1, () => sitingCurve(sets, people, 20)),
    '',
    `within ${(100 * widest).toFixed(1)} % of its bound`,
  );
}
