import { useTranslation } from 'react-i18next';
import type { Shading } from '../coverageMeasures';
import type { SupplyUnit } from '../coverageState';
import type { CoverageAnswer } from '../coverageUnits';
import { useAgainst } from '../useAgainst';
import { useLegendLines } from '../useLegendLines';
import styles from './CoverageLegend.module.css';
import { LegendList } from './LegendList';

/** Properties of {@link CoverageLegend}. */
export interface CoverageLegendProps {
  shading: Shading;
  answer: CoverageAnswer;
  /** What supply is counted in. */
  unit: SupplyUnit;
}

/** The legend: what nothing reaches, five classes with counts, what is unknown, and what no contour covers. */
export function CoverageLegend({ shading, answer, unit }: CoverageLegendProps) {
  const { t } = useTranslation('coverage');
  const lines = useLegendLines(shading, answer);
  const against = useAgainst(shading.measure === 'quotient' ? answer.quotientReference : null);
  return (
    <figure className={styles.legend}>
      <figcaption>{t(`measure.${shading.measure}`, { context: unit })}</figcaption>
      <LegendList lines={lines} level={answer.level} />
      {against.map((sentence) => (
        <p key={sentence} className={styles.gaps}>
          {sentence}
        </p>
      ))}
    </figure>
  );
}
