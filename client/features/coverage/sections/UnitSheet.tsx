import { MapPinPlus, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button, ButtonLink } from '../../../components/controls/Button';
import { IconButton } from '../../../components/controls/IconButton';
import { useFormats } from '../../../i18n/useLanguage';
import type { CoverageUnit } from '../coverageUnits';
import type { useSentences } from '../useSentences';
import { decimalsOf } from '../coverageMeasures';
import styles from './UnitSheet.module.css';

/** Properties of {@link UnitSheet}. */
export interface UnitSheetProps {
  unit: CoverageUnit;
  sentences: ReturnType<typeof useSentences>;
  /** What the least-served list says of it, in a sentence. */
  stability: number | null;
  /** Whether ages by commune are estimated. */
  areAgesEstimated: boolean;
  /** What a scenario changes there. */
  change: string | null;
  onAdd: () => void;
  onClose: () => void;
}

/** What is known of the unit that was picked. */
export function UnitSheet({
  unit,
  sentences,
  stability,
  areAgesEstimated,
  change,
  onAdd,
  onClose,
}: UnitSheetProps) {
  const { t } = useTranslation('coverage');
  const { number, percent } = useFormats();
  const facts: [string, string][] = [
    [t('sheet.access', { context: sentences.unit }), number(unit.access ?? null, decimalsOf(unit.access))],
    [t('sheet.people'), number(unit.people == null ? null : Math.round(unit.people))],
    [
      t(areAgesEstimated ? 'sheet.young' : 'sheet.youngMeasured'),
      number(unit.young == null ? null : Math.round(unit.young)),
    ],
    [t('sheet.covered'), percent(unit.people ? unit.peopleCovered / unit.people : null)],
    [t('sheet.inside'), number(unit.pointsInside)],
    ...(unit.pointsInReach == null
      ? []
      : [[t('sheet.inReach'), number(unit.pointsInReach)] as [string, string]]),
    [
      t('sheet.perHead', { context: sentences.unit }),
      number(unit.supplyPerHead ?? null, decimalsOf(unit.supplyPerHead)),
    ],
    [t('sheet.quotient'), number(unit.locationQuotient ?? null, 2)],
    ...(unit.communes > 1 ? [[t('sheet.communes'), number(unit.communes)] as [string, string]] : []),
  ];
  return (
    <section className={styles.sheet} aria-label={unit.name}>
      <div className={styles.head}>
        <h3>{unit.name}</h3>
        <IconButton label={t('sheet.close')} icon={<X size={18} aria-hidden />} onClick={onClose} />
      </div>
      <p>{sentences.say(unit)}</p>
      {change && <p>{change}</p>}
      {stability != null && (
        <p className={styles.note}>{t('sheet.stability', { share: percent(stability) })}</p>
      )}
      <dl>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {unit.crossesBorder && <p className={styles.note}>{t('sheet.crossesBorder')}</p>}
      <div className={styles.buttons}>
        <Button small look="primary" icon={<MapPinPlus size={16} aria-hidden />} onClick={onAdd}>
          {unit.communes > 1 ? t('sheet.addLargest') : t('sheet.add')}
        </Button>
        <ButtonLink to={`/territoires/${unit.territoryId}`} small>
          {t('sheet.open')}
        </ButtonLink>
      </div>
    </section>
  );
}
