import type { ReactNode } from 'react';
import styles from './Unknown.module.css';

/** What nobody has said yet: an invitation (“À déclarer”), not a hole. With `action`, a way to fill it. */
export function Unknown({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <div className={styles.unknown}>
      <span>{children}</span>
      {action}
    </div>
  );
}
