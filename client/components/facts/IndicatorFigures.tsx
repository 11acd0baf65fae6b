import { useTranslation } from 'react-i18next';
import type { IndicatorPartsFragment } from '../../graphql/generated/graphql';
import { useFormats } from '../../i18n/useLanguage';
import { Figure, Figures } from '../display/Figure';
import { SourceLink } from '../display/SourceLink';

/** A period as it is stored (`2017`, `2014/2024`, `2022-2023`) in the words of the language. */
function usePeriod(): (period: string | null | undefined) => string {
  const { t } = useTranslation('facts');
  const formats = useFormats();
  return (period) => {
    if (!period) return t('undatedFigure');
    const [start, end] = period.split(/\/|(?<=^\d{4})-(?=\d{4}$)/);
    return end ? t('period', { start, end }) : formats.date(start);
  };
}

/** Figures that sources give: value, unit, from when, by whom. The latest first, those of one name together. */
export function IndicatorFigures({ indicators }: { indicators: readonly IndicatorPartsFragment[] }) {
  const { t, i18n } = useTranslation('facts');
  const formats = useFormats();
  const period = usePeriod();
  const sorted = [...indicators].sort(
    (a, b) => a.name.localeCompare(b.name) || ((a.period ?? '' < (b.period ?? '')) ? 1 : -1),
  );
  return (
    <Figures>
      {sorted.map((indicator) => {
        const key = `figure.${indicator.name}`;
        const label = i18n.exists(`facts:${key}`)
          ? t(`figure.${indicator.name}`)
          : indicator.name.replaceAll('_', ' ');
        const unit = i18n.exists(`facts:unit.${indicator.unit}`)
          ? t(`unit.${indicator.unit}`)
          : indicator.unit;
        const [source] = indicator.statedBy;
        return (
          <Figure
            key={indicator.id}
            label={label}
            value={formats.number(indicator.value)}
            unit={unit}
            note={
              <>
                {period(indicator.period)}
                {source && <SourceLink source={source} compact />}
              </>
            }
          />
        );
      })}
    </Figures>
  );
}
