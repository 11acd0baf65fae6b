import type { CoverageQuery } from '../../graphql/generated/graphql';
import type { AreaClass } from '../../views/map/mapStyle';

/** The answer of the API. */
export type CoverageAnswer = NonNullable<CoverageQuery['coverage']>;
/** One unit of it. */
export type CoverageUnit = CoverageAnswer['units'][number];

/** Class of a unit: the class of the legend that holds its access, or what there is instead. */
export function toAreaClass({ access }: CoverageUnit, classes: CoverageAnswer['classes']): AreaClass {
  if (access == null) return 'UNKNOWN';
  if (access === 0) return 'NOTHING';
  const found = classes.findLastIndex(({ from }) => from != null && access >= from);
  return Math.max(0, found);
}

/** Units from the least served on: nothing in reach first, then the least access; among equals, the most people first. */
export function sortLeastServed(units: readonly CoverageUnit[]): CoverageUnit[] {
  return units
    .filter(({ access, people }) => access != null && (people ?? 0) > 0)
    .sort((a, b) => a.access! - b.access! || b.people! - a.people!);
}

/** Towns whose names help one find one's way: the most populated, none too near a larger one. */
export function chooseTowns<T extends { location?: { longitude: number; latitude: number } | null }>(
  towns: readonly T[],
  most = 14,
): T[] {
  const kept: T[] = [];
  for (const town of towns) {
    const here = town.location;
    const isNear = kept.some(({ location }) => {
      const dx = (location!.longitude - (here?.longitude ?? 0)) * 0.64;
      return Math.hypot(dx, location!.latitude - (here?.latitude ?? 0)) < 0.2;
    });
    if (here && !isNear && kept.length < most) kept.push(town);
  }
  return kept;
}
