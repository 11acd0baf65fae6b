import { Arg, Ctx, ID, Int, Query, Resolver } from 'type-graphql';
import { z } from 'zod';
import { comparePartners, rankPartners } from '../../analysis/partners/rankPartners';
import { suggestNeeds } from '../../analysis/partners/suggestNeeds';
import type { ApiContext } from '../context';
import { parseArguments } from '../parseArguments';
import { checkKnown, toBrief, toCited, toFilters, toPartnerScore, toWeights } from './partners.brief';
import { currentPartnerProjection } from './partners.rows';
import { NeedSuggestion, PartnerRanking, PartnerScore } from './partners.type';
import { PartnerBriefInput, PartnerFiltersInput, PartnerWeightsInput } from './partnersInput.type';
import { currentRegion } from './region';

const pageSchema = z.object({
  limit: z.number().int().min(1).max(100),
  offset: z.number().int().min(0).max(100_000),
});
const MOST_UNKNOWN = 500;

/** Serves `partnersFor`, `comparePartners` and `suggestNeeds`. */
@Resolver()
export class PartnersResolver {
  /** Partners for a brief, best first. */
  @Query(() => PartnerRanking, {
    nullable: true,
    complexity: ({ args, childComplexity }) =>
      20 + childComplexity * Math.ceil((args['limit'] as number) / 5),
    description: 'Who could I build this with? Partners for a brief, best first, each with its reasons.',
  })
  async partnersFor(
    @Arg('brief', () => PartnerBriefInput, { description: 'The project.' }) brief: PartnerBriefInput,
    @Arg('filters', () => PartnerFiltersInput, {
      nullable: true,
      description: 'What to keep among candidates.',
    })
    filters: PartnerFiltersInput | null,
    @Arg('weights', () => PartnerWeightsInput, {
      nullable: true,
      description: 'Weight of each part of the score.',
    })
    weights: PartnerWeightsInput | null,
    @Arg('limit', () => Int, { defaultValue: 20, description: 'Page size, 1 to 100.' }) limit: number,
    @Arg('offset', () => Int, { defaultValue: 0, description: 'Candidates passed over.' }) offset: number,
    @Ctx() { projections }: ApiContext,
  ): Promise<PartnerRanking> {
    const { value: rows, version } = await currentRegion(projections);
    const projection = await currentPartnerProjection(projections);
    const ranking = rankPartners(
      projection,
      toBrief(rows, projection, brief),
      toWeights(weights),
      toFilters(filters),
      parseArguments(pageSchema, { limit, offset }),
    );
    return {
      ...ranking,
      version,
      ranked: ranking.ranked.map(toPartnerScore),
      unknownIds: ranking.unknownIds.slice(0, MOST_UNKNOWN),
      unknownTotal: ranking.unknownIds.length,
      brief: { ...ranking.brief, held: ranking.brief.held.map(toCited) },
    } as PartnerRanking;
  }

  /** Chosen actors side by side for a brief. */
  @Query(() => [PartnerScore], {
    nullable: true,
    complexity: ({ childComplexity }) => 20 + childComplexity * 4,
    description: 'Chosen actors side by side for a brief; no filter applies.',
  })
  async comparePartners(
    @Arg('brief', () => PartnerBriefInput, { description: 'The project.' }) brief: PartnerBriefInput,
    @Arg('actorIds', () => [ID], { description: 'Actors to compare, 1 to 10.' }) actorIds: string[],
    @Arg('weights', () => PartnerWeightsInput, {
      nullable: true,
      description: 'Weight of each part of the score.',
    })
    weights: PartnerWeightsInput | null,
    @Ctx() { projections }: ApiContext,
  ): Promise<PartnerScore[]> {
    const { value: rows } = await currentRegion(projections);
    const projection = await currentPartnerProjection(projections);
    const asked = parseArguments(z.object({ actorIds: z.array(z.string()).min(1).max(10) }), { actorIds });
    checkKnown(projection.actors, 'actor', asked.actorIds);
    const scores = comparePartners(
      projection,
      toBrief(rows, projection, brief),
      asked.actorIds,
      toWeights(weights),
    );
    return scores.map(toPartnerScore);
  }

  /** What productions of a kind usually require. */
  @Query(() => NeedSuggestion, {
    nullable: true,
    complexity: 20,
    description: 'What productions of a form and on themes usually require, with the evidence.',
  })
  async suggestNeeds(
    @Arg('productionType', () => String, { nullable: true, description: 'Form (a value of ProductionType).' })
    productionType: string | null,
    @Arg('themeIds', () => [ID], { nullable: true, description: 'Themes.' }) themeIds: string[] | null,
    @Ctx() { projections }: ApiContext,
  ): Promise<NeedSuggestion> {
    const projection = await currentPartnerProjection(projections);
    checkKnown(projection.themes, 'theme', themeIds);
    return suggestNeeds(projection, productionType ?? null, themeIds ?? []);
  }
}
