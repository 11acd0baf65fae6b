import { MoreHorizontal } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { IconButton } from '../../../components/controls/IconButton';
import { Popover } from '../../../components/overlays/Popover';
import { nodePath } from '../state/nodePath';
import type { Explore, ShownNode } from '../state/useExplore';
import { toSteps } from '../state/exploreState';
import { firstWay, stepAlong } from '../state/steps';
import styles from './NodeMenu.module.css';

/** Properties of {@link NodeActions}. */
export interface NodeActionsProps {
  explore: Explore;
  node: ShownNode;
  /** Called once something was done. */
  onDone?: () => void;
}

/** One step from a node: asked for as one points at it, taken as one presses. */
function StepButton({ explore, node, way, onDone }: NodeActionsProps & { way: ShownNode['ways'][number] }) {
  const { t } = useTranslation('explore');
  const step = stepAlong(node.key, way);
  const look = () => explore.lookAhead(step);
  return (
    <li>
      <button
        type="button"
        onPointerEnter={look}
        onFocus={look}
        onClick={() => {
          explore.actions.expand(step.key, step.relation, step.most);
          onDone?.();
        }}
      >
        <span>{t(`way.${way.relation}`)}</span>
        <span className={styles.count}>{t('more', { count: way.total - way.shown })}</span>
      </button>
    </li>
  );
}

/** Everything one may do with a node: the same as with the hand on the canvas, in words. */
export function NodeActions({ explore, node, onDone }: NodeActionsProps) {
  const { t } = useTranslation('explore');
  const { state, actions, pins, canvas } = explore;
  const chosen = state.choisis.includes(node.key);
  // The only one chosen: its own panel is open, and closes.
  const isAlone = chosen && state.choisis.length === 1;
  const walked = toSteps(state).some(({ key }) => key === node.key);
  const act = (run: () => void) => () => {
    run();
    onDone?.();
  };
  return (
    <ul className={styles.actions}>
      {node.ways
        .filter(({ total, shown }) => total > shown)
        .map((way) => (
          <StepButton key={way.relation} explore={explore} node={node} way={way} onDone={onDone} />
        ))}
      {walked && (
        <li>
          <button type="button" onClick={act(() => actions.collapse(node.key))}>
            {t('action.collapse')}
          </button>
        </li>
      )}
      <li>
        <button
          type="button"
          onClick={act(() => actions.startFrom([node.key], firstWay(node.ways)?.relation))}
        >
          {t('action.startFrom')}
        </button>
      </li>
      <li>
        <button
          type="button"
          aria-pressed={state.autour === node.key}
          onClick={act(() => actions.focusOn(state.autour === node.key ? null : node.key))}
        >
          {state.autour === node.key ? t('action.unfocus') : t('action.focus')}
        </button>
      </li>
      {state.choisis.length > 0 && !isAlone && (
        <li>
          <button type="button" onClick={act(() => actions.choose(node.key, true))}>
            {t(chosen ? 'action.unchoose' : 'action.chooseToo')}
          </button>
        </li>
      )}
      {node.key in pins ? (
        <li>
          <button type="button" onClick={act(() => actions.unpin(node.key))}>
            {t('action.unpin')}
          </button>
        </li>
      ) : (
        state.vue === 'graphe' && (
          <li>
            <button
              type="button"
              onClick={act(() => {
                const at = canvas.current?.positions()[node.key];
                if (at) actions.pin({ [node.key]: at });
              })}
            >
              {t('action.pin')}
            </button>
          </li>
        )
      )}
      <li>
        <button type="button" onClick={act(() => actions.hide([node.key]))}>
          {t('action.hide')}
        </button>
      </li>
      <li>
        <Link to={nodePath(node)}>{t('action.open')}</Link>
      </li>
    </ul>
  );
}

/** The actions of a node behind a button, for the row of a list. */
export function NodeMenu({ explore, node }: Omit<NodeActionsProps, 'onDone'>) {
  const { t } = useTranslation('explore');
  const label = t('actionsOf', { name: node.label });
  return (
    <Popover
      label={label}
      align="end"
      trigger={(trigger) => (
        <IconButton {...trigger} label={label} icon={<MoreHorizontal size={18} aria-hidden />} />
      )}
    >
      {(close) => <NodeActions explore={explore} node={node} onDone={close} />}
    </Popover>
  );
}
