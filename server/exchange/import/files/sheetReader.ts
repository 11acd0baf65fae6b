import { unguard } from '../../sheets/formulaGuard';
import { isEmpty, type RawCell } from '../../sheets/parseCell';
import { cellAddress, parseAddress } from '../reasons';
import type { Allowance } from './limits';
import { PackedRows, type RawRow } from './packedRows';
import type { RawTable } from './rawTable';
import type { XmlListener } from './scanXml';

/** What the cells of a workbook refer to. */
export interface WorkbookParts {
  strings: readonly string[];
  /** Positions of the styles that show a number as a date. */
  dateStyles: ReadonlySet<number>;
  /** Whether days are counted from 1904 rather than 1900. */
  is1904: boolean;
}

/** Area of merged cells, lines from 1 and columns from 0. */
export interface MergedArea {
  from: { row: number; column: number };
  to: { row: number; column: number };
}

/** Reads an area such as `A2:B5`; undefined when it is a single cell or unreadable. */
export function parseArea(text: string): MergedArea | undefined {
  const [start = '', end = ''] = text.split(':');
  const from = parseAddress(start);
  const to = parseAddress(end);
  return from && to ? { from, to } : undefined;
}

const DAYS_FROM_1904 = 1462;
const DAY = 86_400_000;

/** Listens to the XML of one sheet and makes its table. */
export class SheetReader implements XmlListener {
  private readonly merged: MergedArea[] = [];
  private readonly rows = new PackedRows();
  private readonly formulas = new Set<string>();
  private readonly errors = new Map<string, string>();
  private row: RawRow = { line: 0, cells: [] };
  private filled = 0;
  private column = -1;
  private type = '';
  private style = 0;
  private content = '';
  private isContent = false;

  /**
   * @param name - name of the sheet
   * @param parts - see {@link WorkbookParts}
   * @param allowance - rows and cells that may still be read
   */
  constructor(
    private readonly name: string,
    private readonly parts: WorkbookParts,
    private readonly allowance: Allowance,
  ) {}

  open(name: string, attribute: (name: string) => string | undefined): void {
    switch (name) {
      case 'row':
        this.row = { line: Number(attribute('r') ?? this.row.line + 1), cells: [] };
        this.filled = 0;
        this.column = -1;
        return;
      case 'c':
        this.column = parseAddress(attribute('r') ?? '')?.column ?? this.column + 1;
        this.allowance.checkColumns(this.column, this.name);
        this.type = attribute('t') ?? 'n';
        this.style = Number(attribute('s') ?? 0);
        this.content = '';
        return;
      case 'f':
        this.formulas.add(cellAddress(this.row.line, this.column));
        return;
      case 'v':
      case 't':
        this.isContent = true;
        return;
      case 'mergeCell': {
        const area = parseArea(attribute('ref') ?? '');
        if (area !== undefined) this.merged.push(area);
      }
    }
  }

  text(text: string): void {
    if (this.isContent) this.content += text;
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.isContent = false;
    if (name === 'c') this.addCell();
    if (name !== 'row' || this.filled === 0) return;
    this.allowance.addRow(this.filled);
    this.rows.push(this.row);
  }

  /** The table, once the whole sheet was read. */
  finish(): RawTable {
    const rows = fillMergedCells(this.rows, this.merged);
    return { name: this.name, rows, formulas: this.formulas, errors: this.errors };
  }

  private addCell(): void {
    if (this.content === '') return;
    const value = this.toValue();
    if (isEmpty(value)) return;
    const { cells } = this.row;
    while (cells.length < this.column) cells.push(null);
    cells[this.column] = value;
    this.filled += 1;
  }

  private toValue(): RawCell {
    const { content } = this;
    if (this.type === 's') return this.parts.strings[Number(content)] ?? null;
    if (this.type === 'b') return content === '1';
    if (this.type === 'd') return Number.isNaN(Date.parse(content)) ? content : new Date(content);
    if (this.type === 'e') {
      this.errors.set(cellAddress(this.row.line, this.column), content);
      return content;
    }
    if (this.type !== 'n') return unguard(content);
    const value = Number(content);
    if (!this.parts.dateStyles.has(this.style) || value < 1) return Number.isNaN(value) ? null : value;
    const days = value + (this.parts.is1904 ? DAYS_FROM_1904 : 0);
    return new Date(Date.UTC(1899, 11, 30) + Math.round(days * DAY));
  }
}

/**
 * Gives the value of a merged cell to each of its lines, in its first column: a name merged over three lines is that of
 * three rows. Across columns only the first is filled: a title over a table is no value of each column.
 */
function fillMergedCells(rows: PackedRows, areas: readonly MergedArea[]): PackedRows {
  const waiting = areas.filter(({ from, to }) => to.row > from.row).sort((a, b) => a.from.row - b.from.row);
  if (waiting.length === 0) return rows;
  const filled = new PackedRows();
  let open: (MergedArea & { value: RawCell })[] = [];
  let next = 0;
  for (const row of rows) {
    open = open.filter(({ to }) => to.row >= row.line);
    for (const { from, value } of open) {
      while (row.cells.length <= from.column) row.cells.push(null);
      row.cells[from.column] ??= value;
    }
    for (; next < waiting.length && waiting[next]!.from.row <= row.line; next += 1) {
      const area = waiting[next]!;
      const value = row.cells[area.from.column] ?? null;
      if (area.from.row === row.line && value !== null) open.push({ ...area, value });
    }
    filled.push(row);
  }
  return filled;
}
