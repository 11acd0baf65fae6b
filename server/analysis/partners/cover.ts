import { flattenLists, listOf } from './lists';
import type { Lists } from './lists';
import type { PartnerProjection } from './projection';
import { relationKey } from './relations';
import type { RelationKey } from './relations';
import { NONE } from './tieTables';

/** What a broader competence is worth for a need. */
export const BROADER_FACTOR = 0.5;
/** What a level is worth; an unknown one proves no more than one occurrence does. Index: level, 0 when unknown. */
export const LEVEL_VALUE = [1 / 3, 1 / 3, 2 / 3, 1] as const;

/** A needed competence with its weight in the cover. */
export interface Need {
  competence: number;
  weight: number;
}

/** For each competence, which needs it covers and how well: `factor[need * competenceCount + competence]`. */
export interface CoverTable {
  needs: readonly Need[];
  competenceCount: number;
  /** 1 itself or narrower, 0.5 broader, else 0. */
  factor: Float64Array;
  /** The needs a competence covers: `usedBy.rows[usedBy.offsets[competence] ..]`. */
  usedBy: Lists;
  totalWeight: number;
}

/**
 * How well holding a competence covers a need: 1 when it is the needed one or narrower, {@link BROADER_FACTOR} when it is broader, 0
 * otherwise.
 */
export function coverFactor(broader: Int32Array, need: number, held: number): number {
  if (isWithin(broader, held, need)) return 1;
  return isWithin(broader, need, held) ? BROADER_FACTOR : 0;
}

/** Whether a concept is another one or narrower than it. */
export function isWithin(broader: Int32Array, narrow: number, wide: number): boolean {
  // Bounded by the number of concepts, so that a loop in the scheme cannot hold us.
  for (let c = narrow, step = 0; c !== NONE && step <= broader.length; c = broader[c]!, step++)
    if (c === wide) return true;
  return false;
}

/** Prepares the cover of a set of needs; an empty set gives a cover that nobody has. */
export function createCoverTable(projection: PartnerProjection, needs: readonly Need[]): CoverTable {
  const competenceCount = projection.competences.ids.length;
  const factor = new Float64Array(needs.length * competenceCount);
  const usedBy: number[][] = Array.from({ length: competenceCount }, () => []);
  let totalWeight = 0;
  needs.forEach((need, n) => {
    totalWeight += need.weight;
    for (let held = 0; held < competenceCount; held++) {
      const f = coverFactor(projection.broader, need.competence, held);
      factor[n * competenceCount + held] = f;
      if (f > 0) usedBy[held]!.push(n);
    }
  });
  return { needs, competenceCount, factor, usedBy: flattenLists(usedBy), totalWeight };
}

/**
 * Best coverage of each need by an actor, `factor × level`, written in `best` (length: number of needs).
 *
 * @returns whether any competence of the actor is known
 */
export function coverNeeds(
  projection: PartnerProjection,
  table: CoverTable,
  actor: number,
  best: Float64Array,
  leftOut: ReadonlySet<RelationKey> | null = null,
): boolean {
  best.fill(0);
  const { skillsOf, skills } = projection;
  const { usedBy, factor, competenceCount } = table;
  const levelValue: readonly number[] = LEVEL_VALUE;
  const end = skillsOf.offsets[actor + 1]!;
  let known = false;
  for (let k = skillsOf.offsets[actor]!; k < end; k++) {
    const row = skillsOf.rows[k]!;
    if (leftOut !== null && leftOut.has(relationKey('skills', row))) continue;
    known = true;
    const held = skills.competence[row]!;
    const level = levelValue[skills.level[row]!]!;
    for (let u = usedBy.offsets[held]!; u < usedBy.offsets[held + 1]!; u++) {
      const n = usedBy.rows[u]!;
      const value = factor[n * competenceCount + held]! * level;
      if (value > best[n]!) best[n] = value;
    }
  }
  return known;
}

/** Cover from the best coverage of each need: Σ weight × best ÷ Σ weight, 0..1; 0 when nothing is needed. */
export function coverValue(table: CoverTable, best: Float64Array): number {
  let sum = 0;
  for (let n = 0; n < best.length; n++) sum += table.needs[n]!.weight * best[n]!;
  return table.totalWeight > 0 ? sum / table.totalWeight : 0;
}

/** Relationships of an actor that cover a need, best first. */
export function coveringSkills(
  projection: PartnerProjection,
  table: CoverTable,
  need: number,
  actor: number,
): { row: number; value: number; factor: number }[] {
  const { skills } = projection;
  const found: { row: number; value: number; factor: number }[] = [];
  for (const row of listOf(projection.skillsOf, actor)) {
    const factor = table.factor[need * table.competenceCount + skills.competence[row]!]!;
    if (factor > 0) found.push({ row, factor, value: factor * LEVEL_VALUE[skills.level[row]!]! });
  }
  return found.sort(
    (x, y) => y.value - x.value || skills.certainty[x.row]! - skills.certainty[y.row]! || x.row - y.row,
  );
}
