import type { ReactNode } from 'react';
import { Popover } from './Popover';
import styles from './SentenceControl.module.css';

/** Properties of {@link SentenceControl}. */
export interface SentenceControlProps {
  /** What is chosen here, said to screen readers: “Public visé”. */
  label: string;
  /** The words of the sentence: “les collégiens”. */
  text: string;
  /** Nothing chosen yet: the words invite. */
  empty?: boolean;
  /** The control that opens under the words. */
  children: (close: () => void) => ReactNode;
}

/** Words of a sentence that one can change: set in italics, they open their control in place. */
export function SentenceControl({ label, text, empty = false, children }: SentenceControlProps) {
  return (
    <Popover
      label={label}
      trigger={(trigger) => (
        <button type="button" {...trigger} className={styles.words} data-empty={empty || undefined}>
          <span className="visually-hidden">{`${label} : `}</span>
          {text}
        </button>
      )}
    >
      {children}
    </Popover>
  );
}
