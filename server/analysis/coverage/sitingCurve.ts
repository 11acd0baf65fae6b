import { boundFor, coverBound } from './coverBound';
import { reduceCover, type CoverSets } from './coverSets';
import { coveredWeight, exchangePlaces, greedyCover } from './greedyCover';

/** People covered with so many new places. */
export interface CurvePoint {
  places: number;
  /** People newly covered by the best choice found. */
  covered: number;
  /** No choice of so many places covers more. */
  bound: number;
  /** The bound is reached: no better choice exists. */
  proven: boolean;
}

/** Steps of each relaxation: enough for a curve, whose points are not verdicts. */
const STEPS = 150;

/**
 * People newly covered against the number of new places, `1 .. upTo`: greedy choice bettered by exchanges, with a proven bound beside each
 * point (Lagrangian multipliers of a few numbers of places bound all of them). For a proven choice ask {@link maximalCovering}.
 *
 * References: Church and ReVelle 1974, doi:10.1007/BF01942293; Fisher 1981, doi:10.1287/mnsc.27.1.1.
 *
 * @throws RangeError when `upTo` is not a whole number from 1 on, or the column does not fit
 */
export function sitingCurve(
  sets: CoverSets,
  people: ArrayLike<number>,
  upTo: number,
  alreadyCovered?: ArrayLike<number>,
): CurvePoint[] {
  if (!Number.isInteger(upTo) || upTo < 1) throw new RangeError(`${upTo} places is not 1 or more`);
  if (people.length !== sets.originCount)
    throw new RangeError(`${people.length} people for ${sets.originCount} origins`);
  const problem = reduceCover(sets, people, alreadyCovered);
  const greedy = greedyCover(problem, upTo);
  const choices = Array.from({ length: upTo }, (_, k) => exchangePlaces(problem, greedy.slice(0, k + 1)));
  const covered = choices.map((choice) => coveredWeight(problem, choice));
  const bounds = new Float64Array(upTo).fill(Infinity);
  for (const places of new Set([1, Math.ceil(upTo / 4), Math.ceil(upTo / 2), upTo])) {
    const relaxed = coverBound(problem, places, choices[places - 1]!, { steps: STEPS });
    covered[places - 1] = Math.max(covered[places - 1]!, relaxed.covered);
    boundFor(problem, relaxed.multipliers, upTo).forEach(
      (bound, k) => (bounds[k] = Math.min(bounds[k]!, bound)),
    );
  }
  let least = 0;
  return covered.map((found, k) => {
    least = Math.max(least, found);
    const proven = bounds[k]! <= least * (1 + 1e-9);
    return { places: k + 1, covered: least, bound: proven ? least : bounds[k]!, proven };
  });
}
