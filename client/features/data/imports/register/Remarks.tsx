import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { Disclosure } from '../../../../components/display/Disclosure';
import { Row, Rows } from '../../../../components/display/Rows';
import { QueryView } from '../../../../components/states/QueryView';
import {
  DataRegisterRemarksDocument,
  type DataRegisterRemarksQuery,
  type JobPartsFragment,
} from '../../../../graphql/generated/graphql';
import { useFormats, useLocalText } from '../../../../i18n/useLanguage';
import { useWriter, writeContext } from '../../../../lib/writeToken';
import styles from './Register.module.css';

type Remarked = NonNullable<DataRegisterRemarksQuery['importRemarks']>;

/** Things wrong that are listed, at most. */
const SHOWN = 200;

type Remark = Remarked['rows'][number];

/** The same thing wrong in several lines is said once, with the lines. */
function together(rows: readonly Remark[]): (Remark & { lines: number[] })[] {
  const found = new Map<string, Remark & { lines: number[] }>();
  for (const row of rows) {
    const key = `${row.column ?? ''} ${row.reasonEn}`;
    const known = found.get(key);
    if (known === undefined) found.set(key, { ...row, lines: [row.line] });
    else known.lines.push(row.line);
  }
  return [...found.values()];
}

function RemarkRows({ remarks }: { remarks: Remarked }) {
  const { t } = useTranslation('data');
  const formats = useFormats();
  const text = useLocalText();
  const { rows, total, leftOut } = remarks;
  return (
    <>
      {leftOut.length > 0 && (
        <Rows label={t('register.leftOutLabel')}>
          {leftOut.map(({ said, rows: count }) => (
            <Row
              key={said}
              title={said}
              end={t('register.leftOutRows', { count, written: formats.number(count) })}
            />
          ))}
        </Rows>
      )}
      {total > 0 && (
        <Rows label={t('register.remarksLabel')}>
          {together(rows).map(({ lines, column, reasonFr, reasonEn }) => {
            const written = formats.list(
              lines.map((line) => formats.number(line)),
              'and',
            );
            const where = t('register.line', { count: lines.length, lines: written });
            return (
              <Row
                key={`${written} ${column ?? ''} ${reasonEn}`}
                title={text(reasonFr, reasonEn)}
                detail={[where, column].filter(Boolean).join(' · ')}
              />
            );
          })}
        </Rows>
      )}
      {total > rows.length && (
        <p className={styles.soft}>
          {t('register.firstOnes', { shown: formats.number(rows.length), total: formats.number(total) })}
        </p>
      )}
    </>
  );
}

function RemarksQuery({ job }: { job: JobPartsFragment }) {
  const variables = { id: job.id, limit: SHOWN };
  const context = writeContext(useWriter());
  const query = useQuery(DataRegisterRemarksDocument, { variables, context, fetchPolicy: 'no-cache' });
  return (
    <QueryView query={query} data={query.data?.importRemarks}>
      {(remarks) => <RemarkRows remarks={remarks} />}
    </QueryView>
  );
}

/** What is not taken of a register: cells that are wrong, line by line, and rows left out by what they say they are. */
export function Remarks({ job }: { job: JobPartsFragment }) {
  const { t } = useTranslation('data');
  return (
    <Disclosure summary={t('register.remarks')}>
      <RemarksQuery job={job} />
    </Disclosure>
  );
}
