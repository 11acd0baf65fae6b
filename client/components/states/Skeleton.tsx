import { useTranslation } from 'react-i18next';
import { useDelayed } from '../../lib/useDelayed';
import styles from './Skeleton.module.css';

/** Shape of what is coming. */
export type SkeletonShape = 'rows' | 'text' | 'table' | 'figures' | 'page' | 'pane';

/** Properties of {@link Skeleton}. */
export interface SkeletonProps {
  shape?: SkeletonShape;
  /** How many lines, rows or figures. */
  count?: number;
}

const pieces: Record<SkeletonShape, string[]> = {
  rows: ['mark', 'line', 'short'],
  text: ['line'],
  table: ['cell', 'cell', 'cell', 'cell'],
  figures: ['label', 'value'],
  page: ['line', 'short'],
  pane: ['fill'],
};

/**
 * The shape of what is coming, after 150 ms: what is quicker shows nothing, and nothing jumps when it comes.
 * The place is held from the start.
 */
export function Skeleton({ shape = 'rows', count = 6 }: SkeletonProps) {
  const { t } = useTranslation('components');
  const visible = useDelayed(true);
  const blocks = shape === 'pane' ? 1 : count;
  return (
    <div className={styles.skeleton} data-shape={shape} data-visible={visible || undefined} aria-busy>
      <span className="visually-hidden" role="status">
        {visible ? t('loading') : ''}
      </span>
      {shape === 'page' && <span className={styles.title} />}
      {Array.from({ length: blocks }, (_, index) => (
        <div key={index} className={styles.block} aria-hidden>
          {pieces[shape].map((piece, position) => (
            <span key={position} className={styles[piece]} />
          ))}
        </div>
      ))}
    </div>
  );
}
