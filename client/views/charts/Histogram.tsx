import { useId } from 'react';
import { scaleLinear } from 'd3-scale';
import styles from './Histogram.module.css';

/** One column: from where to where, how many. */
export interface HistogramBin {
  /** Bounds as they are written. */
  label: string;
  count: number;
  /** The count in words: “142 communes”. */
  written: string;
  /** Colour token; `accent` unless told. */
  token?: string;
}

/** Properties of {@link Histogram}. */
export interface HistogramProps {
  /** What is counted, of what, and from when. */
  caption: string;
  bins: readonly HistogramBin[];
  /** Label under the first and the last column. */
  from: string;
  to: string;
}

const WIDTH = 320;
const HEIGHT = 96;

/** How many fall in each class, as columns; screen readers get the list of the counts. Without columns: nothing. */
export function Histogram({ caption, bins, from, to }: HistogramProps) {
  const id = useId();
  if (bins.length === 0) return null;
  const most = Math.max(1, ...bins.map((bin) => bin.count));
  const height = scaleLinear([0, most], [0, HEIGHT]);
  const step = WIDTH / bins.length;
  return (
    <figure className={styles.figure} aria-labelledby={id}>
      <figcaption id={id} className={styles.caption}>
        {caption}
      </figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" className={styles.chart} aria-hidden>
        {bins.map((bin, index) => (
          <rect
            key={bin.label}
            x={index * step + 1}
            y={HEIGHT - height(bin.count)}
            width={Math.max(1, step - 2)}
            height={height(bin.count)}
            style={{ fill: `var(--${bin.token ?? 'accent'})` }}
          >
            <title>{`${bin.label} : ${bin.written}`}</title>
          </rect>
        ))}
      </svg>
      <div className={styles.axis} aria-hidden>
        <span>{from}</span>
        <span>{to}</span>
      </div>
      <ul className="visually-hidden">
        {bins.map((bin) => (
          <li key={bin.label}>{`${bin.label} : ${bin.written}`}</li>
        ))}
      </ul>
    </figure>
  );
}
