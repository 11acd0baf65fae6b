import type { DirectoryOrder } from '../state/exploreState';
import type { DirectoryRow } from './directoryFiles';

/** What a row is sorted by; `null` when nobody knows. */
export type DirectoryValue = (row: DirectoryRow) => string | number | null;

/** The value of each order; families are sorted by their names in the language shown. */
export function directoryValue(
  order: DirectoryOrder,
  familyLabel: (family: string) => string,
): DirectoryValue {
  switch (order) {
    case 'name':
      return (row) => row.name;
    case 'family':
      return (row) => familyLabel(row.family);
    case 'place':
      return (row) => row.place ?? null;
    case 'phases':
      return (row) => (row.declared ? row.levels.reduce((sum, level) => sum + level, 0) : null);
    case 'partners':
      return (row) => row.partners;
    case 'productions':
      return (row) => row.productions;
    case 'latest':
      return (row) => row.latest ?? null;
  }
}

/**
 * The directory in the order shown, as the table sorts it: what is unknown last both ways, equals as they were given.
 *
 * @param compare - of words, in the language shown
 */
export function orderDirectory(
  rows: readonly DirectoryRow[],
  valueOf: DirectoryValue,
  descending: boolean,
  compare: (a: string, b: string) => number,
): DirectoryRow[] {
  const sign = descending ? -1 : 1;
  return [...rows].sort((a, b) => {
    const [left, right] = [valueOf(a), valueOf(b)];
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    if (typeof left === 'number' && typeof right === 'number') return sign * (left - right);
    return sign * compare(String(left), String(right));
  });
}
