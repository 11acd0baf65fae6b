import { z } from 'zod';
import type { Database } from '../database/driver';
import { loadQuery } from '../database/loadQuery';
import { readRows } from '../database/readRows';

const rowSchema = z.object({ id: z.string(), latitude: z.number(), longitude: z.number() });

/** Reads the point of each commune that has one, by identifier of the commune; degrees (WGS 84). */
export async function readPlaces(
  database: Database,
): Promise<Map<string, { longitude: number; latitude: number }>> {
  const rows = await readRows(database, loadQuery('communePoints'), {}, rowSchema);
  return new Map(rows.map(({ id, latitude, longitude }) => [id, { longitude, latitude }]));
}
