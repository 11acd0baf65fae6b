import { gunzipSync, gzipSync } from 'node:zlib';
import type { Database } from '../database/driver';
import { readGraph } from './changeGraph';

/** The contours of a region as they are stored: one node, so that whoever reads the graph has them, backups too. */
export function toStoredContours(topology: string): { id: string; topology: string } {
  return { id: 'contours', topology: gzipSync(topology).toString('base64') };
}

/**
 * The contours of the region that were imported, as the text of a topology, and the INSEE code of the region.
 *
 * @returns null for what the graph does not hold
 */
export async function readContours(
  database: Database,
): Promise<{ region: string | null; topology: string | null }> {
  const [found] = await readGraph(database, (reader) =>
    reader.query(
      `RETURN head(COLLECT { MATCH (r:Region) RETURN r.code ORDER BY r.id LIMIT 1 }) AS region,
      head(COLLECT { MATCH (c:Contours {id: 'contours'}) RETURN c.topology LIMIT 1 }) AS topology`,
      {},
    ),
  );
  const stored = found?.topology as string | null;
  return {
    region: (found?.region as string | null) ?? null,
    topology: stored === null ? null : gunzipSync(Buffer.from(stored, 'base64')).toString(),
  };
}
