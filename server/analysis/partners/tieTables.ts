import { createAdjacency, createLists, indexOf, internWord } from './lists';
import type { Interned } from './lists';
import { CERTAINTIES } from './rows';
import type { PartnerRows } from './rows';

/** No index: a source, a broader concept or a role that is unknown. */
export const NONE = -1;

/** Actor–competence relationships, one a row. */
export interface SkillTable {
  actor: Uint32Array;
  competence: Uint32Array;
  /** 0 when unknown, else 1–3. */
  level: Uint8Array;
  /** Index in `CERTAINTIES`. */
  certainty: Uint8Array;
  source: Int32Array;
  evidence: (string | null)[];
}

/** Partnerships, one a pair of ends. */
export interface PartnershipTable {
  a: Uint32Array;
  b: Uint32Array;
  kind: Uint32Array;
  source: Int32Array;
  start: (string | null)[];
  end: (string | null)[];
  about: (string | null)[];
  partnershipId: (string | null)[];
}

/** Contributions (`role` set) or hosted stops, one a row. */
export interface PartTable {
  actor: Uint32Array;
  production: Uint32Array;
  /** Index in `words`, or −1. */
  role: Int32Array;
  /** 0 when unknown. */
  year: Uint16Array;
  source: Int32Array;
  eventId: (string | null)[];
}

/** Actor–theme relationships, one a row. */
export interface ThemeTable {
  actor: Uint32Array;
  theme: Uint32Array;
  source: Int32Array;
}

interface Dictionaries {
  actors: Interned;
  competences: Interned;
  themes: Interned;
  productions: Interned;
  sources: Interned;
  words: Interned;
}

/**
 * Reads every relationship into tables and their lists by end.
 *
 * @throws RangeError when a relationship names an id that is not known, or a level is not 1–3
 */
export function projectTies(rows: PartnerRows, known: Dictionaries) {
  const n = known.actors.ids.length;
  const skills = projectSkills(rows, known);
  const works = {
    actor: Uint32Array.from(rows.actorThemes, (r) => indexOf(known.actors, 'actor', r.actor)),
    theme: Uint32Array.from(rows.actorThemes, (r) => indexOf(known.themes, 'theme', r.theme)),
    source: Int32Array.from(rows.actorThemes, (r) => sourceOf(known.sources, r.sourceId)),
  };
  const contributions = projectParts(rows.contributions, known);
  const stops = projectParts(
    rows.stops.map((s) => ({ ...s, role: null, year: yearOf(s.start) })),
    known,
  );
  const partnerships = projectPartnerships(rows, known);
  const ends = interleave(partnerships.a, partnerships.b, 0);
  const byEnd = createLists(n, ends);
  for (let k = 0; k < byEnd.rows.length; k++) byEnd.rows[k]! >>>= 1;
  return {
    skills,
    skillsOf: createLists(n, skills.actor),
    holdersOf: createLists(known.competences.ids.length, skills.competence),
    works,
    worksOf: createLists(n, works.actor),
    contributions,
    contributionsOf: createLists(n, contributions.actor),
    contributorsOf: createLists(known.productions.ids.length, contributions.production),
    stops,
    stopsOf: createLists(n, stops.actor),
    partnerships,
    partnershipsOf: byEnd,
    adjacency: createAdjacency(n + known.productions.ids.length, joinEnds(n, ends, contributions, stops)),
  };
}

function joinEnds(n: number, partners: Uint32Array, contributions: PartTable, stops: PartTable): Uint32Array {
  const parts = [
    partners,
    interleave(contributions.actor, contributions.production, n),
    interleave(stops.actor, stops.production, n),
  ];
  const joined = new Uint32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

function interleave(a: Uint32Array, b: Uint32Array, shift: number): Uint32Array {
  const ends = new Uint32Array(2 * a.length);
  for (let e = 0; e < a.length; e++) {
    ends[2 * e] = a[e]!;
    ends[2 * e + 1] = b[e]! + shift;
  }
  return ends;
}

function sourceOf(sources: Interned, id: string | null): number {
  return id === null ? NONE : internWord(sources, id);
}

function yearOf(date: string | null): number | null {
  const year = date === null ? Number.NaN : Number(date.slice(0, 4));
  return Number.isInteger(year) ? year : null;
}

function projectSkills(rows: PartnerRows, known: Dictionaries): SkillTable {
  const list = rows.actorCompetences;
  for (const row of list)
    if (row.level !== null && ![1, 2, 3].includes(row.level))
      throw new RangeError(`level ${row.level} of ${row.actor} in ${row.competence} is not 1, 2 or 3`);
  return {
    actor: Uint32Array.from(list, (r) => indexOf(known.actors, 'actor', r.actor)),
    competence: Uint32Array.from(list, (r) => indexOf(known.competences, 'competence', r.competence)),
    level: Uint8Array.from(list, (r) => r.level ?? 0),
    certainty: Uint8Array.from(list, (r) => CERTAINTIES.indexOf(r.status)),
    source: Int32Array.from(list, (r) => sourceOf(known.sources, r.sourceId)),
    evidence: list.map((r) => r.evidence),
  };
}

interface PartRow {
  actor: string;
  production: string;
  role: string | null;
  year: number | null;
  sourceId: string | null;
  eventId?: string | null;
}

function projectParts(list: readonly PartRow[], known: Dictionaries): PartTable {
  return {
    actor: Uint32Array.from(list, (r) => indexOf(known.actors, 'actor', r.actor)),
    production: Uint32Array.from(list, (r) => indexOf(known.productions, 'production', r.production)),
    role: Int32Array.from(list, (r) => (r.role === null ? NONE : internWord(known.words, r.role))),
    year: Uint16Array.from(list, (r) => r.year ?? 0),
    source: Int32Array.from(list, (r) => sourceOf(known.sources, r.sourceId)),
    eventId: list.map((r) => r.eventId ?? null),
  };
}

function projectPartnerships(rows: PartnerRows, known: Dictionaries): PartnershipTable {
  const list = rows.partnerships;
  return {
    a: Uint32Array.from(list, (r) => indexOf(known.actors, 'actor', r.a)),
    b: Uint32Array.from(list, (r) => indexOf(known.actors, 'actor', r.b)),
    kind: Uint32Array.from(list, (r) => internWord(known.words, r.kind)),
    source: Int32Array.from(list, (r) => sourceOf(known.sources, r.sourceId)),
    start: list.map((r) => r.start),
    end: list.map((r) => r.end),
    about: list.map((r) => r.about ?? null),
    partnershipId: list.map((r) => r.partnershipId ?? null),
  };
}
