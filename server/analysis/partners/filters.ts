import type { Brief } from './brief';
import type { PartnersOf } from './introducer';
import { listOf } from './lists';
import type { PartnerProjection } from './projection';
import { distanceOf } from './scores';

/** What to keep among candidates. Everything may be left out. */
export interface PartnerFilters {
  /** Families kept. */
  families?: readonly string[];
  /** Codes of territories, one of which the actor must be in or serve. */
  territories?: readonly string[];
  /** Farthest distance, in kilometres, from the nearest place of the brief. */
  maxKm?: number;
  /** `NEW`: not yet partners of a member; `KNOWN`: already partners. */
  novelty?: 'ANY' | 'NEW' | 'KNOWN';
  /** False leaves out actors outside the region; true when left out. */
  outside?: boolean;
  /** Ids of actors left out. */
  excludedIds?: readonly string[];
}

/** Why a candidate was left out; the first that applies is counted. */
export type LeftOut = Record<
  'member' | 'excluded' | 'outside' | 'family' | 'territory' | 'novelty' | 'distance' | 'unknownPlace',
  number
>;

/** A test of candidates: `null` to keep, else why it is left out. */
export type CandidateTest = (actor: number) => keyof LeftOut | null;

/** Turns filters into a test of candidates. Unknown words match nobody; a distance limit with no place in the brief keeps all. */
export function createCandidateTest(
  projection: PartnerProjection,
  brief: Brief,
  filters: PartnerFilters,
  known: PartnersOf,
): CandidateTest {
  const members = new Set(brief.members);
  const excluded = new Set(filters.excludedIds?.map((id) => projection.actors.index.get(id)));
  const families = filters.families?.length
    ? new Set(filters.families.map((f) => projection.families.index.get(f)))
    : null;
  const territories = filters.territories?.length
    ? new Set(filters.territories.map((code) => projection.territories.index.get(code)))
    : null;
  const limit = brief.places.length > 0 ? (filters.maxKm ?? null) : null;
  const novelty = filters.novelty ?? 'ANY';
  return (actor) => {
    if (members.has(actor)) return 'member';
    if (excluded.has(actor)) return 'excluded';
    if (filters.outside === false && projection.outside[actor] === 1) return 'outside';
    if (families && !families.has(projection.family[actor]!)) return 'family';
    if (territories && !listOf(projection.territoriesOf, actor).some((t) => territories.has(t)))
      return 'territory';
    if (novelty !== 'ANY' && known.has(actor) !== (novelty === 'KNOWN')) return 'novelty';
    if (limit === null) return null;
    const km = distanceOf(projection, brief.places, actor);
    return Number.isNaN(km) ? 'unknownPlace' : km > limit ? 'distance' : null;
  };
}
