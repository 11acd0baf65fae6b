/** A band of a step decay: the weight of trips that last up to `upTo` minutes, that value included. */
export interface DecayBand {
  upTo: number;
  /** 0..1. */
  weight: number;
}

/** How fast a supply counts less when it takes longer to reach. */
export type Decay =
  { kind: 'LIMIT' } | { kind: 'STEP'; bands: readonly DecayBand[] } | { kind: 'GAUSSIAN'; sigma: number };

/** Three bands of 10 minutes with the slow decay of Luo and Qi (2009): 1, 0.68 and 0.22. */
export const DEFAULT_STEP: Decay = {
  kind: 'STEP',
  bands: [
    { upTo: 10, weight: 1 },
    { upTo: 20, weight: 0.68 },
    { upTo: 30, weight: 0.22 },
  ],
};

/**
 * The weight of a trip as a function of its minutes: 0 beyond the catchment, whatever the decay; at the edge itself
 * every kind still counts, so that a step decay of one band of weight 1 and a hard limit are the same measure.
 *
 * - `LIMIT`: 1 within the catchment (two-step floating catchment, Luo and Wang 2003, doi:10.1068/b29120)
 * - `STEP`: the weight of the first band that reaches so far, 0 after the last (Luo and Qi 2009,
 *   doi:10.1016/j.healthplace.2009.06.002)
 * - `GAUSSIAN`: exp(−t² / 2σ²), 1 at no distance
 *
 * @param catchmentMinutes - 0 or more
 * @throws RangeError on a negative catchment, weights outside 0..1, bands out of order, no band, or σ not positive
 */
export function decayFunction(decay: Decay, catchmentMinutes: number): (minutes: number) => number {
  if (!(catchmentMinutes >= 0))
    throw new RangeError(`catchment of ${catchmentMinutes} minutes is not 0 or more`);
  if (decay.kind === 'LIMIT') return (minutes) => (minutes <= catchmentMinutes ? 1 : 0);
  if (decay.kind === 'GAUSSIAN') {
    if (!(decay.sigma > 0)) throw new RangeError(`sigma ${decay.sigma} is not positive`);
    const scale = -1 / (2 * decay.sigma ** 2);
    return (minutes) => (minutes <= catchmentMinutes ? Math.exp(minutes * minutes * scale) : 0);
  }
  checkBands(decay.bands);
  const bands = decay.bands;
  return (minutes) => {
    if (!(minutes <= catchmentMinutes)) return 0;
    for (const { upTo, weight } of bands) if (minutes <= upTo) return weight;
    return 0;
  };
}

function checkBands(bands: readonly DecayBand[]): void {
  if (bands.length === 0) throw new RangeError('a step decay needs at least one band');
  bands.forEach(({ upTo, weight }, i) => {
    if (!(weight >= 0 && weight <= 1)) throw new RangeError(`weight ${weight} is outside 0..1`);
    if (!(upTo > (bands[i - 1]?.upTo ?? -1)))
      throw new RangeError(`band up to ${upTo} minutes is not after the one before`);
  });
}
