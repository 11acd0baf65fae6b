import { useQuery } from '@apollo/client/react';
import { ExternalLink, Share2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { ButtonLink } from '../../components/controls/Button';
import { PhaseMark } from '../../components/display/PhaseMark';
import { Row, Rows } from '../../components/display/Rows';
import { StatusBadge } from '../../components/display/StatusBadge';
import { ActorRow } from '../../components/facts/ActorRow';
import { canvasPath } from '../../components/facts/canvasPath';
import { Missing } from '../../components/facts/Missing';
import { NeedRows } from '../../components/facts/NeedRows';
import { ProductionRow } from '../../components/facts/ProductionRow';
import { Page, Section } from '../../components/frame/Page';
import { EmptyState } from '../../components/states/EmptyState';
import { QueryView } from '../../components/states/QueryView';
import { SourcePageDocument, type SourcePageQuery } from '../../graphql/generated/graphql';
import { useFormats, useLocalText } from '../../i18n/useLanguage';
import { useVocabulary } from '../../i18n/useVocabulary';

type Source = SourcePageQuery['sourcesByIds'][number];
type Statements = NonNullable<SourcePageQuery['sourceStatements']>;

function Competences({ statements }: { statements: Statements }) {
  const { t } = useTranslation('kinds');
  const local = useLocalText();
  const rows = statements.competences.filter(({ actor, competence }) => actor && competence);
  if (rows.length === 0) return null;
  return (
    <Section title={t('source.competences')} end={t('statementCount', { count: rows.length })}>
      <Rows label={t('source.competences')}>
        {rows.map(({ actor, competence, level, status, evidence }) => (
          <Row
            key={`${actor!.id} ${competence!.id}`}
            mark={null}
            title={actor!.name}
            to={`/acteurs/${encodeURIComponent(actor!.id)}`}
            detail={
              <Link to={`/competences/${encodeURIComponent(competence!.id)}`}>
                <PhaseMark
                  phase={competence!.phase}
                  label={local(competence!.labelFr, competence!.labelEn)}
                />
              </Link>
            }
            end={
              <>
                {level == null ? t('levelUnknown') : t('level', { level })}{' '}
                <StatusBadge status={status.toUpperCase()} />
              </>
            }
          >
            {evidence && <p>{evidence}</p>}
          </Row>
        ))}
      </Rows>
    </Section>
  );
}

function Partnerships({ source }: { source: Source }) {
  const { t } = useTranslation('kinds');
  const formats = useFormats();
  const kinds = useVocabulary('partnershipKind');
  if (source.partnerships.length === 0) return null;
  return (
    <Section
      title={t('source.partnerships')}
      end={t('statementCount', { count: source.partnerships.length })}
    >
      <Rows label={t('source.partnerships')}>
        {source.partnerships.map((partnership) => (
          <Row
            key={partnership.id}
            title={formats.list(partnership.partners.map(({ name, acronym }) => acronym ?? name))}
            detail={[kinds.label(partnership.kind), partnership.about].filter(Boolean).join(' · ')}
            end={partnership.start ? formats.dateRange(partnership.start, partnership.end) : undefined}
          >
            <span>
              {partnership.partners.map(({ id, name }, index) => (
                <span key={id}>
                  {index > 0 && ' · '}
                  <Link to={`/acteurs/${encodeURIComponent(id)}`}>{name}</Link>
                </span>
              ))}
            </span>
          </Row>
        ))}
      </Rows>
    </Section>
  );
}

function Contributions({ statements }: { statements: Statements }) {
  const { t } = useTranslation('kinds');
  const roles = useVocabulary('contributionRole');
  const rows = statements.contributions.filter(({ actor, production }) => actor && production);
  if (rows.length === 0) return null;
  return (
    <Section title={t('source.contributions')} end={t('statementCount', { count: rows.length })}>
      <Rows label={t('source.contributions')}>
        {rows.map(({ actor, production, role, year }, index) => (
          <Row
            key={index}
            title={actor!.name}
            to={`/acteurs/${encodeURIComponent(actor!.id)}`}
            detail={
              <>
                {roles.label(role)} ·{' '}
                <Link to={`/productions/${encodeURIComponent(production!.id)}`}>{production!.title}</Link>
              </>
            }
            end={year == null ? undefined : String(year)}
          />
        ))}
      </Rows>
    </Section>
  );
}

function Things({ source }: { source: Source }) {
  const { t } = useTranslation('kinds');
  const formats = useFormats();
  return (
    <>
      {source.actors.length > 0 && (
        <Section
          title={t('source.actors')}
          end={t('actorCount', { count: source.actors.length, n: formats.number(source.actors.length) })}
        >
          <Rows label={t('source.actors')}>
            {source.actors.map((actor) => (
              <ActorRow key={actor.id} actor={actor} />
            ))}
          </Rows>
        </Section>
      )}
      {source.productions.length > 0 && (
        <Section title={t('source.productions')}>
          <Rows label={t('source.productions')}>
            {source.productions.map((production) => (
              <ProductionRow key={production.id} production={production} />
            ))}
          </Rows>
        </Section>
      )}
      {source.needs.length > 0 && (
        <Section title={t('source.needs')}>
          <NeedRows label={t('source.needs')} needs={source.needs} />
        </Section>
      )}
      {source.events.length > 0 && (
        <Section title={t('source.events')}>
          <Rows label={t('source.events')}>
            {source.events.map((event) => (
              <Row
                key={event.id}
                title={event.place ?? event.id}
                end={event.start ? formats.dateRange(event.start, event.end) : t('stop.undated')}
              />
            ))}
          </Rows>
        </Section>
      )}
      {source.indicators.length > 0 && <Figures source={source} />}
    </>
  );
}

function Figures({ source }: { source: Source }) {
  const { t } = useTranslation('kinds');
  const { t: facts, i18n } = useTranslation('facts');
  const formats = useFormats();
  return (
    <Section title={t('figures')}>
      <Rows label={t('figures')}>
        {source.indicators.map((indicator) => {
          const [actor] = indicator.actor;
          const [production] = indicator.production;
          const name = i18n.exists(`facts:figure.${indicator.name}`)
            ? facts(`figure.${indicator.name}`)
            : indicator.name.replaceAll('_', ' ');
          return (
            <Row
              key={indicator.id}
              title={name}
              to={
                actor
                  ? `/acteurs/${encodeURIComponent(actor.id)}`
                  : production && `/productions/${encodeURIComponent(production.id)}`
              }
              detail={actor?.name ?? production?.title}
              end={`${formats.number(indicator.value)} · ${indicator.period ?? formats.date(null)}`}
            />
          );
        })}
      </Rows>
    </Section>
  );
}

function isEmpty(source: Source, statements: Statements | null | undefined): boolean {
  const things = [
    source.actors,
    source.productions,
    source.partnerships,
    source.needs,
    source.events,
    source.indicators,
  ];
  return (
    things.every((list) => list.length === 0) &&
    !statements?.competences.length &&
    !statements?.contributions.length
  );
}

/** A source: what it is, from when, under which licence, and everything it states. */
export default function SourcePage() {
  const { t } = useTranslation('kinds');
  const { id = '' } = useParams();
  const formats = useFormats();
  const query = useQuery(SourcePageDocument, { variables: { id } });
  const source = query.data?.sourcesByIds[0];
  const statements = query.data?.sourceStatements;
  if (query.data && !source) return <Missing text={t('source.missing')} />;
  const facts = source && [
    source.publisher,
    source.date ? formats.date(source.date) : t('source.undated'),
    source.retrieved && t('source.retrieved', { date: formats.date(source.retrieved) }),
    source.licence && t('source.licence', { licence: source.licence }),
  ];
  return (
    <Page
      title={source?.title ?? t('source.one')}
      above={<span>{t('source.one')}</span>}
      lead={
        facts && (
          <>
            <p>{facts.filter(Boolean).join(' · ')}</p>
            {source.url.startsWith('http') && (
              <a href={source.url} target="_blank" rel="noreferrer">
                {t('source.open')} <ExternalLink size={14} aria-hidden />
              </a>
            )}
          </>
        )
      }
      actions={
        source && (
          <ButtonLink to={canvasPath('source', source.id)} icon={<Share2 size={18} aria-hidden />}>
            {t('seeNetwork')}
          </ButtonLink>
        )
      }
    >
      <QueryView query={query} data={source} skeleton={{ shape: 'rows', count: 8 }}>
        {(shown) => (
          <>
            {isEmpty(shown, statements) && (
              <EmptyState title={t('source.nothing')}>{t('source.nothingText')}</EmptyState>
            )}
            {statements && <Competences statements={statements} />}
            {statements && <Contributions statements={statements} />}
            <Partnerships source={shown} />
            <Things source={shown} />
          </>
        )}
      </QueryView>
    </Page>
  );
}
