import { useTranslation } from 'react-i18next';
import { SourceLink } from '../../../components/display/SourceLink';
import { ValueLine, ValueLines } from '../../../components/facts/ValueLines';
import { useValueText } from '../../../components/facts/WhoSays';
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
        <ValueLines>
          {values.map((proven) => (
            <ValueLine
              key={`${proven.column} ${proven.about ?? ''}`}
              label={[text(proven.labelFr, proven.labelEn), proven.about].filter(Boolean).join(' – ')}
              proven={proven}
            >
              {show(proven.value)}
            </ValueLine>
          ))}
        </ValueLines>
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
