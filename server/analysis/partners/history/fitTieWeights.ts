import { drawIndex } from '../../random';
import { TIE_CIRCUMSTANCES, TIE_FEATURES } from './tieFeatures';
import type { TieCircumstance, TieCircumstances, TieColumns } from './tieFeatures';
import { distanceFromUsual } from './rankByTies';
import type { TieWeighting, TieWeights } from './rankByTies';

/** Candidates of a question sampled for fitting: the answers first. */
export interface FitSample {
  /** Feature `f` of candidate `k` at `k * TIE_FEATURES.length + f`. */
  values: Float32Array;
  answers: number;
  candidates: number;
  /** Logarithm of how many candidates each stands for; 0 for one that stands for itself. */
  offsets: Float64Array;
  circumstances: TieCircumstances;
}

/** Strongest candidates kept whole, and others drawn near and far, each standing for many. */
const [STRONG, NEAR, NEAR_DRAWN, FAR_DRAWN] = [200, 2500, 100, 60];

/**
 * Samples a question: its answers, the 200 strongest other candidates by a rough score, a hundred of the 2,300 next and sixty of the rest, those
 * drawn weighing as many as they stand for, so that the sum over the sample estimates that over all.
 */
export function sampleQuestion(
  columns: TieColumns,
  circumstances: TieCircumstances,
  answers: readonly number[],
  excluded: ReadonlySet<number>,
  random: () => number,
): FitSample {
  const isAnswer = new Set(answers);
  const rough = roughScores(columns);
  const others = [...rough.keys()].filter((i) => !isAnswer.has(i) && !excluded.has(i));
  others.sort((x, y) => rough[y]! - rough[x]! || x - y);
  const list = [...answers, ...others.slice(0, STRONG)];
  const offsets = list.map(() => 0);
  const near = others.slice(STRONG, NEAR);
  const far = others.slice(NEAR);
  for (const [pool, count] of [
    [near, NEAR_DRAWN],
    [far, FAR_DRAWN],
  ] as const)
    for (let k = 0; pool.length > 0 && k < count; k++) {
      list.push(pool[drawIndex(random, pool.length)]!);
      offsets.push(Math.log(pool.length / count));
    }
  const values = new Float32Array(list.length * TIE_FEATURES.length);
  list.forEach((candidate, k) =>
    TIE_FEATURES.forEach((feature, f) => {
      values[k * TIE_FEATURES.length + f] = columns[feature][candidate]!;
    }),
  );
  return {
    values,
    answers: answers.length,
    candidates: list.length,
    offsets: Float64Array.from(offsets),
    circumstances,
  };
}

/** Enough to tell candidates worth keeping whole from those that a few stand for. */
function roughScores(columns: TieColumns): Float64Array {
  const { themeWalk2, walk1, themeRecent, adamicAdar, recent } = columns;
  return themeWalk2.map(
    (x, i) => x + walk1[i]! + 0.5 * (themeRecent[i]! + adamicAdar[i]!) + 0.3 * recent[i]!,
  );
}

/** How the weights are fitted. */
export interface FitOptions {
  steps: number;
  /** Penalty on the square of each weight, features brought to unit spread. */
  ridge: number;
  /** The same on how a weight changes with the circumstances, these brought to unit spread too. */
  circumstanceRidge: number;
}

/**
 * Weights that make the first of the ranking most often an answer: conditional logit, maximising the mean over questions of
 * ln(Σ answers e^score ÷ Σ candidates e^score), features brought to unit spread, by gradient with adapted steps (Kingma and Ba 2015,
 * arXiv:1412.6980). McFadden 1974, Conditional logit analysis of qualitative choice behavior. Deterministic.
 *
 * @returns weights of the features as they are, and the mean loss
 */
