import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import { z } from 'zod';
import { filterActors, type ActorFilter } from '../../analysis/explore/actorFilter';
import { communityView, type CommunityView } from '../../analysis/explore/communityView';
import { nodeKinds, relations } from '../../analysis/explore/exploreGraph';
import { networkView, type NetworkView, type ViewRequest } from '../../analysis/explore/networkView';
import type { ApiContext } from '../context';
import { parseArguments } from '../parseArguments';
import {
  actorFilterSchema,
  ActorFilterInput,
  ActorTieFilterInput,
  languageSchema,
  resolveFilter,
  tieFilterSchema,
} from './actorFilter.type';
import { currentExploredRegion, type ExploredRegion } from './explore.rows';
import { toCanvasView } from './neighbourhood.rows';
import { CanvasRequestInput, CanvasView } from './neighbourhood.type';

const keys = (most: number) =>
  z
    .array(z.string().min(1).max(210))
    .max(most, `has more than ${most} keys`)
    .nullish()
    .transform((list) => list ?? []);

const step = z.object({
  key: z.string().min(1).max(210),
  relation: z.enum(relations),
  most: z
    .number()
    .int()
    .min(1)
    .max(3000)
    .nullish()
    .transform((most) => most ?? 60),
});

const canvasArguments = z.object({
  request: z.preprocess(
    (given) => given ?? {},
    z.object({
      start: keys(500),
      steps: z
        .array(step)
        .max(200, 'has more than 200 steps')
        .nullish()
        .transform((list) => list ?? []),
      hidden: keys(1000),
      grouped: z
        .boolean()
        .nullish()
        .transform((grouped) => grouped ?? true),
      opened: keys(500),
      nodeKinds: z
        .array(z.enum(nodeKinds))
        .nullish()
        .transform((list) => list ?? []),
      mostElements: z
        .number()
        .int()
        .min(1)
        .max(3000)
        .nullish()
        .transform((most) => most ?? 1500),
    }),
  ),
  filter: actorFilterSchema,
  ties: tieFilterSchema,
  language: languageSchema,
});

type CanvasArguments = z.output<typeof canvasArguments>;

/** Serves `canvas`. */
@Resolver()
export class NeighbourhoodResolver {
  /** What one sees of the network after a walk from some nodes, or of the whole region. */
  @Query(() => CanvasView, {
    nullable: true,
    complexity: ({ childComplexity }) => 200 + childComplexity,
    description:
      'What one sees of the network after a walk from some nodes, or of the whole region by its communities. Filters hide and are counted; they never change what was walked.',
  })
  async canvas(
    @Arg('request', () => CanvasRequestInput, { nullable: true, description: 'What one asks to see.' })
    request: CanvasRequestInput | null,
    @Arg('filter', () => ActorFilterInput, { nullable: true, description: 'What is asked of actors.' })
    filter: ActorFilterInput | null,
    @Arg('ties', () => ActorTieFilterInput, { nullable: true, description: 'Which ties count.' })
    ties: ActorTieFilterInput | null,
    @Arg('language', () => String, { defaultValue: 'fr', description: 'Language of labels: fr or en.' })
    language: string,
    @Ctx() { database, projections }: ApiContext,
  ): Promise<CanvasView> {
    const asked = parseArguments(canvasArguments, { request, filter, ties, language });
    const region = await currentExploredRegion(projections);
    const view = viewOf(region, asked, await resolveFilter(database, asked.filter));
    return toCanvasView(region, view, {
      language: asked.language,
      isWhole: asked.request.start.length === 0,
    });
  }
}

function viewOf(
  region: ExploredRegion,
  { request, ties }: CanvasArguments,
  filter: ActorFilter,
): CommunityView {
  const matching = new Set(filterActors(region.actors, filter, new Date().getFullYear()).matching);
  const shared: Omit<ViewRequest, 'seeds' | 'keepSeeds'> = {
    expansions: request.steps,
    hidden: request.hidden,
    nodeKinds: request.nodeKinds,
    keepsActor: (place) => matching.has(place),
    ties,
    mostElements: request.mostElements,
  };
  const { graph, actors } = region;
  if (request.start.length > 0)
    return withoutGroups(networkView(graph, { ...shared, seeds: request.start, keepSeeds: true }));
  if (request.grouped) return communityView(graph, region.communities, request.opened, shared);
  const seeds = actors.map((_, place) => graph.nodes[place]!.key);
  return withoutGroups(networkView(graph, { ...shared, seeds, keepSeeds: false }));
}

function withoutGroups(view: NetworkView): CommunityView {
  return { groups: [], groupEdges: [], hiddenInGroups: 0, leftOutInGroups: 0, groupEdgesLeftOut: 0, view };
}
