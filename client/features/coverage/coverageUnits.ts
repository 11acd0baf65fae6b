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
