import { useId, type ReactNode } from 'react';
import styles from './HeatMatrix.module.css';

/** Where a cell stands on the scale: 1 to 5, or null when nobody knows (hatched). */
export type HeatClass = 1 | 2 | 3 | 4 | 5 | null;

/** One cell of the matrix. */
export interface HeatCell {
  heat: HeatClass;
  /** What is written in it: a figure, a word. */
  text: string;
  /** The whole sentence, for screen readers and under the cursor. */
  sentence: string;
}

/** Properties of {@link HeatMatrix}. */
export interface HeatMatrixProps {
  caption: string;
  rowLabels: readonly string[];
  columnLabels: readonly string[];
  /** Row by row; as many rows and columns as labels. */
  cells: readonly (readonly HeatCell[])[];
  /** Five classes of a quantity, or five of a change around a neutral middle. */
  scale?: 'sequential' | 'diverging';
  /** With it a cell is a button: what it opens. */
  onChoose?: (row: number, column: number) => void;
  legend?: ReactNode;
}

function HeatSquare({ cell, scale, onChoose }: { cell: HeatCell; scale: string; onChoose?: () => void }) {
  return (
    <td className={styles.cell} data-scale={scale} data-heat={cell.heat ?? 'none'}>
      {onChoose ? (
        <button type="button" title={cell.sentence} onClick={onChoose}>
          <span aria-hidden>{cell.text}</span>
          <span className="visually-hidden">{cell.sentence}</span>
        </button>
      ) : (
        <span title={cell.sentence}>{cell.text}</span>
      )}
    </td>
  );
}

/** A matrix as a heat map in words: a real table, so that it reads without colour. It scrolls in its own frame. */
export function HeatMatrix(props: HeatMatrixProps) {
  const { caption, rowLabels, columnLabels, cells, scale = 'sequential', onChoose } = props;
  const id = useId();
  return (
    <figure className={styles.figure}>
      <figcaption id={id} className={styles.caption}>
        {caption}
      </figcaption>
      <div className={styles.frame} role="region" aria-labelledby={id} tabIndex={0}>
        <table className={styles.table} aria-labelledby={id}>
          <thead>
            <tr>
              <td />
              {columnLabels.map((label) => (
                <th key={label} scope="col">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rowLabels.map((label, row) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                {cells[row]?.map((cell, column) => (
                  <HeatSquare
                    key={column}
                    cell={cell}
                    scale={scale}
                    onChoose={onChoose && (() => onChoose(row, column))}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {props.legend}
    </figure>
  );
}
