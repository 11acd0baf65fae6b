import type { RowChange } from '../../graph/tables';
import { sheetIds, type SheetId } from '../sheets/sheets';
import { PackedList, type PackedParts } from './packedList';
import type { Issue, Positions } from './parseRows';
import { outcomes, type Outcome, type RowPlan } from './rowPlan';

/** What is asked of the rows of a report. */
export interface RowSelection {
  /** All when absent. */
  outcomes?: readonly string[] | null | undefined;
  /** All when absent. */
  sheet?: string | null | undefined;
  offset: number;
  limit: number;
}

/** A list that can be read again and again without being held. */
export interface Repeatable<T> extends Iterable<T> {
  readonly length: number;
}

type StoredRow = Omit<RowPlan, 'positions'> & { layout: number };

const noCounts = (): Record<Outcome, number> => ({
  CREATED: 0,
  UPDATED: 0,
  UNCHANGED: 0,
  REMOVED: 0,
  REJECTED: 0,
});

/** What the rows of a plan are made of: it can be sent to another process. */
export interface PlannedParts {
  counts: Record<Outcome, number>;
  bySheet: ReadonlyMap<SheetId, Record<Outcome, number>>;
  stored: PackedParts<StoredRow>;
  layouts: readonly Positions[];
  marks: readonly number[];
  changeCount: number;
}

/**
 * The rows of a plan, packed: all are counted, and every row but the unchanged without anything to say is kept. What each
 * changes is read off them.
 */
export class PlannedRows implements Repeatable<RowPlan> {
  /** Rows by outcome, of all sheets. */
  readonly counts: Record<Outcome, number>;
  /** Rows by outcome, sheet by sheet. */
  readonly bySheet: Map<SheetId, Record<Outcome, number>>;
  /** What changes, in the order of the rows. */
  readonly changes: Repeatable<RowChange>;
  private readonly stored: PackedList<StoredRow>;
  private readonly layouts: Positions[];
  /** Outcome and sheet of each row that is kept, so that a page is found without unpacking the others. */
  private readonly marks: number[];
  private changeCount: number;

  /** @param parts - those of other rows; none when absent */
  constructor(parts?: PlannedParts) {
    this.counts = parts?.counts ?? noCounts();
    this.bySheet = new Map(parts?.bySheet);
    this.stored = new PackedList(parts?.stored);
    this.layouts = [...(parts?.layouts ?? [])];
    this.marks = [...(parts?.marks ?? [])];
    this.changeCount = parts?.changeCount ?? 0;
    const count = () => this.changeCount;
    const each = () => this.eachChange();
    this.changes = {
      get length() {
        return count();
      },
      [Symbol.iterator]: each,
    };
  }

  /** What they are made of, to be made again elsewhere. */
  get parts(): PlannedParts {
    const { counts, bySheet, layouts, marks, changeCount } = this;
    return { counts, bySheet, stored: this.stored.parts, layouts, marks, changeCount };
  }

  /** Rows that are kept. */
  get length(): number {
    return this.stored.length;
  }

  /** Adds a row; it must not be changed afterwards. */
  add(row: RowPlan): void {
    this.count(row, 1);
    if (row.outcome === 'UNCHANGED' && row.issues.length === 0) return;
    const { positions, ...rest } = row;
    if (this.layouts.at(-1) !== positions) this.layouts.push(positions);
    this.stored.push({ ...rest, layout: this.layouts.length - 1 });
    this.marks.push(markOf(row));
    if (row.change !== undefined) this.changeCount += 1;
  }

  /** Refuses a row that was kept, for one more reason. */
  reject(index: number, issue: Issue): void {
    const { change, ...row } = this.stored.at(index)!;
    const refused: StoredRow = {
      ...row,
      change: undefined,
      outcome: 'REJECTED',
      issues: [...row.issues, issue],
    };
    this.count(row, -1);
    this.count(refused, 1);
    if (change !== undefined) this.changeCount -= 1;
    this.stored.replace(index, refused);
    this.marks[index] = markOf(refused);
  }

  /** Rows from a position on. */
  *from(start: number): Generator<RowPlan> {
    for (const row of this.stored.from(start)) yield this.toRow(row);
  }

  [Symbol.iterator](): Generator<RowPlan> {
    return this.from(0);
  }

  /** A page of the rows of some outcomes and of one sheet, and how many there are. */
  select({ outcomes: wanted, sheet, offset, limit }: RowSelection): { total: number; rows: RowPlan[] } {
    const rows: RowPlan[] = [];
    let total = 0;
    this.marks.forEach((mark, index) => {
      const outcome = outcomes[mark % outcomes.length]!;
      if (wanted != null && !wanted.includes(outcome)) return;
      if (sheet != null && sheet !== sheetIds[Math.floor(mark / outcomes.length)]) return;
      if (total >= offset && rows.length < limit) rows.push(this.toRow(this.stored.at(index)!));
      total += 1;
    });
    return { total, rows };
  }

  private *eachChange(): Generator<RowChange> {
    for (const { change } of this.stored) if (change !== undefined) yield change;
  }

  private count({ outcome, sheet }: Pick<RowPlan, 'outcome' | 'sheet'>, by: 1 | -1): void {
    this.counts[outcome] += by;
    const counts = this.bySheet.get(sheet) ?? noCounts();
    counts[outcome] += by;
    this.bySheet.set(sheet, counts);
  }

  private toRow({ layout, ...row }: StoredRow): RowPlan {
    return { ...row, positions: this.layouts[layout]! };
  }
}

function markOf({ outcome, sheet }: Pick<RowPlan, 'outcome' | 'sheet'>): number {
  return sheetIds.indexOf(sheet) * outcomes.length + outcomes.indexOf(outcome);
}
