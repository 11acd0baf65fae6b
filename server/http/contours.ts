import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import compression from 'compression';
import { Router } from 'express';
import type { Topology } from 'topojson-specification';
import type { Database } from '../database/driver';
import { readContours } from '../graph/readContours';

const BUILT_IN = join(__dirname, '..', '..', 'seeds', 'territories', 'hauts-de-france.topojson');
/** Code of the region that the application comes with the contours of. */
const BUILT_IN_REGION = '32';
/** A reader asks each time whether they are the same: they change when a region is imported, or that is undone. */
const AGE = 'public, no-cache';
/** What is drawn of a region of which no contour was imported: nothing, rather than another region. */
const NONE: Topology = {
  type: 'Topology',
  arcs: [],
  // Mainland France, so that a map has somewhere to be.
  bbox: [-5, 42, 8, 51],
  objects: Object.fromEntries(
    ['communes', 'epcis', 'departements'].map((name) => [
      name,
      { type: 'GeometryCollection', geometries: [] },
    ]),
  ),
};

/** The contours of the region: those that were imported or, of the region that the application comes with, those it has. */
export async function readTopology(database: Database): Promise<Topology> {
  return JSON.parse(await readText(database)) as Topology;
}

async function readText(database: Database): Promise<string> {
  const { region, topology } = await readContours(database);
  if (topology !== null) return topology;
  return region === null || region === BUILT_IN_REGION ? readFile(BUILT_IN, 'utf8') : JSON.stringify(NONE);
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
