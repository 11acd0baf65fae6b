import { useTranslation } from 'react-i18next';
import { ErrorState } from '../../../components/states/ErrorState';
import { readProblem } from '../../../graphql/readProblem';
import styles from './Writing.module.css';

/** Why a change was not made, and that nothing was written; nothing without an error. */
export function WriteProblem({ error }: { error: unknown }) {
  const { t } = useTranslation('data');
  if (!error) return null;
  const { code } = readProblem(error);
  if (code !== 'FORBIDDEN' && code !== 'UNAUTHENTICATED') return <ErrorState error={error} />;
  return (
    <p role="alert" className={styles.problem}>
      {t('token.refused')}
    </p>
  );
}
