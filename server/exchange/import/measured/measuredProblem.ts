import type { Sentence } from '../reasons';

/** A cell, or a whole row, that a file of measured figures may not have. */
export interface MeasuredProblem {
  /** Line of the file, the header being line 1. */
  line: number;
  /** Header of the column as written; empty when the whole row is meant. */
  column: string;
  /** The cell as written. */
  value: string;
  reason: Sentence;
}

/** Nothing of a file was written: some of its rows have to be mended first. */
export class MeasuredProblemsError extends Error {
  override readonly name = 'MeasuredProblemsError';

  /** The first of them, and how many more there are, in both languages. */
  readonly reason: Sentence;

  constructor(
    readonly file: string,
    readonly problems: readonly MeasuredProblem[],
  ) {
    const { line, column, reason } = problems[0]!;
    const more = problems.length - 1;
    const fr = `${file}, ligne ${line}${column ? `, colonne ${column}` : ''} : ${reason.fr}${more ? ` (et ${more} de plus)` : ''}`;
    const en = `${file}, line ${line}${column ? `, column ${column}` : ''}: ${reason.en}${more ? ` (and ${more} more)` : ''}`;
    super(en);
    this.reason = { fr, en };
  }
}
