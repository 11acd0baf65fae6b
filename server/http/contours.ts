import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import compression from 'compression';
import { Router } from 'express';
import type { Topology } from 'topojson-specification';
import type { Database } from '../database/driver';
import { readContours } from '../graph/readContours';

const BUILT_IN = join(__dirname, '..', '..', 'seeds', 'territories', 'hauts-de-france.topojson');
/** How long a reader may keep the contours: they change only when a region is imported. */
const AGE = 'public, max-age=3600';

/** The contours of the region: those that were imported, else those that the application comes with. */
export async function readTopology(database: Database): Promise<Topology> {
  return JSON.parse(await readText(database)) as Topology;
}

async function readText(database: Database): Promise<string> {
  return (await readContours(database)) ?? (await readFile(BUILT_IN, 'utf8'));
}

/**
 * Serves the contours of the region, `/region.topojson`, for maps drawn without remote tiles.
 *
 * @param database - where those of a region that was imported are
 */
export function contours(database: Database): Router {
  const router = Router();
  router.use(compression());
  router.get('/region.topojson', async (_req, res) => {
    const text = await readText(database);
    res.type('application/json').set('cache-control', AGE).send(text);
  });
  return router;
}
