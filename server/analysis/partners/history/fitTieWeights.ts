import { TIE_CIRCUMSTANCES, TIE_FEATURES } from './tieFeatures';
import type { TieCircumstance, TieCircumstances, TieFeature } from './tieFeatures';
import { distanceFromUsual, weightsFor } from './rankByTies';
import type { TieWeighting, TieWeights } from './rankByTies';
import type { FitSample } from './sampleQuestion';
import { solveSymmetric } from './solveSymmetric';

/** Something to fit: the weight of a feature, or how it changes `by` a circumstance. */
export interface TieTerm {
  feature: TieFeature;
  by?: TieCircumstance;
}

/** Penalties on squares. */
export interface FitOptions {
  /** On each weight, features brought to unit spread. */
  ridge: number;
  /** On how a weight changes with a circumstance, these brought to unit spread too. */
  circumstanceRidge: number;
}

/** Samples with what brings their features and circumstances to unit spread. */
export interface PreparedSamples {
  samples: readonly FitSample[];
  spread: Float64Array;
  usual: TieCircumstances;
  farthest: TieCircumstances;
  spreads: TieCircumstances;
  /** By question: 1, then each circumstance from its mean, in spreads, bounded. */
  circumstances: number[][];
}

const FEATURES = TIE_FEATURES.length;
const BLOCKS = 1 + TIE_CIRCUMSTANCES.length;

/** Number of all terms there are: each feature alone, then by each circumstance. */
export const TERM_COUNT = BLOCKS * FEATURES;

/** The term at a place of a gradient: features alone come first. */
export function termAt(place: number): TieTerm {
  const feature = TIE_FEATURES[place % FEATURES]!;
  const block = Math.floor(place / FEATURES);
  return block === 0 ? { feature } : { feature, by: TIE_CIRCUMSTANCES[block - 1]! };
}

/** Place of the feature alone of the term at a place. */
export const aloneOf = (place: number): number => place % FEATURES;

/** Measures the spreads of samples; at least one sample. */
export function prepareSamples(samples: readonly FitSample[]): PreparedSamples {
  const usual = usualOf(samples);
  const circumstances = samples.map((sample) => [
    1,
    ...TIE_CIRCUMSTANCES.map(
      (name) => distanceFromUsual(sample.circumstances, usual, name) / usual.spreads[name],
    ),
  ]);
  return { samples, spread: spreadOf(samples), ...usual, circumstances };
}

/** The loss at some weights, and its slope and curvature in every term, whether it weighs or not; ridges included in the last two. */
export interface LossShape {
  loss: number;
  /** The loss and the ridges: what is to be least. */
  penalised: number;
  gradient: Float64Array;
  /** Row by row, `TERM_COUNT` by `TERM_COUNT`; an upper bound of the second derivatives, positive. */
  curvature: Float64Array;
}

/**
 * Mean over questions of −ln(Σ answers e^score ÷ Σ candidates e^score), with slope and curvature. The curvature leaves out what the choice
 * among answers takes away, as expectation–maximisation does: a step by it goes down. Dempster, Laird and Rubin 1977.
 *
 * @param scaled - weights of all terms, features of unit spread
 */
export function shapeLoss(prepared: PreparedSamples, scaled: Float64Array, options: FitOptions): LossShape {
  const { samples, spread, circumstances } = prepared;
  const shape = {
    loss: 0,
    penalised: 0,
    gradient: new Float64Array(TERM_COUNT),
    curvature: new Float64Array(TERM_COUNT ** 2),
  };
  const weights = new Float64Array(FEATURES);
  const slope = new Float64Array(FEATURES);
  const bend = new Float64Array(FEATURES * FEATURES);
  samples.forEach((sample, q) => {
    const by = circumstances[q]!;
    weights.fill(0);
    for (let t = 0; t < TERM_COUNT; t++)
      weights[t % FEATURES]! += (by[Math.floor(t / FEATURES)]! * scaled[t]!) / spread[t % FEATURES]!;
    shape.loss += shapeQuestion(sample, weights, slope, bend) / samples.length;
    addQuestion(shape, by, slope, bend, 1 / samples.length);
  });
  for (let t = 0; t < TERM_COUNT; t++) {
    const unit = spread[t % FEATURES]!;
    const ridge = t < FEATURES ? options.ridge : options.circumstanceRidge;
    shape.penalised += (ridge * scaled[t]! ** 2) / 2;
    shape.gradient[t] = shape.gradient[t]! / unit + ridge * scaled[t]!;
    for (let u = 0; u < TERM_COUNT; u++) shape.curvature[t * TERM_COUNT + u]! /= unit * spread[u % FEATURES]!;
    shape.curvature[t * TERM_COUNT + t]! += ridge;
  }
  shape.penalised += shape.loss;
  return shape;
}

