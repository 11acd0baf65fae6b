import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/controls/Button';
import { Checkbox } from '../../../components/controls/Checkbox';
import { Disclosure } from '../../../components/display/Disclosure';
import { Section } from '../../../components/frame/Page';
import type { JobPartsFragment } from '../../../graphql/generated/graphql';
import { useFormats, useLocalText } from '../../../i18n/useLanguage';
import { CountFigures, changesOf } from './Counts';
import { ImportChoices } from './ImportChoices';
import { MappingStep } from './MappingStep';
import { RegisterPart } from './register/RegisterPart';
import { ReportRows } from './ReportRows';
import type { RunningImport } from './useImportJob';
import styles from './Import.module.css';

/** Properties of the parts of a report. */
export interface ReportProps {
  running: RunningImport;
  job: JobPartsFragment;
}

/** How many columns nobody recognised. */
function unknownColumns(job: JobPartsFragment): number {
  return job.tables.reduce(
    (sum, { columns }) => sum + columns.filter(({ how }) => how === 'UNKNOWN' || how === 'PERSONAL').length,
    0,
  );
}

function ApplyBar({ running, job, onLeave }: ReportProps & { onLeave: () => void }) {
  const { t } = useTranslation('data');
  const formats = useFormats();
  const [skip, setSkip] = useState(false);
  const rejected = job.counts?.rejected ?? 0;
  const changes = job.counts ? changesOf(job.counts) : 0;
  const written = formats.number(changes);
  const unchanged = job.total === 0 ? 'import.noRows' : 'import.noChange';
  return (
    <div className={styles.bar}>
      <p>
        {changes === 0
          ? t(rejected === 0 ? unchanged : 'import.noChangeButRejected')
          : t('import.ready', { count: changes, written })}
      </p>
      {rejected > 0 && changes > 0 && (
        <Checkbox
          label={t('import.skip', { count: rejected, written: formats.number(rejected) })}
          hint={t('import.skipHint')}
          checked={skip}
          onChange={setSkip}
        />
      )}
      <div className={styles.actions}>
        {changes > 0 && (
          <Button
            look="primary"
            busy={running.busy}
            disabled={rejected > 0 && !skip}
            onClick={() => running.apply(skip)}
          >
            {t('import.apply', { count: changes, written })}
          </Button>
        )}
        <Button
          onClick={() => {
            running.cancel();
            onLeave();
          }}
        >
          {t('import.another')}
        </Button>
      </div>
    </div>
  );
}

/** What an import would do, and what one may change of it, before anything is written. */
export function Report({ running, job, onLeave }: ReportProps & { onLeave: () => void }) {
  const { t } = useTranslation('data');
  const formats = useFormats();
  const text = useLocalText();
  const told = text(job.messageFr, job.messageEn);
  const unknown = unknownColumns(job);
  return (
    <Section
      title={t('import.report', { file: job.fileName })}
      lead={t('import.reportLead', {
        format: [job.format, job.encoding].filter(Boolean).join(', ') || 'JSON',
      })}
    >
      {told && (
        <p role="status" className={styles.told}>
          {told}
        </p>
      )}
      {job.counts && <CountFigures counts={job.counts} />}
      {!!job.absent && job.absentRows === 'KEEP' && (
        <p className={styles.soft}>
          {t('import.absent', { count: job.absent, written: formats.number(job.absent) })}
        </p>
      )}
      <RegisterPart key={`register-${job.digest}`} job={job} />
      <ApplyBar running={running} job={job} onLeave={onLeave} />
      <div>
        <Disclosure
          summary={
            unknown > 0
              ? t('mapping.someUnknown', { count: unknown, written: formats.number(unknown) })
              : t('mapping.allKnown')
          }
        >
          <MappingStep key={job.digest} running={running} job={job} />
        </Disclosure>
        <Disclosure summary={t('choices.title', { source: job.sourceTitle })}>
          <ImportChoices key={job.digest} running={running} job={job} />
        </Disclosure>
      </div>
      {job.counts && <ReportRows key={`${job.digest}-${job.status}`} job={job} counts={job.counts} />}
    </Section>
  );
}
