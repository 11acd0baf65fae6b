import { createCommuneIndex } from '../../analysis/absent/communeIndex';
import { matchRegister, type RegisterMatch } from '../../analysis/absent/matchRegister';
import type { IdentifierScheme, KnownActor, RegisterRow } from '../../analysis/absent/registerRow';
import { siteKey } from '../../analysis/trust/duplicates';
import type { Database } from '../../database/driver';
import { readGraph } from '../../graph/changeGraph';
import type { TableRow } from '../../graph/tables';
import { IDENTIFIER_COLUMNS, identifiersOf } from '../sheets/identifierColumns';
import { slug } from '../sheets/normalise';
import { sheets } from '../sheets/sheets';
import type { HeadedTable } from './files/rawTable';
import { KEPT, type MappingGuess } from './mapping';
import { freeIdentifier } from './parseRows';
import { recogniseRegister, REGISTER_FORMATS, type RegisterFormatName } from './registers/recogniseRegister';
import { createElsewhere, type KnownPlace } from './registers/elsewhere';
import { dropFarPoints } from './registers/farPoints';
import { parseRegister, type RegisterFormat, type RegisterProblem } from './registers/registerFormat';

/** What is decided of a row that may be an actor: which one, or a new one. */
export type RegisterDecision = { actor: string } | 'NEW';

/** A register read and compared with the actors of the graph. */
export interface RegisterReading {
  format: RegisterFormatName;
  /** Rows of the region, of communes unknown, and those elsewhere whose identifier an actor bears. */
  rows: readonly RegisterRow[];
  /** One verdict a row. */
  matches: readonly RegisterMatch[];
  problems: readonly RegisterProblem[];
  /** Rows of other regions, left out. */
  outside: number;
  /** Rows that are no actor of any family, left out by the format. */
  skipped: number;
  /** How many of them by what they say they are, where the register says it. */
  skippedAs: ReadonlyMap<string, number>;
  /** Actors that bear an identifier of this register which it no longer has; none when the file is partial. */
  gone: readonly { actor: string; name: string; identifier: string }[];
  /** How many actors bear an identifier of this register. */
  bearers: number;
  /** Whether the file looks like a part of the register only: it has fewer rows of the region than half the actors known from it. */
  isPartial: boolean;
  /** Sites of all actors by their identifiers, which new ones must not take. */
  sites: ReadonlyMap<string, string | null>;
  townOf: ReadonlyMap<string, string>;
  /** Intercommunality and town hall of each commune of the graph, by INSEE code. */
  places: ReadonlyMap<string, KnownPlace>;
}

/**
 * Reads a published register and matches its rows to the actors of the graph.
 *
 * @param text - CSV or JSON as its publisher gives it
 * @returns undefined when it is none of the registers that are known
 */
export async function readRegister(database: Database, text: string): Promise<RegisterReading | undefined> {
  const format = recognise(text);
  if (format === null) return undefined;
  const { actors, communes } = await readKnown(database);
  const townOf = new Map(communes.map(({ insee, name }) => [insee, name]));
  const known = actors.map((row) => toKnownActor(row, townOf));
  const parsed = parseRegister(text, REGISTER_FORMATS[format], createCommuneIndex(communes));
  const places = new Map(communes.map(({ insee, ...place }) => [insee, place]));
  dropFarPoints(parsed, places);
  const isOfRegion = createOfRegion(communes);
  const { scheme } = REGISTER_FORMATS[format];
  const bearers = known.filter(({ identifiers }) => identifiers[scheme] !== undefined);
  const borne = new Set(bearers.map(({ identifiers }) => identifiers[scheme]));
  // What is elsewhere is still read of an actor that is known by its identifier.
  const rows = parsed.rows.filter(
    (row) =>
      isOfRegion(row.commune, row) ||
      (row.identifiers[scheme] !== undefined && borne.has(row.identifiers[scheme])),
  );
  const isPartial = rows.length < bearers.length / 2;
  return {
    format,
    rows,
    matches: matchRegister(rows, known, undefined, townOf),
    problems: parsed.problems.filter(({ problem }) => problem !== 'UNKNOWN_COMMUNE'),
    outside: parsed.rows.length - rows.length,
    skipped: parsed.skipped,
    skippedAs: parsed.skippedAs,
    gone: isPartial ? [] : goneOf(bearers, scheme, parsed.rows),
    bearers: bearers.length,
    isPartial,
    sites: new Map(actors.map((row) => [row.id as string, (row.website ?? null) as string | null])),
    townOf,
    places,
  };
}

