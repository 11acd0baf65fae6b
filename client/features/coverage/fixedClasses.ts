import type { CoverageLevel } from '../../graphql/generated/graphql';
import type { CoverageMeasure } from './coverageMeasures';
import type { SupplyUnit } from './coverageState';

/**
 * What a place counts for in each unit, by order of magnitude: one actor; some ten hours of opening a week; a hundred people at once; ten thousand
 * visits a year. Classes of supply are those of actors, times this, so that they are round and stay the same whatever is shown.
 */
const MAGNITUDE: Record<SupplyUnit, number> = {
  EQUAL: 1,
  OPENING: 10,
  CAPACITY: 100,
  ATTENDANCE: 10_000,
  VISITS: 10_000,
};

/** Lower limits for one actor: access and supply per 10,000 people, and what a scenario adds to it. */
const PER_ACTOR = { supply: [0, 0.25, 0.5, 1, 2], gain: [0, 0.05, 0.1, 0.25, 0.5] } as const;

/** Young people of a unit, by level: a commune has hundreds, an EPCI tens of thousands, a département hundreds of thousands. */
const YOUNG: Record<CoverageLevel, readonly number[]> = {
  COMMUNE: [0, 100, 500, 2000, 10_000],
  EPCI: [0, 5000, 10_000, 20_000, 50_000],
  DEPARTMENT: [0, 100_000, 200_000, 400_000, 800_000],
  FORMER_REGION: [0, 250_000, 500_000, 1_000_000, 2_000_000],
  REGION: [0, 500_000, 1_000_000, 2_000_000, 4_000_000],
};

/** Lower limits of the five fixed classes of a measure, in its unit: round, and the same whatever the data. */
export function fixedLimits(
  measure: CoverageMeasure,
  unit: SupplyUnit,
  level: CoverageLevel,
): readonly number[] {
  const scaled = (limits: readonly number[]) => limits.map((limit) => limit * MAGNITUDE[unit]);
  switch (measure) {
    case 'acces':
    case 'apres':
    case 'surPlace':
      return scaled(PER_ACTOR.supply);
    case 'gain':
      return scaled(PER_ACTOR.gain);
    case 'proche':
      return [0, 10, 20, 30, 45];
    case 'couverts':
      return [0, 0.25, 0.5, 0.75, 0.9];
    case 'quotient':
      return [0, 0.5, 0.8, 1.25, 2];
    case 'jeunes':
      return YOUNG[level];
  }
}
