/** Values sorted into classes for a choropleth. */
export interface Classes {
  /** Inner limits, ascending and distinct, one fewer than the classes: class c holds limit[c−1] ≤ value < limit[c]. */
  limits: number[];
  /** Class of each value, −1 when unknown. */
  classOf: Int8Array;
  /** Values in each class. */
  counts: number[];
  /** Least and greatest value of each class as found; `null` in an empty class. */
  ranges: ([number, number] | null)[];
  /** Values that are unknown: no class, to be hatched and counted. */
  unknown: number;
}

/**
 * Classes with as equal numbers of values as ties allow: equal values are never parted, so that fewer classes than asked may come
 * out (a map where two thirds are 0 has one class of zeros). Limits lie on values that exist. No value gives one empty class.
 *
 * @param values - `NaN` when unknown
 * @param classCount - 1 to 12
 * @throws RangeError when the number of classes is not a whole number of 1 to 12
 */
export function quantileClasses(values: ArrayLike<number>, classCount: number): Classes {
  if (!Number.isInteger(classCount) || classCount < 1 || classCount > 12)
    throw new RangeError(`${classCount} classes are not 1 to 12`);
  const sorted = Float64Array.from(values)
    .filter((value) => !Number.isNaN(value))
    .sort();
  const limits: number[] = [];
  for (let c = 1; c < classCount; c++) {
    const limit = limitNear(sorted, Math.round((c * sorted.length) / classCount));
    if (limit !== null && limit > (limits.at(-1) ?? sorted[0]!)) limits.push(limit);
  }
  return fixedClasses(values, limits);
}

/**
 * Classes between given limits.
 *
 * @param limits - ascending inner limits; none gives one class
 * @throws RangeError when the limits do not ascend
 */
export function fixedClasses(values: ArrayLike<number>, limits: readonly number[]): Classes {
  limits.forEach((limit, i) => {
    if (!(limit > (limits[i - 1] ?? -Infinity))) throw new RangeError(`class limit ${limit} does not ascend`);
  });
  const counts = new Array<number>(limits.length + 1).fill(0);
  const ranges = new Array<[number, number] | null>(limits.length + 1).fill(null);
  const classOf = new Int8Array(values.length).fill(-1);
  let unknown = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (Number.isNaN(value)) {
      unknown++;
      continue;
    }
    let found = 0;
    while (found < limits.length && value >= limits[found]!) found++;
    classOf[i] = found;
    counts[found]!++;
    const range = ranges[found];
    ranges[found] = range ? [Math.min(range[0], value), Math.max(range[1], value)] : [value, value];
  }
  return { limits: [...limits], classOf, counts, ranges, unknown };
}

/** The value that starts a class nearest to a place in the sorted values: the start of its run of ties, or of the next. */
function limitNear(sorted: Float64Array, place: number): number | null {
  const value = sorted[place];
  if (value === undefined) return null;
  let start = place;
  while (start > 0 && sorted[start - 1] === value) start--;
  let next = place;
  while (next < sorted.length && sorted[next] === value) next++;
  if (start > 0 && place - start <= next - place) return value;
  return next < sorted.length ? sorted[next]! : start > 0 ? value : null;
}
