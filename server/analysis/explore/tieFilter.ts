import type { TieKind } from '../network/tieColumns';
import { dateNumber } from '../network/tieDates';
import { spanOf } from './exploreGraph';
import type { RegionTie } from './regionTies';

/** Which ties between actors count. */
export interface TieFilter {
  /** Empty for all kinds. */
  kinds: readonly TieKind[];
  /** `2015`, `2015-06` or `2015-06-30`; `null` for no bound. */
  from: string | null;
  to: string | null;
  /** Whether a tie that cannot be placed between the bounds stays. */
  undated: boolean;
}

/** Every tie. */
export const anyTie: TieFilter = { kinds: [], from: null, to: null, undated: true };

/**
 * Whether a tie counts. A tie without an end goes on; one whose start is unknown cannot be placed, unless it ended
 * before the first bound.
 *
 * @throws RangeError when a bound is not a date
 */
export function keepsTie({ kinds, from, to, undated }: TieFilter): (tie: RegionTie) => boolean {
  const first = dateNumber(from, 'start');
  const last = dateNumber(to, 'end');
  const dated = from !== null || to !== null;
  return (tie) => {
    if (kinds.length > 0 && !kinds.includes(tie.kind)) return false;
    if (!dated) return true;
    const { start, end } = spanOf(tie);
    if (end < first || start > last) return false;
    return !Number.isNaN(start) || undated;
  };
}
