import { useId, type ReactNode } from 'react';
import { joinClasses } from '../../lib/joinClasses';
import styles from './Segmented.module.css';

/** One side of a switch of views. */
export interface Segment<T extends string> {
  value: T;
  label: string;
  icon?: ReactNode;
}

/** Properties of {@link Segmented}. */
export interface SegmentedProps<T extends string> {
  /** What is being chosen, said to screen readers. */
  label: string;
  segments: readonly Segment<T>[];
  value: T;
  onChange: (value: T) => void;
  /** Shows the icons alone on narrow screens. */
  compact?: boolean;
}

/** Two to four ways of seeing the same thing (graph | table | map), one of them on. Arrow keys move. */
export function Segmented<T extends string>(props: SegmentedProps<T>) {
  const { label, segments, value, onChange, compact = false } = props;
  const name = useId();
  return (
    <fieldset className={joinClasses(styles.segmented, compact && styles.compact)}>
      <legend className="visually-hidden">{label}</legend>
      {segments.map((segment) => (
        <label key={segment.value} className={styles.segment}>
          <input
            type="radio"
            name={name}
            className="visually-hidden"
            checked={segment.value === value}
            onChange={() => onChange(segment.value)}
          />
          {segment.icon}
          <span className={styles.label}>{segment.label}</span>
        </label>
      ))}
    </fieldset>
  );
}
