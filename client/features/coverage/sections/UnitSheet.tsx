import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../../../components/controls/Button';
import { IconButton } from '../../../components/controls/IconButton';
import { useFormats } from '../../../i18n/useLanguage';
import type { CoverageUnit } from '../coverageUnits';
import type { useSentences } from '../useSentences';
import styles from './UnitSheet.module.css';

/** Properties of {@link UnitSheet}. */
export interface UnitSheetProps {
  unit: CoverageUnit;
  sentences: ReturnType<typeof useSentences>;
  onClose: () => void;
}

/** What is known of the unit that was picked. */
export function UnitSheet({ unit, sentences, onClose }: UnitSheetProps) {
  const { t } = useTranslation('coverage');
  const { number } = useFormats();
  const facts: [string, string][] = [
    [t('sheet.access'), number(unit.access ?? null, 2)],
    [t('sheet.people'), number(unit.people == null ? null : Math.round(unit.people))],
    [t('sheet.young'), number(unit.young == null ? null : Math.round(unit.young))],
    [t('sheet.inside'), number(unit.pointsInside)],
    ...(unit.pointsInReach == null
      ? []
      : [[t('sheet.inReach'), number(unit.pointsInReach)] as [string, string]]),
    ...(unit.communes > 1 ? [[t('sheet.communes'), number(unit.communes)] as [string, string]] : []),
  ];
  return (
    <section className={styles.sheet} aria-label={unit.name}>
      <div className={styles.head}>
        <h3>{unit.name}</h3>
        <IconButton label={t('sheet.close')} icon={<X size={18} aria-hidden />} onClick={onClose} />
      </div>
      <p>{sentences.say(unit)}</p>
      <dl>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {unit.crossesBorder && <p className={styles.note}>{t('sheet.crossesBorder')}</p>}
      <ButtonLink to={`/territoires/${unit.territoryId}`} small>
        {t('sheet.open')}
      </ButtonLink>
    </section>
  );
}
