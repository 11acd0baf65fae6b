import { coverNeeds, coverValue } from './cover';
import { allocateWithout, saturate, tiesByNode } from './network';
import type { PartnerProjection } from './projection';
import { relationKey, tableOf } from './relations';
import type { RelationKey, Table } from './relations';
import { audienceValue, distanceOf, NEAR_KM } from './scores';
import type { Question } from './scores';
import { inverseFrequency, themeCoordinates, themeCosine, workedThemes } from './themeVectors';
import { PARTS, weightedSum } from './weights';
import type { Part } from './weights';

/** The parts of the score that read a table of relationships. */
const READERS: Record<Table, readonly Part[]> = {
  skills: ['cover'],
  works: ['theme'],
  contributions: ['theme', 'network', 'audience'],
  stops: ['network', 'audience'],
  partnerships: ['network'],
  places: ['near'],
};

/** Scores one actor as if some relationships did not exist. */
export type ScoreWithout = (leftOut: ReadonlySet<RelationKey>) => number;

/**
 * A scorer of one actor without some relationships: everything else and the brief stay. With none left out it gives what
 * {@link scoreAll} gives; the parts that the relationships cannot touch are computed once.
 */
export function createScoreWithout(
  projection: PartnerProjection,
  question: Question,
  actor: number,
): ScoreWithout {
  const ties = tiesByNode(projection, actor);
  const weights = PARTS.map((part) => question.weights[part]);
  const valueOf: Record<Part, (leftOut: ReadonlySet<RelationKey>) => number> = {
    cover: (leftOut) => {
      const best = new Float64Array(question.cover.needs.length);
      const covered = coverNeeds(projection, question.cover, actor, best, leftOut);
      return covered ? coverValue(question.cover, best) : Number.NaN;
    },
    theme: (leftOut) => themeWithout(projection, question, actor, leftOut),
    near: (leftOut) =>
      leftOut.has(relationKey('places', actor))
        ? Number.NaN
        : Math.exp(-distanceOf(projection, question.brief.places, actor) / NEAR_KM),
    network: (leftOut) =>
      ties.size === 0
        ? Number.NaN
        : saturate(allocateWithout(projection, question.memberTies, ties, leftOut)),
    audience: (leftOut) => audienceValue(question, audiencesWithout(projection, actor, leftOut)),
  };
  const none: ReadonlySet<RelationKey> = new Set();
  const whole = PARTS.map((part, k) => (weights[k] === 0 ? 0 : valueOf[part](none)));
  return (leftOut) => {
    const touched = new Set([...leftOut].flatMap((key) => READERS[tableOf(key)]));
    const values = PARTS.map((part, k) =>
      touched.has(part) && weights[k]! > 0 ? valueOf[part](leftOut) : whole[k]!,
    );
    return weightedSum(weights, values);
  };
}

function themeWithout(
  projection: PartnerProjection,
  { themes }: Question,
  actor: number,
  leftOut: ReadonlySet<RelationKey>,
): number {
  const isLeftOut = (table: Table, row: number) => leftOut.has(relationKey(table, row));
  const left = themeCoordinates(projection, actor, isLeftOut);
  const still = workedThemes(projection, actor, isLeftOut);
  const lost = new Set([...workedThemes(projection, actor)].filter((theme) => !still.has(theme)));
  const { frequency } = projection.themeVectors;
  const idf = (t: number) => inverseFrequency(projection.actorCount, frequency[t]! - (lost.has(t) ? 1 : 0));
  return left.size === 0 ? Number.NaN : themeCosine(themes, left, idf);
}

function audiencesWithout(
  projection: PartnerProjection,
  actor: number,
  leftOut: ReadonlySet<RelationKey>,
): number {
  let mask = 0;
  for (const [table, lists] of [
    ['contributions', projection.contributionsOf],
    ['stops', projection.stopsOf],
  ] as const)
    for (let k = lists.offsets[actor]!; k < lists.offsets[actor + 1]!; k++) {
      const row = lists.rows[k]!;
      if (leftOut.has(relationKey(table, row))) continue;
      mask |= projection.productionAudiences[projection[table].production[row]!]!;
    }
  return mask >>> 0;
}
