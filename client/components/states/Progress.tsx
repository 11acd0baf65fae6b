import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../controls/Button';
import styles from './Progress.module.css';

/** Properties of {@link Progress}. */
export interface ProgressProps {
  /** What is being done. */
  label: string;
  /** Share done, 0 to 1; leave out when nobody knows. */
  share?: number;
  /** Where it is: “1 200 lignes lues sur 3 782”. */
  detail?: string;
  onCancel?: () => void;
}

/** Long work: what, how far, and a way to stop it. */
export function Progress({ label, share, detail, onCancel }: ProgressProps) {
  const { t } = useTranslation('components');
  const id = useId();
  return (
    <div className={styles.progress}>
      <span id={id} className={styles.label}>
        {label}
      </span>
      <progress aria-labelledby={id} className={styles.bar} max={1} value={share} />
      {detail && <span className={styles.detail}>{detail}</span>}
      {onCancel && (
        <Button look="quiet" small onClick={onCancel}>
          {t('cancel')}
        </Button>
      )}
    </div>
  );
}
