import { listOf } from './lists';
import type { PartnerProjection } from './projection';
import { relationKey } from './relations';
import type { RelationKey, Table } from './relations';

/** Resource allocation at which the network part is one half. */
export const NETWORK_HALF = 0.2;

/** From a sum of resource allocation (0 and up) to 0..1: `x ÷ (x + 0.2)`. */
export function saturate(allocation: number): number {
  return allocation / (allocation + NETWORK_HALF);
}

/**
 * Resource allocation of every actor from a group: Σ 1 ÷ degree(z) over the partners and productions z tied to the actor and to at least
 * one member. Degrees count partners and productions, each once. Zhou, Lü and Zhang 2009, doi:10.1140/epjb/e2009-00335-8.
 *
 * @returns one number an actor, 0 where nothing is shared; members have theirs too
 */
export function allocateFrom(projection: PartnerProjection, members: readonly number[]): Float64Array {
  const { offsets, rows } = projection.adjacency;
  const sums = new Float64Array(projection.actorCount);
  const reached = new Uint8Array(offsets.length - 1);
  for (const member of members)
    for (let k = offsets[member]!; k < offsets[member + 1]!; k++) {
      const z = rows[k]!;
      if (reached[z] === 1) continue;
      reached[z] = 1;
      const share = 1 / (offsets[z + 1]! - offsets[z]!);
      for (let j = offsets[z]!; j < offsets[z + 1]!; j++)
        if (rows[j]! < projection.actorCount) sums[rows[j]!]! += share;
    }
  return sums;
}

/** A tie of an actor to a node (an actor, or a production as `actorCount + production`). */
export interface Tie {
  node: number;
  key: RelationKey;
}

/** Every tie of an actor: partnerships, contributions, hosted stops; several may lead to the same node. */
export function tiesOf(projection: PartnerProjection, actor: number): Tie[] {
  const ties: Tie[] = [];
  const { partnerships, actorCount } = projection;
  for (const row of listOf(projection.partnershipsOf, actor)) {
    const other = partnerships.a[row] === actor ? partnerships.b[row]! : partnerships.a[row]!;
    if (other !== actor) ties.push({ node: other, key: relationKey('partnerships', row) });
  }
  const parts: [Extract<Table, 'contributions' | 'stops'>, typeof projection.stopsOf][] = [
    ['contributions', projection.contributionsOf],
    ['stops', projection.stopsOf],
  ];
  for (const [table, lists] of parts)
    for (const row of listOf(lists, actor))
      ties.push({ node: actorCount + projection[table].production[row]!, key: relationKey(table, row) });
  return ties;
}

/** Ties of an actor by node. */
export function tiesByNode(projection: PartnerProjection, actor: number): Map<number, RelationKey[]> {
  const byNode = new Map<number, RelationKey[]>();
  for (const { node, key } of tiesOf(projection, actor)) {
    const keys = byNode.get(node);
    if (keys) keys.push(key);
    else byNode.set(node, [key]);
  }
  return byNode;
}

/**
 * Resource allocation between a group and one actor as if some relationships did not exist; with none left out it equals
 * {@link allocateFrom}.
 *
 * @param members - ties of each member by node, by member
 */
export function allocateWithout(
  projection: PartnerProjection,
  members: ReadonlyMap<number, ReadonlyMap<number, readonly RelationKey[]>>,
  actorTies: ReadonlyMap<number, readonly RelationKey[]>,
  leftOut: ReadonlySet<RelationKey>,
): number {
  const { offsets } = projection.adjacency;
  const isKept = (keys: readonly RelationKey[] | undefined) =>
    keys?.some((key) => !leftOut.has(key)) ?? false;
  const isLost = (keys: readonly RelationKey[] | undefined) => keys !== undefined && !isKept(keys);
  const ties = [...members.values()];
  let sum = 0;
  for (const [node, keys] of actorTies) {
    if (!isKept(keys) || !ties.some((own) => isKept(own.get(node)))) continue;
    // A shared partner that is itself a member may lose any of its own ties; another only those with members.
    const own = members.get(node);
    const lost = own
      ? [...own.values()].filter(isLost).length
      : ties.filter((t) => isLost(t.get(node))).length;
    sum += 1 / (offsets[node + 1]! - offsets[node]! - lost);
  }
  return sum;
}
