/** The parts of the score of a partner. */
export const PARTS = ['cover', 'theme', 'near', 'network', 'audience'] as const;
/** A part of the score of a partner. */
export type Part = (typeof PARTS)[number];

/** Weight of each part: zero or positive, on any scale. */
export type PartWeights = Record<Part, number>;

/**
 * What the search uses unless told: cover dominant, so that who has what is lacking comes before who only shares the themes. Among a
 * few sharings tried on the region's hidden co-producers, the heaviest on cover that finds as many of them.
 */
export const DEFAULT_WEIGHTS: Readonly<PartWeights> = {
  cover: 0.6,
  theme: 0.15,
  near: 0.1,
  network: 0.1,
  audience: 0.05,
};

/**
 * Weights of the parts that the brief asks about, brought to a sum of 1; 0 for the others, and for all when nothing with a weight is asked.
 *
 * @throws RangeError when a weight is negative or not a number
 */
export function shareWeights(weights: PartWeights, asked: Record<Part, boolean>): PartWeights {
  let total = 0;
  for (const part of PARTS) {
    if (!(weights[part] >= 0 && Number.isFinite(weights[part])))
      throw new RangeError(`weight ${weights[part]} of ${part} is not zero or positive`);
    if (asked[part]) total += weights[part];
  }
  const shared = { ...weights };
  for (const part of PARTS) shared[part] = asked[part] && total > 0 ? weights[part] / total : 0;
  return shared;
}

/** Σ weight × value over named values; a value that is not known (`NaN`) adds nothing. Every ranking of partners is such a sum. */
export function weightedSum(weights: ArrayLike<number>, values: ArrayLike<number>): number {
  let sum = 0;
  for (let k = 0; k < weights.length; k++) {
    const value = values[k]!;
    if (value === value) sum += weights[k]! * value;
  }
  return sum;
}
