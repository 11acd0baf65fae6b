/** How a statement is known, best first. */
export const statuses = ['DECLARED', 'DOCUMENTED', 'REGISTER', 'INFERRED'] as const;

/** How a statement is known. */
export type Status = (typeof statuses)[number];

/** What one source says of one value. */
export interface Statement {
  /** The value as text that equals for equal values. */
  value: string;
  status: Status;
  /** ISO 8601 day, month or year; null when unknown. */
  statedOn: string | null;
  sourceId: string;
}

/** Statements about one value, weighed. */
export interface Weighed {
  /** The statement that wins; undefined when there is none. */
  winner: Statement | undefined;
  /** Every statement, best first. */
  ranked: Statement[];
  /** Whether two of them disagree. */
  isConflicting: boolean;
}

/** Place of a status: 0 for the best. */
export function rankOf(status: Status): number {
  return statuses.indexOf(status);
}

/**
 * Weighs what is said of one value: the best status wins, then the newest, then the first source in alphabetical order, so
 * that the answer does not depend on the order given. A date that is unknown is older than any known.
 *
 * @param statements - in any order; empty gives no winner
 */
export function weigh(statements: readonly Statement[]): Weighed {
  const ranked = [...statements].sort(
    (a, b) =>
      rankOf(a.status) - rankOf(b.status) ||
      compareText(b.statedOn ?? '', a.statedOn ?? '') ||
      compareText(a.sourceId, b.sourceId),
  );
  const values = new Set(ranked.map(({ value }) => value));
  return { winner: ranked[0], ranked, isConflicting: values.size > 1 };
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * Status of a value of which nothing is said but by the sources of its whole row: that of a register when its identifier
 * begins with `reg-`, else that of a document; the best of them when there are several.
 *
 * @param sources - identifiers; with none, the value is taken as inferred: nobody says it
 */
export function impliedStatus(sources: readonly string[]): Status {
  if (sources.length === 0) return 'INFERRED';
  return sources.every((id) => id.startsWith('reg-')) ? 'REGISTER' : 'DOCUMENTED';
}
