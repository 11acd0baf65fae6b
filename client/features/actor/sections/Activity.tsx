import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { Row, Rows } from '../../../components/display/Rows';
import { Unknown } from '../../../components/display/Unknown';
import { IndicatorFigures } from '../../../components/facts/IndicatorFigures';
import { Section } from '../../../components/frame/Page';
import { QueryView } from '../../../components/states/QueryView';
import { ActorBelowDocument, type ActorBelowQuery } from '../../../graphql/generated/graphql';
import { useFormats } from '../../../i18n/useLanguage';
import { useVocabulary } from '../../../i18n/useVocabulary';
import type { Actor } from '../Page';
import { NeedsAndOffers } from './NeedsAndOffers';
import styles from './Activity.module.css';

type Active = ActorBelowQuery['actorsByIds'][number];
type Contribution = Active['contributionsConnection']['edges'][number];

interface Made {
  production: Contribution['node'];
  roles: string[];
  year: number | null;
}

/** Productions, each once, with every role held in it; the latest first, undated ones last. */
function toMade(edges: readonly Contribution[]): Made[] {
  const made = new Map<string, Made>();
  for (const { node, properties } of edges) {
    const known = made.get(node.id) ?? { production: node, roles: [], year: null };
    if (!known.roles.includes(properties.role)) known.roles.push(properties.role);
    known.year = Math.max(known.year ?? 0, properties.year ?? node.year ?? 0) || null;
    made.set(node.id, known);
  }
  return [...made.values()].sort((a, b) => (b.year ?? 0) - (a.year ?? 0));
}

function Productions({ active }: { active: Active }) {
  const { t } = useTranslation('actor');
  const formats = useFormats();
  const types = useVocabulary('productionType');
  const roles = useVocabulary('contributionRole');
  const made = toMade(active.contributionsConnection.edges);
  return (
    <Section
      title={t('productions')}
      end={made.length > 0 ? t('productionCount', { count: made.length }) : undefined}
    >
      {made.length === 0 ? (
        <Unknown>{t('noProduction')}</Unknown>
      ) : (
        <Rows label={t('productions')}>
          {made.map(({ production, roles: held, year }) => (
            <Row
              key={production.id}
              title={production.title}
              to={`/productions/${encodeURIComponent(production.id)}`}
              detail={`${types.label(production.type)} · ${formats.list(held.map((role) => roles.label(role)))}`}
              end={year == null ? t('yearUnknown') : String(year)}
            />
          ))}
        </Rows>
      )}
    </Section>
  );
}

function Hosted({ active }: { active: Active }) {
  const { t } = useTranslation('actor');
  const formats = useFormats();
  if (active.hosted.length === 0) return null;
  const stops = [...active.hosted].sort((a, b) => ((a.start ?? '') < (b.start ?? '') ? 1 : -1));
  return (
    <Section title={t('hosted')}>
      <Rows label={t('hosted')}>
        {stops.map((stop) => {
          const production = stop.shows[0]?.copyOf[0];
          return (
            <Row
              key={stop.id}
              title={production?.title ?? stop.place ?? stop.id}
              to={production ? `/productions/${encodeURIComponent(production.id)}` : undefined}
              detail={stop.place}
              end={
                <>
                  {stop.start ? formats.dateRange(stop.start, stop.end) : t('stopUndated')}
                  {stop.visitors != null &&
                    ` · ${t('visitors', { count: stop.visitors, n: formats.number(stop.visitors) })}`}
                </>
              }
            />
          );
        })}
      </Rows>
    </Section>
  );
}

/** What an actor made, hosted, needs and offers, and the figures that sources give of it. */
export function Activity({ actor }: { actor: Actor }) {
  const { t } = useTranslation('actor');
  const query = useQuery(ActorBelowDocument, { variables: { id: actor.id } });
  return (
    <QueryView query={query} data={query.data?.actorsByIds[0]} skeleton={{ shape: 'rows', count: 5 }}>
      {(active) => (
        <div className={styles.sections}>
          <Productions active={active} />
          <Hosted active={active} />
          <NeedsAndOffers actorId={actor.id} />
          {active.indicators.length > 0 && (
            <Section title={t('figures')} lead={t('figuresLead')}>
              <IndicatorFigures indicators={active.indicators} />
            </Section>
          )}
        </div>
      )}
    </QueryView>
  );
}
