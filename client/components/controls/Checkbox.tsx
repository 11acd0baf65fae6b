import { useId, type ReactNode } from 'react';
import { Check } from 'lucide-react';
import { joinClasses } from '../../lib/joinClasses';
import styles from './Checkbox.module.css';

/** Properties of {@link Checkbox} and {@link Switch}. */
export interface CheckboxProps {
  label: ReactNode;
  checked: boolean;
  onChange: (checked: boolean) => void;
  /** What stands at the end of the line, for instance a count. */
  detail?: ReactNode;
  hint?: ReactNode;
  disabled?: boolean;
}

function Toggle(props: CheckboxProps & { kind: 'checkbox' | 'switch' }) {
  const { label, checked, onChange, detail, hint, disabled, kind } = props;
  const id = useId();
  return (
    <div className={joinClasses(styles.row, disabled && styles.disabled)}>
      <input
        id={id}
        type="checkbox"
        role={kind === 'switch' ? 'switch' : undefined}
        className={styles.input}
        checked={checked}
        disabled={disabled}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span className={kind === 'switch' ? styles.track : styles.box} aria-hidden>
        {kind === 'checkbox' && <Check size={14} strokeWidth={3} />}
      </span>
      <label htmlFor={id} className={styles.label}>
        {label}
        {detail != null && <span className={styles.detail}>{detail}</span>}
      </label>
      {hint && (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
    </div>
  );
}

/** One thing that is chosen or not, among others or alone in a form. */
export function Checkbox(props: CheckboxProps) {
  return <Toggle {...props} kind="checkbox" />;
}

/** Something that is on or off and takes effect at once. */
export function Switch(props: CheckboxProps) {
  return <Toggle {...props} kind="switch" />;
}
