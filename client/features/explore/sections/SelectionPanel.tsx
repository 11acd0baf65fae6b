import { useQuery } from '@apollo/client/react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Button, ButtonLink } from '../../../components/controls/Button';
import { FamilyMark } from '../../../components/display/FamilyIcon';
import { PhaseMark } from '../../../components/display/PhaseMark';
import { Unknown } from '../../../components/display/Unknown';
import { SidePanel } from '../../../components/overlays/SidePanel';
import { QueryView } from '../../../components/states/QueryView';
import { ExploreActorDocument, type ExploreActorQuery } from '../../../graphql/generated/graphql';
import { useLocalText } from '../../../i18n/useLanguage';
import { useVocabulary } from '../../../i18n/useVocabulary';
import { isPhase, phases } from '../../../lib/phases';
import { nodePath } from '../state/nodePath';
import { firstStepLeft } from '../state/steps';
import type { Explore, ShownNode } from '../state/useExplore';
import { LinkPanel } from './LinkPanel';
import { NodeActions } from './NodeMenu';
import { PathPanel } from './PathPanel';
import styles from './SelectionPanel.module.css';

type Actor = ExploreActorQuery['actorsByIds'][number];

function ActorSummary({ actor }: { actor: Actor }) {
  const { t } = useTranslation('explore');
  const local = useLocalText();
  return (
    <>
      <p>{local(actor.summaryFr, actor.summaryEn)}</p>
      {actor.competences.length === 0 && <Unknown>{t('competencesUnknown')}</Unknown>}
      {actor.competences.length > 0 && (
        <ul className={styles.marks} aria-label={t('facet.competences')}>
          {phases.map((phase) => {
            const count = actor.competences.filter((competence) => competence.phase === phase).length;
            return (
              <li key={phase}>
                <PhaseMark phase={phase} hollow={count === 0} label={t('phaseCount', { count })} />
              </li>
            );
          })}
        </ul>
      )}
      {actor.themes.length > 0 && (
        <ul className={styles.themes} aria-label={t('facet.themes')}>
          {actor.themes.map((theme) => (
            <li key={theme.id}>
              <Link to={`/themes/${encodeURIComponent(theme.id)}`}>
                {local(theme.labelFr, theme.labelEn)}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function useSubtitle(node: ShownNode): string {
  const { t } = useTranslation('explore');
  const types = useVocabulary('productionType');
  const levels = useVocabulary('territoryLevel');
  const phaseWords = useVocabulary('phase');
  const [phase = ''] = node.phases;
  const sort =
    node.kind === 'PRODUCTION'
      ? types.label(node.sort)
      : node.kind === 'TERRITORY'
        ? levels.label(node.sort)
        : node.kind === 'COMPETENCE' && isPhase(phase)
          ? phaseWords.label(phase)
          : '';
  return [t(`kind.${node.kind}`), sort].filter(Boolean).join(' · ');
}

/** Asks ahead for the first step from a node: chosen, that is what is done next, by its button or by pressing it twice. */
function useFirstStepAhead({ lookAhead }: Explore, { key, ways }: ShownNode): void {
  useEffect(() => {
    const step = firstStepLeft(key, ways);
    if (step) lookAhead(step);
  }, [lookAhead, key, ways]);
}

function NodePanel({ explore, node }: { explore: Explore; node: ShownNode }) {
  const { t } = useTranslation('explore');
  const subtitle = useSubtitle(node);
  useFirstStepAhead(explore, node);
  const isActor = node.kind === 'ACTOR';
  const query = useQuery(ExploreActorDocument, { variables: { id: node.id }, skip: !isActor });
  return (
    <SidePanel
      title={node.label}
      subtitle={
        isActor ? (
          <span className={styles.subtitle}>
            <FamilyMark family={node.sort ?? ''} />
            {node.place}
          </span>
        ) : (
          <span className={styles.subtitle}>{subtitle}</span>
        )
      }
      onClose={() => explore.actions.choose(null)}
      footer={
        <>
          <ButtonLink to={nodePath(node)} look="primary">
            {t('action.open')}
          </ButtonLink>
          {isActor && (
            <ButtonLink to={`/partenaires?acteur=${encodeURIComponent(node.id)}`}>
              {t('findPartners')}
            </ButtonLink>
          )}
        </>
      }
    >
      {isActor && (
        <QueryView query={query} data={query.data?.actorsByIds[0]} skeleton={{ shape: 'text', count: 4 }}>
          {(actor) => <ActorSummary actor={actor} />}
        </QueryView>
      )}
      <section aria-label={t('act')}>
        <h3 className={styles.heading}>{t('act')}</h3>
        <NodeActions explore={explore} node={node} />
      </section>
    </SidePanel>
  );
}

function ManyPanel({ explore, nodes }: { explore: Explore; nodes: readonly ShownNode[] }) {
  const { t } = useTranslation('explore');
  const { actions } = explore;
  const actors = nodes.filter(({ kind }) => kind === 'ACTOR');
  const [from, to] = actors;
  const keys = nodes.map(({ key }) => key);
  return (
    <SidePanel title={t('manyChosen', { count: nodes.length })} onClose={() => actions.choose(null)}>
      <ul className={styles.many}>
        {nodes.map((node) => (
          <li key={node.key}>
            <Link to={nodePath(node)}>{node.label}</Link>
          </li>
        ))}
      </ul>
      <div className={styles.buttons}>
        {actors.length === 2 && nodes.length === 2 && from && to && (
          <Button look="primary" onClick={() => actions.findPath(from.id, to.id)}>
            {t('findPath')}
          </Button>
        )}
        <Button onClick={() => actions.startFrom(keys)}>{t('action.onlyThese')}</Button>
        <Button onClick={() => actions.hide(keys)}>{t('action.hide')}</Button>
      </div>
    </SidePanel>
  );
}

/** What is chosen, beside the view: a node, several, a tie, or the ways between two actors. */
export function SelectionPanel({ explore }: { explore: Explore }) {
  const { state, nodes } = explore;
  const chosen = state.choisis.map((key) => nodes.get(key)).filter((node) => node !== undefined);
  if (chosen.length === 1) return <NodePanel explore={explore} node={chosen[0]!} />;
  if (chosen.length > 1) return <ManyPanel explore={explore} nodes={chosen} />;
  if (state.lien) return <LinkPanel explore={explore} link={state.lien} />;
  if (state.chemin.length >= 2) return <PathPanel explore={explore} />;
  return null;
}

/** Whether anything is chosen that {@link SelectionPanel} would show. */
export function hasSelection({ state, nodes }: Explore): boolean {
  return state.choisis.some((key) => nodes.has(key)) || state.lien !== null || state.chemin.length >= 2;
}
