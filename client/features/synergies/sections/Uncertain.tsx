import { useTranslation } from 'react-i18next';
import { Disclosure } from '../../../components/display/Disclosure';
import { Row, Rows } from '../../../components/display/Rows';
import { FamilyMark } from '../../../components/display/FamilyIcon';
import type { SynergiesQuery } from '../../../graphql/generated/graphql';
import { useFormats } from '../../../i18n/useLanguage';

/** The actors that would change community if a few ties were missing, from the least certain. */
export function Uncertain({ answer }: { answer: NonNullable<SynergiesQuery['stability']> }) {
  const { t } = useTranslation('synergies');
  const { number, percent } = useFormats();
  const table = answer.tables.find(({ id }) => id === 'uncertain');
  if (!table || table.total === 0) return null;
  const label = t('uncertain.count', { count: table.total, number: number(table.total) });
  return (
    <Disclosure summary={label}>
      <Rows label={label} ranked>
        {table.rows.map(({ cells: [who, stays] }) => {
          const actor = who?.actors?.[0];
          return (
            actor && (
              <Row
                key={actor.id}
                title={actor.name}
                to={`/acteurs/${encodeURIComponent(actor.id)}`}
                detail={<FamilyMark family={actor.family} size={16} />}
                end={t('uncertain.stays', { share: percent(stays?.number ?? null) })}
              />
            )
          );
        })}
      </Rows>
      {table.rows.length < table.total && (
        <p>{t('change.shown', { count: table.rows.length, number: number(table.rows.length) })}</p>
      )}
    </Disclosure>
  );
}
