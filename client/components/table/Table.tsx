import { useId, useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { joinClasses } from '../../lib/joinClasses';
import { useFormats } from '../../i18n/useLanguage';
import type { TableColumn, TableSort } from './tableColumn';
import { TableHead } from './TableHead';
import { useSortedRows } from './useSortedRows';
import { ROW_HEIGHT, useWindow, type RowWindow } from './useWindow';
import styles from './Table.module.css';

/** Properties of {@link Table}. */
export interface TableProps<Row> {
  /** What the table shows and from when; read first by screen readers, shown unless `captionHidden`. */
  caption: string;
  captionHidden?: boolean;
  columns: readonly TableColumn<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Order at the beginning, or the order of the moment when `onSortChange` is given. */
  sort?: TableSort | null;
  onSortChange?: (sort: TableSort | null) => void;
  /** With it, a row is chosen by a press, Enter or Space; arrows move from row to row. */
  onSelect?: (row: Row) => void;
  selectedKey?: string | null;
  /** Fills the height it is given instead of growing with its rows. */
  fill?: boolean;
}

function neighbour(element: Element, key: string): Element | null {
  if (key === 'ArrowDown') return element.nextElementSibling;
  if (key === 'ArrowUp') return element.previousElementSibling;
  return null;
}

function BodyCell<Row>({ column, row, first }: { column: TableColumn<Row>; row: Row; first: boolean }) {
  const formats = useFormats();
  const value = column.value(row);
  const written = typeof value === 'number' ? formats.number(value) : (value ?? formats.number(null));
  const content = column.cell ? column.cell(row) : written;
  const className = joinClasses(
    column.align === 'end' && styles.end,
    !column.cell && value == null && styles.unknown,
  );
  if (!first) return <td className={className}>{content}</td>;
  return (
    <th scope="row" className={className}>
      {content}
    </th>
  );
}

function BodyRow<Row>(props: TableProps<Row> & { row: Row; index: number; entry: boolean; fixed: boolean }) {
  const { row, index, columns, rowKey, onSelect, selectedKey, entry, fixed } = props;
  const selected = selectedKey === rowKey(row);
  const onKeyDown = (event: KeyboardEvent<HTMLTableRowElement>) => {
    if (event.target !== event.currentTarget) return;
    const next = neighbour(event.currentTarget, event.key);
    if (next instanceof HTMLElement && next.tabIndex >= -1) {
      event.preventDefault();
      next.focus();
    } else if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      onSelect?.(row);
    }
  };
  return (
    <tr
      aria-rowindex={index + 2}
      aria-selected={onSelect ? selected : undefined}
      tabIndex={onSelect ? (selected || entry ? 0 : -1) : undefined}
      className={joinClasses(styles.row, onSelect && styles.live, fixed && styles.fixed)}
      onClick={onSelect && (() => onSelect(row))}
      onKeyDown={onSelect && onKeyDown}
    >
      {columns.map((column, position) => (
        <BodyCell key={column.id} column={column} row={row} first={position === 0} />
      ))}
    </tr>
  );
}

function Body<Row>(props: TableProps<Row> & { view: RowWindow }) {
  const { rows, columns, rowKey, view } = props;
  return (
    <tbody>
      {view.before > 0 && <Spacer height={view.before} span={columns.length} />}
      {rows.slice(view.from, view.to).map((row, index) => (
        <BodyRow
          key={rowKey(row)}
          {...props}
          row={row}
          index={view.from + index}
          entry={index === 0}
          fixed={view.windowed}
        />
      ))}
      {view.after > 0 && <Spacer height={view.after} span={columns.length} />}
    </tbody>
  );
}

/**
 * A sortable table in its own frame: it scrolls inside it, its head stays, unknown values sort last and say so.
 * Over 120 rows only those in view are drawn (every row is then one line high). The first column names the row.
 */
export function Table<Row>(props: TableProps<Row>) {
  const { caption, captionHidden = false, columns, rows, fill = false } = props;
  const { t } = useTranslation('components');
  const id = useId();
  const frame = useRef<HTMLDivElement>(null);
  const formats = useFormats();
  const { sorted, sort, toggle } = useSortedRows(props);
  const view = useWindow(frame, sorted.length);
  const role = props.onSelect ? 'grid' : undefined;
  return (
    <div className={styles.table} data-fill={fill || undefined}>
      <p id={id} className={captionHidden ? 'visually-hidden' : styles.caption}>
        {caption}
        <span className={styles.count}>
          {t('table.rows', { count: rows.length, written: formats.number(rows.length) })}
        </span>
      </p>
      <div
        ref={frame}
        className={styles.frame}
        data-windowed={view.windowed || undefined}
        role="region"
        aria-labelledby={id}
        tabIndex={0}
      >
        <table role={role} aria-labelledby={id} aria-rowcount={rows.length + 1}>
          <TableHead columns={columns} sort={sort} onToggle={toggle} />
          <Body {...props} rows={sorted} view={view} />
        </table>
        {rows.length === 0 && <p className={styles.empty}>{t('table.empty')}</p>}
      </div>
    </div>
  );
}

function Spacer({ height, span }: { height: number; span: number }) {
  return (
    <tr aria-hidden style={{ height }} data-rows={Math.round(height / ROW_HEIGHT)}>
      <td colSpan={span} className={styles.spacer} />
    </tr>
  );
}
