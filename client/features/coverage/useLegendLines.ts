import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/useLanguage';
import type { CoverageMeasure, Shading } from './coverageMeasures';

/** A line of the legend. */
export interface LegendLine {
  /** Token of its colour; `hatch-ground` for what is hatched. */
  token: string;
  /** Its colour, where no token has it. */
  colour?: string;
  label: string;
  count: number;
}

/** How figures of each measure are written. */
export function useMeasureFormat(): (measure: CoverageMeasure, value: number) => string {
  const { number, percent } = useFormats();
  return (measure, value) => {
    if (measure === 'couverts') return percent(value);
    return number(value, measure === 'proche' || measure === 'jeunes' ? 0 : 2);
  };
}

const noneOf: Partial<Record<CoverageMeasure, string>> = {
  gain: 'noGain',
  surPlace: 'noneInside',
  quotient: 'noneInside',
  jeunes: 'nobody',
};

/** The lines of a legend in words, the least served first. */
export function useLegendLines({ measure, legend, nothing, unknown }: Shading): LegendLine[] {
  const { t } = useTranslation('coverage');
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
    ...(unknown > 0
      ? [
          {
            token: 'hatch-ground',
            label: t(measure === 'quotient' ? 'legend.noActor' : 'legend.unknown'),
            count: unknown,
          },
        ]
      : []),
  ];
}
