import { z } from 'zod';
import type { Database } from '../database/driver';
import { loadQuery } from '../database/loadQuery';
import { readRows } from '../database/readRows';

const rowSchema = z.object({ version: z.int().nullable() });

/**
 * Reads the identifier of the last transaction committed where reads are answered: it moves with every write, whoever
 * writes.
 *
 * @param database the database asked about.
 * @returns a decimal number as text; null where the server does not tell (no right to show databases, or another
 *   member of a cluster is away).
 */
export async function readGraphVersion(database: Database): Promise<string | null> {
  const [row] = await readRows(
    { ...database, name: 'system' },
    loadQuery('graphVersion'),
    { name: database.name },
    rowSchema,
  );
  return row?.version == null ? null : String(row.version);
}
