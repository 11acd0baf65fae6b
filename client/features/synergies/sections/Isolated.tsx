import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Disclosure } from '../../../components/display/Disclosure';
import { Section } from '../../../components/frame/Page';
import type { SynergiesQuery } from '../../../graphql/generated/graphql';
import { useFormats } from '../../../i18n/useLanguage';
import styles from './Isolated.module.css';

/** The actors of whom no tie is known. */
export function Isolated({ answer }: { answer: NonNullable<SynergiesQuery['cohesion']> }) {
  const { t } = useTranslation('synergies');
  const { number } = useFormats();
  const table = answer.tables.find(({ id }) => id === 'isolated');
  if (!table || table.total === 0) return null;
  return (
    <Section title={t('isolated.title')} lead={t('isolated.lead')}>
      <Disclosure summary={t('isolated.count', { count: table.total, number: number(table.total) })}>
        <ul className={styles.names}>
          {table.rows.map(({ cells }) => {
            const actor = cells[0]?.actors?.[0];
            return (
              actor && (
                <li key={actor.id}>
                  <Link to={`/acteurs/${actor.id}`}>{actor.name}</Link>
                </li>
              )
            );
          })}
        </ul>
      </Disclosure>
    </Section>
  );
}
