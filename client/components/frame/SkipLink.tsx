import type { ReactNode } from 'react';
import styles from './SkipLink.module.css';

/** Leads the keyboard past what comes next, to a part of the page by its `id`; it shows while it has the focus. */
export function SkipLink({ to, children }: { to: string; children: ReactNode }) {
  return (
    <a
      href={`#${to}`}
      className={styles.skip}
      data-print="hide"
      onClick={(event) => {
        // The address stays: it is what one sees.
        event.preventDefault();
        const part = document.getElementById(to);
        part?.focus();
        part?.scrollIntoView?.({ block: 'nearest' });
      }}
    >
      {children}
    </a>
  );
}
