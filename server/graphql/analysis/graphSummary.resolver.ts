import { Ctx, Query, Resolver } from 'type-graphql';
import { readGraphSummary } from '../../graph/readGraphSummary';
import type { ApiContext } from '../context';
import { GraphSummary } from './graphSummary.type';

/** Serves `graphSummary`. */
@Resolver()
export class GraphSummaryResolver {
  /** Counts of what is stored and of what is not known. */
  @Query(() => GraphSummary, {
    nullable: true,
    complexity: 20,
    description: 'How much the graph holds, what it does not know, and from when it is.',
  })
  async graphSummary(@Ctx() { database }: ApiContext): Promise<GraphSummary> {
    const { lastImportAt, ...counts } = await readGraphSummary(database);
    return { ...counts, lastImportAt: lastImportAt === null ? null : new Date(lastImportAt) };
  }
}
