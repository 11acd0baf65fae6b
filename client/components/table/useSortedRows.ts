import {
  createSortedRowModel,
  rowSortingFeature,
  tableFeatures,
  useTable,
  type ColumnDef,
  type RowData,
} from '@tanstack/react-table';
import { useMemo, useState } from 'react';
import { useFormats } from '../../i18n/useLanguage';
import type { TableColumn, TableSort } from './tableColumn';

const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() });

/** What {@link useSortedRows} needs of a table. */
export interface SortedRowsOptions<Row> {
  columns: readonly TableColumn<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  sort?: TableSort | null;
  onSortChange?: (sort: TableSort | null) => void;
}

function useColumnDefs<Row extends RowData>(columns: readonly TableColumn<Row>[]) {
  const { compare } = useFormats();
  return useMemo(
    () =>
      columns.map((column): ColumnDef<typeof features, Row> => ({
        id: column.id,
        accessorFn: (row) => column.value(row) ?? undefined,
        sortUndefined: 'last',
        sortFn: (a, b, id) => {
          const left = a.getValue<string | number>(id);
          const right = b.getValue<string | number>(id);
          if (typeof left === 'number' && typeof right === 'number') return left - right;
          return compare(String(left), String(right));
        },
      })),
    [columns, compare],
  );
}

/**
 * The rows in order. A press on a head sorts by it (figures from the largest, words from A), a second one turns the
 * order round, a third one gives the order of the rows back. Rows without a value come last both ways.
 */
export function useSortedRows<Row>(options: SortedRowsOptions<Row>) {
  const { columns, rows, rowKey, onSortChange } = options;
  const [own, setOwn] = useState<TableSort | null>(options.sort ?? null);
  const sort = onSortChange ? (options.sort ?? null) : own;
  const defs = useColumnDefs(columns as readonly TableColumn<Row & RowData>[]);
  const sorting = useMemo(() => (sort ? [{ id: sort.column, desc: sort.descending }] : []), [sort]);
  const table = useTable({
    features,
    columns: defs,
    data: rows as readonly (Row & RowData)[],
    getRowId: rowKey,
    state: { sorting },
  });
  const toggle = (id: string) => {
    const column = columns.find((candidate) => candidate.id === id);
    const figures = column?.align === 'end';
    const same = sort?.column === id;
    const done = same && sort.descending !== figures;
    const next = done ? null : { column: id, descending: same ? !figures : figures };
    setOwn(next);
    onSortChange?.(next);
  };
  const sorted = table.getRowModel().rows.map((row) => row.original as Row);
  return { sorted, sort, toggle };
}
