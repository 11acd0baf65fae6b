import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/controls/Button';
import { Select } from '../../../components/controls/Select';
import { TextField } from '../../../components/controls/TextField';
import type { AbsentRows, BlankCells, StatementStatus } from '../../../graphql/generated/graphql';
import type { ReportProps } from './Report';
import styles from './Import.module.css';

const statuses: readonly StatementStatus[] = ['DECLARED', 'DOCUMENTED', 'REGISTER', 'INFERRED'];
const absences: readonly AbsentRows[] = ['KEEP', 'REMOVE'];
const blanks = ['AUTO', 'KEEP', 'ERASE'] as const;

/** What may be changed of an import: its source, how it is known, what absence means. The report is made again. */
export function ImportChoices({ running, job }: ReportProps) {
  const { t } = useTranslation('data');
  const [title, setTitle] = useState(job.sourceTitle);
  const [date, setDate] = useState(job.sourceDate ?? '');
  const [status, setStatus] = useState(job.status);
  const [absent, setAbsent] = useState(job.absentRows);
  const [blank, setBlank] = useState<BlankCells | 'AUTO'>('AUTO');
  const isOther =
    (title.trim() || job.sourceTitle) !== job.sourceTitle || date.trim() !== (job.sourceDate ?? '');
  const check = () =>
    running.change({
      status,
      absentRows: absent,
      ...(blank === 'AUTO' ? {} : { blankCells: blank }),
      ...(isOther
        ? { source: { id: job.source, title: title.trim() || job.sourceTitle, date: date.trim() || null } }
        : {}),
    });
  return (
    <div className={styles.choices}>
      <TextField
        label={t('choices.source')}
        hint={t('choices.sourceHint')}
        value={title}
        onChange={setTitle}
      />
      <TextField label={t('choices.date')} hint={t('choices.dateHint')} value={date} onChange={setDate} />
      <Select
        label={t('choices.status')}
        value={status}
        onChange={setStatus}
        options={statuses.map((value) => ({ value, label: t(`status.${value}`) }))}
      />
      {job.absent != null && (
        <Select
          label={t('choices.absent')}
          value={absent}
          onChange={setAbsent}
          options={absences.map((value) => ({ value, label: t(`choices.absent${value}`) }))}
        />
      )}
      <Select
        label={t('choices.blank')}
        value={blank}
        onChange={setBlank}
        options={blanks.map((value) => ({ value, label: t(`choices.blank${value}`) }))}
      />
      <div>
        <Button busy={running.busy} onClick={check}>
          {t('choices.check')}
        </Button>
      </div>
    </div>
  );
}
