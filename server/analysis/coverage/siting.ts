import { coverBound } from './coverBound';
import { reduceCover, restrictCover, type CoverProblem, type CoverSets } from './coverSets';
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
  const { best, bound, left } = narrow(problem, places);
  if (left === null) return toSiting(problem, best, best.covered, 'BOUND');
  const solver = exact ? await loadSolver() : null;
  if (!solver) return toSiting(problem, best, bound, 'NONE');
  const answer = solveProgram(solver, coverProgram(left, places, best), timeLimitSeconds);
  const found = answer.values ? left.rowsOf.map((_, c) => c).filter((c) => answer.values![c]! > 0.5) : [];
  const final = betterOf(best, left, found);
  if (answer.status === 'OPTIMAL') return toSiting(problem, final, final.covered, 'MIXED_INTEGER');
  return toSiting(problem, final, Math.min(bound, answer.bound), 'NONE');
}

/** A choice by candidates of the cover sets, and what it covers. */
interface Choice {
  places: number[];
  covered: number;
}

/** Subgradient steps over all candidates, then over those still open: each round has fewer, and so costs less. */
const ROUNDS = [120, 200, 400];

/**
 * Bounds the problem and drops the candidates that the bound proves useless, round after round.
 *
 * @returns the best choice met, a bound, and the problem that is left; `null` when the bound proves the choice
 */
function narrow(
  problem: CoverProblem,
  places: number,
): { best: Choice; bound: number; left: CoverProblem | null } {
  let left = problem;
  let best: Choice = { places: [], covered: 0 };
  let bound = Infinity;
  let multipliers: Float64Array | undefined;
  for (const steps of ROUNDS) {
    const start = exchangePlaces(left, greedyCover(left, places));
    best = betterOf(best, left, start);
    const relaxed = coverBound(left, places, start, { steps, known: best.covered, multipliers });
    best = betterOf(best, left, exchangePlaces(left, relaxed.chosen));
    // What is better than the best choice lies among the open candidates, and so under the bound of each round.
    bound = Math.max(best.covered, Math.min(bound, relaxed.bound));
    if (bound <= best.covered * (1 + 1e-12) || relaxed.open.length === 0)
      return { best, bound: best.covered, left: null };
    const restricted = restrictCover(left, relaxed.open);
    multipliers = new Float64Array(restricted.problem.weights.length);
    restricted.rowOf.forEach((row, old) => {
      if (row >= 0) multipliers![row]! += relaxed.multipliers[old]!;
    });
    left = restricted.problem;
  }
  return { best, bound, left };
}

function betterOf(best: Choice, problem: CoverProblem, choice: readonly number[]): Choice {
  const covered = coveredWeight(problem, choice);
  return covered > best.covered ? { places: choice.map((c) => problem.candidates[c]!), covered } : best;
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
  { weights, candidates, candidatesOf }: CoverProblem,
  places: number,
  best: Choice,
): BinaryProgram {
  const count = candidates.length;
  const chosen = new Set(best.places);
  const isChosen = Array.from(candidates, (c) => (chosen.has(c) ? 1 : 0));
  const linking = candidatesOf.map((list, row): ProgramRow => ({
    indices: [count + row, ...list],
    values: [1, ...Array.from(list, () => -1)],
    lower: -Infinity,
    upper: 0,
  }));
  const every = isChosen.map((_, c) => c);
  const budget: ProgramRow = { indices: every, values: every.map(() => 1), lower: 0, upper: places };
  return {
    sense: 'MAXIMISE',
    costs: Float64Array.from([...every.map(() => 0), ...weights]),
    whole: Uint8Array.from([...every.map(() => 1), ...Array.from(weights, () => 0)]),
    rows: [budget, ...linking],
    start: Float64Array.from([
      ...isChosen,
      ...candidatesOf.map((list) => (list.some((c) => isChosen[c] === 1) ? 1 : 0)),
    ]),
  };
}

/** Orders the places by what each adds. */
function toSiting(problem: CoverProblem, choice: Choice, bound: number, proof: SitingProof): Siting {
  const position = new Map(Array.from(problem.candidates, (c, k) => [c, k]));
  const left = new Set(choice.places.map((c) => position.get(c)!));
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
  const chosen = ordered.map((c) => problem.candidates[c]!);
  return { chosen, gains, covered, bound: Math.max(bound, covered), proven: proof !== 'NONE', proof };
}
