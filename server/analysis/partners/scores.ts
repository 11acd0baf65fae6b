import { EARTH_RADIUS_KM } from '../greatCircle';
import type { Brief } from './brief';
import { coverNeeds, coverValue, createCoverTable } from './cover';
import type { CoverTable } from './cover';
import { allocateFrom, saturate, tiesByNode } from './network';
import type { PartnerProjection } from './projection';
import type { RelationKey } from './relations';
import { queryCoordinates } from './themeVectors';
import { PARTS, shareWeights } from './weights';
import type { Part, PartWeights } from './weights';

/** Distance at which nearness falls to 1/e, in kilometres. */
export const NEAR_KM = 40;

/** A brief ready to score candidates. */
export interface Question {
  brief: Brief;
  /** Sum 1 over the parts asked about. */
  weights: PartWeights;
  asked: Record<Part, boolean>;
  cover: CoverTable;
  /** Query coordinates by theme, with broader ones. */
  themes: Map<number, number>;
  /** Audiences asked, known to the projection or not. */
  audienceCount: number;
  /** Ties of each member by node, by member. */
  memberTies: Map<number, Map<number, RelationKey[]>>;
}

/** Values of each part for every actor; `NaN` where not known. */
export type PartValues = Record<Part, Float64Array>;

/** Prepares a brief for scoring. */
export function createQuestion(projection: PartnerProjection, brief: Brief, weights: PartWeights): Question {
  const asked = {
    cover: brief.needs.length > 0,
    theme: brief.themes.length > 0,
    near: brief.places.length > 0,
    network: brief.members.length > 0,
    audience: brief.resolved.audiences.length > 0,
  };
  return {
    brief,
    asked,
    weights: shareWeights(weights, asked),
    cover: createCoverTable(projection, brief.needs),
    themes: queryCoordinates(projection.broaderTheme, brief.themes),
    audienceCount: brief.resolved.audiences.length,
    memberTies: new Map(brief.members.map((member) => [member, tiesByNode(projection, member)])),
  };
}

/** Every part of the score for every actor, and the scores. Linear in the relationships read. */
export function scoreAll(
  projection: PartnerProjection,
  question: Question,
): { values: PartValues; scores: Float64Array } {
  const n = projection.actorCount;
  const values: PartValues = {
    cover: coverAll(projection, question),
    theme: themeAll(projection, question),
    near: nearAll(projection, question),
    network: networkAll(projection, question),
    audience: audienceAll(projection, question),
  };
  const scores = new Float64Array(n);
  for (const part of PARTS) {
    const weight = question.weights[part];
    if (weight === 0) continue;
    const column = values[part];
    for (let i = 0; i < n; i++) if (column[i] === column[i]) scores[i]! += weight * column[i]!;
  }
  return { values, scores };
}

function coverAll(projection: PartnerProjection, { cover }: Question): Float64Array {
  const column = new Float64Array(projection.actorCount).fill(Number.NaN);
  const best = new Float64Array(cover.needs.length);
  for (let i = 0; i < column.length; i++)
    if (coverNeeds(projection, cover, i, best)) column[i] = coverValue(cover, best);
  return column;
}

function themeAll(projection: PartnerProjection, { themes }: Question): Float64Array {
  const column = new Float64Array(projection.actorCount).fill(Number.NaN);
  const { offsets, theme, value, idf, norm } = projection.themeVectors;
  const pull = new Float64Array(idf.length);
  let squares = 0;
  for (const [t, coordinate] of themes) {
    pull[t] = coordinate * idf[t]! * idf[t]!;
    squares += (coordinate * idf[t]!) ** 2;
  }
  const length = Math.sqrt(squares);
  for (let i = 0; i < column.length; i++) {
    if (norm[i] === 0) continue;
    let dot = 0;
    for (let k = offsets[i]!; k < offsets[i + 1]!; k++) dot += pull[theme[k]!]! * value[k]!;
    column[i] = length > 0 ? dot / (length * norm[i]!) : 0;
  }
  return column;
}

/** Kilometres from an actor to the nearest place of the brief; `NaN` when either is unknown. */
export function distanceOf(projection: PartnerProjection, places: Float64Array, actor: number): number {
  let chord = Number.POSITIVE_INFINITY;
  const at = projection.places;
  for (let p = 0; p < places.length; p += 3) {
    const x = at[3 * actor]! - places[p]!;
    const y = at[3 * actor + 1]! - places[p + 1]!;
    const z = at[3 * actor + 2]! - places[p + 2]!;
    const squared = x * x + y * y + z * z;
    if (squared !== squared) return Number.NaN;
    if (squared < chord) chord = squared;
  }
  return places.length === 0
    ? Number.NaN
    : 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(chord) / 2));
}

function nearAll(projection: PartnerProjection, { brief }: Question): Float64Array {
  const column = new Float64Array(projection.actorCount);
  for (let i = 0; i < column.length; i++)
    column[i] = Math.exp(-distanceOf(projection, brief.places, i) / NEAR_KM);
  return column;
}

function networkAll(projection: PartnerProjection, { brief }: Question): Float64Array {
  const column = allocateFrom(projection, brief.members);
  const { offsets } = projection.adjacency;
  for (let i = 0; i < column.length; i++)
    column[i] = offsets[i + 1] === offsets[i] ? Number.NaN : saturate(column[i]!);
  return column;
}

function audienceAll(projection: PartnerProjection, question: Question): Float64Array {
  const column = new Float64Array(projection.actorCount);
  for (let i = 0; i < column.length; i++) column[i] = audienceValue(question, projection.audienceOf[i]!);
  return column;
}

/** Share of the audiences asked that an actor's productions were for; `NaN` when none of its audiences is known. */
export function audienceValue({ brief, audienceCount }: Question, mask: number): number {
  return mask === 0
    ? Number.NaN
    : audienceCount === 0
      ? 0
      : countBits(mask & brief.audiences) / audienceCount;
}

function countBits(mask: number): number {
  let count = 0;
  for (let rest = mask >>> 0; rest !== 0; rest = (rest & (rest - 1)) >>> 0) count++;
  return count;
}
