import { useQuery } from '@apollo/client/react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Segmented } from '../../../../components/controls/Segmented';
import { Row, Rows } from '../../../../components/display/Rows';
import { QueryView } from '../../../../components/states/QueryView';
import { Skeleton } from '../../../../components/states/Skeleton';
import {
  DataRegisterAbsencesDocument,
  type DataRegisterAbsencesQuery,
  type JobPartsFragment,
} from '../../../../graphql/generated/graphql';
import { useFormats } from '../../../../i18n/useLanguage';
import { useWriter, writeContext } from '../../../../lib/writeToken';
import styles from './Register.module.css';

/** Where rows of a register that nobody knows here are. */
export type Absent = NonNullable<DataRegisterAbsencesQuery['importAbsences']>;

const AbsencesMap = lazy(() => import('./AbsencesMap').then((file) => ({ default: file.AbsencesMap })));

/** Rows that are listed and marked, at most; the intercommunalities count them all. */
const SHOWN = 200;

function ByPlace({ absent }: { absent: Absent }) {
  const { t } = useTranslation('data');
  const formats = useFormats();
  return (
    <Rows label={t('register.byPlace')}>
      {absent.places
        .filter(({ absent: some }) => some > 0)
        .map(({ epciId, epci, absent: count, rows }) => (
          <Row
            key={epciId}
            title={epci?.name ?? epciId}
            to={`/territoires/${epciId}`}
            end={t('register.absentOf', { count, absent: formats.number(count), rows: formats.number(rows) })}
          />
        ))}
    </Rows>
  );
}

function ByRow({ absent }: { absent: Absent }) {
  const { t } = useTranslation('data');
  return (
    <Rows label={t('register.byRow')}>
      {absent.rows.map(({ row, name, commune }) => (
        <Row
          key={row}
          title={name}
          detail={
            commune ? <Link to={`/territoires/${commune.id}`}>{commune.name}</Link> : t('duplicates.noPlace')
          }
        />
      ))}
    </Rows>
  );
}

/** The rows of a register that are no actor of the directory: on the map, and in the list beside it. */
export function Absences({ job }: { job: JobPartsFragment }) {
  const { t } = useTranslation('data');
  const formats = useFormats();
  const [view, setView] = useState<'place' | 'row'>('place');
  const query = useQuery(DataRegisterAbsencesDocument, {
    variables: { id: job.id, limit: SHOWN },
    context: writeContext(useWriter()),
    fetchPolicy: 'no-cache',
  });
  return (
    <section className={styles.block} aria-labelledby="register-absent">
      <h4 id="register-absent">{t('register.absentTitle')}</h4>
      <p className={styles.soft}>{t('register.absentLead')}</p>
      <QueryView query={query} data={query.data?.importAbsences} skeleton={{ shape: 'pane' }}>
        {(absent) => (
          <div className={styles.where}>
            <div className={styles.map}>
              <Suspense fallback={<Skeleton shape="pane" />}>
                <AbsencesMap absent={absent} />
              </Suspense>
            </div>
            <div className={styles.list}>
              <Segmented
                label={t('register.show')}
                value={view}
                onChange={setView}
                segments={[
                  { value: 'place', label: t('register.byPlace') },
                  { value: 'row', label: t('register.byRow') },
                ]}
              />
              <div className={styles.tall}>
                {view === 'place' ? <ByPlace absent={absent} /> : <ByRow absent={absent} />}
              </div>
              {view === 'row' && absent.rows.length < absent.total && (
                <p className={styles.soft}>
                  {t('register.firstOnes', {
                    shown: formats.number(absent.rows.length),
                    total: formats.number(absent.total),
                  })}
                </p>
              )}
              {absent.unplaced > 0 && (
                <p className={styles.soft}>
                  {t('register.unplaced', {
                    count: absent.unplaced,
                    written: formats.number(absent.unplaced),
                  })}
                </p>
              )}
            </div>
          </div>
        )}
      </QueryView>
    </section>
  );
}
