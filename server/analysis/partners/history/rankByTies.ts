import { TIE_CIRCUMSTANCES, TIE_FEATURES, tieCircumstances, tieFeatures } from './tieFeatures';
import type { TieCircumstance, TieCircumstances, TieColumns, TieFeature, TieQuestion } from './tieFeatures';
import type { TieModel } from './tieModel';

/** Weight of each feature. A feature left out weighs nothing. */
export type TieWeights = Partial<Record<TieFeature, number>>;

/** Weights, and how they change with the circumstances of a question. */
export interface TieWeighting {
  weights: TieWeights;
  /** Added to each weight for each unit of a circumstance above its usual value. */
  by: Partial<Record<TieCircumstance, TieWeights>>;
  /** The usual circumstances, and how far from them weights still change. */
  usual: TieCircumstances;
  farthest: TieCircumstances;
}

/** How far a question is from the usual in a circumstance, bounded. */
export function distanceFromUsual(
  circumstances: TieCircumstances,
  { usual, farthest }: Pick<TieWeighting, 'usual' | 'farthest'>,
  name: TieCircumstance,
): number {
  return Math.max(-farthest[name], Math.min(farthest[name], circumstances[name] - usual[name]));
}

/** The weights in the circumstances of a question. */
export function weightsFor(weighting: TieWeighting, circumstances: TieCircumstances): TieWeights {
  const distances = TIE_CIRCUMSTANCES.map(
    (name) => [name, distanceFromUsual(circumstances, weighting, name)] as const,
  );
  return Object.fromEntries(
    TIE_FEATURES.map((feature) => [
      feature,
      distances.reduce(
        (sum, [name, distance]) => sum + distance * (weighting.by[name]?.[feature] ?? 0),
        weighting.weights[feature] ?? 0,
      ),
    ]),
  );
}

/** A candidate ranked by past ties, activity and themes. */
export interface TieScore {
  organisation: number;
  score: number;
  /** Each feature that weighs, with its value, its weight and what it adds, most first. They add to the score. */
  parts: { feature: TieFeature; value: number; weight: number; points: number }[];
}

/** Σ weight × feature of every organisation. */
export function scoreByTies(columns: TieColumns, weights: TieWeights): Float64Array {
  const scores = new Float64Array(columns.recent.length);
  for (const feature of TIE_FEATURES) {
    const weight = weights[feature] ?? 0;
    if (weight === 0) continue;
    const column = columns[feature];
    for (let i = 0; i < scores.length; i++) scores[i]! += weight * column[i]!;
  }
  return scores;
}

/**
 * Ranks organisations as partners of the members of a question by what they did before: a weighted sum of features, each shown, with weights
 * that follow the circumstances of the question. Members and those
 * excluded are not ranked. Equal scores: more projects first, then lower number.
 *
 * @param limit - how many to return
 */
export function rankByTies(
  model: TieModel,
  question: TieQuestion,
  weighting: TieWeighting,
  excluded: ReadonlySet<number>,
  limit: number,
): TieScore[] {
  const weights = weightsFor(weighting, tieCircumstances(model, question));
  const columns = tieFeatures(model, question);
  const scores = scoreByTies(columns, weights);
  const out = new Set([...excluded, ...question.members]);
  const first = [...scores.keys()]
    .filter((i) => !out.has(i))
    .sort((x, y) => scores[y]! - scores[x]! || model.projects[y]! - model.projects[x]! || x - y)
    .slice(0, limit);
  return first.map((organisation) => {
    const parts = TIE_FEATURES.filter((feature) => (weights[feature] ?? 0) !== 0)
      .map((feature) => {
        const [value, weight] = [columns[feature][organisation]!, weights[feature]!];
        return { feature, value, weight, points: value * weight };
      })
      .sort((x, y) => y.points - x.points);
    return { organisation, score: scores[organisation]!, parts };
  });
}
