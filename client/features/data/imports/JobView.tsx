import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/controls/Button';
import { EmptyState } from '../../../components/states/EmptyState';
import { Progress } from '../../../components/states/Progress';
import { Skeleton } from '../../../components/states/Skeleton';
import type { JobPartsFragment } from '../../../graphql/generated/graphql';
import { useFormats, useLocalText } from '../../../i18n/useLanguage';
import { WriteProblem } from '../writing/WriteProblem';
import { Applied } from './Applied';
import { Report } from './Report';
import { useImportJob } from './useImportJob';
import styles from './Import.module.css';

function Moving({ job, onCancel }: { job: JobPartsFragment; onCancel: () => void }) {
  const { t } = useTranslation('data');
  const formats = useFormats();
  const counted = (job.state === 'COMPARING' || job.state === 'WRITING') && job.total > 0;
  return (
    <Progress
      label={t(`import.state.${job.state}`, { file: job.fileName })}
      share={counted ? job.done / job.total : undefined}
      detail={
        counted
          ? t('import.doneOf', {
              count: job.total,
              done: formats.number(job.done),
              total: formats.number(job.total),
            })
          : undefined
      }
      onCancel={job.state === 'UNSURE' ? undefined : onCancel}
    />
  );
}

/** Why an import stopped, what was kept, what to do. */
function Stopped({ job, onLeave }: { job: JobPartsFragment; onLeave: () => void }) {
  const { t } = useTranslation('data');
  const text = useLocalText();
  const told = text(job.messageFr, job.messageEn);
  return (
    <div role={job.state === 'REFUSED' ? 'alert' : undefined}>
      <EmptyState
        title={t(`import.stopped.${job.state}`, { file: job.fileName })}
        action={
          <Button look="primary" onClick={onLeave}>
            {t('import.another')}
          </Button>
        }
      >
        {told && job.state !== 'CANCELLED' && <p>{told}</p>}
        <p>{t('import.nothingWritten')}</p>
        {job.state === 'REFUSED' && <p>{t('import.refusedTodo')}</p>}
      </EmptyState>
    </div>
  );
}

/** An import from its file to what it did. */
export function JobView({ id, onLeave }: { id: string; onLeave: () => void }) {
  const { t } = useTranslation('data');
  const running = useImportJob(id);
  const { job, error } = running;
  if (!job)
    return error ? (
      <div className={styles.stack}>
        <WriteProblem error={error} />
        <div>
          <Button onClick={onLeave}>{t('import.another')}</Button>
        </div>
      </div>
    ) : (
      <Skeleton shape="figures" count={5} />
    );
  const stopped = job.state === 'REFUSED' || job.state === 'CANCELLED' || job.state === 'NOTHING_WRITTEN';
  return (
    <div className={styles.stack}>
      <WriteProblem error={error} />
      {job.state === 'CHECKED' && <Report running={running} job={job} onLeave={onLeave} />}
      {job.state === 'APPLIED' && <Applied job={job} onLeave={onLeave} />}
      {stopped && <Stopped job={job} onLeave={onLeave} />}
      {job.state !== 'CHECKED' && job.state !== 'APPLIED' && !stopped && (
        <Moving job={job} onCancel={running.cancel} />
      )}
    </div>
  );
}
