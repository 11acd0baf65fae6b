import { RotateCw } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { readProblem } from '../../graphql/readProblem';
import { Button } from '../controls/Button';
import styles from './States.module.css';

/** Properties of {@link ErrorState}. */
export interface ErrorStateProps {
  /** Whatever was thrown or returned by a request. */
  error: unknown;
  /** With it, a button tries again. */
  onRetry?: () => void;
  /** While trying again. */
  retrying?: boolean;
  /** Another way out. */
  action?: ReactNode;
}

/** What happened, what was kept and what to do, in a sentence for each code of the API. */
export function ErrorState({ error, onRetry, retrying = false, action }: ErrorStateProps) {
  const { t } = useTranslation('components');
  const problem = readProblem(error);
  return (
    <div className={styles.state} role="alert" data-error>
      <p className={styles.title}>{t(`problem.${problem.code}.title`)}</p>
      <p className={styles.words}>{t(`problem.${problem.code}.text`)}</p>
      {problem.message && (
        <p className={styles.fine} lang="en">
          {problem.message}
        </p>
      )}
      {problem.requestId && <p className={styles.fine}>{t('requestId', { id: problem.requestId })}</p>}
      {(onRetry || action) && (
        <div className={styles.actions}>
          {onRetry && (
            <Button icon={<RotateCw size={16} aria-hidden />} busy={retrying} onClick={onRetry}>
              {t('retry')}
            </Button>
          )}
          {action}
        </div>
      )}
    </div>
  );
}
