import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Option } from './option';
import { Field } from './Field';
import styles from './Field.module.css';

/** Properties of {@link Select}. */
export interface SelectProps<T extends string> {
  label: ReactNode;
  hint?: ReactNode;
  labelHidden?: boolean;
  options: readonly Option<T>[];
  value: T;
  onChange: (value: T) => void;
  disabled?: boolean;
}

/** One of a short list (up to about fifteen), in the system's own control. Longer: {@link Combobox}. */
export function Select<T extends string>({
  label,
  hint,
  labelHidden,
  options,
  value,
  onChange,
  disabled,
}: SelectProps<T>) {
  return (
    <Field label={label} hint={hint} labelHidden={labelHidden}>
      {(ties) => (
        <div className={styles.select}>
          <select
            {...ties}
            className={styles.input}
            value={value}
            disabled={disabled}
            onChange={(event) => onChange(event.target.value as T)}
          >
            {options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </select>
          <ChevronDown size={16} aria-hidden />
        </div>
      )}
    </Field>
  );
}
