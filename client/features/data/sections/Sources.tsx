import { useQuery } from '@apollo/client/react';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/controls/Button';
import { TextField } from '../../../components/controls/TextField';
import { Row, Rows } from '../../../components/display/Rows';
import { SourceLink } from '../../../components/display/SourceLink';
import { Section } from '../../../components/frame/Page';
import { EmptyState } from '../../../components/states/EmptyState';
import { QueryView } from '../../../components/states/QueryView';
import {
  DataSourceCountsDocument,
  DataSourcesDocument,
  type DataSourceCountsQuery,
  type DataSourcesQuery,
} from '../../../graphql/generated/graphql';
import { useFormats } from '../../../i18n/useLanguage';
import { foldText } from '../../../lib/foldText';
import type { DataState, SetDataState } from '../dataState';
import styles from './Sections.module.css';

type Source = DataSourcesQuery['sources'][number];
type Counts = DataSourceCountsQuery['sourcesByIds'][number];
const STEP = 40;

/** What a source states, in words: “12 acteurs, 3 productions”. */
function useStatedWords() {
  const { t } = useTranslation('data');
  const formats = useFormats();
  return (counts: Counts) => {
    const parts = [
      ['actors', counts.actorsConnection.totalCount],
      ['productions', counts.productionsConnection.totalCount],
      ['partnerships', counts.partnershipsConnection.totalCount],
      ['needs', counts.needsConnection.totalCount],
      ['events', counts.eventsConnection.totalCount],
      ['indicators', counts.indicatorsConnection.totalCount],
    ] as const;
    const said = parts
      .filter(([, count]) => count > 0)
      .map(([id, count]) => t(`stated.${id}`, { count, written: formats.number(count) }));
    return said.length > 0 ? formats.list(said, 'and') : t('stated.elsewhere');
  };
}

function SourceRows({ sources }: { sources: readonly Source[] }) {
  const { t } = useTranslation('data');
  const formats = useFormats();
  const words = useStatedWords();
  const ids = sources.map(({ id }) => id);
  const query = useQuery(DataSourceCountsDocument, { variables: { ids } });
  const counts = new Map((query.data ?? query.previousData)?.sourcesByIds.map((one) => [one.id, one]));
  return (
    <Rows label={t('sources.title')}>
      {sources.map((source) => {
        const found = counts.get(source.id);
        return (
          <Row
            key={source.id}
            title={<SourceLink source={source} />}
            detail={
              <>
                {found ? words(found) : '…'}
                {source.licence && ` · ${source.licence}`}
              </>
            }
            end={source.retrieved && t('sources.read', { date: formats.date(source.retrieved) })}
          />
        );
      })}
    </Rows>
  );
}

/** Every source, what it states, and the way to its page. */
export function Sources({ state, setState }: { state: DataState; setState: SetDataState }) {
  const { t } = useTranslation('data');
  const formats = useFormats();
  const [limit, setLimit] = useState(STEP);
  const query = useQuery(DataSourcesDocument);
  const sought = foldText(useDeferredValue(state.q));
  const matches = ({ title, publisher, id }: Source) =>
    foldText(`${title} ${publisher} ${id}`).includes(sought);
  return (
    <Section title={t('sources.title')} lead={t('sources.lead')}>
      <div className={styles.filters}>
        <TextField
          type="search"
          label={t('sources.filter')}
          value={state.q}
          onChange={(q) => setState({ q }, { replace: true })}
        />
      </div>
      <QueryView query={query} data={query.data?.sources} skeleton={{ shape: 'rows', count: 8 }}>
        {(all) => {
          const found = all.filter(matches);
          if (found.length === 0)
            return (
              <EmptyState
                title={t('sources.none', { text: state.q })}
                action={<Button onClick={() => setState({ q: '' })}>{t('verify.clear')}</Button>}
              >
                {t('sources.noneTodo')}
              </EmptyState>
            );
          return (
            <div className={styles.stack}>
              <p className={styles.soft} role="status">
                {t('sources.found', { count: found.length, written: formats.number(found.length) })}
              </p>
              <SourceRows sources={found.slice(0, limit)} />
              {found.length > limit && (
                <div>
                  <Button onClick={() => setLimit(limit + STEP)}>
                    {t('rows.more', { shown: formats.number(limit), total: formats.number(found.length) })}
                  </Button>
                </div>
              )}
            </div>
          );
        }}
      </QueryView>
    </Section>
  );
}
