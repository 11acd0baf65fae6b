import { z } from 'zod';
import type { PartnerBrief } from '../../analysis/partners/brief';
import type { PartnerFilters } from '../../analysis/partners/filters';
import type { PartnerProjection } from '../../analysis/partners/projection';
import type { PartnerScore as Score } from '../../analysis/partners/rankPartners';
import { DEFAULT_WEIGHTS, type PartWeights } from '../../analysis/partners/weights';
import { NotFoundError } from '../../errors';
import type { RegionRows } from '../../graph/readRegion';
import { parseArguments } from '../parseArguments';
import { PartnerNovelty, type PartnerScore } from './partners.type';
import {
  type PartnerBriefInput,
  type PartnerFiltersInput,
  type PartnerWeightsInput,
} from './partnersInput.type';

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
interface Known {
  readonly index: ReadonlyMap<string, number>;
}

/** @throws NotFoundError naming the first identifier that is not of the kind */
export function checkKnown(known: Known, kind: string, asked: readonly string[] | null | undefined): void {
  const missing = asked?.find((id) => !known.index.has(id));
  if (missing !== undefined)
    throw new NotFoundError(`No ${kind} has the identifier ${JSON.stringify(missing)}`, {
      where: kind,
      what: missing,
      todo: 'Look it up with `search` and ask again.',
    });
}

/** A brief as the analysis reads it. @throws InvalidInputError, or NotFoundError for an unknown identifier */
export function toBrief(
  rows: RegionRows,
  projection: PartnerProjection,
  input: PartnerBriefInput,
): PartnerBrief {
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
export function toPlaces(
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

/** Filters as the analysis reads them; none keeps everyone. @throws InvalidInputError */
export function toFilters(input: PartnerFiltersInput | null): PartnerFilters {
  if (!input) return {};
  const { families, territoryIds, maxKm, excludedIds, ...rest } = parseArguments(filtersSchema, input);
  return {
    ...rest,
    ...(families ? { families } : {}),
    ...(territoryIds ? { territories: territoryIds } : {}),
    ...(maxKm ? { maxKm } : {}),
    ...(excludedIds ? { excludedIds } : {}),
  };
}

/** Weights as the analysis reads them, the usual ones when none are given. @throws InvalidInputError */
export function toWeights(input: PartnerWeightsInput | null): PartWeights {
  return input ? parseArguments(weightsSchema, input) : DEFAULT_WEIGHTS;
}

const toUpper = (word: string | null) => word?.toUpperCase() ?? null;
type Cited = { citation: { certainty: string | null } };
/** A citation in the words of the API. */
export const toCitation = <T extends { certainty: string | null }>(citation: T) => ({
  ...citation,
  certainty: toUpper(citation.certainty),
});
/** Something cited, in the words of the API. */
export const toCited = <T extends Cited>(stated: T) => ({ ...stated, citation: toCitation(stated.citation) });

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
