import type { ReactNode } from 'react';

/** What a column holds for a row; null or undefined when nobody knows. */
export type CellValue = string | number | null | undefined;

/** One column of a table. */
export interface TableColumn<Row> {
  id: string;
  header: string;
  /** What the column is sorted by, and shown by where `cell` is missing (numbers in the language's own writing). */
  value: (row: Row) => CellValue;
  /** How the value is shown: a link, a mark, a unit. */
  cell?: (row: Row) => ReactNode;
  /** `end` for figures, so that their digits line up. */
  align?: 'start' | 'end';
  /** False for a column whose order means nothing. */
  sortable?: boolean;
  /** Width in pixels; shared out unless told. Give one to every column of a long table, so that none moves. */
  width?: number;
}

/** The order of a table: by which column, and whether from largest to smallest. */
export interface TableSort {
  column: string;
  descending: boolean;
}
