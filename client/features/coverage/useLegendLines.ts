import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/useLanguage';
import { useContours } from '../../views/map/useContours';
import { decimalsOf, type CoverageMeasure, type Shading } from './coverageMeasures';
import { isUnweighed, lacksAges, type CoverageAnswer } from './coverageUnits';

/** Token of what no contour covers: dotted, where what is unknown is hatched. */
export const GAPS_TOKEN = 'gaps';

/** A line of the legend. */
export interface LegendLine {
  /** Token of its colour; `hatch-ground` for what is hatched. */
  token: string;
  /** Its colour, where no token has it. */
  colour?: string;
  label: string;
  count: number;
  /** What is counted, in words, where it is not units. */
  counted?: string;
}

/** How figures of each measure are written. */
export function useMeasureFormat(): (measure: CoverageMeasure, value: number) => string {
  const { number, percent } = useFormats();
  return (measure, value) => {
    if (measure === 'couverts') return percent(value);
    return number(value, measure === 'proche' || measure === 'jeunes' ? 0 : decimalsOf(value));
  };
}

const noneOf: Partial<Record<CoverageMeasure, string>> = {
  gain: 'noGain',
  surPlace: 'noneInside',
  quotient: 'noneInside',
  jeunes: 'nobody',
};

/** The line of what no contour covers, apart from what is unknown; none while contours are not there, or when they leave nothing out. */
export function useGapLine(): LegendLine[] {
  const { t } = useTranslation('coverage');
  const { number } = useFormats();
  const count = useContours().contours?.gaps.coordinates.length ?? 0;
  if (count === 0) return [];
  const counted = t('legend.places', { count, number: number(count) });
  return [{ token: GAPS_TOKEN, label: t('legend.gap'), count, counted }];
}

const unknownOf: Partial<Record<CoverageMeasure, string>> = {
  quotient: 'noActor',
  proche: 'unknownTime',
};

/** The lines of a legend in words, the least served first; last what is unknown, and what no contour covers. */
export function useLegendLines(
  { measure, classes, legend, nothing, unknown }: Shading,
  answer: CoverageAnswer,
): LegendLine[] {
  const { t } = useTranslation('coverage');
  const gaps = useGapLine();
  const isOfWeight = isUnweighed(answer) && ['acces', 'surPlace', 'apres', 'gain'].includes(measure);
  const lacks = measure === 'quotient' && (answer.quotientReference?.lacks.length ?? 0) > 0;
  const why = isOfWeight ? 'unknownWeight' : lacks ? 'unknownReference' : (unknownOf[measure] ?? 'unknown');
  const ageless =
    why === 'unknown'
      ? answer.units.filter(
          (unit) => classes.get(unit.territoryId) === 'UNKNOWN' && lacksAges(unit, measure === 'jeunes'),
        ).length
      : 0;
  const unknowns = [
    ['unknownAges', ageless],
    [why, unknown - ageless],
  ] as const;
  const write = useMeasureFormat();
  const range = (from: number, to: number) =>
    to === Infinity
      ? t('legend.atLeast', { from: write(measure, from) })
      : t('legend.range', { from: write(measure, from), to: write(measure, to) });
  return [
    ...(nothing > 0
      ? [
          {
            token: measure === 'gain' ? 'diverging-3' : 'diverging-1',
            label: t(`legend.${noneOf[measure] ?? 'nothing'}`),
            count: nothing,
          },
        ]
      : []),
    ...legend.flatMap(({ from, to, units }, c) =>
      units === 0 && !(to >= from)
        ? []
        : [{ token: `sequential-${c + 1}`, label: range(from, to), count: units }],
    ),
    ...unknowns.flatMap(([reason, count]) =>
      count > 0 ? [{ token: 'hatch-ground', label: t(`legend.${reason}`), count }] : [],
    ),
    ...gaps,
  ];
}
