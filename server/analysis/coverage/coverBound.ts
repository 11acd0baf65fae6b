import { coveredWeight, exchangePlaces } from './greedyCover';
import type { CoverProblem } from './coverSets';

/** What a Lagrangian relaxation says of a maximal covering problem. */
export interface CoverBound {
  /** No choice of so many places covers more. */
  bound: number;
  /** The best choice met on the way, at least as good as the one given. */
  chosen: number[];
  /** What it covers, or what was known to be covered by another if that is more. */
  covered: number;
  /** Multipliers of the bound: with them, {@link boundFor} bounds any other number of places too. */
  multipliers: Float64Array;
  /** Candidates that a choice better than `chosen` may hold: all others are proven useless. */
  open: number[];
}

/** Where a relaxation starts and stops. */
export interface CoverBoundOptions {
  /** Subgradient steps at most; 600 by default. */
  steps?: number;
  /** People that a choice found elsewhere covers: only what betters it is of interest. */
  known?: number;
  /** Multipliers to start from, one a row, between 0 and its weight. */
  multipliers?: Float64Array;
}

/** The candidates of one relaxation in so many are bettered by exchanges: the closer the choice, the more the bound discards. */
const EXCHANGE_EVERY = 20;

/**
 * Upper bound of a maximal covering by Lagrangian relaxation of "a row counts only if a place covers it", with subgradient steps; the
 * same multipliers prove most candidates useless, which leaves a small exact problem.
 *
 * For multipliers `0 ≤ uᵢ ≤ wᵢ`: `L(u) = Σ (wᵢ − uᵢ) + the p greatest of Σ uᵢ over what a candidate covers`. A candidate whose presence
 * brings the bound down to what is already covered cannot better it.
 * References: Galvão and ReVelle 1996, doi:10.1016/0377-2217(94)00159-6; Fisher 1981, doi:10.1287/mnsc.27.1.1.
 *
 * @param start - a feasible choice of at most `places` candidates
 */
export function coverBound(
  problem: CoverProblem,
  places: number,
  start: readonly number[],
  { steps = 600, known = 0, multipliers: from }: CoverBoundOptions = {},
): CoverBound {
  const { weights, rowsOf, candidatesOf } = problem;
  let chosen = [...start];
  let covered = Math.max(known, coveredWeight(problem, chosen));
  const multipliers = weights.map(
    (weight, row) => from?.[row] ?? weight / Math.max(1, candidatesOf[row]!.length),
  );
  const best = { bound: Infinity, multipliers: multipliers.slice() };
  let [pace, stale] = [from ? 1 : 2, 0];
  for (let step = 0; step < steps && pace > 1e-4; step++) {
    const { bound, top } = relax(problem, multipliers, places);
    if (bound < best.bound - 1e-9 * Math.abs(bound)) {
      stale = 0;
      best.bound = bound;
      best.multipliers.set(multipliers);
    } else if (++stale >= 15) {
      stale = 0;
      pace /= 2;
      multipliers.set(best.multipliers);
    }
    const promising = step % EXCHANGE_EVERY === EXCHANGE_EVERY - 1 ? exchangePlaces(problem, top) : top;
    const here = coveredWeight(problem, promising);
    if (here > covered) [chosen, covered] = [promising, here];
    if (best.bound <= covered * (1 + 1e-12)) break;
    const times = new Float64Array(weights.length);
    for (const c of top) for (const row of rowsOf[c]!) times[row]!++;
    if (!descend(multipliers, weights, times, pace, bound - covered)) break;
  }
  const open = openCandidates(problem, best.multipliers, places, covered);
  return { bound: Math.max(best.bound, covered), chosen, covered, multipliers: best.multipliers, open };
}

/** Bound that multipliers prove for each number of places `1 .. most`, at index `places − 1`. */
export function boundFor(problem: CoverProblem, multipliers: Float64Array, most: number): Float64Array {
  const { order, worth, base } = rank(problem, multipliers);
  const bounds = new Float64Array(most);
  let sum = base;
  for (let places = 1; places <= most; places++) {
    sum += worth[order[places - 1] ?? -1] ?? 0;
    bounds[places - 1] = sum;
  }
  return bounds;
}

/** Bound for the multipliers, and the `places` candidates it takes. */
function relax(problem: CoverProblem, multipliers: Float64Array, places: number) {
  const { order, worth, base } = rank(problem, multipliers);
  const top = order.slice(0, places);
  return { bound: top.reduce((sum, c) => sum + worth[c]!, base), top };
}

function rank({ weights, rowsOf }: CoverProblem, multipliers: Float64Array) {
  let base = 0;
  for (let row = 0; row < weights.length; row++) base += weights[row]! - multipliers[row]!;
  const worth = new Float64Array(rowsOf.length);
  for (let c = 0; c < worth.length; c++) {
    let sum = 0;
    for (const row of rowsOf[c]!) sum += multipliers[row]!;
    worth[c] = sum;
  }
  const order = Array.from(worth.keys()).sort((a, b) => worth[b]! - worth[a]! || a - b);
  return { order, worth, base };
}

/** One step down; `false` when there is nowhere to go. */
function descend(
  multipliers: Float64Array,
  weights: Float64Array,
  times: Float64Array,
  pace: number,
  gap: number,
): boolean {
  let norm = 0;
  for (let row = 0; row < times.length; row++) {
    const slope = times[row]! - 1;
    const stuck = slope < 0 ? multipliers[row]! >= weights[row]! : multipliers[row]! <= 0;
    if (stuck) times[row] = 1;
    else norm += slope * slope;
  }
  if (norm === 0) return false;
  const length = (pace * gap) / norm;
  for (let row = 0; row < times.length; row++) {
    const next = multipliers[row]! - length * (times[row]! - 1);
    multipliers[row] = Math.min(weights[row]!, Math.max(0, next));
  }
  return true;
}

/** Candidates whose presence in a choice leaves room for more than `covered`. */
function openCandidates(
  problem: CoverProblem,
  multipliers: Float64Array,
  places: number,
  covered: number,
): number[] {
  const { order, worth, base } = rank(problem, multipliers);
  const others = order.slice(0, Math.max(0, places - 1)).reduce((sum, c) => sum + worth[c]!, base);
  const bound = others + (worth[order[places - 1]!] ?? 0);
  const inTop = new Set(order.slice(0, places));
  const limit = covered * (1 + 1e-12);
  return order.filter((c) => (inTop.has(c) ? bound : others + worth[c]!) > limit);
}
