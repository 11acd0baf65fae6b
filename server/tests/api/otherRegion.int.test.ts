import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { applyConstraints } from '../../database/constraints';
import { createDatabase, type Database } from '../../database/driver';
import type { Embedded } from '../../database/embedded/startEmbedded';
import { importTerritories } from '../../exchange/import/territories/importTerritories';
import { startDatabaseIn } from '../support/database';
import { createTestApi, type TestApi } from '../support/testApi';

jest.setTimeout(180_000);

/** A region that is visibly invented: three rows of four square communes, two départements, two EPCI. */
const SIDE = 0.1;
const communes = Array.from({ length: 12 }, (_, index) => {
  const [row, column] = [Math.floor(index / 4), index % 4];
  const department = column < 2 ? 'X1' : 'X2';
  const insee = `${column < 2 ? '2A' : '2B'}${String(index + 1).padStart(3, '0')}`;
  return { insee, department, row, column, name: `Case ${index + 1}`, people: 100 * (index + 1) };
});
const square = (row: number, column: number) => {
  const [west, south] = [3 + column * SIDE, 48 + row * SIDE];
  const [east, north] = [west + SIDE, south + SIDE];
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
};
const contours = {
  type: 'FeatureCollection',
  features: communes.map(({ insee, name, row, column }) => ({
    type: 'Feature',
    properties: { INSEE_COM: insee, NOM: name },
    geometry: { type: 'Polygon', coordinates: [square(row, column)] },
  })),
};
const files = (more: Record<string, string> = {}) =>
  Object.entries({
    'v_commune.csv': [
      'TYPECOM,COM,REG,DEP,LIBELLE',
      ...communes.map(({ insee, department, name }) => `COM,${insee},99,${department},${name}`),
      'COMD,2A900,99,X1,Déléguée',
    ].join('\n'),
    'v_departement.csv': 'DEP,REG,LIBELLE\nX1,99,Ouest du damier\nX2,99,Est du damier\nY1,98,Ailleurs',
    'v_region.csv': 'REG,CHEFLIEU,LIBELLE\n99,2A001,Damier\n98,2A002,Ailleurs',
    'epci.csv': [
      'CODGEO;LIBGEO;EPCI;LIBEPCI',
      ...communes.map(({ insee, name, row }) =>
        row === 2
          ? `${insee};${name};ZZZZZZZZZ;Sans`
          : `${insee};${name};20000000${row};CC de la rangée ${row + 1}`,
      ),
    ].join('\n'),
    'donnees_communes.csv': [
      'CODGEO;PMUN',
      ...communes.slice(0, -1).map(({ insee, people }) => `${insee};${people}`),
    ].join('\n'),
    'communes.geojson': JSON.stringify(contours),
    'notes.csv': 'a,b\n1,2',
    ...more,
  }).map(([name, text]) => ({ name, bytes: Buffer.from(text) }));

let folder: string;
let fresh: Embedded;
let database: Database;
let api: TestApi;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'maillage-region-'));
  fresh = await startDatabaseIn(join(folder, 'data'));
  database = createDatabase(fresh.connection);
  await applyConstraints(database);
  api = await createTestApi({ database });
});
afterAll(async () => {
  await api.stop();
  await database.close();
  await fresh.stop();
  await rm(folder, { recursive: true, force: true });
});

describe('another region', () => {
  const choice = { region: '99', day: '2026-01-01', isTrial: false };

  it('is read from the files of publishers, and tried before it is written', async () => {
    const expected = {
      region: 'Damier',
      departments: 2,
      epcis: 2,
      communes: 12,
      withoutPopulation: 1,
      withoutContour: 0,
      unknown: ['notes.csv'],
    };
    expect(await importTerritories(database, files(), { ...choice, isTrial: true })).toEqual({
      ...expected,
      written: false,
    });
    expect((await api.ask('{ communes(limit: 1) { id } }')).data).toEqual({ communes: [] });
    expect(await importTerritories(database, files(), choice)).toEqual({ ...expected, written: true });
    expect(await importTerritories(database, files(), choice)).toMatchObject(expected);
    await expect(importTerritories(database, files(), { ...choice, region: '97' })).rejects.toThrow('97');
  });

  it('says who states it, what is known and what is not', async () => {
    const { data } = await api.ask(`{
      regions(limit: 5) { id name population statedBy { id } }
      communes(where: { code: { in: ["2A001", "2B012"] } }, sort: [{ id: ASC }], limit: 5) {
        name population populationStatus location { latitude longitude } pointSource }
      epcis(limit: 5, sort: [{ id: ASC }]) { name population }
    }`);
    expect(data).toEqual({
      regions: [{ id: 'region-99', name: 'Damier', population: null, statedBy: [{ id: 'territoires-99' }] }],
      communes: [
        {
          name: 'Case 1',
          population: 100,
          populationStatus: 'MEASURED',
          location: { latitude: expect.closeTo(48.05, 4), longitude: expect.closeTo(3.05, 4) },
          pointSource: 'CONTOUR',
        },
        {
          name: 'Case 12',
          population: null,
          populationStatus: 'UNKNOWN',
          location: { latitude: expect.closeTo(48.25, 4), longitude: expect.closeTo(3.35, 4) },
          pointSource: 'CONTOUR',
        },
      ],
      epcis: [
        { name: 'CC de la rangée 1', population: 1000 },
        { name: 'CC de la rangée 2', population: 2600 },
      ],
    });
  });

  it('has its own map: communes that tile it, and the EPCI and départements that they make', async () => {
    const topology = (await (await fetch(`${api.origin}/contours/region.topojson`)).json()) as Topology;
    const count = (name: string) =>
      feature(topology, topology.objects[name] as GeometryCollection).features.length;
    expect(['communes', 'epcis', 'departements'].map(count)).toEqual([12, 2, 2]);
    // Squares that touch share their sides: fewer points than twelve squares apart have.
    const points = topology.arcs.reduce((sum, arc) => sum + arc.length, 0);
    expect(points).toBeLessThan(12 * 5);
  });

  it('answers the questions of coverage: its people, its communes, the one whose people are unknown', async () => {
    const { data, errors } = await api.ask<{
      coverage: { regionPeople: number; units: { territoryId: string; access: number | null }[] };
    }>('{ coverage(level: COMMUNE) { regionPeople units { territoryId access } } }');
    expect(errors).toEqual([]);
    expect(data!.coverage.regionPeople).toBe(6600);
    const access = new Map(data!.coverage.units.map((unit) => [unit.territoryId, unit.access]));
    expect(access.size).toBe(12);
    expect(access.get('commune-2A001')).toBe(0);
    expect(access.get('commune-2B012')).toBeNull();
  });
});
