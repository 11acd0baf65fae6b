import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../i18n/useLanguage';
import { readColour, useShownTheme } from '../../../lib/themeColours';
import { crossedColours } from '../../../views/map/crossedColours';
import type { CrossedShading } from '../coverageMeasures';
import type { SupplyUnit } from '../coverageState';
import type { CoverageAnswer } from '../coverageUnits';
import { useGapLine, type LegendLine } from '../useLegendLines';
import { LegendList } from './LegendList';
import styles from './CoverageLegend.module.css';

const thirds = ['low', 'middle', 'high'] as const;

/** The nine classes of a crossed map in words. */
export function useCrossedLines(crossed: CrossedShading | null): LegendLine[] {
  const { t } = useTranslation('coverage');
  useShownTheme();
  if (!crossed) return [];
  const colours = crossedColours(readColour);
  return crossed.counts.map((count, k) => ({
    token: `crossed-${k}`,
    colour: colours[k]!,
    label: t('crossed.cell', {
      first: t(`crossed.${thirds[Math.floor(k / 3)]!}`),
      second: t(`crossed.${thirds[k % 3]!}`),
    }),
    count,
  }));
}

/** The line of units of which one of the two figures is unknown. */
export function useUnknownLine(crossed: CrossedShading | null): LegendLine[] {
  const { t } = useTranslation('coverage');
  const count = crossed?.unknown ?? 0;
  return count > 0 ? [{ token: 'hatch-ground', label: t('crossed.unknown'), count }] : [];
}

/** The legend of two measures crossed: a square of nine, the first measure upwards, the second to the right. */
export function CrossedLegend({
  crossed,
  unit,
  level,
}: {
  crossed: CrossedShading;
  unit: SupplyUnit;
  level: CoverageAnswer['level'];
}) {
  const { t } = useTranslation('coverage');
  const { number } = useFormats();
  const lines = useCrossedLines(crossed);
  const unknown = useUnknownLine(crossed);
  const gaps = useGapLine();
  const [first, second] = crossed.measures;
  const rows = [2, 1, 0].map((row) => lines.slice(3 * row, 3 * row + 3));
  return (
    <figure className={styles.legend}>
      <figcaption>{t('crossed.title')}</figcaption>
      <div className={styles.crossed}>
        <p className={styles.upwards}>
          {t('crossed.upwards', { measure: t(`measure.${first}`, { context: unit }) })}
        </p>
        <ul>
          {rows.flat().map(({ token, colour, label, count }) => (
            <li key={token} style={{ background: colour }} title={label}>
              <span className="visually-hidden">{label}</span>
              <span className={styles.inside}>{number(count)}</span>
            </li>
          ))}
        </ul>
        <p>{t('crossed.rightwards', { measure: t(`measure.${second}`, { context: unit }) })}</p>
      </div>
      <LegendList lines={[...unknown, ...gaps]} level={level} />
    </figure>
  );
}
