import type { Highs } from 'highs';
import { solveProgram } from '../../coverage/mixedInteger';
import type { ProgramRow } from '../../coverage/mixedInteger';
import { approximateCover, countBits } from './approximateCover';
import { deepenCover } from './deepenCover';

/** Most needs a team is looked for: a set of needs is the bits of a 32-bit number. */
export const MAX_NEEDS = 30;
/** Most needs for which every subset is visited. */
const MAX_EXACT_NEEDS = 14;
/** Choices looked at for each smaller size. */
const DEEPEN_BUDGET = 1_000_000;

/** How a smallest size was found. */
export type CoverMethod = 'MIXED_INTEGER' | 'DYNAMIC_PROGRAMME' | 'LOCAL_SEARCH';

/** The fewest sets that cover all needs, as far as is known. */
export interface FewestSets {
  /** Number of sets of the smallest cover found. */
  size: number;
  /** No cover has fewer. Equal to `size` when proven. */
  bound: number;
  method: CoverMethod;
}

/**
 * The fewest sets whose union is `all`: by mixed-integer programming; where the solver is not there or stops at its time, by visiting every
 * subset of up to 14 needs; else by greedy cover, local search and search by depth within a budget, with the best bound known.
 *
 * @param sets - each a set of needs as bits; their union must be `all`
 * @param all - bits of the needs to cover; 0 gives size 0
 * @param solver - `null` when it could not be loaded
 */
export function fewestSets(
  sets: readonly number[],
  all: number,
  solver: Highs | null,
  timeLimitSeconds: number,
): FewestSets {
  const kept = dropDominated(sets.map((set) => set & all));
  if (all === 0) return { size: 0, bound: 0, method: 'DYNAMIC_PROGRAMME' };
  const found = approximateCover(kept, all).length;
  let bound = simpleBound(kept, all);
  if (solver) {
    const answer = solveProgram(solver, toProgram(kept, all), timeLimitSeconds);
    if (answer.status === 'OPTIMAL') {
      const size = Math.round(answer.bound);
      return { size, bound: size, method: 'MIXED_INTEGER' };
    }
    if (Number.isFinite(answer.bound)) bound = Math.max(bound, Math.ceil(answer.bound - 1e-6));
  }
  const width = 32 - Math.clz32(all);
  if (width <= MAX_EXACT_NEEDS) {
    const size = fewestForEach(kept, width)[all]!;
    return { size, bound: size, method: 'DYNAMIC_PROGRAMME' };
  }
  return deepen(kept, all, { size: found, bound, method: 'LOCAL_SEARCH' });
}

/** Looks for ever smaller covers than the one found, until there is none, the bound is met or the budget is spent. */
function deepen(sets: readonly number[], all: number, found: FewestSets): FewestSets {
  let { size, bound } = found;
  while (size > bound) {
    const smaller = deepenCover(sets, all, size - 1, DEEPEN_BUDGET);
    if (smaller.kind === 'FOUND') size = smaller.cover.length;
    if (smaller.kind === 'NONE') bound = size;
    if (smaller.kind === 'UNKNOWN') break;
  }
  return { size, bound, method: found.method };
}

/** Sets that no other contains; equal ones once. */
export function dropDominated(sets: readonly number[]): number[] {
  const distinct = [...new Set(sets)].filter((set) => set !== 0);
  return distinct.filter((set) => !distinct.some((other) => other !== set && (set & other) === set));
}

/** Fewest sets that cover each subset of `width` needs, every subset visited; 255 where no number does. */
export function fewestForEach(sets: readonly number[], width: number): Uint8Array {
  const fewest = new Uint8Array(2 ** width).fill(255);
  fewest[0] = 0;
  for (let wanted = 1; wanted < fewest.length; wanted++) {
    const first = wanted & -wanted;
    for (const set of sets) {
      if ((set & first) === 0) continue;
      const before = fewest[wanted & ~set]!;
      if (before < 254 && before + 1 < fewest[wanted]!) fewest[wanted] = before + 1;
    }
  }
  return fewest;
}

/** A number of sets that no cover can go below: needs ÷ largest set, or needs no two of which one set covers. */
function simpleBound(sets: readonly number[], all: number): number {
  const largest = Math.max(...sets.map(countBits));
  let apart = 0;
  let rest = all;
  const bits = [...Array(MAX_NEEDS).keys()].filter((bit) => (all >>> bit) & 1);
  const reach = new Map(
    bits.map((bit) => [bit, sets.reduce((union, set) => ((set >>> bit) & 1 ? union | set : union), 0)]),
  );
  for (const bit of bits.sort((x, y) => countBits(reach.get(x)!) - countBits(reach.get(y)!)))
    if ((rest >>> bit) & 1) {
      apart++;
      rest &= ~reach.get(bit)!;
    }
  return Math.max(apart, Math.ceil(countBits(all) / largest));
}

function toProgram(sets: readonly number[], all: number) {
  const rows: ProgramRow[] = [];
  for (let bit = 0; bit < MAX_NEEDS; bit++) {
    if (((all >>> bit) & 1) === 0) continue;
    const indices = [...sets.keys()].filter((s) => (sets[s]! >>> bit) & 1);
    rows.push({ indices, values: indices.map(() => 1), lower: 1, upper: Infinity });
  }
  return {
    sense: 'MINIMISE' as const,
    costs: new Float64Array(sets.length).fill(1),
    whole: new Uint8Array(sets.length).fill(1),
    rows,
  };
}
