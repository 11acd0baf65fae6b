import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '../../../components/states/ErrorState';
import { Skeleton } from '../../../components/states/Skeleton';
import { GraphCanvas } from '../../../views/graph/GraphCanvas';
import type { Explore } from '../state/useExplore';
import { useGround } from '../state/useGround';
import { firstStepLeft } from '../state/steps';
import { CanvasLegend } from './CanvasLegend';
import styles from './Stage.module.css';

/** The network drawn, by its ties or on the ground. */
export function Stage({ explore }: { explore: Explore }) {
  const { t } = useTranslation('explore');
  const { canvas, state, actions, graph, look, pins, nodes, path, query } = explore;
  const onGround = state.vue === 'carte';
  const ground = useGround(onGround);
  const legend = useRef<HTMLDetailsElement>(null);
  if (!graph && query.error) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  const choose = (key: string | null, adding: boolean) => {
    if (key?.startsWith('g~')) return actions.openGroup(key);
    actions.choose(key, adding);
  };
  const open = (key: string) => {
    if (key.startsWith('g~')) actions.openGroup(key);
    const step = firstStepLeft(key, nodes.get(key)?.ways ?? []);
    if (step) actions.expand(step.key, step.relation, step.most);
  };
  return (
    <div className={styles.stage}>
      {/* Before the canvas, which looks for it as soon as it is there. */}
      <CanvasLegend explore={explore} ref={legend} />
      <GraphCanvas
        ref={canvas}
        label={t('canvasLabel', { count: graph?.items.length ?? 0 })}
        graph={graph}
        sizing={state.taille === 'equal' ? 'equal' : 'ties'}
        colouring={look.colouring}
        arrangement={onGround ? 'ground' : 'forces'}
        backdrop={onGround ? ground : undefined}
        chosen={state.choisis}
        path={path}
        pinned={pins}
        focus={state.autour}
        cornerRef={legend}
        events={{
          onChoose: choose,
          onChooseMany: actions.chooseMany,
          onOpen: open,
          onChooseLink: actions.chooseLink,
          onPin: actions.pin,
        }}
      />
      {!graph && (
        <div className={styles.coming}>
          <Skeleton shape="pane" />
        </div>
      )}
    </div>
  );
}
