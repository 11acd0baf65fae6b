import { Ctx, Query, Resolver } from 'type-graphql';
import type { ApiContext } from '../context';
import { computeImports } from './coverage.reference';
import { currentCoverageRegion } from './coverage.resolver';
import { CoverageImports } from './coverageReference.type';

/** Serves `coverageImports`. */
@Resolver()
export class CoverageImportsResolver {
  /** What was imported for coverage, from whom, and what is still estimated? */
  @Query(() => CoverageImports, {
    nullable: true,
    complexity: ({ childComplexity }) => 50 + childComplexity,
    description:
      'What was imported for coverage (ages by commune, travel times, territories to compare with), from whom, and over how many communes?',
  })
  async coverageImports(@Ctx() { projections }: ApiContext): Promise<CoverageImports> {
    return computeImports(await currentCoverageRegion(projections));
  }
}
