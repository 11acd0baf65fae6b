import { coveringSkills, createCoverTable } from './cover';
import type { Need } from './cover';
import { indexOf, listOf } from './lists';
import { toUnitVector } from './projection';
import type { PartnerProjection } from './projection';
import { citationOf, relationKey } from './relations';
import type { Citation } from './relations';
import { PHASES } from './rows';
import type { Phase } from './rows';
import { suggestNeeds } from './suggestNeeds';
import type { UsualNeed } from './suggestNeeds';

/** A project, as it is asked about. Everything may be left out; an empty list is as good as none. */
export interface PartnerBrief {
  /** Who asks. */
  actorId?: string | null;
  /** Whom the project already has, beside who asks. */
  memberIds?: readonly string[];
  /** Needed competences; a weight is positive, 1 when left out. */
  needs?: readonly { competenceId: string; weight?: number }[];
  themeIds?: readonly string[];
  audiences?: readonly string[];
  /** Production type, used when needs are not given. */
  productionType?: string | null;
  /** Where it will be shown, in degrees; who asks' own place when left out. */
  places?: readonly { latitude: number; longitude: number }[];
}

/** Where something of the brief comes from: what was asked, the actor's own relationships, what is usual, or nothing. */
export type Origin = 'BRIEF' | 'ACTOR' | 'USUAL' | 'NONE';

/** A need as it was understood. */
export interface ResolvedNeed {
  competenceId: string;
  phase: Phase;
  weight: number;
  /** What says that it is usual, when it was not asked. */
  usual: UsualNeed | null;
}

/** A needed competence that a member already has, with the proof. */
export interface HeldNeed {
  competenceId: string;
  citation: Citation;
}

/** The brief as it was understood, to be shown with any answer. */
export interface ResolvedBrief {
  memberIds: string[];
  needs: ResolvedNeed[];
  needsFrom: Origin;
  /** Needs put aside because a member has the competence itself or a narrower one. */
  held: HeldNeed[];
  themeIds: string[];
  themesFrom: Origin;
  audiences: string[];
  audiencesFrom: Origin;
  placeFrom: Origin;
}

/** The brief in the projection's numbers. */
export interface Brief {
  resolved: ResolvedBrief;
  members: number[];
  needs: Need[];
  themes: number[];
  /** Bit set of the audiences asked that the projection knows. */
  audiences: number;
  /** Unit vectors, three numbers a place; empty when no place is known. */
  places: Float64Array;
}

/**
 * Understands a brief. Needs that a member already has (itself or narrower) are put aside. Where no need is asked, needs are those that
 * productions of the type and on the themes usually require and no member has. Themes and audiences that are not asked are the actor's own
 * (those it works on; those of the productions it made or hosted) when the brief asks nothing else either.
 *
 * @throws RangeError when an id is not in the projection or a weight is not positive
 */
export function resolveBrief(projection: PartnerProjection, brief: PartnerBrief): Brief {
  const memberIds = [...new Set([...(brief.actorId ? [brief.actorId] : []), ...(brief.memberIds ?? [])])];
  const members = memberIds.map((id) => indexOf(projection.actors, 'actor', id));
  const asker = brief.actorId ? members[0]! : null;
  const themes = resolveThemes(projection, brief, asker);
  const audiences = resolveAudiences(projection, brief, asker);
  const { places, placeFrom } = resolvePlaces(projection, brief, asker);
  const themeIds = themes.list.map((t) => projection.themes.ids[t]!);
  const asked = askedNeeds(projection, brief, themeIds);
  const { needs, held } = putAsideHeld(projection, asked.needs, members);
  const resolved: ResolvedBrief = {
    memberIds,
    needs,
    needsFrom: asked.needs.length > 0 ? asked.from : 'NONE',
    held,
    themeIds,
    themesFrom: themes.from,
    audiences: audiences.ids,
    audiencesFrom: audiences.from,
    placeFrom,
  };
  const indexed = needs.map((need) => ({
    competence: indexOf(projection.competences, 'competence', need.competenceId),
    weight: need.weight,
  }));
  return { resolved, members, needs: indexed, themes: themes.list, audiences: audiences.mask, places };
}

