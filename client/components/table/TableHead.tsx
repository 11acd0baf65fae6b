import { ArrowDown, ArrowUp, ChevronsUpDown } from 'lucide-react';
import { joinClasses } from '../../lib/joinClasses';
import type { TableColumn, TableSort } from './tableColumn';
import styles from './Table.module.css';

/** Words are not squeezed by the figures beside them; on a phone they leave room for one. */
const wordsWidth = <Row,>({ align, width = 0 }: TableColumn<Row>): number | undefined =>
  align === 'end' ? undefined : Math.min(width, 180);

/** Properties of {@link TableHead}. */
export interface TableHeadProps<Row> {
  columns: readonly TableColumn<Row>[];
  sort: TableSort | null;
  onToggle: (column: string) => void;
}

/** The head of a table: a button in each column that can be sorted by. */
export function TableHead<Row>({ columns, sort, onToggle }: TableHeadProps<Row>) {
  return (
    <thead>
      <tr aria-rowindex={1}>
        {columns.map((column) => {
          const sorted = sort?.column === column.id ? sort : null;
          const Arrow = !sorted ? ChevronsUpDown : sorted.descending ? ArrowDown : ArrowUp;
          const order = sorted?.descending ? 'descending' : 'ascending';
          return (
            <th
              key={column.id}
              scope="col"
              aria-sort={sorted ? order : undefined}
              className={joinClasses(column.align === 'end' && styles.end)}
              style={{ width: column.width, minWidth: wordsWidth(column) }}
            >
              {column.sortable === false ? (
                <span className={styles.header}>{column.header}</span>
              ) : (
                <button
                  type="button"
                  className={styles.header}
                  data-sorted={sorted ? true : undefined}
                  onClick={() => onToggle(column.id)}
                >
                  {column.header}
                  <Arrow size={14} aria-hidden />
                </button>
              )}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}
