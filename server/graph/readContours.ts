import { gunzipSync, gzipSync } from 'node:zlib';
import type { Database } from '../database/driver';
import { readGraph } from './changeGraph';

/** The contours of a region as they are stored: one node, so that whoever reads the graph has them, backups too. */
export function toStoredContours(topology: string): { id: string; topology: string } {
  return { id: 'contours', topology: gzipSync(topology).toString('base64') };
}

/**
 * The contours of the region that was imported, as the text of a topology.
 *
 * @returns undefined when none were: those that the application comes with hold
 */
export async function readContours(database: Database): Promise<string | undefined> {
  const [found] = await readGraph(database, (reader) =>
    reader.query("MATCH (c:Contours {id: 'contours'}) RETURN c.topology AS topology LIMIT 1", {}),
  );
  if (found === undefined) return undefined;
  return gunzipSync(Buffer.from(found.topology as string, 'base64')).toString();
}
