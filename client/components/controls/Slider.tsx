import { useId, type CSSProperties, type ReactNode } from 'react';
import styles from './Slider.module.css';

/** Properties of {@link Slider}. */
export interface SliderProps {
  label: ReactNode;
  value: number;
  min: number;
  max: number;
  step?: number;
  /** The value in words, with its unit: “20 km”, “45 min”. */
  format: (value: number) => string;
  onChange: (value: number) => void;
  /** Called once when the hand lets go, for what is costly to compute. */
  onCommit?: (value: number) => void;
  hint?: ReactNode;
  disabled?: boolean;
}

/** A quantity one tries out, its value always written beside it. */
export function Slider(props: SliderProps) {
  const { label, value, min, max, step = 1, format, onChange, onCommit, hint, disabled } = props;
  const id = useId();
  const share = max > min ? (value - min) / (max - min) : 0;
  const commit = () => onCommit?.(value);
  return (
    <div className={styles.slider}>
      <div className={styles.head}>
        <label htmlFor={id}>{label}</label>
        <output htmlFor={id}>{format(value)}</output>
      </div>
      <input
        id={id}
        type="range"
        className={styles.input}
        style={{ '--filled': `${share * 100}%` } as CSSProperties}
        value={value}
        min={min}
        max={max}
        step={step}
        disabled={disabled}
        aria-valuetext={format(value)}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={(event) => onChange(Number(event.target.value))}
        onPointerUp={commit}
        onKeyUp={commit}
      />
      {hint && (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
    </div>
  );
}
