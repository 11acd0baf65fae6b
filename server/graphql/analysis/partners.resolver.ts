import { Arg, Ctx, ID, Int, Query, Resolver } from 'type-graphql';
import { z } from 'zod';
import type { PartnerBrief } from '../../analysis/partners/brief';
import type { PartnerFilters } from '../../analysis/partners/filters';
import type { PartnerProjection } from '../../analysis/partners/projection';
import {
  comparePartners,
  rankPartners,
  type PartnerScore as Score,
} from '../../analysis/partners/rankPartners';
import { suggestNeeds } from '../../analysis/partners/suggestNeeds';
import { DEFAULT_WEIGHTS } from '../../analysis/partners/weights';
import { NotFoundError } from '../../errors';
import type { RegionRows } from '../../graph/readRegion';
import type { ApiContext } from '../context';
import { parseArguments } from '../parseArguments';
import { currentPartnerProjection } from './partners.rows';
import {
  NeedSuggestion,
  PartnerBriefInput,
  PartnerFiltersInput,
  PartnerNovelty,
  PartnerRanking,
  PartnerScore,
  PartnerWeightsInput,
} from './partners.type';
import { currentRegion } from './region';

const ids = (max: number) => z.array(z.string().min(1).max(200)).max(max).nullish();

const briefSchema = z.object({
  actorId: z.string().nullish(),
  memberIds: ids(50),
  needs: z
    .array(z.object({ competenceId: z.string(), weight: z.number().positive().max(100) }))
    .max(40)
    .nullish(),
  themeIds: ids(40),
  audiences: ids(20),
  productionType: z.string().nullish(),
  territoryIds: ids(20),
});

const filtersSchema = z.object({
  families: ids(60),
  territoryIds: ids(100),
  maxKm: z.number().positive().max(2000).nullish(),
  novelty: z.enum(PartnerNovelty),
  outside: z.boolean(),
  excludedIds: ids(500),
});

const weight = z.number().min(0).max(1000);
const weightsSchema = z.object({
  cover: weight,
  theme: weight,
  near: weight,
  network: weight,
  audience: weight,
});
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
      !weights ? DEFAULT_WEIGHTS : parseArguments(weightsSchema, weights),
      !filters ? {} : toFilters(filters),
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
      !weights ? DEFAULT_WEIGHTS : parseArguments(weightsSchema, weights),
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

interface Known {
  readonly index: ReadonlyMap<string, number>;
}

function checkKnown(known: Known, kind: string, asked: readonly string[] | null | undefined): void {
  const missing = asked?.find((id) => !known.index.has(id));
  if (missing !== undefined)
    throw new NotFoundError(`No ${kind} has the identifier ${JSON.stringify(missing)}`, {
      where: kind,
      what: missing,
      todo: 'Look it up with `search` and ask again.',
    });
}

function toBrief(rows: RegionRows, projection: PartnerProjection, input: PartnerBriefInput): PartnerBrief {
  const { territoryIds, ...brief } = parseArguments(briefSchema, input);
  checkKnown(projection.actors, 'actor', [
    ...(brief.actorId ? [brief.actorId] : []),
    ...(brief.memberIds ?? []),
  ]);
  checkKnown(
    projection.competences,
    'competence',
    brief.needs?.map((need) => need.competenceId),
  );
  checkKnown(projection.themes, 'theme', brief.themeIds);
  return {
    ...brief,
    memberIds: brief.memberIds ?? [],
    needs: brief.needs ?? [],
    themeIds: brief.themeIds ?? [],
    audiences: brief.audiences ?? [],
    places: toPlaces(rows, territoryIds ?? []),
  };
}

/** Town halls of every commune of the territories: near means near one of them. */
function toPlaces(
  rows: RegionRows,
  territoryIds: readonly string[],
): { latitude: number; longitude: number }[] {
  const parents = new Map(rows.territories.map((territory) => [territory.id, territory.partOf]));
  return territoryIds.flatMap((id) => {
    const within = rows.communes.filter(
      (commune) =>
        commune.id === id ||
        commune.epci === id ||
        commune.department === id ||
        (commune.department !== null && parents.get(commune.department)?.includes(id)),
    );
    if (within.length === 0)
      throw new NotFoundError(`No territory has the identifier ${JSON.stringify(id)}`, {
        where: 'territoryIds',
        what: id,
        todo: 'Look it up with `search` and ask again.',
      });
    return within.flatMap(({ latitude, longitude }) =>
      latitude === null || longitude === null ? [] : [{ latitude, longitude }],
    );
  });
}

function toFilters(input: PartnerFiltersInput): PartnerFilters {
  const { families, territoryIds, maxKm, excludedIds, ...rest } = parseArguments(filtersSchema, input);
  return {
    ...rest,
    ...(families ? { families } : {}),
    ...(territoryIds ? { territories: territoryIds } : {}),
    ...(maxKm ? { maxKm } : {}),
    ...(excludedIds ? { excludedIds } : {}),
  };
}

const toUpper = (word: string | null) => word?.toUpperCase() ?? null;
type Cited = { citation: { certainty: string | null } };
const toCitation = <T extends { certainty: string | null }>(citation: T) => ({
  ...citation,
  certainty: toUpper(citation.certainty),
});
const toCited = <T extends Cited>(stated: T) => ({ ...stated, citation: toCitation(stated.citation) });

/** A score in the words of the API: vocabularies in capitals. */
export function toPartnerScore(score: Score): PartnerScore {
  return {
    ...score,
    parts: score.parts.map((part) => ({ ...part, part: part.part.toUpperCase() })),
    reasons: score.reasons.map((reason) => ({
      ...reason,
      part: reason.part.toUpperCase(),
      citations: reason.citations.map(toCitation),
    })),
    brings: score.brings.map(({ phase, needs }) => ({
      phase,
      needs: needs.map((need) => ({ ...toCited(need), certainty: need.certainty.toUpperCase() })),
    })),
    partnership: score.partnership.map(toCitation),
    introducer: score.introducer && {
      ...score.introducer,
      fromMembers: score.introducer.fromMembers.map(toCitation),
      toCandidate: score.introducer.toCandidate.map(toCitation),
    },
  } as PartnerScore;
}
