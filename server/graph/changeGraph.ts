import neo4j, { Neo4jError, type ManagedTransaction } from 'neo4j-driver';
import type { Database } from '../database/driver';
import { runRows } from './runRows';
import { countRows, eachRow, readKeptHeaders, readNames, readTable } from './readTables';
import {
  changedColumns,
  type NodeTable,
  type RowChange,
  subjectOf,
  type Table,
  type TableRow,
} from './tables';
import { chunksOf, toProperties, type Property } from './writeGraph';
import { writeRows } from './writeRows';

/** Kinds of change that people make to the whole graph at once. */
export const importKinds = [
  'SEED',
  'WORKBOOK',
  'REGISTER',
  'MERGE',
  'SURVEY',
  'NEED',
  'OFFER',
  'TERRITORIES',
  'UNDO',
] as const;

/** Kind of a dated change. */
export type ImportKind = (typeof importKinds)[number];

/** How sure a statement is, best first. */
export const statementStatuses = ['DECLARED', 'DOCUMENTED', 'REGISTER', 'INFERRED'] as const;

/** How a statement is known. */
export type StatementStatus = (typeof statementStatuses)[number];

/** One dated change of the graph, made at once and undone at once. */
export interface ImportRecord {
  id: string;
  kind: ImportKind;
  title: string;
  fileName: string | null;
  /** SHA-256 of what was read, or of the changes. */
  checksum: string;
  /** ISO instant. */
  appliedAt: string;
  sourceId: string | null;
  status: StatementStatus;
  /** Who did it, as far as is known. */
  by: string;
  created: number;
  updated: number;
  removed: number;
  unchanged: number;
  rejected: number;
  /** The change that this one undoes. */
  undoOf: string | null;
  /** Of a merge: the actor that went. */
  mergedId?: string;
  /** Of a merge: the actor that it went into. */
  survivorId?: string;
}

/** What a source says of one column of one subject, whether or not the graph shows that value. */
export interface StatementRow {
  /** `Label/id`. */
  subject: string;
  column: string;
  /** The value as JSON. */
  value: string;
  status: StatementStatus;
  /** ISO day. */
  statedOn: string | null;
  sourceId: string;
}

/** Everything that one change writes; long lists are read several times rather than held. */
export interface ChangeSet {
  record: ImportRecord;
  changes: Iterable<RowChange>;
  statements: Iterable<StatementRow>;
}

/** Reads of the graph inside the transaction that will write. */
export interface GraphReader {
  /** Rows of a table, see {@link readTable}. */
  rows(table: Table, only?: readonly string[]): Promise<TableRow[]>;
  /** Rows of a table as they come, see {@link eachRow}. */
  each(table: Table): AsyncIterable<TableRow>;
  /** How many rows a table has. */
  count(table: Table): Promise<number>;
  /** Names of the nodes of a table, see {@link readNames}. */
  names(table: NodeTable, label: string | undefined): Promise<Map<string, string | null>>;
  /** Headers of the columns that files brought to a table, see {@link readKeptHeaders}. */
  keptHeaders(table: Table): Promise<Set<string>>;
  /** Rows of any query, cells as the driver gives them. */
  query(text: string, parameters: Record<string, unknown>): Promise<Record<string, unknown>[]>;
}

/** How a change is watched while it is written. */
export interface ChangeWatch {
  signal?: AbortSignal;
  /** Told of rows as they are written. */
  onWritten?: (rows: number) => void;
}

/** How long one change may take in the database, in milliseconds. */
const CHANGE_TIMEOUT = 300_000;

/** Whether a change was given up by the database because one transaction may not take so much of its memory. */
export function isTooLargeForDatabase(error: unknown): boolean {
  return error instanceof Neo4jError && error.code.endsWith('MemoryPoolOutOfMemoryError');
}

/** Whether a change or a read was given up by the database because it took longer than it may. */
export function isTooLongForDatabase(error: unknown): boolean {
  return error instanceof Neo4jError && /\.TransactionTimedOut/.test(error.code);
}

/** A change cannot be made: the identifier was used already. */
export class AlreadyAppliedError extends Error {
  override readonly name = 'AlreadyAppliedError';
}

/**
 * Makes one change of the graph in one transaction: reads, computes, writes rows, statements and the record of the change.
 * Changes wait for one another, whichever process makes them: what is read is what is changed.
 *
 * @param tables - tables that the change may write
 * @param compute - from what is read, what to write; null writes nothing. It may run twice, on a passing fault.
 * @param watch - to give up between two statements, in which case nothing is written, and to be told of progress
 * @returns what was written, or null
 * @throws AlreadyAppliedError when a change has that identifier already; StillReferencedError; Neo4jError
 */
