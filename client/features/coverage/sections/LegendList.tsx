import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../i18n/useLanguage';
import type { CoverageAnswer } from '../coverageUnits';
import { GAPS_TOKEN, type LegendLine } from '../useLegendLines';
import styles from './CoverageLegend.module.css';

/** Lines of a legend: a swatch, words, and how many units it holds. */
export function LegendList({
  lines,
  level,
}: {
  lines: readonly LegendLine[];
  level: CoverageAnswer['level'];
}) {
  const { t } = useTranslation('coverage');
  const { number } = useFormats();
  return (
    <ul>
      {lines.map(({ token, label, count, counted }) => (
        <li key={token}>
          <span
            className={styles.swatch}
            data-hatched={token === 'hatch-ground' || undefined}
            data-dotted={token === GAPS_TOKEN || undefined}
            style={
              token === 'hatch-ground' || token === GAPS_TOKEN ? undefined : { background: `var(--${token})` }
            }
            aria-hidden
          />
          <span>{label}</span>
          <span className={styles.count}>
            {counted ?? t(`legend.units.${level as 'COMMUNE'}`, { count, number: number(count) })}
          </span>
        </li>
      ))}
    </ul>
  );
}
