/**
 * Solves a system of equations whose matrix is symmetric and positive, by Cholesky factors.
 *
 * @param matrix - rows, `n` of `n`; not changed
 * @param right - `n` numbers; none gives none
 * @throws RangeError when the matrix is not positive
 */
export function solveSymmetric(matrix: readonly Float64Array[], right: readonly number[]): Float64Array {
  const n = right.length;
  const lower = matrix.map((row) => row.slice());
  const x = Float64Array.from(right);
  for (let i = 0; i < n; i++)
    for (let j = 0; j <= i; j++) {
      let sum = lower[i]![j]!;
      for (let k = 0; k < j; k++) sum -= lower[i]![k]! * lower[j]![k]!;
      if (i > j) lower[i]![j] = sum / lower[j]![j]!;
      else if (sum > 0) lower[i]![i] = Math.sqrt(sum);
      else throw new RangeError('the matrix is not positive');
    }
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < i; k++) x[i]! -= lower[i]![k]! * x[k]!;
    x[i]! /= lower[i]![i]!;
  }
  for (let i = n - 1; i >= 0; i--) {
    for (let k = i + 1; k < n; k++) x[i]! -= lower[k]![i]! * x[k]!;
    x[i]! /= lower[i]![i]!;
  }
  return x;
}
