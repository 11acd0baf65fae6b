import { Arg, Ctx, ID, Int, Query, Resolver } from 'type-graphql';
import { z } from 'zod';
import { nodeKey, type ExploreEdge, type ExploreGraph } from '../../analysis/explore/exploreGraph';
import { neighbours } from '../../analysis/explore/networkView';
import type { RegionTie } from '../../analysis/explore/regionTies';
import { tellEdge } from '../../analysis/explore/shownEdges';
import { keepsTie } from '../../analysis/explore/tieFilter';
import { tiePaths } from '../../analysis/explore/tiePaths';
import { NotFoundError } from '../../errors';
import type { ApiContext } from '../context';
import { parseArguments } from '../parseArguments';
import { ActorTieFilterInput, tieFilterSchema } from './actorFilter.type';
import { currentExploredRegion, type ExploredRegion } from './explore.rows';
import { ActorPaths, ActorTie, TieProof } from './paths.type';

const ends = {
  fromActorId: z.string().min(1).max(200),
  toActorId: z.string().min(1).max(200),
  ties: tieFilterSchema,
};
const pathArguments = z.object({ ...ends, most: z.number().int().min(1).max(50) });
const tieArguments = z.object(ends);
const oneArguments = z.object({ actorId: z.string().min(1).max(200), ties: tieFilterSchema });

/** Serves `actorPaths`, `actorTies` and `tiesBetween`. */
@Resolver()
export class PathsResolver {
  /** The shortest ways from an actor to another. */
  @Query(() => ActorPaths, {
    nullable: true,
    complexity: ({ args, childComplexity }) => 100 + childComplexity * Number(args['most']),
    description: 'The shortest ways from an actor to another by their ties, each step with what proves it.',
  })
  async actorPaths(
    @Arg('fromActorId', () => ID, { description: 'Where one starts.' }) fromActorId: string,
    @Arg('toActorId', () => ID, { description: 'Whom one wants to reach.' }) toActorId: string,
    @Arg('ties', () => ActorTieFilterInput, { nullable: true, description: 'Which ties count.' })
    ties: ActorTieFilterInput | null,
    @Arg('most', () => Int, { defaultValue: 5, description: 'Paths at most, 1 to 50.' }) most: number,
    @Ctx() { projections }: ApiContext,
  ): Promise<ActorPaths> {
    const asked = parseArguments(pathArguments, { fromActorId, toActorId, ties, most });
    const region = await currentExploredRegion(projections);
    mustExist(region, asked);
    const actorIds = region.actors.map(({ id }) => id);
    const found = tiePaths(
      region.graph,
      actorIds,
      asked.fromActorId,
      asked.toActorId,
      asked.ties,
      asked.most,
    )!;
    return {
      hops: found.hops,
      pathCount: found.pathCount,
      paths: found.paths.map((steps) => ({
        steps: steps.map(({ from, to, proofs }) => ({
          fromActorId: from,
          toActorId: to,
          proofs: proofs.map(toProof),
        })),
      })),
    };
  }

  /** Everyone an actor is tied to. */
  @Query(() => [ActorTie], {
    nullable: true,
    complexity: ({ childComplexity }) => 50 + childComplexity * 30,
    description: 'Everyone an actor is tied to, the best tied first, with all that ties them.',
  })
  async actorTies(
    @Arg('actorId', () => ID, { description: 'The actor.' }) actorId: string,
    @Arg('ties', () => ActorTieFilterInput, { nullable: true, description: 'Which ties count.' })
    ties: ActorTieFilterInput | null,
    @Ctx() { projections }: ApiContext,
  ): Promise<ActorTie[]> {
    const asked = parseArguments(oneArguments, { actorId, ties });
    const { graph } = await currentExploredRegion(projections);
    const place = placeOf(graph, 'actorId', asked.actorId);
    const keep = keepsTie(asked.ties);
    const found = neighbours(graph, place, 'TIE').map((other) => {
      const edge = tieBetween(graph, place, other);
      const told = edge && tellEdge(edge, keep);
      if (!told) return null;
      const proofs = edge.ties.filter(keep).map(toProof);
      return {
        otherActorId: graph.nodes[other]!.id,
        weight: told.weight,
        lastYear: told.lastYear,
        proofs,
      };
    });
    return found.filter((tie) => tie !== null).sort((x, y) => y.weight - x.weight);
  }

  /** Everything that ties two actors. */
  @Query(() => [TieProof], {
    nullable: true,
    complexity: ({ childComplexity }) => 20 + childComplexity * 10,
    description: 'Everything that ties two actors; empty when nothing does.',
  })
  async tiesBetween(
    @Arg('fromActorId', () => ID, { description: 'An actor.' }) fromActorId: string,
    @Arg('toActorId', () => ID, { description: 'Another.' }) toActorId: string,
    @Arg('ties', () => ActorTieFilterInput, { nullable: true, description: 'Which ties count.' })
    ties: ActorTieFilterInput | null,
    @Ctx() { projections }: ApiContext,
  ): Promise<TieProof[]> {
    const asked = parseArguments(tieArguments, { fromActorId, toActorId, ties });
    const region = await currentExploredRegion(projections);
    const [from, to] = mustExist(region, asked);
    const edge = tieBetween(region.graph, from, to);
    return (edge?.ties ?? []).filter(keepsTie(asked.ties)).map(toProof);
  }
}

function tieBetween({ edges, edgesAt }: ExploreGraph, from: number, to: number): ExploreEdge | undefined {
  return edgesAt[from]!.map((index) => edges[index]!).find(
    ({ relation, source, target }) =>
      relation === 'TIE' && ((source === from && target === to) || (source === to && target === from)),
  );
}

function placeOf(graph: ExploreGraph, where: string, id: string): number {
  const place = graph.places.get(nodeKey('ACTOR', id));
  if (place === undefined) throw new NotFoundError(`No actor has the identifier ${id}.`, { where, what: id });
  return place;
}

function mustExist(
  { graph }: ExploredRegion,
  { fromActorId, toActorId }: { fromActorId: string; toActorId: string },
): [number, number] {
  return [placeOf(graph, 'fromActorId', fromActorId), placeOf(graph, 'toActorId', toActorId)];
}

function toProof(tie: RegionTie): TieProof {
  const text = (value: string | number | null | undefined): string | null =>
    value == null ? null : String(value);
  return {
    kind: tie.kind as TieProof['kind'],
    proof: tie.proof as TieProof['proof'],
    firstActorId: tie.a,
    secondActorId: tie.b,
    partnershipId: tie.proof === 'PARTNERSHIP' ? tie.id : null,
    partnershipKind: tie.partnershipKind,
    productionId: tie.productionId,
    eventId: tie.proof === 'EVENT' ? tie.id : null,
    about: tie.about,
    start: text(tie.start),
    end: text(tie.end),
    sourceId: tie.sourceId === '' ? null : tie.sourceId,
  };
}
