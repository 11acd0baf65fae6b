import { useTranslation } from 'react-i18next';
import { useVocabulary } from '../../i18n/useVocabulary';
import { phaseLooks, phases, type Phase } from '../../lib/phases';
import { PhaseShape } from './PhaseMark';
import styles from './PhaseBar.module.css';

/** What an actor can do in one phase. */
export interface PhaseLevel {
  /** Highest level of its competences, 1 to 3; 0 when none was read. */
  level: number;
  /** How many competences. */
  count: number;
}

/** Properties of {@link PhaseBar}. */
export interface PhaseBarProps {
  levels: Partial<Record<Phase, PhaseLevel>>;
  /** The phase whose competences are shown. */
  selected?: Phase | null;
  /** With it, each segment is a button that shows or hides the competences of its phase. */
  onSelect?: (phase: Phase | null) => void;
  /** Without names, for the row of a list. */
  compact?: boolean;
}

function Segment({ phase, level, compact }: { phase: Phase; level: PhaseLevel; compact: boolean }) {
  const { t } = useTranslation('components');
  const name = useVocabulary('phase').label(phase);
  const count = level.count === 0 ? t('phaseNone') : t('phaseCount', { count: level.count });
  return (
    <>
      <span className={styles.head}>
        <PhaseShape phase={phase} hollow={level.count === 0} />
        <span className={compact ? 'visually-hidden' : styles.name}>{name}</span>
        <span className={compact ? 'visually-hidden' : styles.count}>{count}</span>
      </span>
      <span className={styles.steps} aria-hidden>
        {[1, 2, 3].map((step) => (
          <span key={step} className={styles.step} data-filled={step <= level.level || undefined} />
        ))}
      </span>
      <span className="visually-hidden">{level.level > 0 && t('phaseLevel', { level: level.level })}</span>
    </>
  );
}

/** What an actor can do, in three segments (validate, make, share), each filled by its highest level. */
export function PhaseBar({ levels, selected = null, onSelect, compact = false }: PhaseBarProps) {
  const { t } = useTranslation('components');
  return (
    <ul className={styles.bar} data-compact={compact || undefined} aria-label={t('phaseBar')}>
      {phases.map((phase) => {
        const level = levels[phase] ?? { level: 0, count: 0 };
        const segment = <Segment phase={phase} level={level} compact={compact} />;
        return (
          <li key={phase} data-phase={phaseLooks[phase].token}>
            {onSelect ? (
              <button
                type="button"
                className={styles.segment}
                aria-expanded={selected === phase}
                disabled={level.count === 0}
                onClick={() => onSelect(selected === phase ? null : phase)}
              >
                {segment}
              </button>
            ) : (
              <div className={styles.segment}>{segment}</div>
            )}
          </li>
        );
      })}
    </ul>
  );
}
