import type { Database } from '../../database/driver';
import { readRegion, type RegionRows } from '../../graph/readRegion';
import type { Projected } from './projection';
import type { Projections } from './projections';

const read = (database: Database): Promise<RegionRows> => readRegion(database);

/** The region's rows, as old as the last write at most, shared by every measure. */
export function currentRegion(projections: Projections): Promise<Projected<RegionRows>> {
  return projections.of(read).current();
}

/**
 * Something derived from the region's rows, made once for each reading of them.
 *
 * @param derive - pure and complete: what it makes is shared by every request
 */
export function derivedFromRegion<T>(
  derive: (rows: RegionRows) => T,
): (projections: Projections) => Promise<T> {
  const made = new WeakMap<RegionRows, { value: T }>();
  return async (projections) => {
    const { value: rows } = await currentRegion(projections);
    let kept = made.get(rows);
    if (kept === undefined) {
      kept = { value: derive(rows) };
      made.set(rows, kept);
    }
    return kept.value;
  };
}
