import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { Page } from '../../components/frame/Page';
import { SearchBox } from '../../components/search/SearchBox';
import { HomeSummaryDocument, type HomeSummaryQuery } from '../../graphql/generated/graphql';
import { useFormats } from '../../i18n/useLanguage';
import { Entrances } from './sections/Entrances';
import { ToVerify } from './sections/ToVerify';
import styles from './Page.module.css';

function useLead(summary: HomeSummaryQuery['graphSummary'] | undefined, region: string | undefined) {
  const { t } = useTranslation('home');
  const formats = useFormats();
  if (!summary) return t('leadPlain');
  const actors = summary.structures + summary.labs + summary.people;
  if (actors === 0) return region ? t('leadEmpty', { region }) : t('leadPlain');
  return t(region ? 'lead' : 'leadWithoutRegion', {
    count: summary.sources,
    region,
    actors: formats.number(actors),
    productions: formats.number(summary.productions),
    sources: formats.number(summary.sources),
  });
}

/** Accueil: the search box, the three questions, and what is new or to verify. */
export default function HomePage() {
  const { t } = useTranslation('home');
  const formats = useFormats();
  const query = useQuery(HomeSummaryDocument);
  const summary = query.data?.graphSummary;
  const lead = useLead(summary, query.data?.regions[0]?.name);
  return (
    <Page
      title={t('title')}
      lead={
        <p className={styles.lead}>
          {lead}
          {summary?.lastImportAt && ` ${t('lastImport', { date: formats.date(summary.lastImportAt) })}`}
        </p>
      }
    >
      <SearchBox large />
      <Entrances />
      <ToVerify query={query} />
    </Page>
  );
}
