import { useTranslation } from 'react-i18next';
import { Section } from '../../../components/frame/Page';
import { Row, Rows } from '../../../components/display/Rows';
import { SourceLink } from '../../../components/display/SourceLink';
import { QueryView, type QueryLike } from '../../../components/states/QueryView';
import type { HomeSummaryQuery } from '../../../graphql/generated/graphql';
import { useFormats } from '../../../i18n/useLanguage';
import styles from './ToVerify.module.css';

type Summary = NonNullable<HomeSummaryQuery['graphSummary']>;

function Doubts({ summary }: { summary: Summary }) {
  const { t } = useTranslation('home');
  const formats = useFormats();
  const doubts = [
    { id: 'toDeclare', count: summary.actorsToDeclare },
    { id: 'withoutCommune', count: summary.actorsWithoutCommune },
    { id: 'unknownPopulation', count: summary.communesOfUnknownPopulation },
  ].filter((doubt) => doubt.count > 0);
  return (
    <Rows label={t('verify.title')}>
      {doubts.map(({ id, count }) => (
        <Row
          key={id}
          to="/donnees"
          title={t(`verify.${id}`, { count, written: formats.number(count) })}
          detail={t(`verify.${id}Detail`)}
        />
      ))}
    </Rows>
  );
}

function Latest({ summary }: { summary: Summary }) {
  const { t } = useTranslation('home');
  const formats = useFormats();
  return (
    <Rows label={t('latest.title')}>
      {(summary.latestSources ?? []).map((source) => (
        <Row
          key={source.id}
          title={<SourceLink source={source} />}
          end={t('latest.read', { date: formats.date(source.retrieved) })}
        />
      ))}
    </Rows>
  );
}

/** What nobody has said yet, and the sources read last. */
export function ToVerify({ query }: { query: QueryLike & { data?: HomeSummaryQuery } }) {
  const { t } = useTranslation('home');
  return (
    <div className={styles.columns}>
      <Section title={t('verify.title')} lead={t('verify.lead')}>
        <QueryView query={query} data={query.data?.graphSummary} skeleton={{ shape: 'rows', count: 3 }}>
          {(summary) => <Doubts summary={summary} />}
        </QueryView>
      </Section>
      <Section title={t('latest.title')} lead={t('latest.lead')}>
        <QueryView
          query={{ ...query, error: undefined }}
          data={query.data?.graphSummary}
          skeleton={{ shape: 'rows', count: 5 }}
        >
          {(summary) => <Latest summary={summary} />}
        </QueryView>
      </Section>
    </div>
  );
}
