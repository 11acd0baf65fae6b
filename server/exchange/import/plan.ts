import type { StatementRow, StatementStatus } from '../../graph/changeGraph';
import { changedColumns, subjectOf, type RowChange, type TableRow } from '../../graph/tables';
import { labelOf } from '../sheets/labelOf';
import { sheetIds, sheets, type SheetId } from '../sheets/sheets';
import { contradict } from './contradict';
import { StateResolver, type GraphState, type Statements } from './graphState';
import { PackedList } from './packedList';
import {
  addressIn,
  identify,
  keyOfRow,
  readRows,
  type Issue,
  type MappedTable,
  type ParsedRow,
} from './parseRows';
import { PlannedRows, type Repeatable } from './plannedRows';
import { planRemovals } from './planRemovals';
import { sentence } from './reasons';
import { rejectDangling } from './rejectDangling';
import { isNothing, type Outcome, type RowPlan } from './rowPlan';

/** How an import is to be done. */
export interface PlanOptions {
  /** Rows of the graph that the file does not have: kept, or removed. */
  absent: 'KEEP' | 'REMOVE';
  /** Source of what is imported. */
  sourceId: string;
  /** How what is imported is known. */
  status: StatementStatus;
  /** ISO day of the statements. */
  statedOn: string;
}

/** What an import does, before it is done. */
export interface Plan {
  counts: Record<Outcome, number>;
  /** Counts by sheet. */
  bySheet: ReadonlyMap<SheetId, Record<Outcome, number>>;
  /** Rows of the graph, of the sheets of the file, that the file does not have. */
  absent: number;
  /** Every row but the unchanged without anything to say. */
  rows: PlannedRows;
  changes: Repeatable<RowChange>;
  statements: PackedList<StatementRow>;
}

/** How a comparison is watched. */
export interface PlanWatch {
  /** Gives up between two batches. */
  signal?: AbortSignal | undefined;
  /** Told of rows of the file as they are compared. */
  onPlanned?: ((rows: number) => void) | undefined;
}

/**
 * Compares a file with the graph: what each row would change, and why some are refused. Rows are taken by batches, each
 * compared with the rows of the graph that have the same keys, so that neither the file nor the graph is held as objects.
 *
 * @param tables - tables of the file, with what they are; those that are no sheet are left out
 * @param state - what the graph holds of these sheets
 * @param watch - see {@link PlanWatch}
 */
export async function planImport(
  tables: readonly MappedTable[],
  state: GraphState,
  options: PlanOptions,
  { signal, onPlanned }: PlanWatch = {},
): Promise<Plan> {
  const rows = new PlannedRows();
  const statements = new PackedList<StatementRow>();
  const resolver = new StateResolver(state.names);
  const plan: Plan = {
    counts: rows.counts,
    bySheet: rows.bySheet,
    absent: 0,
    rows,
    changes: rows.changes,
    statements,
  };
  const seenBySheet = new Map<SheetId, ReadonlyMap<string, number>>();
  for (const id of sheetIds) {
    const readers = tables
      .filter(({ mapping }) => mapping.sheet === id)
      .map((table) => readRows(table, resolver));
    if (readers.length === 0) continue;
    const first = rows.length;
    const seen = new Map<string, number>();
    let found = 0;
    for (const batches of readers)
      for (const batch of batches()) {
        signal?.throwIfAborted();
        found += await planBatch(id, batch, seen, state, options, plan);
        onPlanned?.(batch.length);
      }
    rejectDangling(id, rows, first, resolver);
    plan.absent += (await state.count(id)) - found;
    seenBySheet.set(id, seen);
  }
  if (options.absent === 'REMOVE') await planRemovals(plan, seenBySheet, state);
  return plan;
}

/** Plans some rows of a sheet; gives how many of the graph's rows they are. */
async function planBatch(
  id: SheetId,
  batch: readonly ParsedRow[],
  seen: Map<string, number>,
  state: GraphState,
  options: PlanOptions,
  plan: Plan,
): Promise<number> {
  batch.forEach(identify);
  const keys = batch.flatMap((row) => keyOfRow(row) ?? []);
  const known = await state.known(id, keys);
  const subjects = new Set([...known.keys()].map((key) => subjectOf(sheets[id].table, key)));
  const said = await state.statements([...subjects]);
  const found = [...new Set(keys)].filter((key) => known.has(key) && !seen.has(key));
  for (const row of batch) plan.rows.add(planRow(row, known, seen, said, options, plan.statements));
  return found.length;
}

