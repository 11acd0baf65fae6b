import 'reflect-metadata';
import type { GraphQLSchema } from 'graphql';
import { buildSchema, type NonEmptyArray } from 'type-graphql';
import { BriefResolver } from './analysis/brief.resolver';
import { CoverageResolver } from './analysis/coverage.resolver';
import { CoverageImportsResolver } from './analysis/coverageImports.resolver';
import { CoverageScenarioResolver } from './analysis/coverageScenario.resolver';
import { DirectoryResolver } from './analysis/directory.resolver';
import { DuplicatesResolver } from './analysis/duplicates.resolver';
import { GraphSummaryResolver } from './analysis/graphSummary.resolver';
import { ImportResolver } from './analysis/import.resolver';
import { ImportHistoryResolver } from './analysis/importHistory.resolver';
import { ImportRegisterResolver } from './analysis/importRegister.resolver';
import { NeighbourhoodResolver } from './analysis/neighbourhood.resolver';
import { NeedsResolver } from './analysis/needs.resolver';
import { NeedsPublishingResolver } from './analysis/needsPublishing.resolver';
import { OffersResolver } from './analysis/offers.resolver';
import { PartnersResolver } from './analysis/partners.resolver';
import { PathsResolver } from './analysis/paths.resolver';
import { ProvenanceResolver } from './analysis/provenance.resolver';
import { SearchResolver } from './analysis/search.resolver';
import { SurveyResolver } from './analysis/survey.resolver';
import { SynergiesResolver } from './analysis/synergies.resolver';
import { TeamsResolver } from './analysis/teams.resolver';
import { SourceStatementsResolver } from './analysis/sourceStatements.resolver';
import { TerritoryProfileResolver } from './analysis/territoryProfile.resolver';
import { dateTime } from './dateTime';

/** Every resolver of what is computed or written: to add a measure, write its `.type` and `.resolver` and list it here. */
// eslint-disable-next-line @typescript-eslint/no-unsafe-function-type -- the type that type-graphql asks for
export const analysisResolvers: NonEmptyArray<Function> = [
  BriefResolver,
  CoverageResolver,
  CoverageScenarioResolver,
  CoverageImportsResolver,
  DirectoryResolver,
  DuplicatesResolver,
  GraphSummaryResolver,
  ImportResolver,
  ImportHistoryResolver,
  ImportRegisterResolver,
  NeighbourhoodResolver,
  NeedsResolver,
  NeedsPublishingResolver,
  OffersResolver,
  PartnersResolver,
  PathsResolver,
  ProvenanceResolver,
  SearchResolver,
  SurveyResolver,
  SynergiesResolver,
  TeamsResolver,
  SourceStatementsResolver,
  TerritoryProfileResolver,
];

/**
 * Builds the schema of what is computed and written. Arguments are not validated here: each resolver parses its own
 * with `parseArguments`.
 */
export async function buildAnalysisSchema(): Promise<GraphQLSchema> {
  return buildSchema({
    resolvers: analysisResolvers,
    validate: false,
    scalarsMap: [{ type: Date, scalar: dateTime }],
  });
}
