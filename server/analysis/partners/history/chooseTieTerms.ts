import { aloneOf, startAt, stepDown, TERM_COUNT, toWeighting } from './fitTieWeights';
import type { FitOptions, LossShape, PreparedSamples } from './fitTieWeights';
import type { TieWeighting } from './rankByTies';
import { TIE_FEATURES } from './tieFeatures';
import { solveSymmetric } from './solveSymmetric';

/** Terms in the order in which they were taken, and the weights after each. */
export interface TiePath {
  /** Places of the terms. */
  terms: number[];
  /** `weightings[k]` weighs the first `k + 1` terms. */
  weightings: TieWeighting[];
}

/** Steps of Newton's method after each term. */
const STEPS = 2;

/**
 * Takes terms one by one, from none: each time the one that would lower the penalised loss most, as its slope and curvature tell (a score test, Rao
 * 1948, doi:10.1017/S0305004100023987), then moves the weights of all those taken by two steps of Newton's method. How a weight changes with a
 * circumstance is taken only after the feature alone. Deterministic: of equals, the first of the list.
 *
 * @param most - how many to take; fewer when no other lowers the loss
 */
export function growTiePath(prepared: PreparedSamples, most: number, options: FitOptions): TiePath {
  const path: TiePath = { terms: [], weightings: [] };
  let at = startAt(prepared, options);
  while (path.terms.length < most) {
    const next = mostUseful(at.shape, path.terms);
    if (next === undefined) break;
    path.terms.push(next);
    for (let step = 0; step < STEPS; step++) at = stepDown(prepared, at, path.terms, options);
    path.weightings.push(toWeighting(prepared, at.scaled));
  }
  return path;
}

/** A gain too small to be one. */
const NO_GAIN = 1e-9;

function mostUseful(shape: LossShape, taken: readonly number[]): number | undefined {
  let best: { term: number; gain: number } | undefined;
  for (let term = 0; term < TERM_COUNT; term++) {
    const isAllowed = term < TIE_FEATURES.length || taken.includes(aloneOf(term));
    if (!isAllowed || taken.includes(term)) continue;
    const gain = gainOf(shape, taken, term);
    if (gain > NO_GAIN && (best === undefined || gain > best.gain)) best = { term, gain };
  }
  return best?.term;
}

/** By how much the loss would fall if a term were let free, those taken following. */
function gainOf({ gradient, curvature }: LossShape, taken: readonly number[], term: number): number {
  const cell = (t: number, u: number) => curvature[t * TERM_COUNT + u]!;
  const across = taken.map((t) => cell(t, term));
  const follow = solveSymmetric(
    taken.map((t) => Float64Array.from(taken, (u) => cell(t, u))),
    across,
  );
  let [slope, bend] = [gradient[term]!, cell(term, term)];
  taken.forEach((t, k) => {
    slope -= follow[k]! * gradient[t]!;
    bend -= follow[k]! * across[k]!;
  });
  return bend > 0 ? slope ** 2 / (2 * bend) : 0;
}

/** What the rule of one standard error chose, and why. */
export interface SizeChoice {
  /** How many terms to keep. */
  size: number;
  /** How many give the least loss. */
  best: number;
  /** By number of terms: mean loss, mean difference from the least, standard error of that difference. */
  table: { size: number; loss: number; more: number; error: number }[];
}

/**
 * The smallest number of terms whose mean loss on questions held back is above the least by no more than one standard error of the
 * difference, question by question. After Breiman et al. 1984, Classification and Regression Trees (section 3.4.3), for paired losses.
 *
 * @param losses - `losses[k]`: of each question, the same in the same order, with `k + 1` terms; at least one of each
 */
export function chooseSize(losses: readonly Float64Array[]): SizeChoice {
  const mean = (values: Float64Array) => values.reduce((sum, x) => sum + x, 0) / values.length;
  const means = losses.map(mean);
  const least = means.indexOf(Math.min(...means));
  const table = losses.map((list, k) => {
    const more = list.map((x, q) => x - losses[least]![q]!);
    const middle = mean(more);
    const variance = mean(more.map((x) => (x - middle) ** 2));
    return { size: k + 1, loss: means[k]!, more: middle, error: Math.sqrt(variance / list.length) };
  });
  const size = table.find(({ more, error }) => more <= error)!.size;
  return { size, best: least + 1, table };
}
