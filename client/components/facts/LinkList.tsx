import { Link } from 'react-router';
import styles from './LinkList.module.css';

/** One thing that a list leads to. */
export interface LinkListItem {
  to: string;
  label: string;
  /** A count, in words or figures, after the name. */
  count?: string;
}

/** Names that lead somewhere, side by side; nothing for an empty list. */
export function LinkList({ label, items }: { label: string; items: readonly LinkListItem[] }) {
  if (items.length === 0) return null;
  return (
    <ul className={styles.list} aria-label={label}>
      {items.map((item) => (
        <li key={item.to}>
          <Link to={item.to}>{item.label}</Link>
          {item.count && <span className={styles.count}>{item.count}</span>}
        </li>
      ))}
    </ul>
  );
}
