import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/controls/Button';
import { Segmented } from '../../../components/controls/Segmented';
import { Select } from '../../../components/controls/Select';
import { Rows } from '../../../components/display/Rows';
import { QueryView } from '../../../components/states/QueryView';
import {
  DataImportRowsDocument,
  type CountsPartsFragment,
  type JobPartsFragment,
} from '../../../graphql/generated/graphql';
import { useFormats, useLocalText } from '../../../i18n/useLanguage';
import { useWriter, writeContext } from '../../../lib/writeToken';
import { countOf, outcomes, type Outcome } from './Counts';
import { ReportRow } from './ReportRow';
import styles from './Import.module.css';

const STEP = 50;

/** The rows of a report, outcome by outcome: what changes, in which cell, and why not. */
export function ReportRows({ job, counts }: { job: JobPartsFragment; counts: CountsPartsFragment }) {
  const { t } = useTranslation('data');
  const formats = useFormats();
  const text = useLocalText();
  const writer = useWriter();
  const shown = outcomes.filter((outcome) => countOf(counts, outcome) > 0);
  const [chosen, setOutcome] = useState<Outcome | null>(null);
  const [sheet, setSheet] = useState('');
  const [limit, setLimit] = useState(STEP);
  const outcome = chosen ?? shown[0] ?? 'UNCHANGED';
  const query = useQuery(DataImportRowsDocument, {
    variables: { id: job.id, outcomes: [outcome], sheet: sheet || null, limit },
    context: writeContext(writer),
    fetchPolicy: 'network-only',
  });
  if (shown.length === 0) return null;
  const sheets = job.sheets.filter((one) => countOf(one.counts, outcome) > 0);
  return (
    <div className={styles.stack}>
      <div className={styles.filters}>
        <Segmented
          label={t('rows.outcome')}
          value={outcome}
          onChange={(value) => {
            setOutcome(value);
            setSheet('');
            setLimit(STEP);
          }}
          segments={shown.map((value) => ({
            value,
            label: `${t(`outcome.${value}`)} ${formats.number(countOf(counts, value))}`,
          }))}
        />
        {sheets.length > 1 && (
          <Select
            label={t('rows.sheet')}
            labelHidden
            value={sheet}
            onChange={setSheet}
            options={[
              { value: '', label: t('rows.allSheets') },
              ...sheets.map((one) => ({ value: one.sheet, label: text(one.labelFr, one.labelEn) })),
            ]}
          />
        )}
      </div>
      <QueryView
        query={query}
        data={(query.data ?? query.previousData)?.importRows}
        skeleton={{ shape: 'rows', count: 4 }}
      >
        {({ rows, total }) => (
          <>
            {total === 0 ? (
              <p className={styles.soft}>{t('rows.notListed')}</p>
            ) : (
              <Rows label={t(`outcome.${outcome}`)}>
                {rows.map((row, index) => (
                  <ReportRow
                    key={`${row.table}-${row.line}-${index}`}
                    row={row}
                    sheets={job.sheets}
                    isApplied={job.state === 'APPLIED'}
                  />
                ))}
              </Rows>
            )}
            {rows.length < total && (
              <div>
                <Button disabled={limit >= 500} onClick={() => setLimit(Math.min(500, limit + STEP * 3))}>
                  {t('rows.more', { shown: formats.number(rows.length), total: formats.number(total) })}
                </Button>
              </div>
            )}
          </>
        )}
      </QueryView>
    </div>
  );
}
