import { useApolloClient } from '@apollo/client/react';
import { CircleCheck } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/controls/Button';
import { Section } from '../../../components/frame/Page';
import type { JobPartsFragment } from '../../../graphql/generated/graphql';
import { useFormats, useLocalText } from '../../../i18n/useLanguage';
import { CountFigures, changesOf } from './Counts';
import { ReportRows } from './ReportRows';
import { UndoButton } from './UndoButton';
import styles from './Import.module.css';

/** What an import did, with the way back. */
export function Applied({ job, onLeave }: { job: JobPartsFragment; onLeave: () => void }) {
  const { t } = useTranslation('data');
  const text = useLocalText();
  const formats = useFormats();
  const client = useApolloClient();
  // What was seen before the import is no longer so.
  useEffect(() => {
    void client.resetStore().catch(() => undefined);
  }, [client, job.id]);
  const counts = job.counts;
  const changes = counts ? changesOf(counts) : 0;
  return (
    <Section
      title={t('applied.title', { count: changes, written: formats.number(changes) })}
      lead={t('applied.lead', { source: job.sourceTitle })}
    >
      <p role="status" className={styles.done}>
        <CircleCheck size={18} aria-hidden />
        {text(job.messageFr, job.messageEn) || t('applied.done')}
      </p>
      <div className={styles.actions}>
        <UndoButton id={job.id} title={job.fileName || job.sourceTitle} onUndone={onLeave} />
        <Button onClick={onLeave}>{t('import.another')}</Button>
      </div>
      {counts && <CountFigures counts={counts} />}
      {counts && job.tables.length > 0 && <ReportRows job={job} counts={counts} />}
    </Section>
  );
}
