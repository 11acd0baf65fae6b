import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { Segmented } from '../../../components/controls/Segmented';
import { Disclosure } from '../../../components/display/Disclosure';
import { Section } from '../../../components/frame/Page';
import { QueryView } from '../../../components/states/QueryView';
import { Table } from '../../../components/table/Table';
import type { TableColumn } from '../../../components/table/tableColumn';
import { DataTrustDocument, type DataTrustQuery } from '../../../graphql/generated/graphql';
import { useFormats } from '../../../i18n/useLanguage';
import { groupings, type DataState, type SetDataState } from '../dataState';
import { useGroupName } from './useGroupName';

type Group = NonNullable<DataTrustQuery['trustBy']>[number];

/** Freshness, completeness and documented share of the records, by family or territory; the three are never mixed. */
export function TrustTable({ state, setState }: { state: DataState; setState: SetDataState }) {
  const { t } = useTranslation('data');
  const formats = useFormats();
  const query = useQuery(DataTrustDocument, { variables: { grouping: state.par } });
  const groups = query.data?.trustBy ?? undefined;
  const name = useGroupName(groups ?? [], state.par);
  const share = (id: 'freshness' | 'completeness' | 'documented'): TableColumn<Group> => ({
    id,
    header: t(`trust.${id}`),
    value: (group) => group[id] ?? null,
    cell: (group) => (group[id] == null ? formats.number(null) : formats.percent(group[id])),
    align: 'end',
  });
  const columns: TableColumn<Group>[] = [
    { id: 'name', header: t(`trust.by.${state.par}`), value: ({ key }) => name(key) },
    { id: 'count', header: t('trust.count'), value: ({ count }) => count, align: 'end' },
    share('freshness'),
    share('completeness'),
    share('documented'),
    { id: 'toVerify', header: t('trust.toVerify'), value: ({ toVerify }) => toVerify, align: 'end' },
  ];
  return (
    <Section title={t('trust.title')} lead={t('trust.lead')}>
      <div>
        <Segmented
          compact
          label={t('trust.groupBy')}
          value={state.par}
          onChange={(par) => setState({ par })}
          segments={groupings.map((value) => ({ value, label: t(`trust.by.${value}`) }))}
        />
      </div>
      <QueryView query={query} data={groups} skeleton={{ shape: 'table', count: 8 }}>
        {(rows) => (
          <Table
            caption={t('trust.title')}
            captionHidden
            columns={columns}
            rows={rows}
            rowKey={({ key }) => key || 'none'}
            sort={{ column: 'toVerify', descending: true }}
          />
        )}
      </QueryView>
      <Disclosure summary={t('trust.how')}>
        <p>{t('trust.howFreshness')}</p>
        <p>{t('trust.howCompleteness')}</p>
        <p>{t('trust.howDocumented')}</p>
      </Disclosure>
    </Section>
  );
}