/** Adds a question's slope and curvature in features to those in terms. */
function addQuestion(shape: LossShape, by: number[], slope: Float64Array, bend: Float64Array, part: number) {
  for (let c = 0; c < BLOCKS; c++) {
    for (let f = 0; f < FEATURES; f++) shape.gradient[c * FEATURES + f]! += part * by[c]! * slope[f]!;
    for (let d = 0; d < BLOCKS; d++) {
      const share = part * by[c]! * by[d]!;
      for (let f = 0; f < FEATURES; f++) {
        const row = (c * FEATURES + f) * TERM_COUNT + d * FEATURES;
        for (let g = 0; g < FEATURES; g++) shape.curvature[row + g]! += share * bend[f * FEATURES + g]!;
      }
    }
  }
}

/** Weights of all terms, features of unit spread, and the shape of the loss there. */
export interface FitPoint {
  scaled: Float64Array;
  shape: LossShape;
}

/** A step is halved this many times at most while the loss would rise. */
const HALVINGS = 12;

/**
 * One step of Newton's method on some terms, the others held; halved while it would raise the penalised loss.
 *
 * @param terms - places of the terms
 * @returns where it led; the same point when no step lowers the loss
 */
export function stepDown(
  prepared: PreparedSamples,
  from: FitPoint,
  terms: readonly number[],
  options: FitOptions,
): FitPoint {
  const { scaled, shape } = from;
  const matrix = terms.map((t) => Float64Array.from(terms, (u) => shape.curvature[t * TERM_COUNT + u]!));
  const move = solveSymmetric(
    matrix,
    terms.map((t) => shape.gradient[t]!),
  );
  for (let halving = 0; halving <= HALVINGS; halving++) {
    const next = scaled.slice();
    terms.forEach((t, k) => (next[t]! -= move[k]! / 2 ** halving));
    const after = shapeLoss(prepared, next, options);
    if (after.penalised <= shape.penalised) return { scaled: next, shape: after };
  }
  return from;
}

/** Steps of Newton's method at most, and a fall of the loss too small to go on. */
const [MOST_STEPS, SMALL] = [20, 1e-6];

/**
 * Weights that make the first of the ranking most often an answer: conditional logit on some terms. McFadden 1974, Conditional logit analysis
 * of qualitative choice behavior. Deterministic.
 *
 * @param terms - places of the terms that may weigh
 * @returns weights of features as they are, and the mean loss without ridges
 */
export function fitTieWeights(
  prepared: PreparedSamples,
  terms: readonly number[],
  options: FitOptions,
): { weighting: TieWeighting; loss: number } {
  let at = startAt(prepared, options);
  for (let step = 0; step < MOST_STEPS && terms.length > 0; step++) {
    const next = stepDown(prepared, at, terms, options);
    const fall = at.shape.penalised - next.shape.penalised;
    at = next;
    if (fall < SMALL) break;
  }
  return { weighting: toWeighting(prepared, at.scaled), loss: at.shape.loss };
}

/** Where nothing weighs. */
export function startAt(prepared: PreparedSamples, options: FitOptions): FitPoint {
  const scaled = new Float64Array(TERM_COUNT);
  return { scaled, shape: shapeLoss(prepared, scaled, options) };
}

/** Weights of features as they are, from those of features of unit spread; terms that weigh nothing are left out. */
export function toWeighting(prepared: PreparedSamples, scaled: Float64Array): TieWeighting {
  const { spread, usual, farthest, spreads } = prepared;
  const named = (block: number, unit: number): TieWeights =>
    Object.fromEntries(
      TIE_FEATURES.flatMap((feature, f) => {
        const weight = scaled[block * FEATURES + f]!;
        return weight === 0 ? [] : [[feature, Number((weight / (spread[f]! * unit)).toPrecision(4))]];
      }),
    );
  const by = Object.fromEntries(TIE_CIRCUMSTANCES.map((name, c) => [name, named(c + 1, spreads[name])]));
  return { weights: named(0, 1), by, usual, farthest };
}

