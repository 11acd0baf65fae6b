import { useApolloClient, useMutation } from '@apollo/client/react';
import { Undo2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/controls/Button';
import { showToast } from '../../../components/overlays/announcements';
import { Popover } from '../../../components/overlays/Popover';
import { DataUndoChangeDocument } from '../../../graphql/generated/graphql';
import { useWriter, writeContext } from '../../../lib/writeToken';
import { WriteProblem } from '../writing/WriteProblem';
import styles from './Import.module.css';

/** Properties of {@link UndoButton}. */
export interface UndoButtonProps {
  id: string;
  /** What the change is called. */
  title: string;
  onUndone?: () => void;
  small?: boolean;
}

/** Undoes a dated change as a whole, once one has said yes; absent while one only reads. */
export function UndoButton({ id, title, onUndone, small }: UndoButtonProps) {
  const { t } = useTranslation('data');
  const writer = useWriter();
  const client = useApolloClient();
  const [undo, { loading, error }] = useMutation(DataUndoChangeDocument, {
    context: writeContext(writer),
    errorPolicy: 'all',
  });
  if (writer.token === '') return null;
  const run = async (close: () => void) => {
    const { data } = await undo({ variables: { id, by: writer.by } }).catch(() => ({ data: null }));
    if (!data?.undoChange) return;
    close();
    showToast(t('undo.done', { title }));
    await client.resetStore().catch(() => undefined);
    onUndone?.();
  };
  return (
    <Popover
      label={t('undo.title')}
      align="end"
      trigger={(ties) => (
        <Button
          {...ties}
          small={small}
          icon={<Undo2 size={16} aria-hidden />}
          aria-label={t('undo.of', { title })}
        >
          {t('undo.action')}
        </Button>
      )}
    >
      {(close) => (
        <div className={styles.confirm}>
          <p>{t('undo.explain')}</p>
          <WriteProblem error={error} />
          <div className={styles.actions}>
            <Button look="danger" busy={loading} onClick={() => void run(close)}>
              {t('undo.confirm')}
            </Button>
            <Button onClick={close}>{t('undo.keep')}</Button>
          </div>
        </div>
      )}
    </Popover>
  );
}
