import writeWorkbook, { type Cell } from 'write-excel-file/node';
import { guard } from '../sheets/formulaGuard';

/** A table to be written, headers apart. */
export interface WrittenTable {
  columns: readonly string[];
  rows: readonly (readonly (string | number | null)[])[];
}

/**
 * A table as an .xlsx workbook of one sheet: bold headers that stay in view, formulas disarmed, unknown cells empty.
 *
 * @param name - name of the sheet
 */
export function toTableWorkbook({ columns, rows }: WrittenTable, name: string): Promise<Buffer> {
  const cell = (value: string | number | null): Cell =>
    (value === null ? null : { value: typeof value === 'string' ? guard(value) : value }) as Cell;
  const header = columns.map((column) => ({ value: guard(column), fontWeight: 'bold' }) as Cell);
  const widths = columns.map((column, k) => ({
    width: Math.min(60, Math.max(column.length, ...rows.map((row) => String(row[k] ?? '').length)) + 2),
  }));
  const sheet = {
    sheet: name,
    data: [header, ...rows.map((row) => row.map(cell))],
    columns: widths,
    stickyRowsCount: 1,
  };
  return writeWorkbook([sheet] as never).toBuffer();
}
