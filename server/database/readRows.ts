import type { z } from 'zod';
import type { Database } from './driver';
import { toNative } from './toNative';

/** Longest time a read may take in the database, in milliseconds. */
export const READ_TIMEOUT = 10_000;

/**
 * Runs one read query and returns its rows, typed and checked.
 * The query goes to a follower where there is a cluster, sees what this process wrote before, and is stopped by the
 * database after ten seconds.
 * @param query constant Cypher text (see `loadQuery`); values travel in `params` only. Whole numbers are sent as Neo4j
 *   floats: wrap them with `toInteger($x)` in Cypher where an integer is required (`LIMIT`, `SKIP`).
 * @param rowSchema zod schema of one row, in native JavaScript values as `toNative` makes them.
 * @returns every row, in the order of the query; empty when nothing matches.
 * @throws Neo4jError from the database (`isDatabaseAway` tells whether it is away); z.ZodError when a row is not what was
 *   said, which is a mistake in the query or in the data.
 */
export async function readRows<T>(
  database: Database,
  query: string,
  params: Record<string, unknown>,
  rowSchema: z.ZodType<T>,
): Promise<T[]> {
  const { records } = await database.driver.executeQuery(query, params, {
    database: database.name,
    routing: 'READ',
    transactionConfig: { timeout: READ_TIMEOUT },
  });
  return records.map((record) => rowSchema.parse(toNative(record.toObject())));
}
