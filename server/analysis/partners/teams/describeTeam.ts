import type { Brief } from '../brief';
import { coveringSkills } from '../cover';
import type { CoverTable } from '../cover';
import type { PartnerProjection } from '../projection';
import { citationOf, relationKey } from '../relations';
import type { Citation } from '../relations';
import { distanceOf } from '../scores';
import type { Closeness } from './closeness';

/** One who is in a team, with what it is there for. */
export interface TeamMember {
  actorId: string;
  locked: boolean;
  /** To the nearest place that the brief gives; `null` when it gives none or the actor's place is unknown. */
  placeKm: number | null;
  /** Needs it covers, with the relationship that covers each best. */
  covers: { competenceId: string; value: number; citation: Citation }[];
}

/** A team that covers what can be covered. */
export interface Team {
  /** Locked ones first; those of the brief are not repeated here. */
  members: TeamMember[];
  /** Σ over pairs of steps and kilometres, and over members of kilometres to the brief's place, as steps; an unknown distance counts one. */
  cost: number;
  /** Σ over pairs of steps. */
  steps: number;
  /** Σ over pairs whose distance is known, in kilometres. */
  km: number;
  /** Pairs whose distance is unknown. */
  unknownPairs: number;
  /** Every pair counted, those of the brief's members with each other left out. `km` is `null` when unknown. */
  pairs: { a: string; b: string; steps: number; km: number | null }[];
}

interface TeamField {
  brief: Brief;
  table: CoverTable;
  locked: readonly number[];
  leastFactor: number;
  kmPerStep: number;
  /** The actors that `closeness` is about. */
  everyone: readonly number[];
  closeness: Closeness;
}

/** Writes out a team of chosen actors beside the locked ones. */
export function describeTeam(
  projection: PartnerProjection,
  field: TeamField,
  chosen: readonly number[],
): Team {
  const { brief, locked } = field;
  const team = [...locked, ...chosen];
  const isPlaced = brief.resolved.placeFrom === 'BRIEF';
  let placeCost = 0;
  const members = team.map((actor) => {
    const km = distanceOf(projection, brief.places, actor);
    if (isPlaced) placeCost += Number.isNaN(km) ? 1 : km / field.kmPerStep;
    return {
      actorId: projection.actors.ids[actor]!,
      locked: locked.includes(actor),
      placeKm: !isPlaced || Number.isNaN(km) ? null : km,
      covers: coversOf(projection, field, actor),
    };
  });
  const sum = sumPairs(projection, field, [...brief.members, ...team], brief.members.length);
  return { members, ...sum, cost: sum.cost + placeCost };
}

function coversOf(projection: PartnerProjection, field: TeamField, actor: number): TeamMember['covers'] {
  return field.brief.needs.flatMap(({ competence }, need) => {
    const best = coveringSkills(projection, field.table, need, actor).find(
      ({ factor }) => factor >= field.leastFactor,
    );
    if (!best) return [];
    const citation = citationOf(projection, relationKey('skills', best.row));
    return [{ competenceId: projection.competences.ids[competence]!, value: best.value, citation }];
  });
}

function sumPairs(
  projection: PartnerProjection,
  { everyone, closeness }: TeamField,
  actors: readonly number[],
  given: number,
): Omit<Team, 'members'> {
  const sum: Omit<Team, 'members'> = { cost: 0, steps: 0, km: 0, unknownPairs: 0, pairs: [] };
  const ids = projection.actors.ids;
  for (let i = 0; i < actors.length; i++)
    for (let j = Math.max(i + 1, given); j < actors.length; j++) {
      const at = everyone.indexOf(actors[i]!) * everyone.length + everyone.indexOf(actors[j]!);
      const km = closeness.km[at]!;
      sum.cost += closeness.cost[at]!;
      sum.steps += closeness.steps[at]!;
      if (Number.isNaN(km)) sum.unknownPairs++;
      else sum.km += km;
      sum.pairs.push({
        a: ids[actors[i]!]!,
        b: ids[actors[j]!]!,
        steps: closeness.steps[at]!,
        km: Number.isNaN(km) ? null : km,
      });
    }
  return sum;
}
