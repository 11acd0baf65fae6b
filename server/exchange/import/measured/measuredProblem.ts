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

  constructor(
    readonly file: string,
    readonly problems: readonly MeasuredProblem[],
  ) {
    const [first] = problems;
    super(
      `${file}, line ${first!.line}${first!.column ? `, column ${first!.column}` : ''}: ${first!.reason.en}` +
        (problems.length > 1 ? ` (and ${problems.length - 1} more)` : ''),
    );
  }
}
