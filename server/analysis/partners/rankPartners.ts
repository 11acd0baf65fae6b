import { resolveBrief } from './brief';
import type { PartnerBrief, ResolvedBrief } from './brief';
import { coveringSkills } from './cover';
import { createCandidateTest } from './filters';
import type { LeftOut, PartnerFilters } from './filters';
import { findIntroducer, partnersOfGroup } from './introducer';
import type { Introducer, PartnersOf } from './introducer';
import type { PartnerProjection } from './projection';
import { explainScore } from './reasons';
import type { Reason } from './reasons';
import { citationOf, relationKey } from './relations';
import type { Citation } from './relations';
import { PHASES } from './rows';
import type { Certainty, Phase } from './rows';
import { createQuestion, distanceOf, scoreAll } from './scores';
import type { PartValues, Question } from './scores';
import { topOf } from './top';
import { DEFAULT_WEIGHTS, PARTS } from './weights';
import type { Part, PartWeights } from './weights';

/** A part of a score. */
export interface PartScore {
  part: Part;
  /** False when the brief does not ask about it: it has then no weight. */
  asked: boolean;
  /** Share of the score, 0..1; the shares of the parts asked add to 1. */
  weight: number;
  /** 0..1; `null` when nothing is known to tell (or nothing is asked). */
  value: number | null;
  /** `weight × value`; 0 when not known. */
  points: number;
}

/** A need that a partner would cover. */
export interface CoveredNeed {
  competenceId: string;
  /** `factor × level`, 0..1. */
  value: number;
  /** 1 by itself or a narrower competence, 0.5 by a broader one. */
  factor: number;
  certainty: Certainty;
  /** The relationship that covers it best. */
  citation: Citation;
}

/** A ranked partner, with everything that makes its rank. */
export interface PartnerScore {
  actorId: string;
  /** 1 for the first. */
  rank: number;
  /** Σ points, 0..1. */
  score: number;
  /** What the score could be at most if what is not known were at its best. */
  possible: number;
  parts: PartScore[];
  reasons: Reason[];
  /** What it would bring, by phase in order; a phase for which it brings nothing has an empty list. */
  brings: { phase: Phase; needs: CoveredNeed[] }[];
  /** To the nearest place of the brief; `null` when either place is unknown. */
  distanceKm: number | null;
  /** Relationships that already make it a partner of a member; empty when it is not one. */
  partnership: Citation[];
  introducer: Introducer | null;
  /** How many of the needs it covers are known how surely. */
  certainty: Record<Certainty, number>;
}

/** The answer to a brief. */
export interface PartnerRanking {
  brief: ResolvedBrief;
  /** Share of each part in the score. */
  weights: PartWeights;
  /** The page asked for. */
  ranked: PartnerScore[];
  /** Candidates ranked, whole. */
  total: number;
  /** Candidates of whom neither a competence nor a theme is known: not ranked. Ids in the order of the projection. */
  unknownIds: string[];
  leftOut: LeftOut;
}

/** Which ranks to explain. */
export interface RankPage {
  limit: number;
  offset?: number;
}

/**
 * Ranks partners for a brief: score = Σ weight × part over the parts the brief asks about, all between 0 and 1.
 * Cover: Σ over needs of weight × level × (1 itself or narrower, ½ broader) ÷ Σ weight. Theme: cosine weighted by inverse document
 * frequency. Near: exp(−km ÷ 40). Network: resource allocation over shared partners and productions, saturating. Audience: share of the
 * audiences asked that its productions were for. What is not known adds nothing and is said (`value: null`, `possible`). Equal scores are
 * ordered by id. Only the page asked for is explained.
 *
 * @throws RangeError when an id is not in the projection or a weight is negative
 */
export function rankPartners(
  projection: PartnerProjection,
  brief: PartnerBrief,
  weights: PartWeights = DEFAULT_WEIGHTS,
  filters: PartnerFilters = {},
  page: RankPage = { limit: 20 },
): PartnerRanking {
  const understood = resolveBrief(projection, brief);
  const question = createQuestion(projection, understood, weights);
  const { values, scores } = scoreAll(projection, question);
  const known = partnersOfGroup(projection, understood.members);
  const test = createCandidateTest(projection, understood, filters, known);
  const leftOut = emptyCounts();
  const candidates = new Uint32Array(projection.actorCount);
  let total = 0;
  const unknownIds: string[] = [];
  for (let actor = 0; actor < projection.actorCount; actor++) {
    const why = test(actor);
    if (why !== null) leftOut[why]++;
    else if (projection.known[actor] === 0) unknownIds.push(projection.actors.ids[actor]!);
    else candidates[total++] = actor;
  }
  const { offset = 0, limit } = page;
  const first = topOf(candidates.subarray(0, total), offset + limit, scores, projection.actors.ids).slice(
    offset,
  );
  return {
    brief: understood.resolved,
    weights: question.weights,
    ranked: first.map((actor, k) => {
      return describePartner(projection, question, { values, scores, known }, actor, offset + k + 1);
    }),
    total,
    unknownIds,
    leftOut,
  };
}

