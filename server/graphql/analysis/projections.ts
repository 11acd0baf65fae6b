import type { Database } from '../../database/driver';
import { readGraphVersion } from '../../graph/readGraphVersion';
import { createProjection, type Projection } from './projection';

/** The whole-graph readings of one process, each made when first asked for. */
export interface Projections {
  /**
   * The projection of a reader: the same reader always gives the same projection.
   * @param read a reader of `server/graph` that takes the database; declared once, not inline.
   */
  of<T>(read: (database: Database) => Promise<T>): Projection<T>;
  /** Something was just written here: the next answers see it. */
  doubt(): void;
}

/**
 * Makes the projections of one database.
 *
 * @param database where readers read, and whose last committed transaction is their version.
 */
export function createProjections(database: Database): Projections {
  const known = new Map<unknown, Projection<unknown>>();
  return {
    of<T>(read: (database: Database) => Promise<T>): Projection<T> {
      let projection = known.get(read) as Projection<T> | undefined;
      if (projection === undefined) {
        projection = createProjection(
          () => read(database),
          () => readGraphVersion(database),
        );
        known.set(read, projection);
      }
      return projection;
    },
    doubt() {
      for (const projection of known.values()) projection.doubt();
    },
  };
}
