import { useQuery } from '@apollo/client/react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { FamilyIcon } from '../../../components/display/FamilyIcon';
import { PhaseBar } from '../../../components/display/PhaseBar';
import { QueryView } from '../../../components/states/QueryView';
import { Table } from '../../../components/table/Table';
import type { TableColumn } from '../../../components/table/tableColumn';
import { ExploreDirectoryDocument } from '../../../graphql/generated/graphql';
import { useFormats, useLanguage } from '../../../i18n/useLanguage';
import { useVocabulary } from '../../../i18n/useVocabulary';
import { phases } from '../../../lib/phases';
import type { DirectoryRow } from '../exports/directoryFiles';
import { toFilter } from '../state/exploreState';
import type { Explore } from '../state/useExplore';
import styles from './DirectoryTable.module.css';

function Phases({ row }: { row: DirectoryRow }) {
  const { t } = useTranslation('explore');
  if (!row.declared) return <span className={styles.declare}>{t('toDeclare')}</span>;
  const levels = Object.fromEntries(
    phases.map((phase, place) => [
      phase,
      { level: row.levels[place] ?? 0, count: row.competenceCounts[place] ?? 0 },
    ]),
  );
  return <PhaseBar compact levels={levels} />;
}

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
        value: (row) => (row.declared ? row.levels.reduce((sum, level) => sum + level, 0) : null),
        width: 210,
        cell: (row) => <Phases row={row} />,
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

/** The actors that match, a line each: the same state as the canvas and the map. */
export function DirectoryTable({ explore }: { explore: Explore }) {
  const { t } = useTranslation('explore');
  const language = useLanguage();
  const columns = useColumns();
  const among = explore.view?.walkedActorIds;
  const query = useQuery(ExploreDirectoryDocument, {
    variables: { filter: toFilter(explore.state), among: among && among.length > 0 ? among : null, language },
    skip: !explore.view,
  });
  return (
    <div className={styles.frame}>
      <QueryView
        query={query}
        data={(query.data ?? query.previousData)?.directory}
        skeleton={{ shape: 'table', count: 12 }}
      >
        {(directory) => (
          <Table
            fill
            captionHidden
            caption={t('tableCaption', { count: directory.total })}
            columns={columns}
            rows={directory.rows}
            rowKey={(row) => row.actorId}
            sort={{ column: 'name', descending: false }}
          />
        )}
      </QueryView>
    </div>
  );
}
