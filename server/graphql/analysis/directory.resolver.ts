import { Arg, Ctx, ID, Int, Query, Resolver } from 'type-graphql';
import { z } from 'zod';
import { filterActors } from '../../analysis/explore/actorFilter';
import { directoryOrders, sortDirectory } from '../../analysis/explore/directory';
import type { ApiContext } from '../context';
import { parseArguments } from '../parseArguments';
import { actorFilterSchema, ActorFilterInput, languageSchema, resolveFilter } from './actorFilter.type';
import { toFacets, toRow } from './directory.rows';
import { Directory, DirectoryOrder } from './directory.type';
import { currentExploredRegion } from './explore.rows';

const directoryArguments = z.object({
  filter: actorFilterSchema,
  among: z.array(z.string().min(1).max(200)).max(3000, 'has more than 3000 actors').nullish(),
  order: z.enum(directoryOrders),
  first: z.number().int().min(0).max(1000, 'is over 1000'),
  after: z.number().int().min(0),
  language: languageSchema,
});

/** Serves `directory`. */
@Resolver()
export class DirectoryResolver {
  /** Actors that match, and how many have each value of each facet. */
  @Query(() => Directory, {
    nullable: true,
    complexity: ({ args, childComplexity }) => 100 + childComplexity * Math.ceil(Number(args['first']) / 20),
    description:
      'Actors that match a filter, sorted, by pages, and every facet counted by what the other choices leave.',
  })
  async directory(
    @Arg('filter', () => ActorFilterInput, { nullable: true, description: 'What is asked of actors.' })
    filter: ActorFilterInput | null,
    @Arg('among', () => [ID], {
      nullable: true,
      description: 'Identifiers of the actors among which to look; all when absent.',
    })
    among: string[] | null,
    @Arg('order', () => DirectoryOrder, {
      defaultValue: DirectoryOrder.NAME,
      description: 'Order of the rows.',
    })
    order: DirectoryOrder,
    @Arg('first', () => Int, { defaultValue: 100, description: 'Rows at most, 0 to 1000.' }) first: number,
    @Arg('after', () => Int, { defaultValue: 0, description: 'Rows to skip.' }) after: number,
    @Arg('language', () => String, { defaultValue: 'fr', description: 'Language of labels: fr or en.' })
    language: string,
    @Ctx() { database, projections }: ApiContext,
  ): Promise<Directory> {
    const asked = parseArguments(directoryArguments, { filter, among, order, first, after, language });
    const region = await currentExploredRegion(projections);
    const wanted = asked.among && new Set(asked.among);
    const actors = wanted ? region.actors.filter(({ id }) => wanted.has(id)) : region.actors;
    const resolved = await resolveFilter(database, asked.filter);
    const { matching, counts } = filterActors(actors, resolved, new Date().getFullYear());
    const page = sortDirectory(actors, matching, asked.order).slice(asked.after, asked.after + asked.first);
    return {
      total: matching.length,
      among: actors.length,
      rows: page.map((place) => toRow(region, actors[place]!, asked.language)),
      facets: toFacets(region, counts, asked.language),
    };
  }
}
