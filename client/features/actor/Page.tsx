import { useQuery } from '@apollo/client/react';
import { ExternalLink, Share2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, useLocation, useParams } from 'react-router';
import { ButtonLink } from '../../components/controls/Button';
import { FamilyMark } from '../../components/display/FamilyIcon';
import { ShareLink } from '../../components/display/ShareLink';
import { canvasPath } from '../../components/facts/canvasPath';
import { Page } from '../../components/frame/Page';
import { EmptyState } from '../../components/states/EmptyState';
import { QueryView } from '../../components/states/QueryView';
import { ActorMergedDocument, ActorPageDocument, type ActorPageQuery } from '../../graphql/generated/graphql';
import { useLocalText } from '../../i18n/useLanguage';
import { Activity } from './sections/Activity';
import { Competences } from './sections/Competences';
import { History } from './sections/History';
import { Identity } from './sections/Identity';
import { Partners } from './sections/Partners';
import styles from './Page.module.css';

/** An actor as its page asks for it. */
export type Actor = ActorPageQuery['actorsByIds'][number];

function Above({ actor }: { actor: Actor }) {
  const { t } = useTranslation('actor');
  const commune = actor.locatedInConnection.edges[0]?.node;
  const department = commune?.department[0];
  return (
    <>
      <FamilyMark family={actor.family} />
      {commune ? (
        <span className={styles.place}>
          <Link to={`/territoires/${commune.id}`}>{commune.name}</Link>
          {department && <Link to={`/territoires/${department.id}`}>{department.name}</Link>}
        </span>
      ) : (
        <span>{t('placeUnknown')}</span>
      )}
      {actor.belongsTo[0] && (
        <span>
          {t('partOf')} <Link to={`/acteurs/${actor.belongsTo[0].id}`}>{actor.belongsTo[0].name}</Link>
        </span>
      )}
    </>
  );
}

function Actions({ actor }: { actor: Actor }) {
  const { t } = useTranslation('actor');
  return (
    <>
      <ButtonLink to={`/partenaires?acteur=${encodeURIComponent(actor.id)}`} look="primary">
        {t('findPartners')}
      </ButtonLink>
      <ButtonLink to={canvasPath('actor', actor.id)} icon={<Share2 size={18} aria-hidden />}>
        {t('seeNetwork')}
      </ButtonLink>
      <ShareLink compact />
    </>
  );
}

function useTitle(actor: Actor | undefined): string {
  const { t } = useTranslation('actor');
  if (!actor) return t('waiting');
  return actor.acronym && !actor.name.includes(actor.acronym)
    ? `${actor.name} (${actor.acronym})`
    : actor.name;
}

/** An address that leads to no actor: to the one it was merged into, where there is one. */
function Gone({ id }: { id: string }) {
  const { t } = useTranslation('actor');
  const { data, loading } = useQuery(ActorMergedDocument, { variables: { id }, fetchPolicy: 'no-cache' });
  const survivor = data?.mergedActor?.actorId;
  if (survivor)
    return <Navigate replace to={`/acteurs/${encodeURIComponent(survivor)}`} state={{ mergedFrom: id }} />;
  if (loading) return <Page title={t('waiting')}>{null}</Page>;
  return (
    <Page title={t('notFound.title')}>
      <EmptyState
        title={t('notFound.text')}
        action={<ButtonLink to="/explorer">{t('notFound.action')}</ButtonLink>}
      />
    </Page>
  );
}

/** Tells whoever followed the address of a record that was merged where it led. */
function MergedFrom() {
  const { t } = useTranslation('actor');
  const state: unknown = useLocation().state;
  const id = typeof state === 'object' && state !== null && 'mergedFrom' in state ? state.mergedFrom : null;
  if (typeof id !== 'string') return null;
  return (
    <p role="status" className={styles.merged}>
      {t('mergedFrom', { id })}
    </p>
  );
}

/** An actor: what it can do, what it made and with whom, what it needs, and who states all that. */
export default function ActorPage() {
  const { t } = useTranslation('actor');
  const { id = '' } = useParams();
  const local = useLocalText();
  const query = useQuery(ActorPageDocument, { variables: { id } });
  const actor = query.data?.actorsByIds[0];
  const title = useTitle(actor);
  if (query.data && !actor) return <Gone key={id} id={id} />;
  return (
    <Page
      title={title}
      above={actor && <Above actor={actor} />}
      lead={
        actor && (
          <>
            <p>{local(actor.summaryFr, actor.summaryEn)}</p>
            {actor.website && (
              <a className={styles.site} href={actor.website} target="_blank" rel="noreferrer">
                {new URL(actor.website).hostname.replace(/^www\./, '')}
                <ExternalLink size={14} aria-hidden />
                <span className="visually-hidden">{t('newTab')}</span>
              </a>
            )}
          </>
        )
      }
      actions={actor && <Actions actor={actor} />}
    >
      <QueryView query={query} data={actor} skeleton={{ shape: 'page', count: 6 }}>
        {(shown) => (
          <div className={styles.sections}>
            <MergedFrom />
            <Competences actor={shown} />
            <Partners actor={shown} />
            <Activity actor={shown} />
            <Identity actor={shown} />
            <History id={shown.id} />
          </div>
        )}
      </QueryView>
    </Page>
  );
}
