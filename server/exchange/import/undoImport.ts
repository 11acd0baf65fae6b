import type { Database } from '../../database/driver';
import { changeGraph, type GraphReader, type ImportRecord } from '../../graph/changeGraph';
import { eachChangesOf, readImport } from '../../graph/readChanges';
import { isSameValue, keyOf, partsOfKey, type RowChange, type TableRow } from '../../graph/tables';
import { labelOf } from '../sheets/labelOf';
import { isSheetId } from '../sheets/sheets';
import { digestOf } from './importFile';
import { PackedList } from './packedList';
import { recordedTables } from './recordedTables';

/** A change cannot be undone. */
export class CannotUndoError extends Error {
  override readonly name = 'CannotUndoError';

  /**
   * @param why - no such change; undone already; or rows that were changed again since
   * @param rows - names of these rows, at most ten
   */
  constructor(
    readonly why: 'UNKNOWN' | 'UNDONE' | 'CHANGED_SINCE' | 'NOT_RECORDED',
    readonly rows: readonly string[] = [],
  ) {
    super(`Cannot be undone: ${why}`);
  }
}

/** Who undoes, when, under which identifier. */
export interface UndoRequest {
  id: string;
  /** ISO instant. */
  at: string;
  by: string;
}

/**
 * Undoes a dated change as a whole, as a new dated change: each row becomes what it was before. Refused when one of its rows
 * was changed again since, so that nothing newer is lost.
 *
 * @returns the change that undoes
 * @throws CannotUndoError; StillReferencedError when something newer refers to a row that would go
 */
export async function undoImport(
  database: Database,
  importId: string,
  request: UndoRequest,
): Promise<ImportRecord> {
  const set = await changeGraph(database, recordedTables(), async (reader) => {
    const undone = await readImport(reader, importId);
    if (undone === undefined) throw new CannotUndoError('UNKNOWN');
    if (undone.undoneBy !== null) throw new CannotUndoError('UNDONE');
    const changes = await revert(reader, importId);
    // What only noted contradictions changed no row: its statements go all the same.
    if (changes.length === 0 && !(await hasStatements(reader, importId)))
      throw new CannotUndoError('NOT_RECORDED');
    const record: ImportRecord = {
      id: request.id,
      kind: 'UNDO',
      title: undone.title,
      fileName: undone.fileName,
      checksum: digestOf(changes),
      appliedAt: request.at,
      sourceId: undone.sourceId,
      status: undone.status,
      by: request.by,
      ...countOf(changes, undone.sourceId),
      unchanged: 0,
      rejected: 0,
      undoOf: importId,
    };
    return { record, changes, statements: [] };
  });
  return set!.record;
}

async function hasStatements(reader: GraphReader, importId: string): Promise<boolean> {
  const found = await reader.query('MATCH (s:Statement {importId: $importId}) RETURN s.id AS id LIMIT 1', {
    importId,
  });
  return found.length > 0;
}

/** How many rows come back, change and go; the source of the import is no row of its file, here as when it came. */
function countOf(
  changes: Iterable<RowChange>,
  sourceId: string | null,
): Pick<ImportRecord, 'created' | 'updated' | 'removed'> {
  const count = { created: 0, updated: 0, removed: 0 };
  for (const { table, key, before, after } of changes)
    if (table !== 'sources' || key !== sourceId)
      count[before === null ? 'created' : after === null ? 'removed' : 'updated'] += 1;
  return count;
}

/** Takes what a change did subject by subject, by pieces, and compares it with the graph as it is. */
async function revert(reader: GraphReader, importId: string): Promise<PackedList<RowChange>> {
  const changes = new PackedList<RowChange>();
  const changed: string[] = [];
  for await (const subjects of eachChangesOf(reader, importId)) {
    const recorded = subjects.flatMap(({ rows }) => rows);
    const current = await readCurrent(reader, recorded);
    for (const { table, key, before, after } of recorded) {
      const now = current.get(table)?.get(key) ?? null;
      if (!isStill(now, before, after)) changed.push(nameOf(table, now ?? before ?? after ?? { id: key }));
      if (before === null) changes.push({ table, key, before: now, after: null });
      else changes.push({ table, key, before: now, after: after === null ? before : { ...now, ...before } });
    }
  }
  if (changed.length > 0) throw new CannotUndoError('CHANGED_SINCE', changed.slice(0, 10));
  return changes;
}

/** Whether a row is still as the change left it. */
function isStill(now: TableRow | null, before: TableRow | null, after: TableRow | null): boolean {
  if (after === null) return now === null;
  if (now === null) return false;
  const columns = Object.keys(before === null ? { ...now, ...after } : after);
  return columns.every((name) => name.startsWith('~') || isSameValue(now[name], after[name]));
}

function nameOf(table: string, row: TableRow): string {
  return isSheetId(table) ? labelOf(table, row) : String(row.name ?? row.id);
}

async function readCurrent(
  reader: GraphReader,
  recorded: readonly RowChange[],
): Promise<Map<string, Map<string, TableRow>>> {
  const ids = new Map<string, Set<string>>();
  for (const { table, key } of recorded) {
    const known = ids.get(table) ?? new Set<string>();
    ids.set(table, known.add(partsOfKey(key)[0]!));
  }
  const rows = new Map<string, Map<string, TableRow>>();
  for (const table of recordedTables()) {
    const only = ids.get(table.name);
    if (only === undefined) continue;
    const found = await reader.rows(table, [...only]);
    rows.set(table.name, new Map(found.map((row) => [keyOf(table, row), row])));
  }
  return rows;
}
