import { useTranslation } from 'react-i18next';
import { SourceLink } from '../../../components/display/SourceLink';
import { OtherValues, useValueText, WhoSays } from '../../../components/facts/WhoSays';
import { Section } from '../../../components/frame/Page';
import { useLocalText } from '../../../i18n/useLanguage';
import type { Production } from '../Page';
import styles from '../Page.module.css';
import { useProductionProvenance } from '../useProductionProvenance';
import { conditionColumns } from './Conditions';

/** The sources of a production, and who says each value that is not shown with its source elsewhere on the page. */
export function Statements({ production }: { production: Production }) {
  const { t } = useTranslation('kinds');
  const text = useLocalText();
  const show = useValueText();
  const values = useProductionProvenance(production.id).filter(({ column }) => !conditionColumns.has(column));
  return (
    <Section title={t('statedBy')}>
      {values.length > 0 && (
        <dl className={styles.lines}>
          {values.map((proven) => (
            <div key={`${proven.column} ${proven.about ?? ''}`}>
              <dt>{[text(proven.labelFr, proven.labelEn), proven.about].filter(Boolean).join(' – ')}</dt>
              <dd className={styles.value}>
                {show(proven.value)} <WhoSays proven={proven} />
                <OtherValues proven={proven} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      <ul className={styles.sources}>
        {production.statedBy.map((source) => (
          <li key={source.id}>
            <SourceLink source={source} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
