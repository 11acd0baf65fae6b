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
  const { rowOf: _, ...problem } = mergeRows(thinned, merged.weights, kept);
  return problem;
}

/**
 * The same problem over some of its candidates: rows that they cover alike are merged, rows that none of them covers go.
 *
 * @param kept - indices of candidates of `problem`
 * @returns the smaller problem, and the row of it that each row of `problem` went into; −1 when it went
 */
export function restrictCover(
  problem: CoverProblem,
  kept: readonly number[],
): { problem: CoverProblem; rowOf: Int32Array } {
  const ascending = [...kept].sort((a, b) => a - b);
  const isKept = new Set(ascending);
  const thinned = problem.candidatesOf.map((list) => Array.from(list).filter((c) => isKept.has(c)));
  const { rowOf, ...merged } = mergeRows(thinned, problem.weights, ascending);
  const candidates = merged.candidates.map((c) => problem.candidates[c]!);
  return { problem: { ...merged, candidates }, rowOf };
}

/** Rows with the same candidates become one; `kept` are the candidates that stay, ascending. */
function mergeRows(
  candidatesOf: readonly (readonly number[])[],
  weights: ArrayLike<number>,
  kept: readonly number[],
): CoverProblem & { rowOf: Int32Array } {
  const position = new Map(kept.map((c, k) => [c, k]));
  const rowOfKey = new Map<string, number>();
  const rowOf = new Int32Array(candidatesOf.length).fill(-1);
  const lists: Uint32Array[] = [];
  const sums: number[] = [];
  candidatesOf.forEach((list, i) => {
    if (list.length === 0) return;
    const key = list.join(' ');
    const row = rowOfKey.get(key) ?? lists.push(Uint32Array.from(list, (c) => position.get(c)!)) - 1;
    rowOfKey.set(key, row);
    rowOf[i] = row;
    sums[row] = (sums[row] ?? 0) + weights[i]!;
  });
  const rowsOf: number[][] = kept.map(() => []);
  lists.forEach((list, row) => list.forEach((k) => rowsOf[k]!.push(row)));
  return {
    weights: Float64Array.from(sums),
    candidates: Uint32Array.from(kept),
    rowsOf: rowsOf.map((list) => Uint32Array.from(list)),
    candidatesOf: lists,
    rowOf,
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
