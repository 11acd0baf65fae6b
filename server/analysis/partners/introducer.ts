import { listOf } from './lists';
import type { PartnerProjection } from './projection';
import { citationOf, relationKey } from './relations';
import type { Citation, RelationKey } from './relations';

/** Partners of an actor, each with the relationships that make it one: a partnership, or a production made together. */
export type PartnersOf = Map<number, RelationKey[]>;

/** Through whom one could be introduced. */
export interface Introducer {
  actorId: string;
  /** Relationships between the members and the introducer. */
  fromMembers: Citation[];
  /** Relationships between the introducer and the candidate. */
  toCandidate: Citation[];
  /** How many others could introduce as well. */
  others: number;
}

/** Partners of an actor: the other ends of its partnerships, and who contributed to the same productions. Hosting a stop alone makes no partner. Only those wanted are listed. */
export function partnersOf(
  projection: PartnerProjection,
  actor: number,
  isWanted: (other: number) => boolean = () => true,
): PartnersOf {
  const partners: PartnersOf = new Map();
  const add = (other: number, key: RelationKey) => {
    const known = partners.get(other);
    if (!known) partners.set(other, [key]);
    else if (!known.includes(key)) known.push(key);
  };
  const { contributions, partnerships } = projection;
  for (const row of listOf(projection.partnershipsOf, actor)) {
    const other = partnerships.a[row] === actor ? partnerships.b[row]! : partnerships.a[row]!;
    if (other !== actor && isWanted(other)) add(other, relationKey('partnerships', row));
  }
  for (const own of listOf(projection.contributionsOf, actor))
    for (const row of listOf(projection.contributorsOf, contributions.production[own]!)) {
      const other = contributions.actor[row]!;
      if (other === actor || !isWanted(other)) continue;
      add(other, relationKey('contributions', own));
      add(other, relationKey('contributions', row));
    }
  return partners;
}

/** Partners of a group: of any member, members left out. */
export function partnersOfGroup(projection: PartnerProjection, members: readonly number[]): PartnersOf {
  const partners: PartnersOf = new Map();
  for (const member of members)
    for (const [other, keys] of partnersOf(projection, member)) {
      if (members.includes(other)) continue;
      partners.set(other, [...new Set([...(partners.get(other) ?? []), ...keys])]);
    }
  return partners;
}

/**
 * The best introducer between a group and a candidate: the common partner with most relationships on its weaker side, then the one with
 * fewest partners (who is more likely to know both well), then by id; `null` when they have no common partner.
 */
export function findIntroducer(
  projection: PartnerProjection,
  known: PartnersOf,
  members: readonly number[],
  candidate: number,
): Introducer | null {
  const theirs = partnersOf(projection, candidate, (z) => known.has(z) && !members.includes(z));
  const common = [...theirs.keys()];
  const strength = (z: number) => Math.min(known.get(z)!.length, theirs.get(z)!.length);
  const degree = (z: number) => projection.adjacency.offsets[z + 1]! - projection.adjacency.offsets[z]!;
  const { ids } = projection.actors;
  common.sort((x, y) => strength(y) - strength(x) || degree(x) - degree(y) || (ids[x]! < ids[y]! ? -1 : 1));
  const best = common[0];
  if (best === undefined) return null;
  const cite = (keys: RelationKey[]) => keys.map((key) => citationOf(projection, key));
  return {
    actorId: ids[best]!,
    fromMembers: cite(known.get(best)!),
    toCandidate: cite(theirs.get(best)!),
    others: common.length - 1,
  };
}
