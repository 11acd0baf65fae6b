import { useId, type ReactNode } from 'react';
import styles from './Field.module.css';

/** What a control needs to be tied to its label, its hint and its error. */
export interface FieldTies {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
}

/** Properties of {@link Field}. */
export interface FieldProps {
  /** What is asked. */
  label: ReactNode;
  /** How to answer, when the label is not enough. */
  hint?: ReactNode;
  /** What is wrong with the answer and what to do. */
  error?: string;
  /** For a filter whose meaning is plain to the eye: the label is kept for screen readers. */
  labelHidden?: boolean;
  /** The control, given what ties it to the label. */
  children: (ties: FieldTies) => ReactNode;
}

/** A labelled control, with its hint and its error. */
export function Field({ label, hint, error, labelHidden = false, children }: FieldProps) {
  const id = useId();
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={labelHidden ? 'visually-hidden' : styles.label}>
        {label}
      </label>
      {hint && (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
      {children({
        id,
        'aria-describedby': described || undefined,
        'aria-invalid': error ? true : undefined,
      })}
      {error && (
        <p id={`${id}-error`} className={styles.error}>
          {error}
        </p>
      )}
    </div>
  );
}
