import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { SourceLink } from '../../../components/display/SourceLink';
import { Unknown } from '../../../components/display/Unknown';
import { Section } from '../../../components/frame/Page';
import { Table } from '../../../components/table/Table';
import type { TableColumn } from '../../../components/table/tableColumn';
import { QueryView } from '../../../components/states/QueryView';
import { ProductionStopsDocument, type ProductionStopsQuery } from '../../../graphql/generated/graphql';
import { useFormats } from '../../../i18n/useLanguage';
import type { Production } from '../Page';

type Stop = ProductionStopsQuery['events'][number];

function useColumns(withModules: boolean): TableColumn<Stop>[] {
  const { t } = useTranslation('kinds');
  const formats = useFormats();
  const columns: TableColumn<Stop>[] = [
    {
      id: 'when',
      header: t('stop.when'),
      value: (stop) => stop.start,
      cell: (stop) => (stop.start ? formats.dateRange(stop.start, stop.end) : formats.date(null)),
    },
    {
      id: 'where',
      header: t('stop.where'),
      value: (stop) => stop.takesPlaceIn[0]?.name ?? stop.place,
      cell: (stop) => {
        const [commune] = stop.takesPlaceIn;
        if (!commune) return stop.place ?? formats.number(null);
        return <Link to={`/territoires/${commune.id}`}>{commune.name}</Link>;
      },
    },
    {
      id: 'host',
      header: t('stop.host'),
      value: (stop) => stop.hostedBy[0]?.name ?? stop.place,
      cell: (stop) => {
        const [host] = stop.hostedBy;
        return host ? (
          <Link to={`/acteurs/${encodeURIComponent(host.id)}`}>{host.name}</Link>
        ) : (
          (stop.place ?? formats.number(null))
        );
      },
    },
    ...(withModules
      ? [
          {
            id: 'module',
            header: t('stop.module'),
            value: (stop: Stop) => stop.shows[0]?.module,
          } satisfies TableColumn<Stop>,
        ]
      : []),
    { id: 'visitors', header: t('stop.visitors'), value: (stop) => stop.visitors, align: 'end' },
    {
      id: 'source',
      header: t('stop.source'),
      value: (stop) => stop.statedBy[0]?.date,
      cell: (stop) => stop.statedBy[0] && <SourceLink source={stop.statedBy[0]} compact />,
    },
  ];
  return columns;
}

function StopTable({ stops }: { stops: readonly Stop[] }) {
  const { t } = useTranslation('kinds');
  const columns = useColumns(stops.some(({ shows }) => shows[0]?.module));
  if (stops.length === 0) return <Unknown>{t('stop.none')}</Unknown>;
  return (
    <Table
      caption={t('stop.title')}
      captionHidden
      columns={columns}
      rows={stops}
      rowKey={({ id }) => id}
      sort={{ column: 'when', descending: true }}
    />
  );
}

/** Where a production went, stop by stop. */
export function Stops({ production }: { production: Production }) {
  const { t } = useTranslation('kinds');
  const query = useQuery(ProductionStopsDocument, { variables: { id: production.id } });
  const stops = query.data?.events;
  return (
    <Section
      title={t('stop.title')}
      end={stops && stops.length > 0 ? t('stop.count', { count: stops.length }) : undefined}
    >
      <QueryView query={query} data={stops} skeleton={{ shape: 'table', count: 3 }}>
        {(shown) => <StopTable stops={shown} />}
      </QueryView>
    </Section>
  );
}
