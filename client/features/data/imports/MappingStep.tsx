import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/controls/Button';
import { Select } from '../../../components/controls/Select';
import {
  DataExchangeSheetsDocument,
  type DataExchangeSheetsQuery,
  type JobPartsFragment,
} from '../../../graphql/generated/graphql';
import { useLocalText } from '../../../i18n/useLanguage';
import type { ReportProps } from './Report';
import styles from './Import.module.css';

type FileTable = JobPartsFragment['tables'][number];
type Sheet = NonNullable<DataExchangeSheetsQuery['exchangeSheets']>[number];

/** What a table is said to be: a sheet, or nothing, and a column each; as the API takes it. */
interface TableChoice {
  table: string;
  sheet: string | null;
  columns: string[];
}

function toChoice({ name, sheet, columns }: FileTable): TableChoice {
  return { table: name, sheet, columns: columns.map(({ column }) => column ?? '') };
}

interface TableMappingProps {
  table: FileTable;
  choice: TableChoice;
  sheets: readonly Sheet[];
  onChange: (choice: TableChoice) => void;
}

function TableMapping({ table, choice, sheets, onChange }: TableMappingProps) {
  const { t } = useTranslation('data');
  const text = useLocalText();
  const sheet = sheets.find(({ id }) => id === choice.sheet);
  const offered = [
    { value: '', label: t('mapping.leftOut') },
    { value: '+', label: t('mapping.keptAsIs') },
    ...(sheet?.columns ?? []).map(({ key, labelFr, labelEn }) => ({
      value: key,
      label: text(labelFr, labelEn),
    })),
  ];
  const setColumn = (at: number, value: string) =>
    onChange({ ...choice, columns: choice.columns.map((one, index) => (index === at ? value : one)) });
  return (
    <div className={styles.mapping}>
      <Select
        label={t('mapping.table', { name: table.name })}
        value={choice.sheet ?? ''}
        onChange={(value) => onChange({ ...choice, sheet: value || null })}
        options={[
          { value: '', label: t('mapping.tableLeftOut') },
          ...sheets.map(({ id, labelFr, labelEn }) => ({ value: id, label: text(labelFr, labelEn) })),
        ]}
      />
      {sheet && (
        <ul className={styles.columns}>
          {table.columns.map((column, at) => (
            <li key={`${column.header}-${at}`}>
              <Select
                label={column.header || t('mapping.noHeader')}
                hint={
                  <>
                    {t(`mapping.how.${column.how}`)}
                    {column.samples.length > 0 && ` · ${column.samples.join(' ; ')}`}
                  </>
                }
                value={choice.columns[at] ?? ''}
                onChange={(value) => setColumn(at, value)}
                options={offered}
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** What each table of the file is and what its columns are: guessed, and corrected here; remembered for the next file. */
export function MappingStep({ running, job }: ReportProps) {
  const { t } = useTranslation('data');
  const sheets = useQuery(DataExchangeSheetsDocument).data?.exchangeSheets ?? [];
  const [choices, setChoices] = useState(() => job.tables.map(toChoice));
  return (
    <>
      <p className={styles.soft}>{t('mapping.lead')}</p>
      {job.tables.map((table, at) => (
        <TableMapping
          key={table.name}
          table={table}
          choice={choices[at] ?? toChoice(table)}
          sheets={sheets}
          onChange={(choice) => setChoices(choices.map((one, index) => (index === at ? choice : one)))}
        />
      ))}
      <div>
        <Button
          busy={running.busy}
          onClick={() => running.change({ mappings: choices.filter(({ table }) => table !== '') })}
        >
          {t('mapping.check')}
        </Button>
      </div>
    </>
  );
}
