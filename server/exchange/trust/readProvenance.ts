import { impliedStatus, weigh, type Statement } from '../../analysis/trust/statements';
import type { Database } from '../../database/driver';
import { readGraph, type GraphReader, type StatementRow } from '../../graph/changeGraph';
import { keyOf, type CellValue, type NodeTable, type TableRow } from '../../graph/tables';
import {
  readReferenceNames,
  referencesIn,
  type Reference,
  type ReferenceNames,
} from '../sheets/referenceNames';
import { isAboutPersons, looksPersonal } from '../sheets/personal';
import { isSheetId, sheets, type SheetId } from '../sheets/sheets';

/** Who says what of one value. */
export interface ValueProvenance {
  /** Sheet of the row that holds the value: that of the record, or of its ties. */
  sheet: SheetId;
  column: string;
  /** Of a tie: what the other end is, such as a competence; null for a value of the record itself. */
  about: { to: SheetId; id: string } | null;
  value: CellValue;
  /** Best first; values as JSON. */
  statements: Statement[];
  /** Whether two of them disagree. */
  isConflicting: boolean;
  /** Whether the model has no such value: it came with a file and was kept under the header it had there. */
  isKept: boolean;
}

/** Who says what of each value of a record. */
export interface RecordProvenance {
  /** Values of the record in the order of its columns, then those of ties of which sources disagree. */
  values: ValueProvenance[];
  /** Names of what values refer to. */
  names: ReferenceNames;
}

/** Kinds of record whose values open to who says them. */
export type ProvenSheet = 'actors' | 'productions';

/** Columns that are no statement about the record. */
const NOT_STATED = new Set(['id', 'kind', 'sources', 'locationEvidence']);

/**
 * For each value of a record, who says it and who says otherwise: the statements kept of it, and, where none says the value
 * that stands, the sources of the whole record. What came with files beyond the model follows, but for what seems to be about persons. Ties to competences, themes and productions carry their source themselves:
 * they are listed only where something else was said of them.
 *
 * @returns undefined when there is no such record; values that nobody ever gave are left out
 */
export async function readProvenance(
  database: Database,
  sheet: ProvenSheet,
  id: string,
): Promise<RecordProvenance | undefined> {
  return readGraph(database, async (reader) => {
    const table = sheets[sheet].table as NodeTable;
    const [row] = await reader.rows(table, [id]);
    if (row === undefined) return undefined;
    const statements = await readStatements(reader, `${table.label}/${id}`);
    const dates = await readDates(reader, table.label, id);
    const own = sheets[sheet].columns
      .filter(({ key }) => !NOT_STATED.has(key))
      .flatMap(({ key }) => toProvenance(sheet, key, row, statements, dates));
    const kept = Object.keys(row)
      .filter((column) => column.startsWith('+') && isForAll(column, row[column] ?? null))
      .sort()
      .flatMap((column) => toKept(sheet, column, row, statements, dates));
    const values = [...own, ...kept, ...(await readTies(reader, id, statements))];
    return { values, names: await readReferenceNames(reader, referencesOf(values)) };
  });
}

async function readStatements(reader: GraphReader, subject: string): Promise<StatementRow[]> {
  const found = await reader.query(
    `MATCH (s:Statement {subject: $subject}) RETURN s.column AS column, s.value AS value, s.status AS status,
    s.statedOn AS statedOn, s.sourceId AS sourceId ORDER BY s.id`,
    { subject },
  );
  return found as unknown as StatementRow[];
}

async function readDates(reader: GraphReader, label: string, id: string) {
  const sources = await reader.query(
    `MATCH (:${label} {id: $id})-[:STATED_BY]->(s:Source) RETURN s.id AS id, s.date AS date ORDER BY id`,
    { id },
  );
  return new Map(sources.map(({ id: source, date }) => [source as string, date as string | null]));
}

function toProvenance(
  sheet: SheetId,
  column: string,
  row: TableRow,
  statements: readonly StatementRow[],
  dates: ReadonlyMap<string, string | null>,
): ValueProvenance[] {
  const value = row[column] ?? null;
  const isNothing = value === null || (Array.isArray(value) && value.length === 0);
  const known: Statement[] = statements.filter((statement) => statement.column === column);
  if (isNothing && known.length === 0) return [];
  const current = JSON.stringify(value);
  const ties = ((row[`~${column}`] ?? []) as string[]).map((tie) => tie.split('|').at(-1)!);
  const by = ties.length > 0 ? [...new Set(ties)] : ((row.sources ?? []) as string[]);
  const implied = known.some((statement) => statement.value === current) || isNothing ? [] : by;
  const all = [
    ...known,
    ...implied.map((sourceId) => ({
      value: current,
      status: impliedStatus([sourceId]),
      statedOn: dates.get(sourceId) ?? null,
      sourceId,
    })),
  ];
  const { ranked, isConflicting } = weigh(all);
  return [
    { sheet, column, about: null, value, statements: ranked, isConflicting, isKept: column.startsWith('+') },
  ];
}

/** Whether a value that came with a file may be shown to anyone: not where it seems to be about persons. */
function isForAll(column: string, value: CellValue): boolean {
  return value !== null && !isAboutPersons(column.slice(1)) && !looksPersonal(String(value));
}

/** A value that came with a file: who gave the one that stands. Such values are not weighed, so that none contradicts another. */
function toKept(
  sheet: SheetId,
  column: string,
  row: TableRow,
  statements: readonly StatementRow[],
  dates: ReadonlyMap<string, string | null>,
): ValueProvenance[] {
  const current = JSON.stringify(row[column] ?? null);
  const standing = statements.filter((one) => one.column === column && one.value === current);
  return toProvenance(sheet, column, row, standing, dates);
}

/** What is said of the ties of a record, where statements were kept: their name is the sheet, the key and the column. */
const isOfTie = (column: string) => column.includes(' ') && !column.startsWith('+');

async function readTies(
  reader: GraphReader,
  id: string,
  statements: readonly StatementRow[],
): Promise<ValueProvenance[]> {
  const names = [...new Set(statements.map(({ column }) => column).filter(isOfTie))];
  const values: ValueProvenance[] = [];
  for (const name of names.sort()) {
    const [sheet = '', ...rest] = name.split(' ');
    const column = rest.pop();
    if (!isSheetId(sheet) || column === undefined) continue;
    const { table, columns } = sheets[sheet];
    if (table.kind !== 'link') continue;
    const rows = await reader.rows(table, [id]);
    const row = rows.find((one) => keyOf(table, one) === [id, ...rest].join('\u001f'));
    const type = columns.find(({ key }) => key === table.to.column)?.type;
    const { ranked, isConflicting } = weigh(statements.filter((one) => one.column === name));
    const value = row?.[column] ?? null;
    const about =
      type?.is === 'reference' && type.to !== 'territories' ? { to: type.to, id: rest[0] ?? '' } : null;
    values.push({ sheet, column, about, value, statements: ranked, isConflicting, isKept: false });
  }
  return values;
}

/** What the values, what is said of them and what they are about refer to. */
function* referencesOf(values: readonly ValueProvenance[]): Generator<Reference> {
  for (const { sheet, column, about, statements, value } of values) {
    if (about !== null) yield about;
    for (const said of [value, ...statements.map((one) => JSON.parse(one.value) as CellValue)])
      yield* referencesIn(sheet, column, said);
  }
}
