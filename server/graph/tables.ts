import type { NodeLabel, Property, RelationshipType } from './writeGraph';

/** A value of a cell: null is unknown, a list is in alphabetical order without doubles. */
export type CellValue = string | number | boolean | string[] | null;

/**
 * A row of a table by column. A column that begins with `+` is not of the model: it came with a workbook, and is kept
 * as text. One that begins with `~` is no value: for each tie of a sourced column, `target|source`, so that a tie that is
 * taken away can be put back as it was.
 */
export type TableRow = Record<string, CellValue>;

/** Where a column of a node table is stored. */
export type NodeField =
  /** On the node. */
  | { column: string; property: string }
  /** As ties to other nodes. */
  | { column: string; link: Link }
  /** As a part of a property, `location.latitude`, that `derive` writes as a whole. */
  | { column: string; partOf: string }
  /** On the tie of another column, which must be a single one. */
  | { column: string; property: string; ofLink: string };

/** Ties of a node to others, told apart by type, direction, label and constant properties. */
export interface Link {
  type: RelationshipType;
  /** OUT: from the row's node. */
  direction: 'OUT' | 'IN';
  to: NodeLabel;
  /** Whether the column holds a list. */
  many: boolean;
  /** Constant properties of the ties of this column. */
  where?: Readonly<Record<string, string>>;
  /** Whether each tie carries the identifier of its source, as `sourceId`. */
  sourced: boolean;
}

/** A table whose rows are nodes, known by `id`. */
export interface NodeTable {
  kind: 'node';
  name: string;
  label: NodeLabel;
  /** Second label, by the value of a column; nodes with none of these labels are not of the table. */
  also?: { column: string; labels: Readonly<Record<string, NodeLabel>> };
  fields: readonly NodeField[];
  /** Stored properties that follow from the columns. */
  derive?: (row: TableRow) => Record<string, Property>;
}

/** A table whose rows are relationships, known by their ends and the columns of `identity`. */
export interface LinkTable {
  kind: 'link';
  name: string;
  type: RelationshipType;
  from: { column: string; label: NodeLabel };
  to: { column: string; label: NodeLabel };
  /** Columns that, with the ends, tell rows apart; stored together in the property `key`. */
  identity: readonly string[];
  fields: readonly { column: string; property: string }[];
  /** Stored properties that follow from the columns. */
  derive?: (row: TableRow) => Record<string, Property>;
}

/** How rows are stored in the graph. */
export type Table = NodeTable | LinkTable;

/** One row that changes: created when there is nothing before, removed when there is nothing after. */
export interface RowChange {
  /** Name of the table. */
  table: string;
  /** Key of the row, see {@link keyOf}. */
  key: string;
  /** The whole row before, or null. */
  before: TableRow | null;
  /** The whole row after, or null. */
  after: TableRow | null;
}

/** Columns that tell the rows of a table apart. */
export function keyColumns(table: Table): string[] {
  return table.kind === 'node' ? ['id'] : [table.from.column, table.to.column, ...table.identity];
}

const SEPARATOR = '\u001f';

/** What tells a row apart from the others of its table, as one text. */
export function keyOf(table: Table, row: TableRow): string {
  return keyColumns(table)
    .map((column) => String(row[column] ?? ''))
    .join(SEPARATOR);
}

/** The parts of a key, in the order of {@link keyColumns}. */
export function partsOfKey(key: string): string[] {
  return key.split(SEPARATOR);
}

/** The node that a row is about, as `Label/id`: itself, or the start of the relationship. */
export function subjectOf(table: Table, key: string): string {
  const [first] = partsOfKey(key);
  return `${table.kind === 'node' ? table.label : table.from.label}/${first}`;
}

/** Whether two values of a cell are the same. */
export function isSameValue(a: CellValue | undefined, b: CellValue | undefined): boolean {
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((part, index) => part === b[index]);
  if (Array.isArray(a) && a.length === 0) return b === null || b === undefined;
  if (Array.isArray(b) && b.length === 0) return a === null || a === undefined;
  return (a ?? null) === (b ?? null);
}

/** Columns whose values differ between two rows, those that only one of them has included. */
export function changedColumns(before: TableRow, after: TableRow): string[] {
  const columns = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...columns].filter((name) => !name.startsWith('~') && !isSameValue(before[name], after[name]));
}
