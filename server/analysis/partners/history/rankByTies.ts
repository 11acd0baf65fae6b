import { TIE_FEATURES, tieFeatures } from './tieFeatures';
import type { TieColumns, TieFeature, TieQuestion } from './tieFeatures';
import type { TieModel } from './tieModel';

/** Weight of each feature. A feature left out weighs nothing. */
export type TieWeights = Partial<Record<TieFeature, number>>;

/** A candidate ranked by past ties, activity and themes. */
export interface TieScore {
  organisation: number;
  score: number;
  /** Each feature with its value, its weight and what it adds, most first. They add to the score. */
  parts: { feature: TieFeature; value: number; weight: number; points: number }[];
}

/** Σ weight × feature of every organisation. */
export function scoreByTies(columns: TieColumns, weights: TieWeights): Float64Array {
  const scores = new Float64Array(columns.projects.length);
  for (const feature of TIE_FEATURES) {
    const weight = weights[feature] ?? 0;
    if (weight === 0) continue;
    const column = columns[feature];
    for (let i = 0; i < scores.length; i++) scores[i]! += weight * column[i]!;
  }
  return scores;
}

/**
 * Ranks organisations as partners of the members of a question by what they did before: a weighted sum of features, each shown. Members and those
 * excluded are not ranked. Equal scores: more projects first, then lower number.
 *
 * @param limit - how many to return
 */
export function rankByTies(
  model: TieModel,
  question: TieQuestion,
  weights: TieWeights,
  excluded: ReadonlySet<number>,
  limit: number,
): TieScore[] {
  const columns = tieFeatures(model, question);
  const scores = scoreByTies(columns, weights);
  const out = new Set([...excluded, ...question.members]);
  const first = [...scores.keys()]
    .filter((i) => !out.has(i))
    .sort((x, y) => scores[y]! - scores[x]! || model.projects[y]! - model.projects[x]! || x - y)
    .slice(0, limit);
  return first.map((organisation) => {
    const parts = TIE_FEATURES.map((feature) => {
      const [value, weight] = [columns[feature][organisation]!, weights[feature] ?? 0];
      return { feature, value, weight, points: value * weight };
    }).sort((x, y) => y.points - x.points);
    return { organisation, score: scores[organisation]!, parts };
  });
}
