import type { CoverProblem } from './coverSets';

/** People covered by a choice of candidates, each row counted once. */
export function coveredWeight({ weights, rowsOf }: CoverProblem, chosen: Iterable<number>): number {
  const seen = new Uint8Array(weights.length);
  let sum = 0;
  for (const c of chosen)
    for (const row of rowsOf[c]!) {
      if (!seen[row]) sum += weights[row]!;
      seen[row] = 1;
    }
  return sum;
}

/**
 * Takes again and again the candidate that covers most of what is not covered yet: at least 1 − 1/e of the best choice.
 * The first k places of the answer are the greedy answer for k. Ties go to the candidate listed first; it stops when nothing is left to cover.
 *
 * Reference: Nemhauser, Wolsey and Fisher 1978, doi:10.1007/BF01588971.
 */
export function greedyCover(problem: CoverProblem, places: number): number[] {
  const state = new Choice(problem);
  const chosen: number[] = [];
  while (chosen.length < places) {
    const best = state.mostGaining();
    if (best < 0 || state.gain[best]! <= 1e-9) break;
    chosen.push(best);
    state.add(best);
  }
  return chosen;
}

/**
 * Betters a choice by exchanging one place for another as long as that covers more (best exchange first).
 *
 * Reference: Teitz and Bart 1968, doi:10.1287/opre.16.5.955.
 *
 * @param rounds - most exchanges made
 */
export function exchangePlaces(problem: CoverProblem, start: readonly number[], rounds = 200): number[] {
  const chosen = [...start];
  const state = new Choice(problem);
  for (const c of chosen) state.add(c);
  for (let round = 0; round < rounds; round++) {
    let [bestGain, bestOut, bestIn] = [1e-6, -1, -1];
    for (let place = 0; place < chosen.length; place++) {
      const loss = state.remove(chosen[place]!);
      const candidate = state.mostGaining();
      const gain = candidate < 0 ? 0 : state.gain[candidate]! - loss;
      if (gain > bestGain) [bestGain, bestOut, bestIn] = [gain, place, candidate];
      state.add(chosen[place]!);
    }
    if (bestOut < 0) break;
    state.remove(chosen[bestOut]!);
    state.add(bestIn);
    chosen[bestOut] = bestIn;
  }
  return chosen;
}

/** A choice of candidates, and what each candidate would add to it, kept up to date row by row. */
class Choice {
  /** People a candidate covers whom the choice does not. */
  readonly gain: Float64Array;
  private readonly times: Int32Array;

  constructor(private readonly problem: CoverProblem) {
    this.gain = Float64Array.from(problem.rowsOf, (rows) =>
      rows.reduce((sum, row) => sum + problem.weights[row]!, 0),
    );
    this.times = new Int32Array(problem.weights.length);
  }

  add(candidate: number): void {
    for (const row of this.problem.rowsOf[candidate]!)
      if (this.times[row]!++ === 0) this.shift(row, -this.problem.weights[row]!);
  }

  /** @returns people no longer covered */
  remove(candidate: number): number {
    let loss = 0;
    for (const row of this.problem.rowsOf[candidate]!) {
      if (--this.times[row]! > 0) continue;
      loss += this.problem.weights[row]!;
      this.shift(row, this.problem.weights[row]!);
    }
    return loss;
  }

  mostGaining(): number {
    let best = -1;
    for (let c = 0; c < this.gain.length; c++) if (best < 0 || this.gain[c]! > this.gain[best]!) best = c;
    return best;
  }

  private shift(row: number, people: number): void {
    for (const c of this.problem.candidatesOf[row]!) this.gain[c]! += people;
  }
}
