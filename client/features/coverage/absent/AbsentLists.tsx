import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Segmented } from '../../../components/controls/Segmented';
import { Row, Rows } from '../../../components/display/Rows';
import { Table } from '../../../components/table/Table';
import type { TableColumn, TableSort } from '../../../components/table/tableColumn';
import { useFormats } from '../../../i18n/useLanguage';
import { useVocabulary } from '../../../i18n/useVocabulary';
import type { RegisterAnswer, RegisterUnit, RegisterVerdict } from '../registerAnswer';
import styles from './Absent.module.css';

type Shown = 'units' | 'review' | 'absent';

/** Rows that are listed at most; the exported list has them all. */
const LISTED = 300;

/** Beside the map: units with what is known of each, rows to review, rows that are absent. */
export function AbsentLists({ answer }: { answer: RegisterAnswer }) {
  const { t } = useTranslation('coverage');
  const { number } = useFormats();
  const [shown, setShown] = useState<Shown>('units');
  const of = (status: RegisterVerdict['status']) => answer.rows.filter((row) => row.status === status);
  const rows = shown === 'units' ? [] : of(shown === 'review' ? 'TO_REVIEW' : 'ABSENT');
  return (
    <div className={styles.lists}>
      <Segmented
        compact
        label={t('absent.show')}
        value={shown}
        onChange={setShown}
        segments={[
          { value: 'units', label: t(`level.${answer.level as 'EPCI'}`) },
          { value: 'absent', label: t('absent.absent') },
          { value: 'review', label: t('absent.review') },
        ]}
      />
      {shown === 'units' && <UnitsTable answer={answer} />}
      {shown !== 'units' && rows.length === 0 && <p className={styles.note}>{t('absent.noRow')}</p>}
      {rows.length > 0 && (
        <div className={styles.tall}>
          <Rows label={t(shown === 'review' ? 'absent.review' : 'absent.absent')}>
            {rows.slice(0, LISTED).map((row) => (
              <VerdictRow key={row.row} verdict={row} />
            ))}
          </Rows>
        </div>
      )}
      {rows.length > LISTED && (
        <p className={styles.note}>
          {t('absent.firstOnes', { shown: number(LISTED), total: number(rows.length) })}
        </p>
      )}
    </div>
  );
}

function VerdictRow({ verdict }: { verdict: RegisterVerdict }) {
  const { t } = useTranslation('coverage');
  const { percent } = useFormats();
  const { actorId, actorName, probability, status } = verdict;
  return (
    <Row
      title={verdict.name}
      detail={
        <>
          {[verdict.commune ?? verdict.town ?? t('absent.noPlace'), verdict.epci].filter(Boolean).join(' · ')}
          {status === 'TO_REVIEW' && actorId && (
            <>
              <br />
              {t('absent.maybe')} <Link to={`/acteurs/${actorId}`}>{actorName ?? actorId}</Link>
            </>
          )}
        </>
      }
      end={status === 'TO_REVIEW' ? percent(probability) : undefined}
    />
  );
}

function UnitsTable({ answer }: { answer: RegisterAnswer }) {
  const { t } = useTranslation('coverage');
  const [sort, setSort] = useState<TableSort | null>({ column: 'absent', descending: true });
  const columns = useUnitColumns(answer.kinds.length > 1);
  return (
    <div className={styles.tall}>
      <Table
        caption={t('absent.unitsCaption')}
        captionHidden
        columns={columns}
        rows={answer.units}
        rowKey={({ kind, territoryId }) => `${kind} ${territoryId ?? ''}`}
        sort={sort}
        onSortChange={setSort}
      />
    </div>
  );
}

function useUnitColumns(hasKinds: boolean): TableColumn<RegisterUnit>[] {
  const { t } = useTranslation('coverage');
  const { number, percent } = useFormats();
  const family = useVocabulary('actorFamily');
  return useMemo(() => {
    const count = (
      id: 'inRegister' | 'inGraph' | 'sure' | 'toReview' | 'absent',
    ): TableColumn<RegisterUnit> => ({
      id,
      header: t(`absent.column.${id}`),
      value: (unit) => unit[id],
      cell: (unit) => number(unit[id]),
      align: 'end',
      sortable: true,
      width: 84,
    });
    return [
      {
        id: 'name',
        header: t('absent.column.name'),
        value: ({ name }) => name ?? t('absent.noPlace'),
        sortable: true,
        width: 200,
      },
      ...(hasKinds
        ? [
            {
              id: 'kind',
              header: t('absent.column.kind'),
              value: ({ kind }: RegisterUnit) => family.label(kind),
            },
          ]
        : []),
      count('absent'),
      count('inRegister'),
      count('sure'),
      count('toReview'),
      {
        id: 'share',
        header: t('absent.column.share'),
        value: ({ share }) => share,
        cell: ({ share }) => percent(share),
        align: 'end',
        sortable: true,
        width: 84,
      },
      count('inGraph'),
    ];
  }, [t, number, percent, family, hasKinds]);
}
