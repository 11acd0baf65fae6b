import type { PartnerProjection } from './projection';
import { CERTAINTIES } from './rows';
import type { Certainty } from './rows';
import { NONE } from './tieTables';

/** The tables a relationship can be cited from. */
export const TABLES = ['skills', 'works', 'contributions', 'stops', 'partnerships', 'places'] as const;
/** A table of relationships of the projection; a row of `places` is an actor's place. */
export type Table = (typeof TABLES)[number];

/** A relationship of the projection as one number: its table and its row. */
export type RelationKey = number;

const SHIFT = 2 ** 40;

/** The key of a row of a table. */
export function relationKey(table: Table, row: number): RelationKey {
  return TABLES.indexOf(table) * SHIFT + row;
}

/** The table of a key. */
export function tableOf(key: RelationKey): Table {
  return TABLES[Math.floor(key / SHIFT)]!;
}

/** A relationship of the knowledge graph, cited as the proof of something. */
export interface Citation {
  /** Type of the relationship; a `PARTNER_IN` is given by its two ends. */
  type: 'HAS_COMPETENCE' | 'WORKS_ON' | 'CONTRIBUTED_TO' | 'HOSTED_BY' | 'PARTNER_IN' | 'LOCATED_IN';
  /** Id of the actor (of the production shown for `HOSTED_BY`). */
  from: string;
  /** Id of the other end; `null` where a commune is not known by its id. */
  to: string | null;
  sourceId: string | null;
  /** The sentence of the source, or what a partnership is about, when there is one. */
  evidence: string | null;
  /** Kind of a partnership or role of a contribution. */
  kind: string | null;
  /** Id of the `Partnership` or `Event` node in between, when known. */
  throughId: string | null;
  /** Level of a competence, 1–3. */
  level: number | null;
  /** How sure a competence is. */
  certainty: Certainty | null;
}

const EMPTY = { evidence: null, kind: null, throughId: null, level: null, certainty: null };

/** The citation of a relationship of the projection. */
export function citationOf(projection: PartnerProjection, key: RelationKey): Citation {
  const table = tableOf(key);
  const row = key % SHIFT;
  if (table === 'skills') return citeSkill(projection, row);
  if (table === 'works') return citeWork(projection, row);
  if (table === 'partnerships') return citePartnership(projection, row);
  if (table === 'places') return citePlace(projection, row);
  return citePart(projection, table, row);
}

function sourceId(projection: PartnerProjection, source: number): string | null {
  return source === NONE ? null : projection.sources.ids[source]!;
}

function citePlace(projection: PartnerProjection, actor: number): Citation {
  return {
    ...EMPTY,
    type: 'LOCATED_IN',
    from: projection.actors.ids[actor]!,
    to: projection.communes[actor]!,
    sourceId: sourceId(projection, projection.placeSource[actor]!),
  };
}

function citeSkill(projection: PartnerProjection, row: number): Citation {
  const { skills } = projection;
  return {
    ...EMPTY,
    type: 'HAS_COMPETENCE',
    from: projection.actors.ids[skills.actor[row]!]!,
    to: projection.competences.ids[skills.competence[row]!]!,
    sourceId: sourceId(projection, skills.source[row]!),
    evidence: skills.evidence[row]!,
    level: skills.level[row] === 0 ? null : skills.level[row]!,
    certainty: CERTAINTIES[skills.certainty[row]!]!,
  };
}

function citeWork(projection: PartnerProjection, row: number): Citation {
  const { works } = projection;
  return {
    ...EMPTY,
    type: 'WORKS_ON',
    from: projection.actors.ids[works.actor[row]!]!,
    to: projection.themes.ids[works.theme[row]!]!,
    sourceId: sourceId(projection, works.source[row]!),
  };
}

function citePartnership(projection: PartnerProjection, row: number): Citation {
  const { partnerships } = projection;
  return {
    ...EMPTY,
    type: 'PARTNER_IN',
    from: projection.actors.ids[partnerships.a[row]!]!,
    to: projection.actors.ids[partnerships.b[row]!]!,
    sourceId: sourceId(projection, partnerships.source[row]!),
    evidence: partnerships.about[row]!,
    kind: projection.words.ids[partnerships.kind[row]!]!,
    throughId: partnerships.partnershipId[row]!,
  };
}

function citePart(projection: PartnerProjection, table: 'contributions' | 'stops', row: number): Citation {
  const part = projection[table];
  const actor = projection.actors.ids[part.actor[row]!]!;
  const production = projection.productions.ids[part.production[row]!]!;
  const role = part.role[row]!;
  return {
    ...EMPTY,
    type: table === 'stops' ? 'HOSTED_BY' : 'CONTRIBUTED_TO',
    from: table === 'stops' ? production : actor,
    to: table === 'stops' ? actor : production,
    sourceId: sourceId(projection, part.source[row]!),
    kind: role === NONE ? null : projection.words.ids[role]!,
    throughId: part.eventId[row]!,
  };
}
