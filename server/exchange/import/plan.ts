import type { StatementRow, StatementStatus } from '../../graph/changeGraph';
import { changedColumns, type CellValue, type RowChange, type TableRow } from '../../graph/tables';
import { labelOf } from '../sheets/labelOf';
import { sheetIds, sheets, type SheetId } from '../sheets/sheets';
import { contradict } from './contradict';
import { StateResolver, type GraphState } from './graphState';
import {
  addressIn,
  identify,
  keyOfRow,
  parseRows,
  type Issue,
  type MappedTable,
  type ParsedRow,
  type Positions,
} from './parseRows';
import { planRemovals } from './planRemovals';
import { sentence } from './reasons';

/** What becomes of a row. */
export const outcomes = ['CREATED', 'UPDATED', 'UNCHANGED', 'REMOVED', 'REJECTED'] as const;

/** What becomes of a row. */
export type Outcome = (typeof outcomes)[number];

/** A cell that changes. */
export interface CellChange {
  column: string;
  /** Address in the file; '' for what the application fills in. */
  address: string;
  before: CellValue;
  after: CellValue;
}

/** What an import does with one row, and why. */
export interface RowPlan {
  sheet: SheetId;
  /** Name of the table in the file; '' for a row that is only in the graph. */
  table: string;
  /** Line in the file; 0 for a row that is only in the graph. */
  line: number;
  key: string;
  /** What people call the row. */
  label: string;
  outcome: Outcome;
  /** What changes, when something does. */
  change: RowChange | undefined;
  /** Where the columns stand in the file. */
  positions: Positions;
  issues: readonly Issue[];
}

/** Cells of a row that change; for a new or a removed row, those that hold something. */
export function cellsOf({ change, line, positions }: RowPlan): CellChange[] {
  if (change === undefined) return [];
  const { before, after } = change;
  const columns =
    before !== null && after !== null
      ? changedColumns(before, after)
      : Object.keys((after ?? before)!).filter((column) => !column.startsWith('~'));
  return columns
    .map((column) => ({
      column,
      address: addressIn(positions, line, column),
      before: before?.[column] ?? null,
      after: after?.[column] ?? null,
    }))
    .filter((cell) => !isNothing(cell.before) || !isNothing(cell.after));
}

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
  bySheet: Map<SheetId, Record<Outcome, number>>;
  /** Rows of the graph, of the sheets of the file, that the file does not have. */
  absent: number;
  /** Every row but the unchanged without anything to say. */
  rows: RowPlan[];
  changes: RowChange[];
  statements: StatementRow[];
}

const noCounts = (): Record<Outcome, number> => ({
  CREATED: 0,
  UPDATED: 0,
  UNCHANGED: 0,
  REMOVED: 0,
  REJECTED: 0,
});

/**
 * Compares a file with the graph: what each row would change, and why some are refused. Nothing is read or written.
 *
 * @param tables - tables of the file, with what they are; those that are no sheet are left out
 * @param state - what the graph holds of these sheets
 */
export function planImport(tables: readonly MappedTable[], state: GraphState, options: PlanOptions): Plan {
  const plan: Plan = {
    counts: noCounts(),
    bySheet: new Map(),
    absent: 0,
    rows: [],
    changes: [],
    statements: [],
  };
  const resolver = new StateResolver(state.names);
  const add = (row: RowPlan) => {
    plan.counts[row.outcome] += 1;
    const counts = plan.bySheet.get(row.sheet) ?? noCounts();
    counts[row.outcome] += 1;
    plan.bySheet.set(row.sheet, counts);
    if (row.outcome !== 'UNCHANGED' || row.issues.length > 0) plan.rows.push(row);
    if (row.change !== undefined) plan.changes.push(row.change);
  };
  const seenBySheet = new Map<SheetId, Set<string>>();
  for (const id of sheetIds) {
    const some = tables.filter(({ mapping }) => mapping.sheet === id);
    if (some.length === 0) continue;
    const known = state.rows.get(id) ?? new Map<string, TableRow>();
    const seen = new Map<string, number>();
    const rows = some.flatMap((table) => parseRows(table, resolver));
    const planned = rows.map((row) => planRow(row, known, seen, state, options, plan.statements));
    rejectDangling(id, planned, resolver);
    planned.forEach(add);
    seenBySheet.set(id, new Set(seen.keys()));
  }
  planRemovals(plan, seenBySheet, state, options.absent, add);
  return plan;
}

function planRow(
  parsed: ParsedRow,
  known: ReadonlyMap<string, TableRow>,
  seen: Map<string, number>,
  state: GraphState,
  options: PlanOptions,
  statements: StatementRow[],
): RowPlan {
  identify(parsed);
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
  if (before !== null && contradict(row, parsed, before, after, state, options, statements))
    row.issues = parsed.issues;
  const isChanged = before === null || changedColumns(before, after).length > 0;
  row.outcome = before === null ? 'CREATED' : isChanged ? 'UPDATED' : 'UNCHANGED';
  if (isChanged) row.change = { table: parsed.sheet, key, before, after };
  return row;
}

const NO_ISSUES: readonly Issue[] = [];

function isNothing(value: CellValue): boolean {
  return value === null || (Array.isArray(value) && value.length === 0);
}

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

/** Refuses new rows of a sheet whose own references point at rows of the file that were refused, and so on. */
function rejectDangling(id: SheetId, planned: RowPlan[], resolver: StateResolver): void {
  const refused = new Set<string>();
  const refuse = (row: RowPlan) => {
    if (row.outcome === 'REJECTED' && row.key !== '') {
      refused.add(row.key);
      resolver.remove(id, row.key);
    }
  };
  planned.forEach(refuse);
  const own = sheets[id].columns.filter(({ type }) => type.is === 'reference' && type.to === id);
  if (own.length === 0 || refused.size === 0) return;
  for (let again = true; again;) {
    again = false;
    for (const row of planned) {
      const { change } = row;
      if (change?.after == null) continue;
      const dangling = own.find(({ key }) =>
        [change.after![key] ?? []]
          .flat()
          .some((to) => refused.has(String(to)) && !resolver.has(id, String(to))),
      );
      if (dangling === undefined) continue;
      row.change = undefined;
      row.outcome = 'REJECTED';
      const reason = sentence(
        `« ${dangling.fr} » désigne une ligne refusée.`,
        `“${dangling.en}” points at a row that is refused.`,
      );
      row.issues = [...row.issues, { severity: 'ERROR', address: '', header: dangling.fr, reason }];
      refuse(row);
      again = true;
    }
  }
}
