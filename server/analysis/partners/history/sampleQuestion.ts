import { drawIndex } from '../../random';
import { TIE_FEATURES } from './tieFeatures';
import type { TieCircumstances, TieColumns } from './tieFeatures';

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
