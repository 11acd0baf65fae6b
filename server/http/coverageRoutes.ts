import compression from 'compression';
import { Router } from 'express';
import { feature } from 'topojson-client';
import type { GeometryCollection } from 'topojson-specification';
import { toReferenceCsv, toReferenceTable } from '../exchange/export/referenceTable';
import type { CoverageAsked } from '../graphql/analysis/coverage.asked';
import type { CoverageRegion } from '../graphql/analysis/coverage.region';
import { currentCoverageRegion } from '../graphql/analysis/coverage.resolver';
import { coverageTables, toCoverageCsv, toUnitRows } from '../graphql/analysis/coverage.tables';
import type { CoverageLevel } from '../graphql/analysis/coverageInput.type';
import type { Projections } from '../graphql/analysis/projections';
import { currentRegion } from '../graphql/analysis/region';
import type { Database } from '../database/driver';
import { readTopology } from './contours';
import { readCoverageQuestion } from './coverageQuestion';
import { sendFault } from './sendFault';

/** Objects of the contour file, and the territory id of each, by level that has contours. */
const contoursOf: Partial<
  Record<CoverageLevel, [object: string, id: (p: Record<string, string>) => string]>
> = {
  COMMUNE: ['communes', ({ insee }) => `commune-${insee}`],
  EPCI: ['epcis', ({ epci }) => `epci-${epci}`],
  DEPARTMENT: ['departements', ({ dep }) => `departement-${dep}`],
};

/**
 * Coverage as files: `/coverage/units.csv`, `/coverage/units.geojson` and what they were computed from, `/coverage/demand.csv`, `supply.csv`,
 * `travel.csv`, `parameters.csv`. The address says the question: `level`, and `input`, the JSON of a `CoverageInput`; `year=2018` counts the
 * stops of that year beside what is there all year. `/coverage/aggregates.csv` is the region as a reference that another Maillage imports.
 *
 * @param database - where the contours are
 * @param projections - the region's rows
 */
export function coverageRoutes(database: Database, projections: Projections): Router {
  const router = Router();
  router.use('/coverage', compression());
  router.get('/coverage/aggregates.csv', async (_req, res) => {
    const { value: rows } = await currentRegion(projections);
    const table = toReferenceTable(rows, new Date().toISOString().slice(0, 10));
    res.attachment('maillage-aggregates.csv').type('text/csv; charset=utf-8').send(toReferenceCsv(table));
  });
  router.get('/coverage/:table.:format', async (req, res, next) => {
    const { table, format } = req.params;
    const isFile = Object.hasOwn(coverageTables, table) && format === 'csv';
    if (!isFile && !(table === 'units' && format === 'geojson')) return next();
    const question = readCoverageQuestion(req);
    if ('fault' in question) return sendFault(res, 400, 'INVALID_INPUT', question.fault);
    const { asked, level } = question;
    const region = await currentCoverageRegion(projections);
    res.set('cache-control', 'private, max-age=60').attachment(`maillage-${table}.${format}`);
    if (format === 'geojson') {
      if (!contoursOf[level])
        return sendFault(res, 400, 'INVALID_INPUT', `There are no contours of ${level}.`);
      return void res
        .type('application/geo+json')
        .send(JSON.stringify(await toGeojson(database, region, level, asked)));
    }
    const made = coverageTables[table as keyof typeof coverageTables](region, asked, level);
    res.type('text/csv; charset=utf-8').send(toCoverageCsv(made));
  });
  return router;
}

/** The units with their figures, and their contours where the file has them. */
async function toGeojson(
  database: Database,
  region: CoverageRegion,
  level: CoverageLevel,
  asked: CoverageAsked,
) {
  const [object, id] = contoursOf[level]!;
  const contours = await readTopology(database);
  const { features } = feature(
    contours,
    contours.objects[object] as GeometryCollection<Record<string, string>>,
  );
  const geometries = new Map(features.map(({ properties, geometry }) => [id(properties), geometry]));
  return {
    type: 'FeatureCollection',
    features: toUnitRows(region, asked, level).map(({ territoryId, ...properties }) => ({
      type: 'Feature',
      id: territoryId,
      properties,
      geometry: geometries.get(territoryId) ?? null,
    })),
  };
}
