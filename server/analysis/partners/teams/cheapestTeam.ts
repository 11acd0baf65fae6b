import { dropDominated, fewestForEach } from './fewestSets';
import { countBits } from './approximateCover';

/** Most needs for which the search knows exactly how many more actors are needed. */
const MAX_TABLE_NEEDS = 14;

/** A choice of actors, numbered as in a pool. */
export interface TeamProblem {
  /** Needs that each actor of the pool covers, as bits. */
  covers: readonly number[];
  /** Needs to cover. */
  all: number;
  /** Most actors to choose; the smallest size, so that all are chosen. */
  size: number;
  /** Cost of choosing an actor, whatever the others. */
  own: Float64Array;
  /** Cost of choosing both of a pair: `pair[i * covers.length + j]`, symmetric, not negative. */
  pair: Float64Array;
  /** Teams that the answer must differ from, each in at least `difference` actors. */
  unlike: readonly (readonly number[])[];
  difference: number;
  /** Most costs looked at before the search stops. */
  budget: number;
}

/** The cheapest team found. */
export interface CheapestTeam {
  /** `null` when there is none of that size, or none different enough. */
  chosen: number[] | null;
  cost: number;
  /** False when the search stopped at its budget. */
  proven: boolean;
}

/**
 * The cheapest of the teams of a given size that cover all needs, Σ own + Σ pair: depth-first over the need with fewest actors, cheapest
 * actor first, cut where the cost already exceeds the best or too few choices are left.
 */
export function cheapestTeam(problem: TeamProblem): CheapestTeam {
  const { covers, all, size, own, pair, budget } = problem;
  const n = covers.length;
  const holders = holdersByNeed(covers, all);
  const atLeast = createLeastSize(covers, all);
  const best: CheapestTeam = { chosen: null, cost: Number.POSITIVE_INFINITY, proven: true };
  const chosen: number[] = [];
  let looked = 0;
  const visit = (left: number, cost: number): void => {
    if (left === 0) {
      if (cost < best.cost - 1e-9 && isUnlike(problem, chosen)) {
        best.chosen = [...chosen];
        best.cost = cost;
      }
      return;
    }
    const options = rarest(holders, left)
      .filter(
        (actor) => !chosen.includes(actor) && chosen.length + 1 + atLeast(left & ~covers[actor]!) <= size,
      )
      .map((actor) => ({
        actor,
        added: chosen.reduce((sum, other) => sum + pair[actor * n + other]!, own[actor]!),
      }))
      .sort((x, y) => x.added - y.added || x.actor - y.actor);
    looked += options.length * (chosen.length + 1);
    for (const { actor, added } of options) {
      if (cost + added >= best.cost - 1e-9) break;
      // Some answer is worth a longer look than a better one.
      if (looked > budget * (best.chosen === null ? 4 : 1)) {
        best.proven = false;
        return;
      }
      chosen.push(actor);
      visit(left & ~covers[actor]!, cost + added);
      chosen.pop();
    }
  };
  visit(all, 0);
  return best;
}

function isUnlike({ unlike, difference }: TeamProblem, chosen: readonly number[]): boolean {
  return unlike.every((team) => chosen.filter((actor) => !team.includes(actor)).length >= difference);
}

function holdersByNeed(covers: readonly number[], all: number): Map<number, number[]> {
  const holders = new Map<number, number[]>();
  for (let left = all; left !== 0; left &= left - 1) {
    const need = left & -left;
    holders.set(
      need,
      [...covers.keys()].filter((actor) => (covers[actor]! & need) !== 0),
    );
  }
  return holders;
}

function rarest(holders: ReadonlyMap<number, number[]>, left: number): number[] {
  let fewest: number[] | null = null;
  for (let rest = left; rest !== 0; rest &= rest - 1) {
    const list = holders.get(rest & -rest)!;
    if (fewest === null || list.length < fewest.length) fewest = list;
  }
  return fewest ?? [];
}

/** How many actors at least cover what is left: exactly for up to 14 needs, else by the largest set. */
function createLeastSize(covers: readonly number[], all: number): (left: number) => number {
  const kept = dropDominated(covers.map((set) => set & all));
  const width = 32 - Math.clz32(all);
  if (width <= MAX_TABLE_NEEDS) {
    const table = fewestForEach(kept, width);
    return (left) => table[left]!;
  }
  const largest = Math.max(1, ...kept.map(countBits));
  return (left) => Math.ceil(countBits(left) / largest);
}
