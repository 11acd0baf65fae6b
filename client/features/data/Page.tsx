import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { Tabs, type Tab } from '../../components/controls/Tabs';
import { Page } from '../../components/frame/Page';
import { DataOverviewDocument } from '../../graphql/generated/graphql';
import { useFormats } from '../../i18n/useLanguage';
import { useUrlState } from '../../lib/useUrlState';
import { dataCodecs, parts, type DataPart } from './dataState';
import { ImportPart } from './imports/ImportPart';
import { Campaigns } from './sections/Campaigns';
import { Exports } from './sections/Exports';
import { Overview } from './sections/Overview';
import { Sources } from './sections/Sources';
import { Verify } from './sections/Verify';
import { WriteAccess } from './writing/WriteAccess';

/** The workbench of the data: what is known, from whom, what to verify; in by workbooks, out by files. */
export default function DataPage() {
  const { t } = useTranslation('data');
  const formats = useFormats();
  const [state, setState] = useUrlState(dataCodecs);
  const query = useQuery(DataOverviewDocument, { fetchPolicy: 'cache-and-network' });
  const data = query.data ?? query.previousData;
  const summary = data?.graphSummary;
  const actors = summary ? summary.structures + summary.labs + summary.people : 0;
  const counts: Partial<Record<DataPart, number | undefined>> = {
    verifier: data?.all?.total,
    sources: summary?.sources,
    campagnes: data?.surveys?.length,
  };
  const content = (part: DataPart) => {
    if (part === 'apercu') return <Overview query={query} state={state} setState={setState} />;
    if (part === 'importer') return <ImportPart state={state} setState={setState} />;
    if (part === 'verifier') return <Verify overview={data} state={state} setState={setState} />;
    if (part === 'sources') return <Sources state={state} setState={setState} />;
    if (part === 'campagnes') return <Campaigns state={state} setState={setState} />;
    return <Exports />;
  };
  const tabs: Tab<DataPart>[] = parts.map((part) => {
    const count = counts[part];
    return {
      value: part,
      label: t(`part.${part}`),
      count: count === undefined ? undefined : formats.number(count),
      content: content(part),
    };
  });
  return (
    <Page
      title={t('title')}
      lead={
        summary &&
        data.all &&
        t('lead', {
          actors: t('leadActors', { count: actors, written: formats.number(actors) }),
          sources: t('leadSources', { count: summary.sources, written: formats.number(summary.sources) }),
          toVerify: t('leadToVerify', { count: data.all.total, written: formats.number(data.all.total) }),
        })
      }
      actions={<WriteAccess />}
    >
      <Tabs label={t('parts')} tabs={tabs} value={state.partie} onChange={(partie) => setState({ partie })} />
    </Page>
  );
}
