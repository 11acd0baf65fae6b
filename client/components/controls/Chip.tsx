import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './Chip.module.css';

/** Properties of {@link Chip}. */
export interface ChipProps {
  label: string;
  mark?: ReactNode;
  /** With it, the chip has a button that takes it away. */
  onRemove?: () => void;
}

/** Something chosen, that can be taken away: an active filter, a chosen competence. */
export function Chip({ label, mark, onRemove }: ChipProps) {
  const { t } = useTranslation('components');
  return (
    <span className={styles.chip}>
      {mark}
      <span className={styles.label}>{label}</span>
      {onRemove && (
        <button
          type="button"
          className={styles.remove}
          aria-label={t('remove', { what: label })}
          onClick={onRemove}
        >
          <X size={14} aria-hidden />
        </button>
      )}
    </span>
  );
}
