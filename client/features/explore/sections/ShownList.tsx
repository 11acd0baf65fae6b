import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/controls/Button';
import { FamilyIcon } from '../../../components/display/FamilyIcon';
import { PhaseShape } from '../../../components/display/PhaseMark';
import { EmptyState } from '../../../components/states/EmptyState';
import { useFormats } from '../../../i18n/useLanguage';
import { useVocabulary } from '../../../i18n/useVocabulary';
import { isPhase } from '../../../lib/phases';
import { nodeIcons } from '../../../views/graph/nodeIcons';
import { nodeKinds } from '../state/exploreState';
import type { Explore, ShownGroup, ShownNode } from '../state/useExplore';
import { NodeMenu } from './NodeMenu';
import { useNodeDetail } from './useNodeDetail';
import styles from './ShownList.module.css';

/** Rows drawn before one asks for the others. */
const FEW = 80;

function Mark({ node }: { node: ShownNode }) {
  const Icon = nodeIcons[node.kind];
  const [phase = ''] = node.phases;
  if (node.kind === 'ACTOR') return <FamilyIcon family={node.sort ?? ''} size={26} />;
  if (node.kind === 'COMPETENCE' && isPhase(phase)) return <PhaseShape phase={phase} size={16} />;
  return <Icon size={18} aria-hidden />;
}

function NodeRow({ explore, node }: { explore: Explore; node: ShownNode }) {
  const { t } = useTranslation('explore');
  const detailOf = useNodeDetail();
  const { state, actions } = explore;
  const chosen = state.choisis.includes(node.key);
  return (
    <li className={styles.row} data-chosen={chosen || undefined} data-key={node.key}>
      <span className={styles.mark}>
        <Mark node={node} />
      </span>
      <button
        type="button"
        className={styles.choose}
        aria-pressed={chosen}
        onClick={(event) => actions.choose(node.key, event.ctrlKey || event.metaKey || event.shiftKey)}
      >
        <span className={styles.label}>{node.label}</span>
        <span className={styles.detail}>
          {detailOf(node)}
          {node.declared === false && <span className={styles.declare}>{t('toDeclare')}</span>}
        </span>
      </button>
      <NodeMenu explore={explore} node={node} />
    </li>
  );
}

function GroupRow({ explore, group }: { explore: Explore; group: ShownGroup }) {
  const { t } = useTranslation('explore');
  const formats = useFormats();
  const families = useVocabulary('actorFamily');
  const name = explore.nameGroup(group);
  const told =
    group.themes.length > 0 ? group.themes : group.families.map((family) => families.label(family));
  return (
    <li className={styles.row} data-key={group.key}>
      <span className={styles.count}>{formats.number(group.matching)}</span>
      <div className={styles.choose}>
        <span className={styles.label}>{name}</span>
        <span className={styles.detail}>
          {[...told.slice(0, 2), ...group.places.slice(0, 1)].join(' · ')}
        </span>
      </div>
      <Button
        small
        look="quiet"
        aria-label={t('openGroup', { name })}
        onClick={() => explore.actions.openGroup(group.key)}
      >
        {t('open')}
      </Button>
    </li>
  );
}

function KindRows({ explore, kind }: { explore: Explore; kind: ShownNode['kind'] }) {
  const { t } = useTranslation('explore');
  const formats = useFormats();
  const [all, setAll] = useState(false);
  const nodes = [...explore.nodes.values()]
    .filter((node) => node.kind === kind)
    .sort((a, b) => a.step - b.step || formats.compare(a.label, b.label));
  if (nodes.length === 0) return null;
  const shown = all ? nodes : nodes.slice(0, FEW);
  return (
    <section aria-label={t(`kinds.${kind}`)}>
      <h2 className={styles.heading}>
        {t(`kinds.${kind}`)} <span>{formats.number(nodes.length)}</span>
      </h2>
      <ul className={styles.rows}>
        {shown.map((node) => (
          <NodeRow key={node.key} explore={explore} node={node} />
        ))}
      </ul>
      {shown.length < nodes.length && (
        <Button look="quiet" small onClick={() => setAll(true)}>
          {t('showRest', { count: nodes.length - shown.length })}
        </Button>
      )}
    </section>
  );
}

function NothingShown({ explore: { view, actions } }: { explore: Explore }) {
  const { t } = useTranslation('explore');
  const isGone = (view?.unknownKeys.length ?? 0) > 0;
  return (
    <EmptyState
      title={t(isGone ? 'gone.title' : 'nothing.title')}
      action={
        <Button onClick={isGone ? actions.reset : actions.clearFilters}>
          {t(isGone ? 'gone.action' : 'clearFilters')}
        </Button>
      }
    >
      {t(isGone ? 'gone.text' : 'nothing.text')}
    </EmptyState>
  );
}

/** The twin of the canvas: everything it shows, by kind, with everything it can do. */
export function ShownList({ explore }: { explore: Explore }) {
  const { t } = useTranslation('explore');
  const formats = useFormats();
  const groups = explore.view?.groups ?? [];
  if (!explore.view) return null;
  if (explore.nodes.size + groups.length === 0) return <NothingShown explore={explore} />;
  return (
    <div className={styles.list}>
      {groups.length > 0 && (
        <section aria-label={t('groups')}>
          <h2 className={styles.heading}>
            {t('groups')} <span>{formats.number(groups.length)}</span>
          </h2>
          <ul className={styles.rows}>
            {groups.map((group) => (
              <GroupRow key={group.key} explore={explore} group={group} />
            ))}
          </ul>
        </section>
      )}
      {nodeKinds.map((kind) => (
        <KindRows key={kind} explore={explore} kind={kind} />
      ))}
    </div>
  );
}
