import type { z } from 'zod';
import type { Database } from './driver';
import { toNative } from './toNative';

/** Longest time a read may take in the database, in milliseconds. */
export const READ_TIMEOUT = 10_000;

/** The same for a read of the whole graph, done once for everybody: planned on a machine that is still starting, it takes longer. */
export const WHOLE_TIMEOUT = 60_000;

/**
 * Runs one read query and returns its rows, typed and checked.
 * The query goes to a follower where there is a cluster, sees what this process wrote before, and is stopped by the
 * database after a while.
 * @param query constant Cypher text (see `loadQuery`); values travel in `params` only. Whole numbers are sent as Neo4j
 *   floats: wrap them with `toInteger($x)` in Cypher where an integer is required (`LIMIT`, `SKIP`).
 * @param rowSchema zod schema of one row, in native JavaScript values as `toNative` makes them.
 * @param timeout how long it may take in the database, in milliseconds
 * @returns every row, in the order of the query; empty when nothing matches.
 * @throws Neo4jError from the database (`isDatabaseAway` tells whether it is away); z.ZodError when a row is not what was
 *   said, which is a mistake in the query or in the data.
 */
export async function readRows<T>(
  database: Database,
  query: string,
  params: Record<string, unknown>,
  rowSchema: z.ZodType<T>,
  timeout = READ_TIMEOUT,
): Promise<T[]> {
  const { records } = await database.driver.executeQuery(query, params, {
    database: database.name,
    routing: 'READ',
    transactionConfig: { timeout },
  });
  return records.map((record) => rowSchema.parse(toNative(record.toObject())));
}
