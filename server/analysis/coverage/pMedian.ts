import { loadSolver, solveProgram, type BinaryProgram, type ProgramRow } from './mixedInteger';

/** Places that are nearest to people on the whole. */
export interface PMedian {
  /** Indices of the candidates chosen, ascending. */
  chosen: number[];
  /** Place of each origin: the chosen candidate nearest to it. */
  assigned: Int32Array;
  /** Σ people × cost to the assigned place, over the origins with known people. */
  total: number;
  /** `total ÷ Σ people`; `null` when nobody is known. */
  mean: number | null;
  /** No choice has a lower total than this. */
  bound: number;
  proven: boolean;
}

/**
 * P-median: the `places` candidates with the least people-weighted cost (minutes or km) to the nearest of them, by mixed-integer
 * programming from a choice made by exchanges; that choice, not proven, where the solver is missing or out of time.
 *
 * Reference: ReVelle and Swain 1970, doi:10.1111/j.1538-4632.1970.tb00142.x; exchanges: Teitz and Bart 1968, doi:10.1287/opre.16.5.955.
 *
 * @param costs - rows origins, columns candidates, 0 or more, finite
 * @param people - by origin; unknown (`NaN`) counts for nobody
 * @throws RangeError when `places` is not whole, under 1 or above the candidates, or a cost is not a finite number
 */
export async function pMedian(
  costs: readonly (readonly number[])[],
  people: ArrayLike<number>,
  places: number,
  timeLimitSeconds = 10,
): Promise<PMedian> {
  const candidates = costs[0]?.length ?? 0;
  if (!Number.isInteger(places) || places < 1 || places > candidates)
    throw new RangeError(`${places} places is not 1 to ${candidates}`);
  for (const row of costs)
    for (const cost of row)
      if (!(cost >= 0 && cost < Infinity)) throw new RangeError(`cost ${cost} is not finite`);
  const weights = Float64Array.from(costs, (_, i) => (people[i]! > 0 ? people[i]! : 0));
  const first = exchangeMedians(costs, weights, places);
  const solver = await loadSolver();
  if (!solver) return toMedian(costs, weights, first, 0, false);
  const answer = solveProgram(solver, toProgram(costs, weights, places, first), timeLimitSeconds);
  const found = answer.values
    ? Array.from({ length: candidates }, (_, c) => c).filter((c) => answer.values![c]! > 0.5)
    : first;
  const better = totalCost(costs, weights, found) < totalCost(costs, weights, first) ? found : first;
  return toMedian(costs, weights, better, answer.bound, answer.status === 'OPTIMAL');
}

function totalCost(
  costs: readonly (readonly number[])[],
  weights: Float64Array,
  chosen: readonly number[],
): number {
  let sum = 0;
  costs.forEach((row, i) => {
    let least = Infinity;
    for (const c of chosen) least = Math.min(least, row[c]!);
    if (weights[i]! > 0) sum += weights[i]! * least;
  });
  return sum;
}

/** Greedy additions, then exchanges as long as they lower the total. */
function exchangeMedians(
  costs: readonly (readonly number[])[],
  weights: Float64Array,
  places: number,
): number[] {
  const all = (costs[0] ?? []).map((_, c) => c);
  const best = (choices: number[][]) =>
    choices.reduce((a, b) => (totalCost(costs, weights, b) < totalCost(costs, weights, a) ? b : a));
  let chosen: number[] = [];
  const free = () => all.filter((c) => !chosen.includes(c));
  while (chosen.length < places) chosen = best(free().map((c) => [...chosen, c]));
  for (;;) {
    const next = best([
      chosen,
      ...chosen.flatMap((_, k) => free().map((c) => chosen.map((old, m) => (m === k ? c : old)))),
    ]);
    if (next === chosen) return chosen.sort((a, b) => a - b);
    chosen = next;
  }
}

/** Variables: one a candidate, whole; then one a pair (origin with people, candidate), between 0 and 1. */
function toProgram(
  costs: readonly (readonly number[])[],
  weights: Float64Array,
  places: number,
  start: readonly number[],
): BinaryProgram {
  const count = costs[0]!.length;
  const lived = costs.map((_, i) => i).filter((i) => weights[i]! > 0);
  const column = (k: number, c: number) => count * (k + 1) + c;
  const every = Array.from({ length: count }, (_, c) => c);
  const ones = every.map(() => 1);
  const rows: ProgramRow[] = [{ indices: every, values: ones, lower: places, upper: places }];
  const values = new Float64Array(count * (lived.length + 1));
  for (const c of start) values[c] = 1;
  lived.forEach((i, k) => {
    rows.push({ indices: every.map((c) => column(k, c)), values: ones, lower: 1, upper: 1 });
    for (const c of every)
      rows.push({ indices: [column(k, c), c], values: [1, -1], lower: -Infinity, upper: 0 });
    values[
      column(
        k,
        start.reduce((a, b) => (costs[i]![b]! < costs[i]![a]! ? b : a)),
      )
    ] = 1;
  });
  return {
    sense: 'MINIMISE',
    costs: Float64Array.from([
      ...every.map(() => 0),
      ...lived.flatMap((i) => costs[i]!.map((d) => d * weights[i]!)),
    ]),
    whole: Uint8Array.from(values, (_, v) => (v < count ? 1 : 0)),
    rows,
    start: values,
  };
}

function toMedian(
  costs: readonly (readonly number[])[],
  weights: Float64Array,
  chosen: readonly number[],
  bound: number,
  proven: boolean,
): PMedian {
  const people = weights.reduce((sum, weight) => sum + weight, 0);
  const total = totalCost(costs, weights, chosen);
  const assigned = Int32Array.from(costs, (row) => chosen.reduce((a, b) => (row[b]! < row[a]! ? b : a)));
  return {
    chosen: [...chosen],
    assigned,
    total,
    mean: people > 0 ? total / people : null,
    bound: proven ? total : Math.min(bound, total),
    proven,
  };
}
