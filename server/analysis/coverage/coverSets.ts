import type { TravelTimes } from './travel';

/** Which origins each candidate place would cover: `origins[offsets[c] .. offsets[c + 1])`. */
export interface CoverSets {
  originCount: number;
  candidateCount: number;
  offsets: Uint32Array;
  origins: Uint32Array;
}

/**
 * A covering problem made as small as it can be without changing its answer: rows nobody lives in or that are covered already left out,
 * rows that the same candidates cover merged, candidates that cover no more than another left out.
 */
export interface CoverProblem {
  /** People of each row. */
  weights: Float64Array;
  /** Candidate of `sets` that each remaining candidate is. */
  candidates: Uint32Array;
  /** Rows of each remaining candidate, ascending. */
  rowsOf: Uint32Array[];
  /** Remaining candidates of each row, ascending. */
  candidatesOf: Uint32Array[];
}

/** Cover sets from travel times whose destinations are the candidates; both ends of the limit included. */
export function toCoverSets(travel: TravelTimes, minutes: number): CoverSets {
  if (!(minutes <= travel.maxMinutes))
    throw new RangeError(`travel times stop at ${travel.maxMinutes} minutes, short of ${minutes}`);
  const offsets = new Uint32Array(travel.destinationCount + 1);
  const origins = new Uint32Array(travel.origins.length);
  let length = 0;
  for (let c = 0; c < travel.destinationCount; c++) {
    for (let pair = travel.offsets[c]!; pair < travel.offsets[c + 1]!; pair++)
      if (travel.minutes[pair]! <= minutes) origins[length++] = travel.origins[pair]!;
    offsets[c + 1] = length;
  }
  return {
    originCount: travel.originCount,
    candidateCount: travel.destinationCount,
    offsets,
    origins: origins.slice(0, length),
  };
}

/**
 * Reduces a covering problem; see {@link CoverProblem}.
 *
 * @param people - by origin; unknown (`NaN`) and 0 count for nothing
 * @param alreadyCovered - 1 where an origin needs no further place
 */
export function reduceCover(
  sets: CoverSets,
  people: ArrayLike<number>,
  alreadyCovered?: ArrayLike<number>,
): CoverProblem {
  const candidatesOfOrigin: number[][] = Array.from({ length: sets.originCount }, () => []);
  for (let c = 0; c < sets.candidateCount; c++)
    for (let place = sets.offsets[c]!; place < sets.offsets[c + 1]!; place++) {
      const i = sets.origins[place]!;
      if (people[i]! > 0 && !alreadyCovered?.[i]) candidatesOfOrigin[i]!.push(c);
    }
  const all = Array.from({ length: sets.candidateCount }, (_, c) => c);
  const merged = mergeRows(candidatesOfOrigin, people, all);
  const kept = withoutDominated(merged);
  const position = new Map(kept.map((c, k) => [c, k]));
  const thinned = merged.candidatesOf.map((list) => Array.from(list).filter((c) => position.has(c)));
  const again = mergeRows(thinned, merged.weights, kept);
  return again;
}

/** Rows with the same candidates become one; `kept` are the candidates that stay, ascending. */
function mergeRows(
  candidatesOf: readonly (readonly number[])[],
  weights: ArrayLike<number>,
  kept: readonly number[],
): CoverProblem {
  const position = new Map(kept.map((c, k) => [c, k]));
  const rows = new Map<string, { list: Uint32Array; weight: number }>();
  candidatesOf.forEach((list, i) => {
    if (list.length === 0) return;
    const key = list.join(' ');
    const row = rows.get(key);
    if (row) row.weight += weights[i]!;
    else rows.set(key, { list: Uint32Array.from(list, (c) => position.get(c)!), weight: weights[i]! });
  });
  const merged = [...rows.values()];
  const rowsOf: number[][] = kept.map(() => []);
  merged.forEach(({ list }, row) => list.forEach((k) => rowsOf[k]!.push(row)));
  return {
    weights: Float64Array.from(merged, ({ weight }) => weight),
    candidates: Uint32Array.from(kept),
    rowsOf: rowsOf.map((list) => Uint32Array.from(list)),
    candidatesOf: merged.map(({ list }) => list),
  };
}

/** Candidates whose rows no other candidate covers all of; of equal ones the first. Candidates without rows go. */
function withoutDominated({ rowsOf, candidatesOf }: CoverProblem): number[] {
  const dominated = (c: number): boolean => {
    const rows = rowsOf[c]!;
    if (rows.length === 0) return true;
    const rarest = rows.reduce((best, row) =>
      candidatesOf[row]!.length < candidatesOf[best]!.length ? row : best,
    );
    return candidatesOf[rarest]!.some((other) => {
      if (other === c) return false;
      const theirs = rowsOf[other]!;
      if (theirs.length < rows.length || (theirs.length === rows.length && other > c)) return false;
      return isSubset(rows, theirs);
    });
  };
  return rowsOf.map((_, c) => c).filter((c) => !dominated(c));
}

function isSubset(small: Uint32Array, large: Uint32Array): boolean {
  let at = 0;
  for (const row of small) {
    while (at < large.length && large[at]! < row) at++;
    if (large[at] !== row) return false;
  }
  return true;
}
