import type { ReactNode } from 'react';
import styles from './States.module.css';

/** Properties of {@link EmptyState}. */
export interface EmptyStateProps {
  /** What there is none of. */
  title: string;
  /** How to fill it: what to change, to declare, to widen. */
  children?: ReactNode;
  /** The action that does so. */
  action?: ReactNode;
}

/** Nothing here, and how to fill it. */
export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className={styles.state}>
      <p className={styles.title}>{title}</p>
      {children && <div className={styles.words}>{children}</div>}
      {action && <div className={styles.actions}>{action}</div>}
    </div>
  );
}
