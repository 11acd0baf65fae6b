import { drawIndex } from '../../random';
import { TIE_FEATURES } from './tieFeatures';
import type { TieColumns } from './tieFeatures';
import type { TieWeights } from './rankByTies';

/** Candidates of a question sampled for fitting: the answers first. */
export interface FitSample {
  /** Feature `f` of candidate `k` at `k * TIE_FEATURES.length + f`. */
  values: Float32Array;
  answers: number;
  candidates: number;
  /** Logarithm of how many candidates each stands for; 0 for one that stands for itself. */
  offsets: Float64Array;
}

/** Strongest candidates kept whole, and others drawn near and far, each standing for many. */
const [STRONG, NEAR, NEAR_DRAWN, FAR_DRAWN] = [200, 2500, 100, 60];

/**
 * Samples a question: its answers, the 200 strongest other candidates by a rough score, a hundred of the 2,300 next and sixty of the rest, those
 * drawn weighing as many as they stand for, so that the sum over the sample estimates that over all.
 */
export function sampleQuestion(
  columns: TieColumns,
  answers: readonly number[],
  excluded: ReadonlySet<number>,
  random: () => number,
): FitSample {
  const isAnswer = new Set(answers);
  const rough = columns.adamicAdarTheme.map(
    (x, i) => x + columns.themeRecent[i]! + columns.themeFriends[i]! + 2 * columns.togetherOnThemes[i]!,
  );
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
  return { values, answers: answers.length, candidates: list.length, offsets: Float64Array.from(offsets) };
}

/** How the weights are fitted. */
export interface FitOptions {
  steps: number;
  /** Penalty on the square of each weight, features brought to unit spread. */
  ridge: number;
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
): { weights: TieWeights; loss: number } {
  const count = TIE_FEATURES.length;
  const spread = spreadOf(samples);
  const scaled = new Float64Array(count);
  const [mean, square] = [new Float64Array(count), new Float64Array(count)];
  let loss = 0;
  for (let step = 1; step <= options.steps; step++) {
    const gradient = new Float64Array(count);
    const weights = scaled.map((w, f) => w / spread[f]!);
    loss = samples.reduce((sum, sample) => sum + addGradient(sample, weights, gradient), 0) / samples.length;
    const rate = step < 0.6 * options.steps ? 0.08 : 0.03;
    for (let f = 0; f < count; f++) {
      const g = gradient[f]! / (samples.length * spread[f]!) + options.ridge * scaled[f]!;
      mean[f] = 0.9 * mean[f]! + 0.1 * g;
      square[f] = 0.999 * square[f]! + 0.001 * g * g;
      const [m, v] = [mean[f]! / (1 - 0.9 ** step), square[f]! / (1 - 0.999 ** step)];
      scaled[f]! -= (rate * m) / (Math.sqrt(v) + 1e-8);
    }
  }
  const weights: TieWeights = {};
  TIE_FEATURES.forEach((feature, f) => (weights[feature] = Number((scaled[f]! / spread[f]!).toPrecision(4))));
  return { weights, loss };
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
