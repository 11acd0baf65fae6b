import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { FamilyIcon } from '../../../components/display/FamilyIcon';
import { Table } from '../../../components/table/Table';
import type { TableColumn } from '../../../components/table/tableColumn';
import { useFormats } from '../../../i18n/useLanguage';
import { useVocabulary } from '../../../i18n/useVocabulary';
import type { DirectoryRow } from '../exports/directoryFiles';
import { directoryValue } from '../exports/directoryOrder';
import { directoryOrders } from '../state/exploreState';
import type { Explore } from '../state/useExplore';
import { DirectoryPhases } from './DirectoryPhases';
import styles from './DirectoryTable.module.css';

function useColumns(): TableColumn<DirectoryRow>[] {
  const { t } = useTranslation('explore');
  const formats = useFormats();
  const families = useVocabulary('actorFamily');
  return useMemo(
    () => [
      {
        id: 'name',
        header: t('column.name'),
        value: (row) => row.name,
        width: 330,
        cell: (row) => (
          <Link className={styles.name} to={`/acteurs/${encodeURIComponent(row.actorId)}`} title={row.name}>
            {row.name}
          </Link>
        ),
      },
      {
        id: 'family',
        header: t('column.family'),
        value: (row) => families.label(row.family),
        width: 230,
        cell: (row) => (
          <span className={styles.family} title={families.label(row.family)}>
            <FamilyIcon family={row.family} size={22} />
            <span className={styles.name}>{families.label(row.family)}</span>
          </span>
        ),
      },
      { id: 'place', header: t('column.place'), value: (row) => row.place, width: 150 },
      {
        id: 'phases',
        header: t('column.phases'),
        value: directoryValue('phases', families.label),
        width: 210,
        cell: (row) => <DirectoryPhases row={row} />,
      },
      { id: 'partners', header: t('column.partners'), value: (row) => row.partners, align: 'end', width: 90 },
      {
        id: 'productions',
        header: t('column.productions'),
        value: (row) => row.productions,
        align: 'end',
        width: 110,
      },
      {
        id: 'latest',
        header: t('column.latest'),
        value: (row) => row.latest,
        width: 130,
        cell: (row) => formats.date(row.latest),
      },
    ],
    [t, formats, families],
  );
}

/** Properties of {@link DirectoryTable}. */
export interface DirectoryTableProps {
  explore: Explore;
  rows: readonly DirectoryRow[];
  /** Actors that match, of which `rows` may be the first only. */
  total: number;
}

/** The actors that match, a line each. */
export function DirectoryTable({ explore, rows, total }: DirectoryTableProps) {
  const { t } = useTranslation('explore');
  const columns = useColumns();
  const { state, actions } = explore;
  return (
    <div className={styles.frame}>
      <Table
        fill
        captionHidden
        caption={t('tableCaption', { count: total })}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.actorId}
        sort={{ column: state.tri, descending: state.inverse }}
        onSortChange={(sort) =>
          actions.set({
            tri: directoryOrders.find((order) => order === sort?.column) ?? 'name',
            inverse: sort?.descending ?? false,
          })
        }
      />
    </div>
  );
}