export async function changeGraph(
  database: Database,
  tables: readonly Table[],
  compute: (reader: GraphReader) => Promise<ChangeSet | null>,
  watch: ChangeWatch = {},
): Promise<ChangeSet | null> {
  const session = database.driver.session({
    database: database.name,
    defaultAccessMode: neo4j.session.WRITE,
    fetchSize: 5000,
  });
  try {
    return await session.executeWrite(
      async (transaction) => {
        await transaction.run("MERGE (n:Import {id: 'turn'}) SET n.turn = coalesce(n.turn, 0) + 1");
        const set = await compute(readerOf(transaction));
        if (set === null) return null;
        await write(transaction, tables, set, watch);
        return set;
      },
      { timeout: CHANGE_TIMEOUT },
    );
  } finally {
    await session.close();
  }
}

/**
 * Reads of the graph outside of any change, in one transaction.
 *
 * @param timeout - how long all of it may take, in milliseconds
 */
export async function readGraph<T>(
  database: Database,
  read: (reader: GraphReader) => Promise<T>,
  timeout = 60_000,
): Promise<T> {
  const session = database.driver.session({
    database: database.name,
    defaultAccessMode: neo4j.session.READ,
    fetchSize: 5000,
  });
  try {
    return await session.executeRead((transaction) => read(readerOf(transaction)), { timeout });
  } finally {
    await session.close();
  }
}

function readerOf(transaction: ManagedTransaction): GraphReader {
  return {
    rows: (table, only) => readTable(transaction, table, only),
    each: (table) => eachRow(transaction, table),
    count: (table) => countRows(transaction, table),
    names: (table, label) => readNames(transaction, table, label),
    keptHeaders: (table) => readKeptHeaders(transaction, table),
    query: async (text, parameters) => {
      // Read as they come: records that are awaited together are kept by the driver until the transaction ends.
      const rows: Record<string, unknown>[] = [];
      for await (const record of transaction.run(text, parameters)) rows.push(record.toObject());
      return rows;
    },
  };
}

async function write(
  transaction: ManagedTransaction,
  tables: readonly Table[],
  { record, changes, statements }: ChangeSet,
  { signal, onWritten }: ChangeWatch,
): Promise<void> {
  const checkpoint = (rows: number) => {
    signal?.throwIfAborted();
    onWritten?.(rows);
  };
  const { records } = await transaction.run('MATCH (n:Import {id: $id}) RETURN n.id', { id: record.id });
  if (records.length > 0) throw new AlreadyAppliedError(record.id);
  await writeRows(transaction, tables, changes, { sourceId: record.sourceId ?? record.id, checkpoint });
  await transaction.run('CREATE (n:Import {id: $id}) SET n += $properties', {
    id: record.id,
    properties: toProperties({ ...record } as Record<string, Property>),
  });
  for (const some of chunksOf(differencesOf(tables, changes))) {
    checkpoint(0);
    const rows = some.map(([subject, differences]) => toChangeNode(subject, differences, record));
    await runRows(transaction, 'UNWIND $rows AS row CREATE (n:Change) SET n = row', rows);
  }
  for (const rows of chunksOf(numbered(statements, record.id))) {
    checkpoint(0);
    await runRows(transaction, 'UNWIND $rows AS row CREATE (n:Statement) SET n = row', rows);
  }
  if (record.undoOf === null) return;
  await transaction.run('MATCH (n:Statement {importId: $undoOf}) DELETE n', { undoOf: record.undoOf });
  await transaction.run('MATCH (n:Import {id: $undoOf}) SET n.undoneBy = $id', {
    undoOf: record.undoOf,
    id: record.id,
  });
}

function* numbered(statements: Iterable<StatementRow>, importId: string): Generator<object> {
  let index = 0;
  for (const statement of statements) {
    yield { ...statement, id: `${importId}/${index}`, importId };
    index += 1;
  }
}

/** What changes of each subject, as texts: as objects, a hundred thousand would take much memory. */
function differencesOf(tables: readonly Table[], changes: Iterable<RowChange>): Map<string, string[]> {
  const byName = new Map(tables.map((table) => [table.name, table]));
  const groups = new Map<string, string[]>();
  for (const change of changes) {
    const subject = subjectOf(byName.get(change.table)!, change.key);
    const text = JSON.stringify(toDifference(change));
    const known = groups.get(subject);
    if (known === undefined) groups.set(subject, [text]);
    else known.push(text);
  }
  return groups;
}

function toChangeNode(subject: string, differences: readonly string[], record: ImportRecord): object {
  return {
    id: `${record.id}/${subject}`,
    importId: record.id,
    subject,
    at: record.appliedAt,
    rows: `[${differences.join(',')}]`,
  };
}

/** The change with only the columns that differ, when the row was there and stays. */
function toDifference({ table, key, before, after }: RowChange): RowChange {
  if (before === null || after === null) return { table, key, before, after };
  const columns = changedColumns(before, after).flatMap((name) => [name, `~${name}`]);
  const pick = (row: TableRow): TableRow =>
    Object.fromEntries(
      columns.flatMap((name) => {
        if (name.startsWith('~') && row[name] === undefined) return [];
        return [[name, row[name] ?? null]];
      }),
    );
  return { table, key, before: pick(before), after: pick(after) };
}
