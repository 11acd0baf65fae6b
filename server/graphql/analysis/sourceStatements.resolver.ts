import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { z } from 'zod';
import type { ApiContext } from '../context';
import { parseArguments } from '../parseArguments';
import { currentRegion } from './region';
import { SourceStatements } from './sourceStatements.type';

const statementArguments = z.object({ sourceId: z.string().min(1).max(200) });
const most = 500;

/** Serves `sourceStatements`. */
@Resolver()
export class SourceStatementsResolver {
  /** What a source states by relationships. */
  @Query(() => SourceStatements, {
    nullable: true,
    complexity: ({ childComplexity }) => 20 + childComplexity * 20,
    description:
      'What a source states by relationships; empty lists for a source that states none, or is unknown.',
  })
  async sourceStatements(
    @Arg('sourceId', () => ID, { description: 'The source.' }) sourceId: string,
    @Ctx() { projections }: ApiContext,
  ): Promise<SourceStatements> {
    const asked = parseArguments(statementArguments, { sourceId });
    const { value: rows } = await currentRegion(projections);
    return {
      competences: rows.actorCompetences
        .filter((row) => row.sourceId === asked.sourceId)
        .slice(0, most)
        .map(({ actor, competence, ...rest }) => ({ ...rest, actorId: actor, competenceId: competence })),
      contributions: rows.contributions
        .filter((row) => row.sourceId === asked.sourceId)
        .slice(0, most)
        .map(({ actor, production, role, year }) => ({
          actorId: actor,
          productionId: production,
          role,
          year,
        })),
    };
  }
}
