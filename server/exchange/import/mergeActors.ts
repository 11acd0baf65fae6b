import { impliedStatus } from '../../analysis/trust/statements';
import type { Database } from '../../database/driver';
import type { GraphReader, ImportRecord, StatementRow } from '../../graph/changeGraph';
import { isSameValue, keyOf, type CellValue, type RowChange, type TableRow } from '../../graph/tables';
import { sheetIds, sheets, type SheetId } from '../sheets/sheets';
import { changeRows, type RowsRequest } from './changeRows';

/** One of the two actors to merge is not there. */
export class UnknownActorError extends Error {
  override readonly name = 'UnknownActorError';
}

/** Which record stays, which goes into it, and of which columns the value of the latter is taken. */
export interface MergeChoice {
  keep: string;
  drop: string;
  /** Columns whose value comes from the record that goes. Where the one that stays has nothing, that is done anyhow. */
  take: readonly string[];
}

/**
 * Makes one actor of two: the record that stays gets the values chosen, all sources, and everything that referred to the other;
 * values that are given up stay as statements with their source. One dated change, undone as a whole.
 *
 * @throws UnknownActorError when one of them is not there
 */
export async function mergeActors(
  database: Database,
  choice: MergeChoice,
  request: Omit<RowsRequest, 'kind' | 'sourceId' | 'mergedId' | 'survivorId'>,
): Promise<ImportRecord> {
  const merged = { mergedId: choice.drop, survivorId: choice.keep };
  const about = { ...request, ...merged, kind: 'MERGE' as const, sourceId: null };
  const record = await changeRows(database, about, (reader) =>
    planMerge(reader, choice, request.at.slice(0, 10)),
  );
  return record!;
}

async function planMerge(
  reader: GraphReader,
  { keep, drop, take }: MergeChoice,
  day: string,
): Promise<{ changes: RowChange[]; statements: StatementRow[] }> {
  const actors = await reader.rows(sheets.actors.table, [keep, drop]);
  const kept = actors.find(({ id }) => id === keep);
  const dropped = actors.find(({ id }) => id === drop);
  if (kept === undefined || dropped === undefined || keep === drop) throw new UnknownActorError();
  const { after, statements } = mergeRecords(kept, dropped, new Set(take), day);
  const changes: RowChange[] = [
    { table: 'actors', key: keep, before: kept, after: redirect('actors', after, drop, keep) },
    { table: 'actors', key: drop, before: dropped, after: null },
  ];
  for (const id of sheetIds) {
    const columns = sheets[id].columns.filter(({ type }) => type.is === 'reference' && type.to === 'actors');
    if (columns.length === 0) continue;
    const rows = await reader.rows(sheets[id].table);
    const known = new Set(rows.map((row) => keyOf(sheets[id].table, row)));
    for (const row of rows) {
      if (id === 'actors' && (row.id === keep || row.id === drop)) continue;
      if (!columns.some(({ key }) => [row[key] ?? []].flat().includes(drop))) continue;
      changes.push(...redirectRow(id, row, drop, keep, known));
    }
  }
  return { changes, statements };
}

function mergeRecords(kept: TableRow, dropped: TableRow, take: ReadonlySet<string>, day: string) {
  const after: TableRow = { ...kept };
  const statements: StatementRow[] = [];
  for (const column of Object.keys(dropped)) {
    if (column === 'id' || column.startsWith('~')) continue;
    const [own, other] = [kept[column] ?? null, dropped[column] ?? null];
    if (Array.isArray(other)) {
      after[column] = [...new Set([...((own ?? []) as string[]), ...other])].sort();
      continue;
    }
    if (other === null || isSameValue(own, other)) continue;
    const takesOther = own === null || take.has(column);
    if (takesOther) after[column] = other;
    if (own === null || column === 'kind') continue;
    statements.push(said(kept, kept, column, own, day), said(kept, dropped, column, other, day));
  }
  // The evidence of a place follows the place.
  if (after.commune !== kept.commune) after.locationEvidence = dropped.locationEvidence ?? null;
  else after.locationEvidence = kept.locationEvidence ?? null;
  return { after, statements: statements.filter(({ sourceId }) => sourceId !== '') };
}

function said(kept: TableRow, by: TableRow, column: string, value: CellValue, day: string): StatementRow {
  const sources = (by.sources ?? []) as string[];
  return {
    subject: `Actor/${kept.id as string}`,
    column,
    value: JSON.stringify(value),
    status: impliedStatus(sources),
    statedOn: day,
    sourceId: sources[0] ?? '',
  };
}

function redirect(id: SheetId, row: TableRow, from: string, to: string): TableRow {
  const after: TableRow = { ...row };
  for (const { key, type } of sheets[id].columns) {
    if (type.is !== 'reference' || type.to !== 'actors') continue;
    const value = row[key] ?? null;
    if (Array.isArray(value)) after[key] = [...new Set(value.map((one) => (one === from ? to : one)))].sort();
    else if (value === from) after[key] = to;
    // Nobody is a part of itself, nor supervises itself.
    if (id !== 'actors') continue;
    if (after[key] === row.id) after[key] = null;
    if (Array.isArray(after[key])) after[key] = (after[key] as string[]).filter((one) => one !== row.id);
  }
  return after;
}

/** A row that refers to the actor that goes: changed, or, where the actor is a part of its key, made anew unless it is there. */
function redirectRow(id: SheetId, row: TableRow, from: string, to: string, known: Set<string>): RowChange[] {
  const { table } = sheets[id];
  const after = redirect(id, row, from, to);
  const [oldKey, newKey] = [keyOf(table, row), keyOf(table, after)];
  if (oldKey === newKey) return [{ table: id, key: oldKey, before: row, after }];
  const removal: RowChange = { table: id, key: oldKey, before: row, after: null };
  if (known.has(newKey)) return [removal];
  known.add(newKey);
  return [removal, { table: id, key: newKey, before: null, after }];
}
