import type { ReactNode } from 'react';
import styles from './ShareBars.module.css';

/** One bar: a part of a score, a share of a total. */
export interface ShareBar {
  id: string;
  label: ReactNode;
  /** 0 to 1; null when nobody knows, and the bar is then hatched. */
  share: number | null;
  /** The figure as it is written, with its unit. */
  written: string;
  /** Why: what proves it. */
  detail?: ReactNode;
  /** Colour token without dashes: `accent` unless told, `validation`, `fabrication`… */
  token?: string;
}

/** Properties of {@link ShareBars}. */
export interface ShareBarsProps {
  /** What the bars measure, said to screen readers. */
  label: string;
  bars: readonly ShareBar[];
}

/** Bars under each other on the same scale from nothing to all, each with its words and its figure. */
export function ShareBars({ label, bars }: ShareBarsProps) {
  return (
    <ul className={styles.bars} aria-label={label}>
      {bars.map((bar) => (
        <li key={bar.id} className={styles.bar}>
          <span className={styles.label}>{bar.label}</span>
          <span className={styles.written}>{bar.written}</span>
          <span className={styles.track} data-unknown={bar.share == null || undefined} aria-hidden>
            {bar.share != null && (
              <span
                className={styles.fill}
                style={{
                  width: `${Math.min(1, Math.max(0, bar.share)) * 100}%`,
                  background: bar.token ? `var(--${bar.token})` : undefined,
                }}
              />
            )}
          </span>
          {bar.detail && <div className={styles.detail}>{bar.detail}</div>}
        </li>
      ))}
    </ul>
  );
}