/**
 * Scores chosen actors for a brief, side by side: filters do not apply, actors of whom nothing is known are scored too, and ranks are among all
 * known candidates (0 for members and actors of whom nothing is known).
 *
 * @throws RangeError when an id is not in the projection or a weight is negative
 */
export function comparePartners(
  projection: PartnerProjection,
  brief: PartnerBrief,
  actorIds: readonly string[],
  weights: PartWeights = DEFAULT_WEIGHTS,
): PartnerScore[] {
  const understood = resolveBrief(projection, brief);
  const question = createQuestion(projection, understood, weights);
  const { values, scores } = scoreAll(projection, question);
  const known = partnersOfGroup(projection, understood.members);
  const members = new Set(understood.members);
  const { ids, index } = projection.actors;
  return actorIds.map((id) => {
    const actor = index.get(id);
    if (actor === undefined) throw new RangeError(`actor "${id}" is not in the projection`);
    let rank = projection.known[actor] === 1 && !members.has(actor) ? 1 : 0;
    for (let other = 0; rank > 0 && other < scores.length; other++) {
      if (members.has(other) || projection.known[other] === 0) continue;
      if (scores[other]! > scores[actor]! || (scores[other] === scores[actor] && ids[other]! < id)) rank++;
    }
    return describePartner(projection, question, { values, scores, known }, actor, rank);
  });
}

function emptyCounts(): LeftOut {
  return {
    member: 0,
    excluded: 0,
    outside: 0,
    family: 0,
    territory: 0,
    novelty: 0,
    distance: 0,
    unknownPlace: 0,
  };
}

interface Scored {
  values: PartValues;
  scores: Float64Array;
  known: PartnersOf;
}

function describePartner(
  projection: PartnerProjection,
  question: Question,
  { values, scores, known }: Scored,
  actor: number,
  rank: number,
): PartnerScore {
  const parts = PARTS.map((part) => partScore(question, part, values[part][actor]!));
  const missing = parts.reduce((sum, part) => sum + (part.value === null ? part.weight : 0), 0);
  const km = distanceOf(projection, question.brief.places, actor);
  const brings = coveredNeeds(projection, question, actor);
  const certainty = { documented: 0, register: 0, declared: 0, inferred: 0 };
  for (const { needs } of brings) for (const need of needs) certainty[need.certainty]++;
  return {
    actorId: projection.actors.ids[actor]!,
    rank,
    score: scores[actor]!,
    possible: scores[actor]! + missing,
    parts,
    reasons: explainScore(projection, question, actor),
    brings,
    distanceKm: Number.isNaN(km) ? null : km,
    partnership: (known.get(actor) ?? []).map((key) => citationOf(projection, key)),
    introducer: findIntroducer(projection, known, question.brief.members, actor),
    certainty,
  };
}

function partScore(question: Question, part: Part, value: number): PartScore {
  const asked = question.asked[part];
  const weight = question.weights[part];
  const isKnown = asked && !Number.isNaN(value);
  return { part, asked, weight, value: isKnown ? value : null, points: isKnown ? weight * value : 0 };
}

function coveredNeeds(projection: PartnerProjection, question: Question, actor: number) {
  const byPhase = PHASES.map((phase) => ({ phase, needs: [] as CoveredNeed[] }));
  question.cover.needs.forEach((need, n) => {
    const best = coveringSkills(projection, question.cover, n, actor)[0];
    if (!best) return;
    const citation = citationOf(projection, relationKey('skills', best.row));
    byPhase[projection.phase[need.competence]!]!.needs.push({
      competenceId: projection.competences.ids[need.competence]!,
      value: best.value,
      factor: best.factor,
      certainty: citation.certainty!,
      citation,
    });
  });
  return byPhase;
}
