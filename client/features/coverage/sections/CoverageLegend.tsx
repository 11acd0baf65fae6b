import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../i18n/useLanguage';
import type { Shading } from '../coverageMeasures';
import type { SupplyUnit } from '../coverageState';
import type { CoverageAnswer } from '../coverageUnits';
import { useLegendLines } from '../useLegendLines';
import styles from './CoverageLegend.module.css';

/** Properties of {@link CoverageLegend}. */
export interface CoverageLegendProps {
  shading: Shading;
  level: CoverageAnswer['level'];
  /** What supply is counted in. */
  unit: SupplyUnit;
}

/** The legend: what nothing reaches, five classes with counts, and what is unknown. */
export function CoverageLegend({ shading, level, unit }: CoverageLegendProps) {
  const { t } = useTranslation('coverage');
  const { number } = useFormats();
  const lines = useLegendLines(shading);
  return (
    <figure className={styles.legend}>
      <figcaption>{t(`measure.${shading.measure}`, { context: unit })}</figcaption>
      <ul>
        {lines.map(({ token, label, count }) => (
          <li key={token}>
            <span
              className={styles.swatch}
              data-hatched={token === 'hatch-ground' || undefined}
              style={token === 'hatch-ground' ? undefined : { background: `var(--${token})` }}
              aria-hidden
            />
            <span>{label}</span>
            <span className={styles.count}>
              {t(`legend.units.${level as 'COMMUNE'}`, { count, number: number(count) })}
            </span>
          </li>
        ))}
      </ul>
      <p className={styles.gaps}>{t('legend.gaps')}</p>
    </figure>
  );
}
