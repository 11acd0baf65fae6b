import type { RawCell } from '../../sheets/parseCell';
import { normaliseHeader } from '../../sheets/normalise';
import { isEmpty } from '../../sheets/parseCell';
import { PackedList } from '../packedList';

/** A row as it was read. */
export interface RawRow {
  /** Line of the sheet or of the file, from 1. */
  line: number;
  /** Cells by position; what is missing at the end is empty. */
  cells: RawCell[];
}

/** Rows in order: an array or, of a long file, a packed list. */
export interface RawRows extends Iterable<RawRow> {
  readonly length: number;
  /** Rows between two positions, the second left out. */
  slice(start: number, end: number): RawRow[];
}

/** A sheet of a workbook or a CSV file, as it was read. */
export interface RawTable {
  /** Name of the sheet, or of the file without its ending. */
  name: string;
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
}

/** Lines among which the header is looked for. */
const HEADER_LINES = 20;

/**
 * Tells the header from the rows: the first line, among the first twenty, in which the most cells are known headers; else
 * the first line with at least two filled cells (or one when none has two). Lines above it, titles and notes, are left out,
 * and so are empty lines.
 *
 * @param known - headers as `normaliseHeader` makes them
 * @returns undefined when the table is empty
 */
export function findHeader(table: RawTable, known: ReadonlySet<string>): HeadedTable | undefined {
  const candidates = table.rows.slice(0, HEADER_LINES);
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
    rows: rowsBelow(table.rows, header.line),
  };
}

/** Rows below a line that hold something. */
function rowsBelow(rows: RawRows, line: number): RawRows {
  const below = (row: RawRow) => row.line > line && row.cells.some((cell) => !isEmpty(cell));
  if (Array.isArray(rows)) return (rows as RawRow[]).filter(below);
  const kept = new PackedList<RawRow>();
  for (const row of rows) if (below(row)) kept.push(row);
  return kept;
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
