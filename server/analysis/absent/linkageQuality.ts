import type { RegisterMatch } from './matchRegister';

/** A pair of a register row and an actor that somebody has judged. */
export interface LabelledPair {
  row: string;
  actor: string;
  same: boolean;
}

/** How right the verdicts are on judged pairs. */
export interface Rightness {
  /** Pairs said to be the same that are; said and are not; are and were not said. */
  right: number;
  wrong: number;
  missed: number;
  /** `right ÷ (right + wrong)`; `null` when nothing was said. */
  precision: number | null;
  /** `right ÷ (right + missed)`; `null` when nothing is the same. */
  recall: number | null;
}

/** Rightness of the sure verdicts alone, and of sure and to review together (whether the right actor is put before the person who decides). */
export interface LinkageQuality {
  sure: Rightness;
  withReview: Rightness;
}

/**
 * Precision and recall of matching on judged pairs. Only judged pairs count: what the matching says of other pairs is neither right nor wrong.
 * A pair whose row has no verdict counts as not said.
 */
export function linkageQuality(
  pairs: readonly LabelledPair[],
  matches: readonly RegisterMatch[],
): LinkageQuality {
  const byRow = new Map(matches.map((match) => [match.row, match]));
  const rate = (statuses: readonly RegisterMatch['status'][]): Rightness => {
    const counts = { right: 0, wrong: 0, missed: 0 };
    for (const { row, actor, same } of pairs) {
      const match = byRow.get(row);
      const said = match !== undefined && match.actor === actor && statuses.includes(match.status);
      if (said) counts[same ? 'right' : 'wrong']++;
      else if (same) counts.missed++;
    }
    const { right, wrong, missed } = counts;
    return {
      ...counts,
      precision: right + wrong > 0 ? right / (right + wrong) : null,
      recall: right + missed > 0 ? right / (right + missed) : null,
    };
  };
  return { sure: rate(['SURE']), withReview: rate(['SURE', 'TO_REVIEW']) };
}
