import { coverBound } from './coverBound';
import { reduceCover, type CoverProblem, type CoverSets } from './coverSets';
import { coveredWeight, exchangePlaces, greedyCover } from './greedyCover';
import { loadSolver, solveProgram, type BinaryProgram, type ProgramRow } from './mixedInteger';

/** How an answer is known to be the best. */
export type SitingProof = 'ENUMERATION' | 'BOUND' | 'MIXED_INTEGER' | 'NONE';

/** Best places for a number of new supply points. */
export interface Siting {
  /** Indices of the candidates chosen, the one that covers most first; fewer than asked when fewer cover everything in reach. */
  chosen: number[];
  /** People newly covered when each place is added to those before it. */
  gains: number[];
  /** People the chosen places cover together who were not covered, each counted once. */
  covered: number;
  /** No choice of so many places covers more than this. */
  bound: number;
  /** Whether no better choice exists; how that is known, `NONE` when it is not. */
  proven: boolean;
  proof: SitingProof;
}

/** What siting is asked. */
export interface SitingOptions {
  /** Places to choose, whole, 1 or more. */
  places: number;
  /** 1 where an origin is covered already and needs no place. */
  alreadyCovered?: ArrayLike<number>;
  /** `false` keeps to greedy choice and its bound. */
  exact?: boolean;
  /** Seconds the exact solver may take; 10 by default. */
  timeLimitSeconds?: number;
}

/**
 * Maximal covering location: the `places` candidates that cover most people not covered yet. One place by enumeration; more by
 * reducing the problem, a greedy choice bettered by exchanges, a Lagrangian bound that discards most candidates, and
 * mixed-integer programming over the rest. When the solver cannot be loaded or runs out of time, the best choice found is
 * returned with its bound and `proven` false.
 *
 * Reference: Church and ReVelle 1974, doi:10.1007/BF01942293.
 *
 * @param people - by origin; unknown (`NaN`) counts for nobody
 * @throws RangeError when `places` is not a whole number from 1 on, or a column does not fit
 */
export async function maximalCovering(
  sets: CoverSets,
  people: ArrayLike<number>,
  { places, alreadyCovered, exact = true, timeLimitSeconds = 10 }: SitingOptions,
): Promise<Siting> {
  checkSiting(sets, people, places);
  if (places === 1) return bestPlace(sets, people, alreadyCovered);
  const problem = reduceCover(sets, people, alreadyCovered);
  const first = exchangePlaces(problem, greedyCover(problem, places));
  const relaxed = coverBound(problem, places, first);
  const chosen = exchangePlaces(problem, relaxed.chosen);
  const covered = coveredWeight(problem, chosen);
  if (relaxed.bound <= covered * (1 + 1e-12) || relaxed.open.length === 0)
    return toSiting(problem, chosen, covered, 'BOUND');
  const solver = exact ? await loadSolver() : null;
  if (!solver) return toSiting(problem, chosen, relaxed.bound, 'NONE');
  const program = coverProgram(problem, relaxed.open, places, chosen);
  const answer = solveProgram(solver, program, timeLimitSeconds);
  const found = answer.values ? relaxed.open.filter((_, k) => answer.values![k]! > 0.5) : [];
  const best = coveredWeight(problem, found) > covered ? found : chosen;
  if (answer.status === 'OPTIMAL')
    return toSiting(problem, best, coveredWeight(problem, best), 'MIXED_INTEGER');
  return toSiting(problem, best, Math.min(relaxed.bound, Math.max(answer.bound, covered)), 'NONE');
}

/**
 * The one best place, by looking at each: what is asked while somebody drags a point over the map. Ties go to the candidate listed first.
 *
 * @throws RangeError when the column does not fit
 */
export function bestPlace(
  sets: CoverSets,
  people: ArrayLike<number>,
  alreadyCovered?: ArrayLike<number>,
): Siting {
  checkSiting(sets, people, 1);
  let [best, covered] = [-1, 0];
  for (let c = 0; c < sets.candidateCount; c++) {
    let sum = 0;
    for (let place = sets.offsets[c]!; place < sets.offsets[c + 1]!; place++) {
      const i = sets.origins[place]!;
      if (people[i]! > 0 && !alreadyCovered?.[i]) sum += people[i]!;
    }
    if (sum > covered) [best, covered] = [c, sum];
  }
  const chosen = best < 0 ? [] : [best];
  return {
    chosen,
    gains: chosen.map(() => covered),
    covered,
    bound: covered,
    proven: true,
    proof: 'ENUMERATION',
  };
}

function checkSiting(sets: CoverSets, people: ArrayLike<number>, places: number): void {
  if (!Number.isInteger(places) || places < 1) throw new RangeError(`${places} places is not 1 or more`);
  if (people.length !== sets.originCount)
    throw new RangeError(`${people.length} people for ${sets.originCount} origins`);
}

/** Maximise Σ w·y with y ≤ Σ x over the candidates of a row and Σ x ≤ places; only x need be whole. */
function coverProgram(
  problem: CoverProblem,
  open: readonly number[],
  places: number,
  start: readonly number[],
): BinaryProgram {
  const position = new Map(open.map((c, k) => [c, k]));
  const rows = new Map<string, { columns: number[]; weight: number }>();
  problem.candidatesOf.forEach((list, row) => {
    const columns = Array.from(list, (c) => position.get(c) ?? -1).filter((k) => k >= 0);
    if (columns.length === 0) return;
    const key = columns.join(' ');
    const same = rows.get(key) ?? { columns, weight: 0 };
    same.weight += problem.weights[row]!;
    rows.set(key, same);
  });
  const merged = [...rows.values()];
  const isStart = new Set(start.map((c) => position.get(c) ?? -1));
  const linking = merged.map(({ columns }, r): ProgramRow => ({
    indices: [open.length + r, ...columns],
    values: [1, ...columns.map(() => -1)],
    lower: -Infinity,
    upper: 0,
  }));
  const budget: ProgramRow = {
    indices: open.map((_, k) => k),
    values: open.map(() => 1),
    lower: 0,
    upper: places,
  };
  return {
    sense: 'MAXIMISE',
    costs: Float64Array.from([...open.map(() => 0), ...merged.map(({ weight }) => weight)]),
    whole: Uint8Array.from([...open.map(() => 1), ...merged.map(() => 0)]),
    rows: [budget, ...linking],
    start: Float64Array.from([
      ...open.map((_, k) => (isStart.has(k) ? 1 : 0)),
      ...merged.map(({ columns }) => (columns.some((k) => isStart.has(k)) ? 1 : 0)),
    ]),
  };
}

/** Orders the places by what each adds. */
function toSiting(
  problem: CoverProblem,
  chosen: readonly number[],
  bound: number,
  proof: SitingProof,
): Siting {
  const left = new Set(chosen);
  const ordered: number[] = [];
  const gains: number[] = [];
  let covered = 0;
  while (left.size > 0) {
    let [best, most] = [-1, -1];
    for (const c of left) {
      const sum = coveredWeight(problem, [...ordered, c]);
      if (sum > most) [best, most] = [c, sum];
    }
    left.delete(best);
    ordered.push(best);
    gains.push(most - covered);
    covered = most;
  }
  const originals = ordered.map((c) => problem.candidates[c]!);
  return {
    chosen: originals,
    gains,
    covered,
    bound: Math.max(bound, covered),
    proven: proof !== 'NONE',
    proof,
  };
}
