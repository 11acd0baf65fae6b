import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CellValue, TableColumn, TableSort } from '../../components/table/tableColumn';
import { useFormats } from '../../i18n/useLanguage';
import { decimalsOf } from './coverageMeasures';
import type { SupplyUnit } from './coverageState';
import type { CoverageAnswer, CoverageUnit, ScenarioAnswer, VerdictsAnswer } from './coverageUnits';

/** A unit with what a scenario and the shaken assumptions say of it. */
export type CoverageRow = CoverageUnit & {
  after: number | null;
  gain: number | null;
  stability: number | null;
};

/** Rows of the table: every unit of the map. */
export function toRows(
  answer: CoverageAnswer,
  scenario: ScenarioAnswer | undefined,
  verdicts: VerdictsAnswer | undefined,
): CoverageRow[] {
  const changes = new Map(scenario?.units.map((unit) => [unit.territoryId, unit]));
  const shares = new Map(verdicts?.stability.map(({ territoryId, share }) => [territoryId, share]));
  return answer.units.map((unit) => ({
    ...unit,
    after: changes.get(unit.territoryId)?.after ?? null,
    gain: changes.get(unit.territoryId)?.gain ?? null,
    stability: shares.get(unit.territoryId) ?? null,
  }));
}

/** Columns of the table, in the language of the page; those of a scenario only when there is one, the young only where others are counted. */
export function useTableColumns(
  level: CoverageAnswer['level'],
  hasScenario: boolean,
  areAgesEstimated: boolean,
  areYoungAsked: boolean,
  unit: SupplyUnit,
): TableColumn<CoverageRow>[] {
  const { t } = useTranslation('coverage');
  const { number, duration, percent } = useFormats();
  return useMemo(() => {
    const whole = (value: number | null | undefined) => (value == null ? null : Math.round(value));
    const column = (
      id: string,
      header: string,
      value: (row: CoverageRow) => number | null,
      write: (value: number | null) => string = (found) => number(found),
    ): TableColumn<CoverageRow> => ({
      id,
      header,
      value,
      cell: (row) => write(value(row)),
      align: 'end',
      width: 124,
    });
    const two = (value: number | null) => number(value, decimalsOf(value));
    return [
      { id: 'name', header: t(`level.${level as 'COMMUNE'}`), value: ({ name }) => name, width: 240 },
      column('access', t('table.access', { context: unit }), ({ access }) => access ?? null, two),
      ...(hasScenario
        ? [
            column('after', t('table.after'), ({ after }) => after, two),
            column('gain', t('table.gain'), ({ gain }) => gain, two),
          ]
        : []),
      column('people', t('table.people'), ({ people }) => whole(people)),
      ...(areYoungAsked
        ? []
        : [
            column('young', t(areAgesEstimated ? 'table.young' : 'table.youngMeasured'), ({ young }) =>
              whole(young),
            ),
          ]),
      column('nothing', t('table.peopleWithNothing'), ({ peopleWithNothing }) => whole(peopleWithNothing)),
      column(
        'covered',
        t('table.covered'),
        ({ people, peopleCovered }) => (people ? peopleCovered / people : null),
        percent,
      ),
      column('nearest', t('table.nearest'), ({ nearestMinutes }) => nearestMinutes ?? null, duration),
      column('inside', t('table.inside'), ({ pointsInside }) => pointsInside),
      column(
        'perHead',
        t('table.perHead', { context: unit }),
        ({ supplyPerHead }) => supplyPerHead ?? null,
        two,
      ),
      column(
        'quotient',
        t('table.quotient'),
        ({ locationQuotient }) => locationQuotient ?? null,
        (value) => (value === null ? t('table.noActor') : two(value)),
      ),
      column('stability', t('table.stability'), ({ stability }) => stability, percent),
    ];
  }, [t, number, duration, percent, level, hasScenario, areAgesEstimated, areYoungAsked, unit]);
}

/** The table as CSV, in the order it is sorted: figures whole, unknown empty, formulas of a spreadsheet disarmed. */
export function toTableCsv(
  columns: readonly TableColumn<CoverageRow>[],
  rows: readonly CoverageRow[],
  sort: TableSort | null,
  compare: (a: string, b: string) => number,
): string {
  const by = columns.find(({ id }) => id === sort?.column);
  const sign = sort?.descending ? -1 : 1;
  const sorted = by
    ? [...rows].sort((a, b) => {
        const [left, right] = [by.value(a), by.value(b)];
        if (left == null || right == null) return Number(left == null) - Number(right == null);
        return (
          sign *
          (typeof left === 'number' && typeof right === 'number'
            ? left - right
            : compare(`${left}`, `${right}`))
        );
      })
    : rows;
  const cell = (value: CellValue) => {
    if (value == null || typeof value === 'number') return `${value ?? ''}`;
    const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
    return /[",\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  const lines = [
    ['code', ...columns.map(({ header }) => `${header}`)],
    ...sorted.map((row) => [row.code, ...columns.map(({ value }) => value(row))]),
  ];
  return `\uFEFF${lines.map((line) => line.map(cell).join(',')).join('\r\n')}\r\n`;
}
