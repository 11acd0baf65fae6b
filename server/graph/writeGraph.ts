import neo4j, { type ManagedTransaction } from 'neo4j-driver';
import type { Database } from '../database/driver';

/** A value of a node or a relationship. Dates of the SDL are given as `YYYY-MM-DD`, points as `{ lat, lon }`. */
export type Property = string | number | boolean | null | string[] | { lat: number; lon: number };

/** Nodes of one label to create or update, known by `id`. */
export interface NodeRows {
  /** The label that carries the uniqueness constraint. */
  label: NodeLabel;
  /** A second label, when the model has one. */
  also?: NodeLabel;
  rows: { id: string; [property: string]: Property }[];
}

/** Relationships of one type to create or update, known by their ends and `key`. */
export interface RelationshipRows {
  type: RelationshipType;
  from: NodeLabel;
  to: NodeLabel;
  /** Properties, never null, that tell two relationships of the same ends apart; none when there can be only one. */
  key?: readonly string[];
  rows: { from: string; to: string; [property: string]: Property }[];
}

/** A piece of the graph, ready to be written. */
export interface GraphRows {
  nodes: NodeRows[];
  relationships: RelationshipRows[];
}

/** Every label of the model. */
export type NodeLabel =
  | 'Actor'
  | 'Structure'
  | 'Lab'
  | 'Person'
  | 'Competence'
  | 'Theme'
  | 'Production'
  | 'Copy'
  | 'Event'
  | 'Venue'
  | 'Territory'
  | 'Commune'
  | 'Epci'
  | 'Department'
  | 'FormerRegion'
  | 'Region'
  | 'Partnership'
  | 'Need'
  | 'Offer'
  | 'ResearchOutput'
  | 'Source'
  | 'Survey'
  | 'SurveyResponse'
  | 'Indicator'
  | 'Import'
  | 'Change'
  | 'Statement'
  | 'Distinction'
  | 'TravelTimes'
  | 'Contours'
  | 'ReferenceTerritory'
  | 'ColumnMapping';

/** Every relationship type of the model. */
export type RelationshipType =
  | 'HAS_COMPETENCE'
  | 'WORKS_ON'
  | 'LOCATED_IN'
  | 'SERVES'
  | 'BELONGS_TO'
  | 'SUPERVISED_BY'
  | 'WORKS_FOR'
  | 'PARTNER_IN'
  | 'CONTRIBUTED_TO'
  | 'ABOUT'
  | 'REQUIRES'
  | 'COPY_OF'
  | 'SHOWS'
  | 'HOSTED_BY'
  | 'TAKES_PLACE_IN'
  | 'VENUE_OF'
  | 'PART_OF'
  | 'BROADER'
  | 'SEEKS'
  | 'OFFERS'
  | 'NEEDED_BY'
  | 'OFFERED_BY'
  | 'FOR_TERRITORY'
  | 'PRODUCED_BY'
  | 'MEASURES'
  | 'IN_SURVEY'
  | 'RESPONSE_OF'
  | 'STATED_BY';

const DATES = new Set(['earliest', 'latest', 'retrieved', 'publishedOn', 'expiresOn']);
/** Rows that one statement takes. */
export const ROWS_A_STATEMENT = 2000;
/** A region is written whole: a slow machine may take minutes, and must come to the end. */
const WRITE_TIMEOUT = 600_000;

/**
 * Creates or updates nodes, then relationships, in one transaction: all of it or nothing. Doing it twice changes nothing.
 * A property given as null is removed. Labels and types come from the closed lists above, values travel as parameters.
 *
 * @throws Error when an end of a relationship is not in the database
 */
export async function writeGraph(database: Database, { nodes, relationships }: GraphRows): Promise<void> {
  const session = database.driver.session({
    database: database.name,
    defaultAccessMode: neo4j.session.WRITE,
  });
  try {
    await session.executeWrite(
      async (transaction) => {
        for (const part of nodes) await writeNodes(transaction, part);
        for (const part of relationships) await writeRelationships(transaction, part);
      },
      { timeout: WRITE_TIMEOUT },
    );
  } finally {
    await session.close();
  }
}

async function writeNodes(transaction: ManagedTransaction, { label, also, rows }: NodeRows): Promise<void> {
  const query = `UNWIND $rows AS row MERGE (n:${label} {id: row.id}) SET n += row${also ? `, n:${also}` : ''}`;
  for (const chunk of chunksOf(rows)) await transaction.run(query, { rows: chunk.map(toProperties) });
}

async function writeRelationships(
  transaction: ManagedTransaction,
  { type, from, to, key = [], rows }: RelationshipRows,
): Promise<void> {
  const identity = key.length === 0 ? '' : ` {${key.map((name) => `${name}: row.key.${name}`).join(', ')}}`;
  const query = `UNWIND $rows AS row
    MATCH (a:${from} {id: row.from}) MATCH (b:${to} {id: row.to})
    MERGE (a)-[r:${type}${identity}]->(b) SET r += row.properties
    RETURN count(*) AS written`;
  for (const chunk of chunksOf(rows)) {
    const { records } = await transaction.run(query, { rows: chunk.map((row) => splitRow(row, key)) });
    const written = neo4j.integer.toNumber(records[0]!.get('written'));
    if (written !== chunk.length)
      throw new Error(
        `${chunk.length - written} ${type} from ${from} to ${to} have an end that does not exist`,
      );
  }
}

function splitRow({ from, to, ...rest }: RelationshipRows['rows'][number], key: readonly string[]) {
  const properties = toProperties(rest);
  return { from, to, key: Object.fromEntries(key.map((name) => [name, properties[name]])), properties };
}

/** Values as the driver stores them: whole numbers as integers, dates of the SDL as dates, points as points. */
export function toProperties(row: Record<string, Property>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, toStored(name, value)]));
}

function toStored(name: string, value: Property): unknown {
  if (value === null) return null;
  if (typeof value === 'number') return Number.isInteger(value) ? neo4j.int(value) : value;
  if (typeof value === 'string' && DATES.has(name)) {
    const [year, month, day] = value.split('-').map(Number);
    return new neo4j.types.Date(year!, month!, day!);
  }
  if (typeof value === 'object' && 'lat' in value) return new neo4j.types.Point(4326, value.lon, value.lat);
  return value;
}

/** Rows by pieces of the size that one statement takes. */
export function* chunksOf<T>(rows: Iterable<T>): Generator<T[]> {
  let chunk: T[] = [];
  for (const row of rows) {
    chunk.push(row);
    if (chunk.length < ROWS_A_STATEMENT) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}
