import { reduceCover, type CoverProblem, type CoverSets } from './coverSets';
import { greedyCover } from './greedyCover';
import { loadSolver, solveProgram } from './mixedInteger';

/** The fewest places that leave nobody out. */
export interface SetCovering {
  /** Indices of the candidates chosen. */
  chosen: number[];
  /** No fewer places cover every origin that any candidate covers. */
  bound: number;
  /** Whether `chosen` is known to be the fewest. */
  proven: boolean;
  /** Origins that no candidate covers: left out, and named. */
  uncoverable: number[];
}

/**
 * Location set covering: the fewest candidates so that every origin is covered, by mixed-integer programming; where the solver is
 * missing or out of time, a greedy choice and a bound. Origins count alike, whoever lives there.
 *
 * Reference: Toregas, Swain, ReVelle and Bergman 1971, doi:10.1287/opre.19.6.1363.
 *
 * @param timeLimitSeconds - of the solver
 */
export async function setCovering(sets: CoverSets, timeLimitSeconds = 10): Promise<SetCovering> {
  const reached = new Uint8Array(sets.originCount);
  for (const origin of sets.origins) reached[origin] = 1;
  const uncoverable = Array.from(reached.keys()).filter((origin) => !reached[origin]);
  const problem = reduceCover(sets, new Float64Array(sets.originCount).fill(1));
  const greedy = greedyCover(problem, problem.candidates.length);
  const finish = (chosen: readonly number[], bound: number): SetCovering => ({
    chosen: chosen.map((c) => problem.candidates[c]!),
    bound,
    proven: bound >= chosen.length,
    uncoverable,
  });
  if (greedy.length <= 1) return finish(greedy, greedy.length);
  const solver = await loadSolver();
  if (!solver) return finish(greedy, coverableAtOnce(problem, sets.originCount - uncoverable.length));
  const answer = solveProgram(solver, toProgram(problem, greedy), timeLimitSeconds);
  const found = answer.values
    ? Array.from(answer.values.keys()).filter((c) => answer.values![c]! > 0.5)
    : greedy;
  const best = found.length < greedy.length ? found : greedy;
  return finish(
    best,
    answer.status === 'OPTIMAL' ? best.length : Math.max(1, Math.ceil(answer.bound - 1e-6)),
  );
}

function toProgram(problem: CoverProblem, start: readonly number[]) {
  const count = problem.candidates.length;
  const values = new Float64Array(count);
  for (const c of start) values[c] = 1;
  return {
    sense: 'MINIMISE' as const,
    costs: new Float64Array(count).fill(1),
    whole: new Uint8Array(count).fill(1),
    rows: problem.candidatesOf.map((list) => ({
      indices: Array.from(list),
      values: Array.from(list, () => 1),
      lower: 1,
      upper: Infinity,
    })),
    start: values,
  };
}

/** The greatest cover set holds so many origins: fewer places than origins ÷ that cannot do. */
function coverableAtOnce({ weights, rowsOf }: CoverProblem, origins: number): number {
  const most = rowsOf.reduce(
    (best, rows) =>
      Math.max(
        best,
        rows.reduce((sum, row) => sum + weights[row]!, 0),
      ),
    1,
  );
  return Math.ceil(origins / most);
}
