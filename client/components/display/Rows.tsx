import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { joinClasses } from '../../lib/joinClasses';
import styles from './Rows.module.css';

/** Properties of {@link Rows}. */
export interface RowsProps {
  /** What the list holds, said to screen readers. */
  label: string;
  /** A ranked list: its rows are numbered for screen readers. */
  ranked?: boolean;
  children: ReactNode;
}

/** A list of things, one a line between hairlines: never a wall of cards. Holds {@link Row}. */
export function Rows({ label, ranked = false, children }: RowsProps) {
  const List = ranked ? 'ol' : 'ul';
  return (
    <List className={styles.rows} aria-label={label}>
      {children}
    </List>
  );
}

/** Properties of {@link Row}. */
export interface RowProps {
  /** Family icon, phase shape, rank. */
  mark?: ReactNode;
  title: ReactNode;
  /** Where the title leads. */
  to?: string;
  /** Or what choosing the title does, where the thing opens beside the list. */
  onChoose?: () => void;
  /** The one shown beside the list. */
  selected?: boolean;
  /** One sentence under the title. */
  detail?: ReactNode;
  /** At the end of the line: distance, status, phase bar, actions. */
  end?: ReactNode;
  /** Below, over the whole width: what a score opens into. */
  children?: ReactNode;
}

/** One thing of a list. The whole line leads where its title leads. */
export function Row({ mark, title, to, onChoose, selected = false, detail, end, children }: RowProps) {
  return (
    <li
      className={joinClasses(styles.row, (to != null || onChoose) && styles.live)}
      aria-current={selected || undefined}
    >
      {mark && <div className={styles.mark}>{mark}</div>}
      <div className={styles.words}>
        {to != null && (
          <Link to={to} className={styles.title}>
            {title}
          </Link>
        )}
        {to == null && onChoose && (
          <button type="button" className={styles.title} onClick={onChoose}>
            {title}
          </button>
        )}
        {to == null && !onChoose && <span className={styles.plain}>{title}</span>}
        {detail && <div className={styles.detail}>{detail}</div>}
      </div>
      {end && <div className={styles.end}>{end}</div>}
      {children && <div className={styles.more}>{children}</div>}
    </li>
  );
}
