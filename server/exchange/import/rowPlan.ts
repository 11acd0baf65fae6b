import { changedColumns, type CellValue, type RowChange } from '../../graph/tables';
import type { SheetId } from '../sheets/sheets';
import { addressIn, type Issue, type Positions } from './parseRows';

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

/** Whether a value says nothing: unknown, or an empty list. */
export function isNothing(value: CellValue): boolean {
  return value === null || (Array.isArray(value) && value.length === 0);
}
