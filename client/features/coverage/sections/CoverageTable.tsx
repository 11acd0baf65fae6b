import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Table } from '../../../components/table/Table';
import type { TableColumn, TableSort } from '../../../components/table/tableColumn';
import { useFormats } from '../../../i18n/useLanguage';
import type { CoverageAnswer, CoverageUnit } from '../coverageUnits';

/** Properties of {@link CoverageTable}. */
export interface CoverageTableProps {
  answer: CoverageAnswer;
  selected: string | null;
  onSelect: (id: string) => void;
}

/** Every unit of the map in a table, sorted by what one chooses. */
export function CoverageTable({ answer, selected, onSelect }: CoverageTableProps) {
  const { t } = useTranslation('coverage');
  const { number, duration } = useFormats();
  const [sort, setSort] = useState<TableSort | null>({ column: 'access', descending: false });
  const columns = useMemo((): TableColumn<CoverageUnit>[] => {
    const whole = (value: number | null | undefined) => (value == null ? null : Math.round(value));
    const figure = (id: string, header: string, value: (unit: CoverageUnit) => number | null, digits = 0) =>
      ({ id, header, value, cell: (unit) => number(value(unit), digits), align: 'end', width: 132 }) as TableColumn<CoverageUnit>; // prettier-ignore
    return [
      { id: 'name', header: t(`level.${answer.level as 'COMMUNE'}`), value: ({ name }) => name, width: 260 },
      figure('access', t('table.access'), ({ access }) => access ?? null, 2),
      figure('people', t('table.people'), ({ people }) => whole(people)),
      figure('young', t('table.young'), ({ young }) => whole(young)),
      figure('nothing', t('table.peopleWithNothing'), ({ peopleWithNothing }) => whole(peopleWithNothing)),
      {
        id: 'nearest',
        header: t('table.nearest'),
        value: ({ nearestMinutes }) => nearestMinutes ?? null,
        cell: ({ nearestMinutes }) => duration(nearestMinutes ?? null),
        align: 'end',
        width: 132,
      },
      figure('inside', t('table.inside'), ({ pointsInside }) => pointsInside),
    ];
  }, [t, number, duration, answer.level]);
  return (
    <Table
      fill
      caption={t('table.caption', { count: answer.units.length, number: number(answer.units.length) })}
      columns={columns}
      rows={answer.units}
      rowKey={({ territoryId }) => territoryId}
      sort={sort}
      onSortChange={setSort}
      selectedKey={selected}
      onSelect={({ territoryId }) => onSelect(territoryId)}
    />
  );
}
