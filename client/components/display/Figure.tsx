import type { ReactNode } from 'react';
import styles from './Figure.module.css';

/** Properties of {@link Figure}. */
export interface FigureProps {
  /** The figure as it is written: give it through `useFormats()`, so that what is unknown says so. */
  value: string;
  /** The unit, in words: “acteurs”, “pour 10 000 habitants”. */
  unit?: string;
  /** What it measures. */
  label: ReactNode;
  /** From when, out of what, by whom: a line, or a {@link SourceLink}. */
  note?: ReactNode;
  /** A way to the explanation: a {@link Disclosure} or a link. */
  children?: ReactNode;
}

/** One figure worth the size: value, unit, what it measures, from when. Several of them stand in {@link Figures}. */
export function Figure({ value, unit, label, note, children }: FigureProps) {
  return (
    <div className={styles.figure}>
      <dt className={styles.label}>{label}</dt>
      <dd className={styles.content}>
        <span className={styles.value}>{value}</span>
        {unit && <span className={styles.unit}>{unit}</span>}
        {note && <div className={styles.note}>{note}</div>}
        {children}
      </dd>
    </div>
  );
}

/** A row of figures; they wrap rather than shrink. */
export function Figures({ children }: { children: ReactNode }) {
  return <dl className={styles.figures}>{children}</dl>;
}
