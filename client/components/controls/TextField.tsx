import type { InputHTMLAttributes, ReactNode, TextareaHTMLAttributes } from 'react';
import { Field } from './Field';
import styles from './Field.module.css';

/** Properties of {@link TextField}: those of an HTML input, its label, hint and error. */
export interface TextFieldProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange'> {
  label: ReactNode;
  hint?: ReactNode;
  error?: string;
  labelHidden?: boolean;
  onChange: (value: string) => void;
}

/** A line of text, a date, an e-mail address, a number: any one-line HTML input. */
export function TextField({ label, hint, error, labelHidden, onChange, ...rest }: TextFieldProps) {
  return (
    <Field label={label} hint={hint} error={error} labelHidden={labelHidden}>
      {(ties) => (
        <input
          type="text"
          {...rest}
          {...ties}
          className={styles.input}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

/** Properties of {@link TextArea}. */
export interface TextAreaProps extends Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'onChange'> {
  label: ReactNode;
  hint?: ReactNode;
  error?: string;
  onChange: (value: string) => void;
}

/** A few lines of text. */
export function TextArea({ label, hint, error, onChange, ...rest }: TextAreaProps) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(ties) => (
        <textarea
          rows={4}
          {...rest}
          {...ties}
          className={styles.input}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
