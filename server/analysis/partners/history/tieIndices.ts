import type { TieHistory } from './tieHistory';

/** A score by organisation. */
export type Column = Float64Array;

/**
 * Sums over members of an index of their common partners with each organisation.
 *
 * @param worth - what a common partner of that many partners is worth
 */
export function commonPartners(
  { partners, organisations }: TieHistory,
  members: readonly number[],
  worth: (degree: number) => number,
): Column {
  const { offsets, rows } = partners;
  const sums = new Float64Array(organisations.count);
  for (const member of members)
    for (let k = offsets[member]!; k < offsets[member + 1]!; k++) {
      const z = rows[k]!;
      const value = worth(offsets[z + 1]! - offsets[z]!);
      for (let j = offsets[z]!; j < offsets[z + 1]!; j++) sums[rows[j]!]! += value;
    }
  return sums;
}

/** Adamic–Adar: a common partner of k partners is worth 1 ÷ ln k (k of 2 at least). doi:10.1016/S0378-8733(03)00009-1 */
export const adamicAdar = (degree: number): number => 1 / Math.log(Math.max(2, degree));

/** Resource allocation: a common partner of k partners is worth 1 ÷ k. doi:10.1140/epjb/e2009-00335-8 */
export const resourceAllocation = (degree: number): number => 1 / degree;

/** Steps of power iteration: with a restart of 0.15, under two thousandths are left to move. */
const PAGERANK_STEPS = 40;

/**
 * Personalised PageRank from members in the graph of partners, each edge of weight 1, by power iteration.
 *
 * @param restart - probability of going back to a member at each step
 * @returns probabilities; 0 everywhere when there is no member
 */
export function personalisedPageRank(
  { partners, organisations }: TieHistory,
  members: readonly number[],
  restart: number,
): Column {
  const { offsets, rows } = partners;
  let now: Column = new Float64Array(organisations.count);
  if (members.length === 0) return now;
  for (const member of members) now[member]! += 1 / members.length;
  for (let step = 0; step < PAGERANK_STEPS; step++) {
    const next: Column = new Float64Array(organisations.count);
    let lost = 0;
    for (let i = 0; i < now.length; i++) {
      if (now[i] === 0) continue;
      const degree = offsets[i + 1]! - offsets[i]!;
      if (degree === 0) {
        lost += (1 - restart) * now[i]!;
        continue;
      }
      const share = ((1 - restart) * now[i]!) / degree;
      for (let k = offsets[i]!; k < offsets[i + 1]!; k++) next[rows[k]!]! += share;
    }
    for (const member of members) next[member]! += (restart + lost) / members.length;
    now = next;
  }
  return now;
}

/** Number of projects of each organisation, of those that pass; weighted when `weightOf` says so. */
export function activity(history: TieHistory, weightOf: (project: number) => number): Column {
  const sums = new Float64Array(history.organisations.count);
  const { offsets, rows } = history.membersOf;
  for (let project = 0; project < history.projectCount; project++) {
    const weight = weightOf(project);
    if (weight === 0) continue;
    for (let k = offsets[project]!; k < offsets[project + 1]!; k++) sums[rows[k]!]! += weight;
  }
  return sums;
}
