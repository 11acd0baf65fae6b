import type {
  CoverageQuery,
  CoverageScenarioQuery,
  CoverageSitingQuery,
  CoverageSummaryQuery,
  CoverageVerdictsQuery,
} from '../../graphql/generated/graphql';

/** The answer of the API. */
export type CoverageAnswer = NonNullable<CoverageQuery['coverage']>;
/** One unit of it. */
export type CoverageUnit = CoverageAnswer['units'][number];
/** What added places change. */
export type ScenarioAnswer = NonNullable<CoverageScenarioQuery['coverageScenario']>;
/** The best places. */
export type SitingAnswer = NonNullable<CoverageSitingQuery['coverageSiting']>;
/** The least served, and how surely. */
export type VerdictsAnswer = NonNullable<CoverageVerdictsQuery['coverageVerdicts']>;
/** The region in a few figures. */
export type SummaryAnswer = NonNullable<CoverageSummaryQuery['coverageSummary']>;

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
