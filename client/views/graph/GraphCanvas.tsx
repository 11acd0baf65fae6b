import { Lasso, Maximize, Minus, Plus } from 'lucide-react';
import { useRef, useState, type PointerEvent, type Ref, useImperativeHandle } from 'react';
import { type TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../components/controls/IconButton';
import type { Point } from './canvasTypes';
import { IconSheet } from './IconSheet';
import type { IconDrawings } from './nodeImages';
import { useGraphCanvas, type CanvasView, type GraphCanvasOptions } from './useGraphCanvas';
import styles from './GraphCanvas.module.css';

/** Properties of {@link GraphCanvas}. */
export interface GraphCanvasProps extends Omit<GraphCanvasOptions, 'icons' | 'backdropRef'> {
  /** What the picture shows and where its list is, said to screen readers. */
  label: string;
  /** Lines drawn under the network, as an SVG path in the units of the canvas: borders of a map. */
  backdrop?: string;
  /** Without the tools, for a small picture in a page. */
  plain?: boolean;
  /** What can be done to the view. */
  ref?: Ref<CanvasView>;
}

/**
 * The network, drawn. It says nothing that the list beside it does not say: to screen readers it is one picture,
 * named by `label`.
 */
export function GraphCanvas({ label, plain = false, backdrop, ref, ...options }: GraphCanvasProps) {
  // Asked for here and not by the tools, which come with the graph: waiting for their words would take down what is drawn.
  const { t } = useTranslation('graph');
  const container = useRef<HTMLDivElement>(null);
  const [icons, setIcons] = useState<IconDrawings | null>(null);
  const [lassoing, setLassoing] = useState(false);
  const ground = useRef<SVGGElement>(null);
  const { view, settling } = useGraphCanvas(container, { ...options, icons, backdropRef: ground });
  useImperativeHandle(ref, () => view, [view]);
  return (
    <div className={styles.frame} data-settled={!settling || undefined}>
      <IconSheet onReady={setIcons} />
      <svg className={styles.backdrop} aria-hidden>
        <g ref={ground}>{backdrop && <path d={backdrop} vectorEffect="non-scaling-stroke" />}</g>
      </svg>
      <div
        ref={container}
        className={styles.canvas}
        {...(options.graph ? { role: 'img', 'aria-label': label } : {})}
      />
      {lassoing && (
        <LassoPane
          onEnd={(polygon) => {
            setLassoing(false);
            options.events.onChooseMany?.(view.inside(polygon));
          }}
        />
      )}
      {!plain && options.graph && (
        <Tools t={t} view={view} lassoing={lassoing} onLasso={() => setLassoing(!lassoing)} />
      )}
    </div>
  );
}

interface ToolsProps {
  t: TFunction<'graph'>;
  view: CanvasView;
  lassoing: boolean;
  onLasso: () => void;
}

function Tools({ t, view, lassoing, onLasso }: ToolsProps) {
  return (
    <div className={styles.tools} data-print="hide">
      <IconButton
        label={t('zoomIn')}
        icon={<Plus size={18} aria-hidden />}
        onClick={() => view.zoomBy(1.4)}
      />
      <IconButton
        label={t('zoomOut')}
        icon={<Minus size={18} aria-hidden />}
        onClick={() => view.zoomBy(1 / 1.4)}
      />
      <IconButton label={t('fit')} icon={<Maximize size={18} aria-hidden />} onClick={() => view.fit()} />
      <IconButton
        label={t('lasso')}
        pressed={lassoing}
        icon={<Lasso size={18} aria-hidden />}
        onClick={onLasso}
      />
    </div>
  );
}

/** A pane over the canvas on which one draws around the nodes to choose. */
function LassoPane({ onEnd }: { onEnd: (polygon: Point[]) => void }) {
  const [polygon, setPolygon] = useState<Point[]>([]);
  const pointOf = (event: PointerEvent): Point => {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    return { x: event.clientX - left, y: event.clientY - top };
  };
  return (
    <svg
      className={styles.lasso}
      aria-hidden
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        setPolygon([pointOf(event)]);
      }}
      onPointerMove={(event) => {
        if (polygon.length > 0) setPolygon([...polygon, pointOf(event)]);
      }}
      onPointerUp={() => onEnd(polygon)}
    >
      <polygon points={polygon.map(({ x, y }) => `${x},${y}`).join(' ')} />
    </svg>
  );
}
