import { useVocabulary } from '../../i18n/useVocabulary';
import { phaseLooks, type Phase } from '../../lib/phases';
import styles from './PhaseMark.module.css';

/** Properties of {@link PhaseShape}. */
export interface PhaseShapeProps {
  phase: Phase;
  /** Side in pixels; 12 unless told. */
  size?: number;
  /** Drawn hollow where the phase is missing. */
  hollow?: boolean;
}

/** The shape of a phase alone (circle, square, triangle); decorative, so words must stand beside it. */
export function PhaseShape({ phase, size = 12, hollow = false }: PhaseShapeProps) {
  const { shape, token } = phaseLooks[phase];
  return (
    <svg
      className={styles.shape}
      data-phase={token}
      data-hollow={hollow || undefined}
      width={size}
      height={size}
      viewBox="0 0 12 12"
      aria-hidden
    >
      {shape === 'circle' && <circle cx="6" cy="6" r="5" />}
      {shape === 'square' && <rect x="1.25" y="1.25" width="9.5" height="9.5" rx="0.75" />}
      {shape === 'triangle' && <polygon points="6,1 11.25,10.75 0.75,10.75" strokeLinejoin="round" />}
    </svg>
  );
}

/** Properties of {@link PhaseMark}. */
export interface PhaseMarkProps extends PhaseShapeProps {
  /** What stands beside the shape in place of the name of the phase; the name is then said to screen readers. */
  label?: string;
}

/** A phase: its shape, its colour and its name. */
export function PhaseMark({ phase, size, hollow, label }: PhaseMarkProps) {
  const name = useVocabulary('phase').label(phase);
  return (
    <span className={styles.mark} data-phase={phaseLooks[phase].token}>
      <PhaseShape phase={phase} size={size} hollow={hollow} />
      {label && <span className="visually-hidden">{`${name} : `}</span>}
      <span>{label ?? name}</span>
    </span>
  );
}
