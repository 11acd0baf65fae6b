import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Disclosure } from '../../../components/display/Disclosure';
import { Row, Rows } from '../../../components/display/Rows';
import type { SynergiesChangeQuery } from '../../../graphql/generated/graphql';
import { useFormats } from '../../../i18n/useLanguage';

/** Properties of {@link ChangedTies}. */
export interface ChangedTiesProps {
  change: 'APPEARED' | 'ENDED';
  /** How many there are, of which the answer holds the first. */
  total: number;
  answer: NonNullable<SynergiesChangeQuery['networkMeasure']>;
}

/** The pairs of actors whose tie appeared, or ended, between the two years. */
export function ChangedTies({ change, total, answer }: ChangedTiesProps) {
  const { t } = useTranslation('synergies');
  const { number } = useFormats();
  const rows = (answer.tables.find(({ id }) => id === 'pairs')?.rows ?? []).filter(
    ({ cells }) => cells[0]?.text === change,
  );
  if (rows.length === 0) return null;
  const label = t(`change.list.${change}`, { count: total, number: number(total) });
  return (
    <Disclosure summary={label}>
      <Rows label={label}>
        {rows.map(({ cells }) => {
          const [first, second] = [cells[1]?.actors?.[0], cells[2]?.actors?.[0]];
          return (
            first &&
            second && (
              <Row
                key={`${first.id} ${second.id}`}
                title={
                  <>
                    <Link to={`/acteurs/${encodeURIComponent(first.id)}`}>{first.name}</Link>{' '}
                    {t('latent.and')}{' '}
                    <Link to={`/acteurs/${encodeURIComponent(second.id)}`}>{second.name}</Link>
                  </>
                }
              />
            )
          );
        })}
      </Rows>
      {total > rows.length && <p>{t('change.shown', { count: rows.length, number: number(rows.length) })}</p>}
    </Disclosure>
  );
}
