import type {
  CoverageQuery,
  CoverageScenarioQuery,
  CoverageSitingQuery,
  CoverageSummaryQuery,
  CoverageVerdictsQuery,
} from '../../graphql/generated/graphql';

/** The answer of the API. */
export type CoverageAnswer = NonNullable<CoverageQuery['coverage']>;
/** Whether no weight of the supply is known, so that only where it is can be told. */
export function isUnweighed({ notes }: CoverageAnswer): boolean {
  return notes.assumedWeight == null && notes.points > 0;
}
/** One unit of it. */
export type CoverageUnit = CoverageAnswer['units'][number];
/** Whether people of the audience, or the young, are unknown only because ages are: how many live there is known. */
export function lacksAges(
  unit: Pick<CoverageUnit, 'people' | 'young' | 'population'>,
  ofYoung: boolean,
): boolean {
  return unit.population != null && (ofYoung ? unit.young : unit.people) == null;
}
/** What added places change. */
export type ScenarioAnswer = NonNullable<CoverageScenarioQuery['coverageScenario']>;
/** The best places. */
export type SitingAnswer = NonNullable<CoverageSitingQuery['coverageSiting']>;
/** The least served, and how surely. */
export type VerdictsAnswer = NonNullable<CoverageVerdictsQuery['coverageVerdicts']>;
/** The region in a few figures. */
export type SummaryAnswer = NonNullable<CoverageSummaryQuery['coverageSummary']>;
