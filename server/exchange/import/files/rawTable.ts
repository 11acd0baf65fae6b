import type { RawCell } from '../../sheets/parseCell';
import { normaliseHeader } from '../../sheets/normalise';
import { isEmpty } from '../../sheets/parseCell';
import { PackedRows, type RawRow, type RawRows } from './packedRows';

/** A sheet of a workbook or a CSV file, as it was read. */
export interface RawTable {
  /** Name of the sheet, or of the file without its ending. */
  name: string;
  /** Those that hold something. */
  rows: RawRows;
  /** Cells computed by a formula, of which the value that was last computed is taken, by address. */
  formulas: ReadonlySet<string>;
  /** Cells that hold an error (`#REF!`), by address. */
  errors: ReadonlyMap<string, string>;
}

/** A table with its header told from its rows. */
export interface HeadedTable extends RawTable {
  /** Texts of the header by position, line breaks and doubled spaces taken out. */
  header: string[];
  headerLine: number;
  /** Whether its columns are not those of the file, of which it was made: its cells have no address there. */
  isMade?: boolean;
}

/** Lines among which the header is looked for. */
const HEADER_LINES = 20;

/**
 * Tells the header from the rows: the first line, among the first twenty, in which the most cells are known headers; else
 * the first line with at least two filled cells (or one when none has two). Lines above it, titles and notes, are left out.
 *
 * @param known - headers as `normaliseHeader` makes them
 * @returns undefined when the table is empty
 */
export function findHeader(table: RawTable, known: ReadonlySet<string>): HeadedTable | undefined {
  const rows = PackedRows.of(table.rows);
  const candidates = rows.slice(0, HEADER_LINES);
  const score = (row: RawRow) => {
    const texts = row.cells.filter((cell) => typeof cell === 'string' && cell.trim() !== '') as string[];
    return texts.filter((text) => known.has(normaliseHeader(text))).length;
  };
  const filled = (row: RawRow) => row.cells.filter((cell) => !isEmpty(cell)).length;
  const best = Math.max(0, ...candidates.map(score));
  const header =
    best >= 2
      ? candidates.find((row) => score(row) === best)
      : (candidates.find((row) => filled(row) >= 2) ?? candidates.find((row) => filled(row) === 1));
  if (header === undefined) return undefined;
  const texts = header.cells.map((cell) => (isEmpty(cell) ? '' : String(cell).replace(/\s+/g, ' ').trim()));
  while (texts.at(-1) === '') texts.pop();
  return {
    ...table,
    header: texts,
    headerLine: header.line,
    rows: rows.startingAt(candidates.indexOf(header) + 1),
  };
}

/**
 * The first filled cells of a column.
 *
 * @param index - position of the column, from 0
 * @param count - at most so many
 */
export function sampleOf({ rows }: RawTable, index: number, count: number): RawCell[] {
  const cells: RawCell[] = [];
  for (const row of rows) {
    if (cells.length === count) break;
    const cell = row.cells[index] ?? null;
    if (!isEmpty(cell)) cells.push(cell);
  }
  return cells;
}