function planRow(
  parsed: ParsedRow,
  known: ReadonlyMap<string, TableRow>,
  seen: Map<string, number>,
  said: Statements,
  options: PlanOptions,
  statements: PackedList<StatementRow>,
): RowPlan {
  const key = keyOfRow(parsed);
  const before = key === undefined ? null : (known.get(key) ?? null);
  checkTwice(parsed, key, seen);
  forgive(parsed, before);
  checkRequired(parsed, before);
  const row: RowPlan = {
    sheet: parsed.sheet,
    table: parsed.table,
    line: parsed.line,
    key: key ?? '',
    label: labelOf(parsed.sheet, { ...before, ...parsed.cells }),
    outcome: 'REJECTED',
    change: undefined,
    positions: parsed.positions,
    issues: parsed.issues.length === 0 ? NO_ISSUES : parsed.issues,
  };
  if (key === undefined || parsed.issues.some(({ severity }) => severity === 'ERROR')) return row;
  const after = merge(parsed, before, options);
  if (before !== null && contradict(row, parsed, before, after, said, options, statements))
    row.issues = parsed.issues;
  const isChanged = before === null || changedColumns(before, after).length > 0;
  row.outcome = before === null ? 'CREATED' : isChanged ? 'UPDATED' : 'UNCHANGED';
  if (isChanged) row.change = { table: parsed.sheet, key, before, after };
  return row;
}

const NO_ISSUES: readonly Issue[] = [];

/** A value that is not as it should be is no fault of a file which only repeats what the graph holds. */
function forgive(parsed: ParsedRow, before: TableRow | null): void {
  for (const issue of parsed.issues) {
    const { misread } = issue;
    if (misread === undefined || before?.[misread.column] !== misread.raw) continue;
    issue.severity = 'WARNING';
    parsed.cells[misread.column] = misread.raw;
  }
}

function checkTwice(parsed: ParsedRow, key: string | undefined, seen: Map<string, number>): void {
  if (key === undefined) return;
  const line = seen.get(key);
  if (line === undefined) seen.set(key, parsed.line);
  else
    parsed.issues.push({
      severity: 'ERROR',
      address: '',
      header: '',
      reason: sentence(`Déjà donnée ligne ${line}.`, `Already given on line ${line}.`),
    });
}

function checkRequired(parsed: ParsedRow, before: TableRow | null): void {
  for (const column of sheets[parsed.sheet].columns) {
    if (!column.required) continue;
    const isGiven = column.key in parsed.cells;
    const isFaulty = parsed.issues.some(
      ({ severity, address }) =>
        severity === 'ERROR' && address === addressIn(parsed.positions, parsed.line, column.key),
    );
    if (isFaulty || !isNothing(parsed.cells[column.key] ?? null)) continue;
    if (before !== null && (!isGiven || !parsed.erases)) continue;
    parsed.issues.push({
      severity: 'ERROR',
      address: addressIn(parsed.positions, parsed.line, column.key),
      header: column.fr,
      reason: sentence(`« ${column.fr} » manque.`, `“${column.en}” is missing.`),
    });
  }
}

/** The row once imported: what the file says over what is known, and what goes without saying. */
function merge(parsed: ParsedRow, before: TableRow | null, { sourceId, status }: PlanOptions): TableRow {
  const after: TableRow = before === null ? parsed.cells : { ...before };
  for (const [column, value] of Object.entries(parsed.cells)) {
    const isSource = column === 'sources' || column === 'source';
    if (isNothing(value) && before !== null && (!parsed.erases || isSource)) continue;
    after[column] = value;
  }
  const columns = sheets[parsed.sheet].columns;
  if (columns.some(({ key }) => key === 'sources') && isNothing(after.sources ?? null))
    after.sources = [sourceId];
  if (columns.some(({ key }) => key === 'source') && isNothing(after.source ?? null)) after.source = sourceId;
  if (parsed.sheet !== 'actors') return after;
  after.kind ??= after.family === 'LAB' ? 'LAB' : 'STRUCTURE';
  const isMoved = after.commune !== (before?.commune ?? null);
  if (after.commune == null) after.locationEvidence = null;
  else if (isMoved && parsed.cells.locationEvidence == null)
    after.locationEvidence = status === 'REGISTER' ? 'REGISTER' : 'READ';
  return after;
}
