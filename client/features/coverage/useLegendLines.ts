import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/useLanguage';
import type { Shading } from './coverageMeasures';

/** A line of the legend. */
export interface LegendLine {
  /** Token of its colour; `hatch-ground` for what is hatched. */
  token: string;
  label: string;
  count: number;
}

/** The lines of a legend in words, the least served first. */
export function useLegendLines({ measure, legend, nothing, unknown }: Shading): LegendLine[] {
  const { t } = useTranslation('coverage');
  const { number } = useFormats();
  const digits = measure === 'proche' ? 0 : 2;
  return [
    ...(nothing > 0
      ? [
          {
            token: measure === 'gain' ? 'diverging-3' : 'diverging-1',
            label:
              measure === 'gain'
                ? t('legend.noGain')
                : t(measure === 'surPlace' ? 'legend.noneInside' : 'legend.nothing'),
            count: nothing,
          },
        ]
      : []),
    ...legend.flatMap(({ from, to, units }, c) =>
      units === 0
        ? []
        : [
            {
              token: `sequential-${c + 1}`,
              label: t('legend.range', { from: number(from, digits), to: number(to, digits) }),
              count: units,
            },
          ],
    ),
    ...(unknown > 0 ? [{ token: 'hatch-ground', label: t('legend.unknown'), count: unknown }] : []),
  ];
}
