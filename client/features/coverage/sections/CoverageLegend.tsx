import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../i18n/useLanguage';
import type { CoverageAnswer } from '../coverageUnits';
import styles from './CoverageLegend.module.css';

/** The legend: what nothing reaches, five classes with counts, and what is unknown. */
export function CoverageLegend({ answer }: { answer: CoverageAnswer }) {
  const { t } = useTranslation('coverage');
  const { number } = useFormats();
  const lines = [
    { key: 'nothing', colour: '--diverging-1', label: t('legend.nothing'), count: answer.unitsWithNothing },
    ...answer.classes
      .filter(({ units }) => units > 0)
      .map(({ from, to, units }, c) => ({
        key: String(c),
        colour: `--sequential-${c + 1}`,
        label: t('legend.range', { from: number(from, 2), to: number(to, 2) }),
        count: units,
      })),
  ];
  return (
    <figure className={styles.legend}>
      <figcaption>{t('legend.title')}</figcaption>
      <ul>
        {lines.map(({ key, colour, label, count }) => (
          <li key={key}>
            <span className={styles.swatch} style={{ background: `var(${colour})` }} aria-hidden />
            <span>{label}</span>
            <span className={styles.count}>
              {t(`legend.units.${answer.level}`, { count, number: number(count) })}
            </span>
          </li>
        ))}
        {answer.unitsUnknown > 0 && (
          <li>
            <span className={styles.swatch} data-hatched aria-hidden />
            <span>{t('legend.unknown')}</span>
            <span className={styles.count}>{number(answer.unitsUnknown)}</span>
          </li>
        )}
      </ul>
    </figure>
  );
}
