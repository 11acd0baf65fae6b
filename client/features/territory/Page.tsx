import { useQuery } from '@apollo/client/react';
import { Share2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { ButtonLink } from '../../components/controls/Button';
import { Disclosure } from '../../components/display/Disclosure';
import { Figure, Figures } from '../../components/display/Figure';
import { Rows } from '../../components/display/Rows';
import { SourceLink } from '../../components/display/SourceLink';
import { Unknown } from '../../components/display/Unknown';
import { ActorRow } from '../../components/facts/ActorRow';
import { canvasPath } from '../../components/facts/canvasPath';
import { LinkList } from '../../components/facts/LinkList';
import { Missing } from '../../components/facts/Missing';
import { Page, Section } from '../../components/frame/Page';
import { QueryView } from '../../components/states/QueryView';
import { TerritoryPageDocument, type TerritoryPageQuery } from '../../graphql/generated/graphql';
import { useFormats } from '../../i18n/useLanguage';
import { useVocabulary } from '../../i18n/useVocabulary';
import { AbsentFamilies } from './sections/AbsentFamilies';
import { CoverageFigures } from './sections/CoverageFigures';
import { Peers } from './sections/Peers';
import { Received } from './sections/Received';

type Answer = NonNullable<TerritoryPageQuery['territoryProfile']>;
type Linked = 'actors' | 'servingActors' | 'aboveTerritories' | 'belowTerritories';

/** What is known of a territory, as its page asks for it. */
export type Profile = Omit<Answer, Linked> & { [K in Linked]: NonNullable<Answer[K]> };

/** A list that could not be linked is empty. */
function toProfile(answer: Answer): Profile {
  return {
    ...answer,
    actors: answer.actors ?? [],
    servingActors: answer.servingActors ?? [],
    aboveTerritories: answer.aboveTerritories ?? [],
    belowTerritories: answer.belowTerritories ?? [],
  };
}
type Territory = TerritoryPageQuery['territoriesByIds'][number];

function People({ territory, profile }: { territory: Territory; profile: Profile }) {
  const { t } = useTranslation('kinds');
  const formats = useFormats();
  const population = territory.population ?? profile.population;
  const rate = population ? (profile.actors.length / population) * 100_000 : null;
  const [source] = territory.statedBy;
  return (
    <Figures>
      <Figure
        label={t('territory.people')}
        value={formats.number(population)}
        unit={t('territory.inhabitants')}
        note={
          <>
            {profile.communesOfUnknownPopulation > 0 &&
              t('territory.unknownCommunes', { count: profile.communesOfUnknownPopulation })}
            {source && <SourceLink source={source} compact />}
          </>
        }
      />
      <Figure
        label={t('territory.actorsHere')}
        value={formats.number(profile.actors.length)}
        unit={t('territory.actorsUnit', { count: profile.actors.length })}
        note={rate == null ? undefined : t('territory.rate', { n: formats.number(rate) })}
      />
      <Figure
        label={t('territory.stopsHere')}
        value={formats.number(profile.stops.length)}
        unit={t('territory.stopsUnit', { count: profile.stops.length })}
      />
    </Figures>
  );
}

function Actors({ profile }: { profile: Profile }) {
  const { t } = useTranslation('kinds');
  const formats = useFormats();
  const actors = [...profile.actors].sort((a, b) => formats.compare(a.name, b.name));
  return (
    <Section
      title={t('territory.actors')}
      end={t('actorCount', { count: actors.length, n: formats.number(actors.length) })}
    >
      {actors.length === 0 && <Unknown>{t('territory.nobody')}</Unknown>}
      {actors.length > 0 && (
        <Rows label={t('territory.actors')}>
          {actors.slice(0, 40).map((actor) => (
            <ActorRow key={actor.id} actor={actor} detail={actor.locatedIn[0]?.name} />
          ))}
        </Rows>
      )}
      {actors.length > 40 && (
        <Disclosure summary={t('territory.others', { count: actors.length - 40 })}>
          <Rows label={t('territory.others', { count: actors.length - 40 })}>
            {actors.slice(40).map((actor) => (
              <ActorRow key={actor.id} actor={actor} detail={actor.locatedIn[0]?.name} />
            ))}
          </Rows>
        </Disclosure>
      )}
      {profile.servingActors.length > 0 && (
        <Disclosure summary={t('territory.serving', { count: profile.servingActors.length })}>
          <Rows label={t('territory.serving', { count: profile.servingActors.length })}>
            {profile.servingActors.map((actor) => (
              <ActorRow key={actor.id} actor={actor} />
            ))}
          </Rows>
        </Disclosure>
      )}
    </Section>
  );
}

function Content({ territory, profile }: { territory: Territory; profile: Profile }) {
  const { t } = useTranslation('kinds');
  const below = profile.belowTerritories;
  return (
    <>
      <People territory={territory} profile={profile} />
      <CoverageFigures profile={profile} territory={territory} />
      <Actors profile={profile} />
      <AbsentFamilies profile={profile} />
      <Received profile={profile} />
      <Peers profile={profile} territory={territory} />
      {below.length > 0 && (
        <Section title={t('territory.below', { count: below.length })}>
          <Disclosure summary={t('territory.showBelow', { count: below.length })}>
            <LinkList
              label={t('territory.below', { count: below.length })}
              items={below.map(({ id, name }) => ({ to: `/territoires/${id}`, label: name }))}
            />
          </Disclosure>
        </Section>
      )}
    </>
  );
}

/** A territory of any level: its people, who stands in it, what it received, what it lacks beside its neighbours. */
export default function TerritoryPage() {
  const { t } = useTranslation('kinds');
  const { code = '' } = useParams();
  const levels = useVocabulary('territoryLevel');
  const query = useQuery(TerritoryPageDocument, { variables: { id: code } });
  const territory = query.data?.territoriesByIds[0];
  const answer = query.data?.territoryProfile;
  const profile = answer && toProfile(answer);
  if (query.data && !territory) return <Missing text={t('territory.missing')} />;
  return (
    <Page
      title={territory?.name ?? t('territory.one')}
      above={
        territory && (
          <>
            <span>{levels.label(territory.level)}</span>
            {profile?.aboveTerritories.map(({ id, name }) => (
              <Link key={id} to={`/territoires/${id}`}>
                {name}
              </Link>
            ))}
          </>
        )
      }
      actions={
        territory && (
          <>
            <ButtonLink to={canvasPath('territory', territory.id)} icon={<Share2 size={18} aria-hidden />}>
              {t('seeNetwork')}
            </ButtonLink>
            <ButtonLink to={`/explorer?vue=table&territoires=${territory.id}`}>
              {t('seeDirectory')}
            </ButtonLink>
            <ButtonLink to={`/partenaires?lieux=${territory.id}`}>{t('territory.findPartners')}</ButtonLink>
          </>
        )
      }
    >
      <QueryView
        query={query}
        data={territory && profile ? { territory, profile } : undefined}
        skeleton={{ shape: 'figures', count: 3 }}
      >
        {(shown) => <Content {...shown} />}
      </QueryView>
    </Page>
  );
}