function resolveThemes(projection: PartnerProjection, brief: PartnerBrief, asker: number | null) {
  const asked = [...new Set(brief.themeIds ?? [])].map((id) => indexOf(projection.themes, 'theme', id));
  if (asked.length > 0) return { list: asked, from: 'BRIEF' as Origin };
  if (asker === null) return { list: [], from: 'NONE' as Origin };
  const own = new Set<number>();
  for (const row of listOf(projection.worksOf, asker)) own.add(projection.works.theme[row]!);
  return { list: [...own], from: (own.size > 0 ? 'ACTOR' : 'NONE') as Origin };
}

function resolveAudiences(projection: PartnerProjection, brief: PartnerBrief, asker: number | null) {
  const { ids, index } = projection.audiences;
  const asked = [...new Set(brief.audiences ?? [])];
  let mask = 0;
  for (const id of asked) {
    const bit = index.get(id);
    if (bit !== undefined) mask |= 1 << bit;
  }
  if (asked.length > 0) return { ids: asked, mask: mask >>> 0, from: 'BRIEF' as Origin };
  const asksNothing = !brief.needs?.length && !brief.themeIds?.length && !brief.productionType;
  const own = asker === null || !asksNothing ? 0 : projection.audienceOf[asker]!;
  const ownIds = ids.filter((_, bit) => ((own >>> bit) & 1) === 1);
  return { ids: ownIds, mask: own, from: (own === 0 ? 'NONE' : 'ACTOR') as Origin };
}

function resolvePlaces(projection: PartnerProjection, brief: PartnerBrief, asker: number | null) {
  if (brief.places && brief.places.length > 0)
    return {
      places: Float64Array.from(brief.places.flatMap((p) => toUnitVector(p.latitude, p.longitude))),
      placeFrom: 'BRIEF' as Origin,
    };
  const own = asker === null ? new Float64Array(0) : projection.places.slice(3 * asker, 3 * asker + 3);
  if (own.length === 0 || Number.isNaN(own[0]))
    return { places: new Float64Array(0), placeFrom: 'NONE' as Origin };
  return { places: own, placeFrom: 'ACTOR' as Origin };
}

function askedNeeds(projection: PartnerProjection, brief: PartnerBrief, themeIds: readonly string[]) {
  if (brief.needs && brief.needs.length > 0) {
    const byId = new Map<string, ResolvedNeed>();
    for (const { competenceId, weight = 1 } of brief.needs) {
      if (!(weight > 0 && Number.isFinite(weight)))
        throw new RangeError(`weight ${weight} of need "${competenceId}" is not positive`);
      const competence = indexOf(projection.competences, 'competence', competenceId);
      const phase = PHASES[projection.phase[competence]!]!;
      byId.set(competenceId, { competenceId, phase, weight, usual: null });
    }
    return { needs: [...byId.values()], from: 'BRIEF' as Origin };
  }
  const suggestion = suggestNeeds(projection, brief.productionType ?? null, themeIds);
  const needs = suggestion.needs.map((usual) => ({
    competenceId: usual.competenceId,
    phase: usual.phase,
    weight: usual.share,
    usual,
  }));
  return { needs, from: 'USUAL' as Origin };
}

function putAsideHeld(
  projection: PartnerProjection,
  asked: readonly ResolvedNeed[],
  members: readonly number[],
): { needs: ResolvedNeed[]; held: HeldNeed[] } {
  const needs: ResolvedNeed[] = [];
  const held: HeldNeed[] = [];
  for (const need of asked) {
    const competence = indexOf(projection.competences, 'competence', need.competenceId);
    const table = createCoverTable(projection, [{ competence, weight: 1 }]);
    const proof = members
      .flatMap((member) => coveringSkills(projection, table, 0, member))
      .find((skill) => skill.factor === 1);
    if (proof)
      held.push({
        competenceId: need.competenceId,
        citation: citationOf(projection, relationKey('skills', proof.row)),
      });
    else needs.push(need);
  }
  return { needs, held };
}
