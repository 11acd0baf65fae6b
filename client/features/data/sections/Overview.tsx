import { ClipboardCheck, Download, FileUp, ListChecks } from 'lucide-react';
import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { Figure, Figures } from '../../../components/display/Figure';
import { Row, Rows } from '../../../components/display/Rows';
import { Section } from '../../../components/frame/Page';
import { QueryView, type QueryLike } from '../../../components/states/QueryView';
import { DataDuplicateCountDocument, type DataOverviewQuery } from '../../../graphql/generated/graphql';
import { useFormats } from '../../../i18n/useLanguage';
import type { DataState, SetDataState, VerifyReason } from '../dataState';
import { History } from '../imports/History';
import { TrustTable } from './TrustTable';
import styles from './Sections.module.css';

/** How many actors there are to verify, by reason, the gravest first. */
export function reasonCounts(data: DataOverviewQuery): [VerifyReason, number | undefined][] {
  return [
    ['CONTRADICTORY', data.contradictory?.total],
    ['UNPLACED', data.unplaced?.total],
    ['TO_DECLARE', data.toDeclare?.total],
    ['GUESSED_PLACE', data.guessedPlace?.total],
    ['OLD', data.old?.total],
    ['UNDOCUMENTED', data.undocumented?.total],
  ];
}

function Known({ data }: { data: DataOverviewQuery }) {
  const { t } = useTranslation('data');
  const formats = useFormats();
  const summary = data.graphSummary;
  if (!summary) return null;
  const figures = [
    ['actors', summary.structures + summary.labs + summary.people],
    ['statements', summary.competenceStatements],
    ['productions', summary.productions],
    ['partnerships', summary.partnerships],
    ['sources', summary.sources],
  ] as const;
  return (
    <Figures>
      {figures.map(([id, count]) => (
        <Figure key={id} value={formats.number(count)} label={t(`known.${id}`)} note={t(`known.${id}Note`)} />
      ))}
    </Figures>
  );
}

function Doubts({ data, setState }: { data: DataOverviewQuery; setState: SetDataState }) {
  const { t } = useTranslation('data');
  const formats = useFormats();
  // Apart from the rest, which does not wait for actors to be compared.
  const pairs = useQuery(DataDuplicateCountDocument).data?.duplicateCount;
  return (
    <Rows label={t('doubts.title')}>
      {reasonCounts(data).map(([reason, count]) => (
        <Row
          key={reason}
          title={t(`reason.${reason}`)}
          detail={t(`reasonMeaning.${reason}`)}
          end={formats.number(count ?? null)}
          onChoose={count ? () => setState({ partie: 'verifier', raison: reason, vue: 'fiches' }) : undefined}
        />
      ))}
      <Row
        title={t('reason.DUPLICATE')}
        detail={t('reasonMeaning.DUPLICATE')}
        end={pairs == null ? t('doubts.counting') : formats.number(pairs)}
        onChoose={pairs ? () => setState({ partie: 'verifier', vue: 'doublons' }) : undefined}
      />
    </Rows>
  );
}

const tasks = [
  { part: 'importer', icon: FileUp },
  { part: 'verifier', icon: ListChecks },
  { part: 'campagnes', icon: ClipboardCheck },
  { part: 'exporter', icon: Download },
] as const;

/** What is known, what to verify first, how far records can be trusted, what changed last. */
export function Overview(props: {
  query: QueryLike & { data?: DataOverviewQuery; previousData?: unknown };
  state: DataState;
  setState: SetDataState;
}) {
  const { query, state, setState } = props;
  const { t } = useTranslation('data');
  const data = query.data ?? (query.previousData as DataOverviewQuery | undefined);
  return (
    <div className={styles.parts}>
      <QueryView query={query} data={data} skeleton={{ shape: 'figures', count: 5 }}>
        {(shown) => <Known data={shown} />}
      </QueryView>
      <div className={styles.columns}>
        <Section title={t('doubts.title')} lead={t('doubts.lead')}>
          <QueryView query={query} data={data} skeleton={{ shape: 'rows', count: 7 }}>
            {(shown) => <Doubts data={shown} setState={setState} />}
          </QueryView>
        </Section>
        <div className={styles.parts}>
          <Section title={t('tasks.title')}>
            <Rows label={t('tasks.title')}>
              {tasks.map(({ part, icon: Icon }) => (
                <Row
                  key={part}
                  mark={<Icon size={20} aria-hidden />}
                  title={t(`tasks.${part}`)}
                  detail={t(`tasks.${part}Detail`)}
                  onChoose={() => setState({ partie: part })}
                />
              ))}
            </Rows>
          </Section>
          <History limit={4} short />
        </div>
      </div>
      <TrustTable state={state} setState={setState} />
    </div>
  );
}