export function fitTieWeights(
  samples: readonly FitSample[],
  options: FitOptions,
): { weighting: TieWeighting; loss: number } {
  const count = TIE_FEATURES.length;
  const spread = spreadOf(samples);
  const { spreads, ...usual } = usualOf(samples);
  const blocks = 1 + TIE_CIRCUMSTANCES.length;
  const circumstances = samples.map((sample) => [
    1,
    ...TIE_CIRCUMSTANCES.map((name) => distanceFromUsual(sample.circumstances, usual, name) / spreads[name]),
  ]);
  const scaled = new Float64Array(blocks * count);
  const climb = createClimb(scaled, options);
  const gradient = new Float64Array(count);
  const weights = new Float64Array(count);
  let loss = 0;
  for (let step = 1; step <= options.steps; step++) {
    const total = new Float64Array(blocks * count);
    loss = 0;
    samples.forEach((sample, q) => {
      const by = circumstances[q]!;
      weights.fill(0);
      for (let c = 0; c < blocks; c++)
        for (let f = 0; f < count; f++) weights[f]! += (by[c]! * scaled[c * count + f]!) / spread[f]!;
      gradient.fill(0);
      loss += addGradient(sample, weights, gradient) / samples.length;
      for (let c = 0; c < blocks; c++)
        for (let f = 0; f < count; f++)
          total[c * count + f]! += (by[c]! * gradient[f]!) / (samples.length * spread[f]!);
    });
    climb(step, total);
  }
  const named = (c: number, unit: number) => nameWeights(scaled.subarray(c * count), spread, unit);
  const by = Object.fromEntries(TIE_CIRCUMSTANCES.map((name, c) => [name, named(c + 1, spreads[name])]));
  return { weighting: { weights: named(0, 1), by, ...usual }, loss };
}

/** Weights of features as they are, from those of features of unit spread. */
function nameWeights(scaled: Float64Array, spread: Float64Array, unit: number): TieWeights {
  return Object.fromEntries(
    TIE_FEATURES.map((feature, f) => [feature, Number((scaled[f]! / (spread[f]! * unit)).toPrecision(4))]),
  );
}

/** One step of descent, in place, with its ridges: the weights have one, how they change with circumstances the other. */
function createClimb(scaled: Float64Array, options: FitOptions) {
  const [mean, square] = [new Float64Array(scaled.length), new Float64Array(scaled.length)];
  return (step: number, gradient: Float64Array): void => {
    const rate = step < 0.6 * options.steps ? 0.08 : 0.03;
    for (let f = 0; f < scaled.length; f++) {
      const ridge = f < TIE_FEATURES.length ? options.ridge : options.circumstanceRidge;
      const g = gradient[f]! + ridge * scaled[f]!;
      mean[f] = 0.9 * mean[f]! + 0.1 * g;
      square[f] = 0.999 * square[f]! + 0.001 * g * g;
      const [m, v] = [mean[f]! / (1 - 0.9 ** step), square[f]! / (1 - 0.999 ** step)];
      scaled[f]! -= (rate * m) / (Math.sqrt(v) + 1e-8);
    }
  };
}

/** Circumstances further from the usual than this many times their spread change weights no more. */
const FARTHEST = 2.5;

/** Mean circumstances of the questions, their spread, and how far from the mean they count. */
function usualOf(
  samples: readonly FitSample[],
): Pick<TieWeighting, 'usual' | 'farthest'> & { spreads: TieCircumstances } {
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
  const count = TIE_FEATURES.length;
  const [sum, squares] = [new Float64Array(count), new Float64Array(count)];
  let rows = 0;
  for (const { values, candidates } of samples) {
    rows += candidates;
    for (let k = 0; k < values.length; k++) {
      sum[k % count]! += values[k]!;
      squares[k % count]! += values[k]! ** 2;
    }
  }
  return sum.map((total, f) => Math.sqrt(Math.max(0, squares[f]! / rows - (total / rows) ** 2)) || 1);
}

/** Adds the gradient of the loss of one question, in features as they are. */
function addGradient(sample: FitSample, weights: Float64Array, gradient: Float64Array): number {
  const { values, answers, candidates, offsets } = sample;
  const count = weights.length;
  const odds = new Float64Array(candidates);
  let most = Number.NEGATIVE_INFINITY;
  for (let k = 0; k < candidates; k++) {
    let score = offsets[k]!;
    for (let f = 0; f < count; f++) score += weights[f]! * values[k * count + f]!;
    odds[k] = score;
    most = Math.max(most, score);
  }
  let [total, right] = [0, 0];
  for (let k = 0; k < candidates; k++) {
    odds[k] = Math.exp(odds[k]! - most);
    total += odds[k]!;
    if (k < answers) right += odds[k]!;
  }
  right = Math.max(right, Number.MIN_VALUE);
  for (let k = 0; k < candidates; k++) {
    const pull = odds[k]! / total - (k < answers ? odds[k]! / right : 0);
    for (let f = 0; f < count; f++) gradient[f]! += pull * values[k * count + f]!;
  }
  return Math.log(total) - Math.log(right);
}
