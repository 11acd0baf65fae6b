import { useTranslation } from 'react-i18next';
import { Table } from '../../../components/table/Table';
import type { TableColumn, TableSort } from '../../../components/table/tableColumn';
import { useFormats } from '../../../i18n/useLanguage';
import type { CoverageRow } from '../tableColumns';

/** Properties of {@link CoverageTable}. */
export interface CoverageTableProps {
  rows: readonly CoverageRow[];
  columns: TableColumn<CoverageRow>[];
  sort: TableSort | null;
  onSort: (sort: TableSort | null) => void;
  selected: string | null;
  onSelect: (id: string) => void;
}

/** Every unit of the map in a table, sorted by what one chooses. */
export function CoverageTable({ rows, columns, sort, onSort, selected, onSelect }: CoverageTableProps) {
  const { t } = useTranslation('coverage');
  const { number } = useFormats();
  return (
    <Table
      fill
      caption={t('table.caption', { count: rows.length, number: number(rows.length) })}
      columns={columns}
      rows={rows}
      rowKey={({ territoryId }) => territoryId}
      sort={sort}
      onSortChange={onSort}
      selectedKey={selected}
      onSelect={({ territoryId }) => onSelect(territoryId)}
    />
  );
}
