import { isEmpty, type RawCell } from '../../sheets/parseCell';
import { PackedList, type PackedParts, type Packing } from '../packedList';

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

/** A row as it is kept: JSON knows no dates. */
type StoredRow = [line: number, cells: (Exclude<RawCell, Date> | { date: number })[]];

const packing: Packing<RawRow> = {
  toText: (rows) => JSON.stringify(rows.map(({ line, cells }): StoredRow => [line, cells.map(toStored)])),
  fromText: (text) =>
    (JSON.parse(text) as StoredRow[]).map(([line, cells]) => ({ line, cells: cells.map(fromStored) })),
};

function toStored(cell: RawCell): StoredRow[1][number] {
  return cell instanceof Date ? { date: cell.getTime() } : cell;
}

function fromStored(cell: StoredRow[1][number]): RawCell {
  return typeof cell === 'object' && cell !== null ? new Date(cell.date) : cell;
}

/** The rows of a table, as many as they are, in little memory. */
export class PackedRows extends PackedList<RawRow> {
  /** @param parts - those of other rows; none when absent */
  constructor(parts?: PackedParts<RawRow>) {
    super(parts, packing);
  }

  /** Packs rows that are not, but those that hold nothing. */
  static of(rows: Iterable<RawRow>): PackedRows {
    if (rows instanceof PackedRows) return rows;
    const packed = new PackedRows();
    for (const row of rows) if (row.cells.some((cell) => !isEmpty(cell))) packed.push(row);
    return packed;
  }

  /** The rows from a position on. */
  startingAt(position: number): PackedRows {
    return new PackedRows({ ...this.parts, skipped: this.parts.skipped + position });
  }
}
