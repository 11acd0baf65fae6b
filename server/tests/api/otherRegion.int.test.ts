import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { applyConstraints } from '../../database/constraints';
import { createDatabase, type Database } from '../../database/driver';
import type { Embedded } from '../../database/embedded/startEmbedded';
import { undoImport } from '../../exchange/import/undoImport';
import { loadSeed } from '../../exchange/import/loadSeed';
import { importTerritories, type TerritoryReport } from '../../exchange/import/territories/importTerritories';
import { fileOfBytes } from '../../exchange/import/territories/territoryFile';
import { territorySentences } from '../../exchange/import/territories/territorySentences';
import { summariseGraph } from '../../graph/dumpGraph';
import { writeGraph } from '../../graph/writeGraph';
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
const texts = {
  'v_commune.csv': [
    'TYPECOM,COM,REG,DEP,LIBELLE,COMPARENT',
    ...communes.map(({ insee, department, name }) => `COM,${insee},99,${department},${name},`),
    'COMD,2A900,99,,Déléguée,2A001',
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
};
const files = (more: Record<string, string> = {}) =>
  Object.entries({ ...texts, ...more }).map(([name, text]) => fileOfBytes(name, Buffer.from(text)));

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

const countsOf = ({ byLevel }: TerritoryReport) => Object.fromEntries(byLevel);
const counts = (CREATED: number, UPDATED: number, UNCHANGED: number, REMOVED: number) => ({
  CREATED,
  UPDATED,
  UNCHANGED,
  REMOVED,
});

describe('another region', () => {
  const choice = { region: '99', at: '2026-01-01T08:00:00.000Z', isTrial: false };

  it('is read from the files of publishers, and tried before it is written', async () => {
    const expected = {
      region: 'Damier',
      contours: 'CREATED',
      gone: [],
      rejected: [],
      withoutPopulation: ['2B012'],
      withoutContour: [],
      unknown: ['notes.csv'],
    };
    const created = {
      COMMUNE: counts(12, 0, 0, 0),
      EPCI: counts(2, 0, 0, 0),
      DEPARTMENT: counts(2, 0, 0, 0),
    };
    const trial = await importTerritories(database, files(), { ...choice, isTrial: true });
    expect(trial).toMatchObject({ ...expected, record: null });
    expect(countsOf(trial)).toEqual({ ...created, REGION: counts(1, 0, 0, 0) });
    expect((await api.ask('{ communes(limit: 1) { id } }')).data).toEqual({ communes: [] });
    const report = await importTerritories(database, files(), choice);
    expect(report).toMatchObject({ ...expected, record: { kind: 'TERRITORIES', created: 17, updated: 0 } });
    expect(territorySentences(report).map(({ fr }) => fr)).toEqual([
      'Damier',
      'Communes : 12 créés, 0 modifiés, 0 inchangés, 0 retirés',
      'EPCI : 2 créés, 0 modifiés, 0 inchangés, 0 retirés',
      'Départements : 2 créés, 0 modifiés, 0 inchangés, 0 retirés',
      'Région : 1 créés, 0 modifiés, 0 inchangés, 0 retirés',
      'Contours : créés',
      '  2B012 : sans population',
      '  « notes.csv » : fichier non reconnu',
    ]);
  });

  it('imported again changes nothing, not a byte', async () => {
    const before = await summariseGraph(database);
    const again = await importTerritories(database, files(), { ...choice, at: '2026-02-02T08:00:00.000Z' });
    expect(again).toMatchObject({ contours: 'UNCHANGED', record: null });
    expect(countsOf(again)).toMatchObject({ COMMUNE: counts(0, 0, 12, 0), REGION: counts(0, 0, 1, 0) });
    expect({ ...(await summariseGraph(database)), checksum: '' }).toEqual({ ...before, checksum: '' });
  });

  it('is refused where the files do not tell it, rows are broken or the graph is of another', async () => {
    const refused = (region: string) => importTerritories(database, files(), { ...choice, region });
    await expect(refused('98')).rejects.toMatchObject({
      reason: { fr: expect.stringContaining('contient déjà la région Damier') },
    });
    const broken = files({ 'donnees_communes.csv': 'CODGEO;PMUN\n2A001;cent\n2A002;200' });
    const report = await importTerritories(database, broken, choice);
    expect(report.record).toBeNull();
    expect(report.rejected).toEqual([
      {
        file: 'donnees_communes.csv',
        line: 2,
        about: '2A001',
        reason: expect.objectContaining({ fr: '« cent » n’est pas un nombre d’habitants.' }),
      },
    ]);
    const inMetres = JSON.stringify(contours, (name, value: unknown) =>
      name === 'coordinates' ? [square(4_000_000, 6_000_000)] : value,
    );
    await expect(
      importTerritories(database, files({ 'communes.geojson': inMetres }), choice),
    ).rejects.toMatchObject({ reason: { fr: expect.stringContaining('WGS 84') } });
    await expect(
      importTerritories(
        database,
        files({ 'communes.geojson': JSON.stringify(contours).slice(0, -20) }),
        choice,
      ),
    ).rejects.toMatchObject({ reason: { fr: expect.stringContaining('n’est pas un GeoJSON entier') } });
  });

  it('is not mixed with the region that the application comes with', async () => {
    const report = await loadSeed(database, join(__dirname, '..', '..', '..', 'seeds'));
    expect(report).toMatchObject({ loaded: false, nodes: 0 });
  });

  it('says who states it, what is known and what is not', async () => {
    const { data } = await api.ask(`{
      regions(limit: 5) { id name population statedBy { id } }
      communes(where: { code: { in: ["2A001", "2B012"] } }, sort: [{ id: ASC }], limit: 5) {
        name population populationStatus location { latitude longitude } pointSource }
      epcis(limit: 5, sort: [{ id: ASC }]) { name population }
    }`);
    expect(data).toEqual({
      regions: [
        {
          id: 'region-99',
          name: 'Damier',
          population: null,
          statedBy: [{ id: 'territoires-99-2026-01-01' }],
        },
      ],
      communes: [
        {
          name: 'Case 1',
          population: 100,
          populationStatus: 'MEASURED',
          location: { latitude: expect.closeTo(48.05, 4), longitude: expect.closeTo(3.05, 4) },
          pointSource: 'INSIDE',
        },
        {
          name: 'Case 12',
          population: null,
          populationStatus: 'UNKNOWN',
          location: { latitude: expect.closeTo(48.25, 4), longitude: expect.closeTo(3.35, 4) },
          pointSource: 'INSIDE',
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

  it('follows communes that merge: what stood there moves, what has nowhere to go keeps its commune, and all is undone', async () => {
    await writeGraph(database, {
      nodes: [
        {
          label: 'Actor',
          also: 'Structure',
          rows: ['a', 'b', 'c'].map((id) => ({
            id,
            name: `Acteur inventé ${id}`,
            kind: 'STRUCTURE',
            family: 'OTHER',
          })),
        },
      ],
      relationships: [
        {
          type: 'LOCATED_IN',
          from: 'Actor',
          to: 'Territory',
          rows: [
            { from: 'a', to: 'commune-2A001', sourceId: 'territoires-99-2026-01-01' },
            { from: 'b', to: 'commune-2A006', sourceId: 'territoires-99-2026-01-01' },
            { from: 'c', to: 'commune-2B012', sourceId: 'territoires-99-2026-01-01' },
          ],
        },
      ],
    });
    const before = await placesOf();
    const merged = new Set(['2A001', '2A006', '2B012', '2B011']);
    const keep = (text: string) =>
      text
        .split('\n')
        .filter((line) => ![...merged].some((code) => line.includes(code)))
        .join('\n');
    // 2A001 is now part of 2A002, by the file; 2A006 of whatever has its place on the map; nothing tells of 2B011 and 2B012.
    const wider = {
      ...contours,
      features: contours.features
        .filter(({ properties }) => !merged.has(properties.INSEE_COM))
        .map((one) => {
          if (one.properties.INSEE_COM !== '2A005') return one;
          const [[west, south], , [, north]] = square(1, 0) as [number[], number[], number[]];
          const east = west! + 2 * SIDE;
          const ring = [
            [west, south],
            [east, south],
            [east, north],
            [west, north],
            [west, south],
          ];
          return { ...one, geometry: { type: 'Polygon', coordinates: [ring] } };
        }),
    };
    const newer = files({
      'v_commune.csv': `${keep(texts['v_commune.csv'])}\nCOMD,2A001,99,,Case 1,2A002`,
      'epci.csv': keep(texts['epci.csv']),
      'donnees_communes.csv': `${keep(texts['donnees_communes.csv']).replace('2A002;200', '2A002;300')}`,
      'communes.geojson': JSON.stringify(wider),
    });
    const report = await importTerritories(database, newer, {
      ...choice,
      at: '2027-01-01T08:00:00.000Z',
      by: 'Essai',
    });
    expect(
      report.gone.map(({ code, successor, isKept, mentions }) => [code, successor, isKept, mentions]),
    ).toEqual([
      ['2A001', 'Case 2', false, [{ label: 'Acteur inventé a', movedTo: 'Case 2' }]],
      ['2A006', 'Case 5', false, [{ label: 'Acteur inventé b', movedTo: 'Case 5' }]],
      ['2B011', null, false, []],
      ['2B012', null, true, [{ label: 'Acteur inventé c', movedTo: null }]],
    ]);
    expect(countsOf(report)).toMatchObject({ COMMUNE: counts(0, 2, 7, 3) });
    expect(territorySentences(report).map(({ fr }) => fr)).toContain(
      '  Disparue : Case 1 (2A001), devenue Case 2 ; y passent : Acteur inventé a',
    );
    expect(await placesOf()).toEqual({ a: 'commune-2A002', b: 'commune-2A005', c: 'commune-2B012' });
    const again = await importTerritories(database, newer, { ...choice, at: '2027-01-02T08:00:00.000Z' });
    expect(again.record).toBeNull();
    const { data } = await api.ask<{ datedChanges: { id: string; kind: string; by: string }[] }>(
      '{ datedChanges(limit: 1) { id kind by } }',
    );
    expect(data!.datedChanges).toEqual([{ id: report.record!.id, kind: 'TERRITORIES', by: 'Essai' }]);
    await undoImport(database, report.record!.id, { id: 'undo', at: '2027-01-03T08:00:00.000Z', by: '' });
    expect(await placesOf()).toEqual(before);
    const restored = await importTerritories(database, files(), {
      ...choice,
      at: '2027-01-04T08:00:00.000Z',
    });
    expect(restored).toMatchObject({ contours: 'UNCHANGED', record: null });
  });

  it('has former regions where its own was merged by the law, and draws nothing rather than another region', async () => {
    const { data } = await api.ask<{ datedChanges: { id: string }[] }>(
      '{ datedChanges(limit: 9) { id kind } }',
    );
    const first = data!.datedChanges.at(-1)!.id;
    await database.driver.executeQuery('MATCH (a:Actor) DETACH DELETE a');
    await undoImport(database, first, { id: 'undo-all', at: '2027-01-05T08:00:00.000Z', by: '' });
    expect((await api.ask('{ territories(limit: 1) { id } }')).data).toEqual({ territories: [] });
    const normandy = files({
      'v_commune.csv':
        'TYPECOM,COM,REG,DEP,LIBELLE,COMPARENT\nCOM,14900,28,14,Inventée,\nCOM,76900,28,76,Imaginée,',
      'v_departement.csv': 'DEP,REG,LIBELLE\n14,28,Calvados\n76,28,Seine-Maritime',
      'v_region.csv': 'REG,CHEFLIEU,LIBELLE\n28,76540,Normandie',
      'communes.geojson': '{"type":"FeatureCollection","features":[]}',
    });
    const report = await importTerritories(database, normandy, { ...choice, region: '28' });
    expect(report).toMatchObject({ contours: 'NONE', withoutContour: [] });
    const answer = await api.ask(
      '{ formerRegions(sort: [{ id: ASC }]) { id name departments { code } statedBy(sort: [{ id: ASC }]) { id } } }',
    );
    expect(answer.data).toEqual({
      formerRegions: [
        {
          id: 'ancienne-region-23',
          name: 'Haute-Normandie',
          departments: [{ code: '76' }],
          statedBy: [{ id: 'loi-2015-29' }, { id: 'territoires-28-2026-01-01' }],
        },
        {
          id: 'ancienne-region-25',
          name: 'Basse-Normandie',
          departments: [{ code: '14' }],
          statedBy: [{ id: 'loi-2015-29' }, { id: 'territoires-28-2026-01-01' }],
        },
      ],
    });
    const topology = (await (await fetch(`${api.origin}/contours/region.topojson`)).json()) as Topology;
    expect(topology.arcs).toEqual([]);
  });
});

/** Commune of each actor. */
async function placesOf(): Promise<Record<string, string>> {
  const { records } = await database.driver.executeQuery(
    'MATCH (a:Actor)-[:LOCATED_IN]->(c:Commune) RETURN a.id AS actor, c.id AS commune ORDER BY actor',
  );
  return Object.fromEntries(records.map((record) => [record.get('actor'), record.get('commune')]));
}
