import { useTranslation } from 'react-i18next';
import styles from './ClassLegend.module.css';

/** One class of a map: its bounds as they are written, and how many territories fall in it. */
export interface LegendClass {
  /** “2 à 5”, “moins de 2”. */
  label: string;
  /** Count as it is written. */
  count?: string;
}

/** Properties of {@link ClassLegend}. */
export interface ClassLegendProps {
  /** What the colours mean, with the unit. */
  title: string;
  /** Up to five, from the first colour of the scale to the last. */
  classes: readonly LegendClass[];
  scale?: 'sequential' | 'diverging';
  /** Count of those without a figure, hatched; the line is left out when null. */
  unknown?: string | null;
}

/** The legend of a map: a swatch, its bounds and a count for each class; hatching for what has no figure. */
export function ClassLegend({ title, classes, scale = 'sequential', unknown = null }: ClassLegendProps) {
  const { t } = useTranslation('components');

  return (
    <div className={styles.legend}>
      <p className={styles.title}>{title}</p>
      <ul className={styles.classes}>
        {classes.map((each, index) => (
          <li key={each.label} className={styles.line}>
            <span
              className={styles.swatch}
              style={{ background: `var(--${scale}-${index + 1})` }}
              aria-hidden
            />
            <span>{each.label}</span>
            {each.count != null && <span className={styles.count}>{each.count}</span>}
          </li>
        ))}
        {unknown != null && (
          <li className={styles.line}>
            <span className={styles.swatch} data-hatched aria-hidden />
            <span>{t('chart.noFigure')}</span>
            <span className={styles.count}>{unknown}</span>
          </li>
        )}
      </ul>
    </div>
  );
}
