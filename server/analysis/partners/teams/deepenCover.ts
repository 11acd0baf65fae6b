import { countBits } from './approximateCover';

/** What a search by depth says of covers of at most so many sets. */
export type DeepenedCover =
  | { kind: 'FOUND'; cover: number[] }
  /** There is none. */
  | { kind: 'NONE' }
  /** The search stopped at its budget. */
  | { kind: 'UNKNOWN' };

/**
 * Looks for a cover of at most `most` sets, depth-first over the need that fewest sets cover, larger gains first, cut where too few choices are
 * left for what is missing.
 *
 * @param sets - bits of needs, none containing another
 * @param budget - most choices looked at
 */
export function deepenCover(
  sets: readonly number[],
  all: number,
  most: number,
  budget: number,
): DeepenedCover {
  const byNeed = new Map<number, number[]>();
  for (let rest = all; rest !== 0; rest &= rest - 1) {
    const need = rest & -rest;
    byNeed.set(
      need,
      sets.filter((set) => (set & need) !== 0),
    );
  }
  const largest = Math.max(1, ...sets.map(countBits));
  const cover: number[] = [];
  let looked = 0;
  const visit = (left: number): boolean => {
    if (left === 0) return true;
    const room = most - cover.length;
    if (countBits(left) > room * largest || looked > budget) return false;
    let options: number[] | null = null;
    for (let rest = left; rest !== 0; rest &= rest - 1) {
      const list = byNeed.get(rest & -rest)!;
      if (options === null || list.length < options.length) options = list;
    }
    const parts = new Map(options!.map((set) => [set & left, set]));
    looked += parts.size;
    for (const [, set] of [...parts].sort(([x], [y]) => countBits(y) - countBits(x))) {
      if (room === 1 && (left & ~set) !== 0) continue;
      cover.push(set);
      if (visit(left & ~set)) return true;
      cover.pop();
    }
    return false;
  };
  if (visit(all)) return { kind: 'FOUND', cover };
  return looked > budget ? { kind: 'UNKNOWN' } : { kind: 'NONE' };
}