/** Actors of which a register no longer has the identifier. */
function goneOf(
  bearers: readonly KnownActor[],
  scheme: IdentifierScheme,
  rows: readonly RegisterRow[],
): RegisterReading['gone'] {
  const present = new Set(rows.map(({ identifiers }) => identifiers[scheme]));
  return bearers
    .filter(({ identifiers }) => !present.has(identifiers[scheme]))
    .map(({ id: actor, name, identifiers }) => ({ actor, name, identifier: identifiers[scheme]! }));
}

function recognise(text: string): RegisterFormatName | null {
  try {
    return recogniseRegister(text);
  } catch {
    return null;
  }
}

/** What a register is compared with. */
export type RegisterContext = Awaited<ReturnType<typeof readKnown>>;

/** The actors and communes of the graph, for what a register is compared with. */
export async function readKnown(database: Database) {
  return readGraph(database, async (reader) => ({
    actors: await reader.rows(sheets.actors.table),
    communes: (await reader.query(
      `MATCH (c:Commune) OPTIONAL MATCH (c)-[:PART_OF]->(d:Department) OPTIONAL MATCH (c)-[:PART_OF]->(e:Epci)
      RETURN c.code AS insee, c.name AS name, coalesce(d.code, left(c.code, 2)) AS department, e.id AS epci,
      c.location.latitude AS latitude, c.location.longitude AS longitude, c.inRegion AS inRegion ORDER BY insee`,
      {},
    )) as unknown as ({ insee: string; name: string; department: string; inRegion: boolean } & KnownPlace)[],
  }));
}

/** Tells what is of the region: by its commune or, where that is unknown, unless it is surely elsewhere. */
export function createOfRegion(communes: RegisterContext['communes']) {
  const region = communes.filter(({ inRegion }) => inRegion);
  const codes = new Set(region.map(({ insee }) => insee));
  const isElsewhere = createElsewhere(region);
  return (commune: string | null, row: Parameters<typeof isElsewhere>[0]): boolean =>
    commune === null ? !isElsewhere(row) : codes.has(commune);
}

function toKnownActor(row: TableRow, townOf: ReadonlyMap<string, string>): KnownActor {
  const text = (column: string) => (row[column] ?? null) as string | null;
  const commune = text('commune')?.replace(/^commune-/, '') ?? null;
  return {
    id: row.id as string,
    name: row.name as string,
    acronym: text('acronym'),
    type: row.kind === 'LAB' ? 'LAB' : (row.family as string),
    commune,
    communeName: commune === null ? null : (townOf.get(commune) ?? null),
    identifiers: identifiersOf(row),
  };
}

/** Rows that may be an actor and must be looked at, with what was decided of them. */
export function doubtsOf(
  { rows, matches }: RegisterReading,
  decisions: ReadonlyMap<string, RegisterDecision>,
): { row: RegisterRow; match: RegisterMatch; decision: RegisterDecision | undefined }[] {
  return matches.flatMap((match, index) => {
    if (match.status !== 'TO_REVIEW') return [];
    return [{ row: rows[index]!, match, decision: decisions.get(match.row) }];
  });
}

/** Rows that are no actor of the graph, by commune then name, and how many of the rows of each intercommunality they are. */
export function absencesOf({ rows, matches, places }: RegisterReading): {
  rows: RegisterRow[];
  byEpci: Map<string, { absent: number; rows: number }>;
  unplaced: number;
} {
  const absent: RegisterRow[] = [];
  const byEpci = new Map<string, { absent: number; rows: number }>();
  let unplaced = 0;
  matches.forEach(({ status }, index) => {
    const row = rows[index]!;
    const epci = row.commune === null ? null : (places.get(row.commune)?.epci ?? null);
    if (status === 'ABSENT') absent.push(row);
    if (epci === null) {
      unplaced += status === 'ABSENT' ? 1 : 0;
      return;
    }
    const known = byEpci.get(epci) ?? { absent: 0, rows: 0 };
    byEpci.set(epci, { absent: known.absent + (status === 'ABSENT' ? 1 : 0), rows: known.rows + 1 });
  });
  const key = ({ commune, name, id }: RegisterRow) => `${commune ?? '~'} ${name} ${id}`;
  return { rows: absent.sort((a, b) => (key(a) < key(b) ? -1 : 1)), byEpci, unplaced };
}

