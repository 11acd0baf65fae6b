/**
 * A small cover, not proven smallest: greedy (the set that covers most of what is left), then local search until nothing helps: a set that
 * is not needed is dropped, two sets are replaced by one, three by two.
 *
 * @param sets - bits of needs; their union must be `all`
 * @returns the sets chosen
 */
export function approximateCover(sets: readonly number[], all: number): number[] {
  let cover = greedyCover(sets, all);
  for (;;) {
    const better =
      dropUseless(cover, all) ?? replaceByFewer(cover, sets, all, 2) ?? replaceByFewer(cover, sets, all, 3);
    if (better === null) return cover;
    cover = better;
  }
}

function greedyCover(sets: readonly number[], all: number): number[] {
  const cover: number[] = [];
  for (let left = all; left !== 0;) {
    let best = 0;
    let most = 0;
    for (const set of sets) {
      const gain = countBits(set & left);
      if (gain > most) [best, most] = [set, gain];
    }
    if (most === 0) throw new RangeError('the sets do not cover every need');
    cover.push(best);
    left &= ~best;
  }
  return cover;
}

function unionOf(sets: readonly number[]): number {
  return sets.reduce((union, set) => union | set, 0);
}

function dropUseless(cover: readonly number[], all: number): number[] | null {
  for (let k = 0; k < cover.length; k++) {
    const rest = cover.filter((_, j) => j !== k);
    if ((unionOf(rest) & all) === all) return rest;
  }
  return null;
}

/** Replaces some `out` sets of the cover by `out − 1` others, if that can be done; `out` is 2 or 3. */
function replaceByFewer(
  cover: readonly number[],
  sets: readonly number[],
  all: number,
  out: 2 | 3,
): number[] | null {
  for (const removed of combinations(cover.length, out)) {
    const rest = cover.filter((_, k) => !removed.includes(k));
    const missing = all & ~unionOf(rest);
    const useful = [...new Map(sets.map((set) => [set & missing, set]))];
    const one = useful.find(([part]) => part === missing);
    if (one) return [...rest, one[1]];
    if (out === 2) continue;
    for (const [part, set] of useful) {
      const other = part === 0 ? undefined : useful.find(([second]) => (part | second) === missing);
      if (other) return [...rest, set, other[1]];
    }
  }
  return null;
}

function* combinations(n: number, size: 2 | 3): Iterable<number[]> {
  for (let i = 0; i < n; i++)
    for (let j = i + 1; j < n; j++)
      if (size === 2) yield [i, j];
      else for (let k = j + 1; k < n; k++) yield [i, j, k];
}

/** Number of needs in a set given as bits. */
export function countBits(set: number): number {
  let count = 0;
  for (let rest = set; rest !== 0; rest &= rest - 1) count++;
  return count;
}
