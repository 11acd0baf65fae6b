import { useTranslation } from 'react-i18next';
import { Disclosure } from '../../../components/display/Disclosure';
import { Figure, Figures } from '../../../components/display/Figure';
import { Row, Rows } from '../../../components/display/Rows';
import { useFormats } from '../../../i18n/useLanguage';
import type { SupplyUnit } from '../coverageState';
import type { SummaryAnswer } from '../coverageUnits';
import { decimalsOf } from '../coverageMeasures';
import styles from './Choices.module.css';

/** The region in a few figures: who is covered, how unequally, and its former regions compared, where it was made of some. */
export function RegionFigures({
  summary,
  atLeast,
  unit,
}: {
  summary: SummaryAnswer;
  atLeast: number;
  unit: SupplyUnit;
}) {
  const { t } = useTranslation('coverage');
  const { number, percent } = useFormats();
  const { region, formerRegions, reach } = summary;
  if (!region) return null;
  const { gini, theil, theilBetween, theilWithin } = region.inequality;
  return (
    <section className={styles.choices} aria-labelledby="region-figures">
      <h3 id="region-figures">{t('region.title')}</h3>
      <Figures>
        <Figure
          value={percent(region.shareCovered ?? null)}
          label={t('region.covered', { count: atLeast, number: number(atLeast) })}
        />
        <Figure value={number(gini ?? null, 2)} label={t('region.gini')} note={t('region.giniNote')} />
      </Figures>
      {theil != null && theil > 0 && theilBetween != null && (
        <p className={styles.note}>
          {t('region.theil', {
            theil: number(theil, 2),
            between: number(theilBetween, 2),
            within: number(theilWithin ?? null, 2),
            share: percent(theilBetween / theil),
          })}
        </p>
      )}
      {formerRegions.length > 0 && (
        <Rows label={t('region.former', { context: unit })}>
          {formerRegions.map(({ territoryId, name, access, shareCovered, inequality }) => (
            <Row
              key={territoryId}
              title={name}
              detail={t('region.part', {
                count: atLeast,
                number: number(atLeast),
                share: percent(shareCovered ?? null),
                gini: number(inequality.gini ?? null, 2),
              })}
              end={number(access ?? null, decimalsOf(access))}
            />
          ))}
        </Rows>
      )}
      <Disclosure summary={t('region.reach')}>
        <ul>
          {reach.map(({ points, share }) => (
            <li key={points}>
              {t('region.atLeast', { count: points, number: number(points), share: percent(share ?? null) })}
            </li>
          ))}
        </ul>
      </Disclosure>
    </section>
  );
}