const HEADER = ['id', 'name', 'acronym', 'family', 'commune', 'website'];

/**
 * What a register says, as a table of actors to be imported like any other: sure matches say their identifier, place and site
 * of the actor, rows that are absent make a new one, and doubtful ones wait for a decision. The name of an actor that is known
 * is not touched: registers write names in capitals and official forms.
 *
 * @param decisions - by identifier of the row
 */
export function toActorTable(
  reading: RegisterReading,
  decisions: ReadonlyMap<string, RegisterDecision>,
): { table: HeadedTable; guess: MappingGuess } {
  const { scheme, others = {} }: RegisterFormat = REGISTER_FORMATS[reading.format];
  const schemes = [scheme, ...(Object.keys(others) as IdentifierScheme[])];
  const identifierColumns = schemes.map((one) => IDENTIFIER_COLUMNS[one]);
  const header = [...HEADER, ...identifierColumns.map((column) => column.replace(/^\+/, ''))];
  const taken = new Set(reading.sites.keys());
  const rows = reading.rows.flatMap((row, index) => {
    const match = reading.matches[index]!;
    const decision = match.status === 'TO_REVIEW' ? decisions.get(row.id) : undefined;
    if (match.status === 'TO_REVIEW' && decision === undefined) return [];
    const decided = decision === undefined || decision === 'NEW' ? null : decision.actor;
    const actor = match.status === 'SURE' ? match.actor : decided;
    const website = websiteOf(row);
    const identifiers = schemes.map((one) => row.identifiers[one] ?? null);
    const line = row.line ?? index + 2;
    if (actor !== null) {
      const said = isSameSite(website, reading.sites.get(actor)) ? null : website;
      return [{ line, cells: [actor, null, null, null, row.commune, said, ...identifiers] }];
    }
    const id = newIdentifier(row, reading, taken);
    return [{ line, cells: [id, row.name, row.acronym, row.kind, row.commune, website, ...identifiers] }];
  });
  const table: HeadedTable = {
    name: reading.format.toLowerCase(),
    rows,
    formulas: new Set(),
    errors: new Map(),
    header,
    headerLine: 1,
    isMade: true,
  };
  return { table, guess: guessOf(table.name, identifierColumns) };
}

/** What each column of the table is, which is known and not guessed. */
function guessOf(table: string, identifierColumns: readonly string[]): MappingGuess {
  const columns = [...HEADER, ...identifierColumns.map((column) => (column.startsWith('+') ? KEPT : column))];
  return { table, sheet: 'actors', columns, how: columns.map(() => 'HEADER'), isExact: true };
}

/** An identifier that says the name and the town, since many libraries have the same name. */
function newIdentifier(row: RegisterRow, { townOf }: RegisterReading, taken: Set<string>): string {
  const town = row.commune === null ? row.town : (townOf.get(row.commune) ?? row.town);
  const name = slug(row.name);
  const place = slug(town ?? '');
  const whole = place === '' || name.includes(place) ? name : `${name}-${place}`;
  const id = freeIdentifier(whole || slug(row.kind), (one) => taken.has(one))!;
  taken.add(id);
  return id;
}

/** Whether two addresses lead to one site, however they are written: that contradicts nothing. */
function isSameSite(a: string | null, b: string | null | undefined): boolean {
  return a !== null && b != null && siteKey(a) === siteKey(b);
}

/** The site as an address; null when what is written is none, or several. */
function websiteOf({ website }: RegisterRow): string | null {
  if (website === null || /[\s|;,]/.test(website.trim())) return null;
  const once = website.trim().replace(/^https?:\/\/(?=https?:\/\/)/i, '');
  const full = /^https?:\/\//i.test(once) ? once : `https://${once}`;
  return URL.canParse(full) && /^https?:\/\/[^/]+\.[^/]/i.test(full) ? full : null;
}
