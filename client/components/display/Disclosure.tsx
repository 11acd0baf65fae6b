import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './Disclosure.module.css';

/** Properties of {@link Disclosure}. */
export interface DisclosureProps {
  /** What is inside: “Comment c’est calculé”. */
  summary: ReactNode;
  /** Open from the start. */
  open?: boolean;
  onToggle?: (open: boolean) => void;
  children: ReactNode;
}

/** Something kept aside until one asks: a formula and its parameters, the detail of a score. */
export function Disclosure({ summary, open, onToggle, children }: DisclosureProps) {
  return (
    <details
      className={styles.disclosure}
      open={open}
      onToggle={onToggle && ((event) => onToggle(event.currentTarget.open))}
    >
      <summary className={styles.summary}>
        <ChevronRight size={16} className={styles.chevron} aria-hidden />
        {summary}
      </summary>
      <div className={styles.content}>{children}</div>
    </details>
  );
}