/** The loss of each question with a weighting. */
export function lossesWith(samples: readonly FitSample[], weighting: TieWeighting): Float64Array {
  return Float64Array.from(samples, (sample) => {
    const named = weightsFor(weighting, sample.circumstances);
    return shapeQuestion(
      sample,
      Float64Array.from(TIE_FEATURES, (f) => named[f] ?? 0),
    );
  });
}

/** The loss of one question; fills its slope and its curvature in features as they are, when asked. */
function shapeQuestion(
  { values, answers, candidates, offsets }: FitSample,
  weights: Float64Array,
  slope?: Float64Array,
  bend?: Float64Array,
): number {
  const odds = new Float64Array(candidates);
  for (let k = 0; k < candidates; k++) {
    let score = offsets[k]!;
    for (let f = 0; f < FEATURES; f++) score += weights[f]! * values[k * FEATURES + f]!;
    odds[k] = score;
  }
  const most = odds.reduce((x, y) => Math.max(x, y), Number.NEGATIVE_INFINITY);
  let [total, right] = [0, 0];
  for (let k = 0; k < candidates; k++) {
    odds[k] = Math.exp(odds[k]! - most);
    total += odds[k]!;
    if (k < answers) right += odds[k]!;
  }
  right = Math.max(right, Number.MIN_VALUE);
  if (slope && bend) bendQuestion(values, odds, { answers, total, right }, slope, bend);
  return Math.log(total) - Math.log(right);
}

function bendQuestion(
  values: Float32Array,
  odds: Float64Array,
  { answers, total, right }: { answers: number; total: number; right: number },
  slope: Float64Array,
  bend: Float64Array,
): void {
  const mean = new Float64Array(FEATURES);
  slope.fill(0);
  bend.fill(0);
  for (let k = 0; k < odds.length; k++) {
    const chance = odds[k]! / total;
    const wanted = k < answers ? odds[k]! / right : 0;
    const at = k * FEATURES;
    for (let f = 0; f < FEATURES; f++) {
      const value = values[at + f]!;
      slope[f]! += (chance - wanted) * value;
      if (value === 0) continue;
      const weighed = chance * value;
      mean[f]! += weighed;
      for (let g = 0; g <= f; g++) bend[f * FEATURES + g]! += weighed * values[at + g]!;
    }
  }
  for (let f = 0; f < FEATURES; f++)
    for (let g = 0; g <= f; g++) {
      bend[f * FEATURES + g]! -= mean[f]! * mean[g]!;
      bend[g * FEATURES + f] = bend[f * FEATURES + g]!;
    }
}

/** Circumstances further from the usual than this many times their spread change weights no more. */
const FARTHEST = 2.5;

/** Mean circumstances of the questions, their spread, and how far from the mean they count. */
function usualOf(samples: readonly FitSample[]): Pick<PreparedSamples, 'usual' | 'farthest' | 'spreads'> {
  const each = (of: (values: number[]) => number): TieCircumstances =>
    Object.fromEntries(
      TIE_CIRCUMSTANCES.map((name) => [name, of(samples.map((sample) => sample.circumstances[name]))]),
    ) as Record<TieCircumstance, number>;
  const mean = (values: number[]) => values.reduce((sum, x) => sum + x, 0) / values.length;
  const spread = (values: number[]) => {
    const middle = mean(values);
    return Math.sqrt(mean(values.map((x) => (x - middle) ** 2)));
  };
  const round = (x: number) => Number(x.toPrecision(4));
  return {
    usual: each((values) => round(mean(values))),
    farthest: each((values) => round(FARTHEST * spread(values))),
    spreads: each((values) => spread(values) || 1),
  };
}

function spreadOf(samples: readonly FitSample[]): Float64Array {
  const [sum, squares] = [new Float64Array(FEATURES), new Float64Array(FEATURES)];
  let rows = 0;
  for (const { values, candidates } of samples) {
    rows += candidates;
    for (let k = 0; k < values.length; k++) {
      sum[k % FEATURES]! += values[k]!;
      squares[k % FEATURES]! += values[k]! ** 2;
    }
  }
  return sum.map((total, f) => Math.sqrt(Math.max(0, squares[f]! / rows - (total / rows) ** 2)) || 1);
}
