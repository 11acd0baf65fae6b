import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { TableError } from '../../exchange/import/table';
import { toSeedGraph, type SeedTexts } from '../../exchange/import/seedGraph';
import { loadSeed } from '../../exchange/import/loadSeed';
import type { TerritoryFiles } from '../../exchange/import/territoryGraph';
import { openTestDatabase } from '../support/database';

const seeds = resolve(__dirname, '../../../seeds');
const database = openTestDatabase();
afterAll(() => database.close());

async function count(query: string): Promise<number> {
  const { records } = await database.driver.executeQuery(
    `${query} AS counted`,
    {},
    { database: database.name },
  );
  return records[0]!.get('counted').toNumber() as number;
}

async function readTables(folder: string): Promise<Record<string, string>> {
  const names = (await readdir(join(seeds, folder))).filter((name) => name.endsWith('.csv'));
  const entries = names.map(async (name) => [
    name.slice(0, -4),
    await readFile(join(seeds, folder, name), 'utf8'),
  ]);
  return Object.fromEntries(await Promise.all(entries)) as Record<string, string>;
}

describe('the region is in the graph, whole', () => {
  test.each([
    ['actors', 297, 'MATCH (n:Actor) RETURN count(n)'],
    ['structures', 225, 'MATCH (n:Structure) RETURN count(n)'],
    ['laboratories', 72, 'MATCH (n:Lab) RETURN count(n)'],
    ['competences', 69, 'MATCH (n:Competence) RETURN count(n)'],
    ['themes', 35, 'MATCH (n:Theme) RETURN count(n)'],
    ['competences of actors', 628, 'MATCH (:Actor)-[r:HAS_COMPETENCE]->(:Competence) RETURN count(r)'],
    ['documented ones', 387, "MATCH (:Actor)-[r:HAS_COMPETENCE {status: 'DOCUMENTED'}]->() RETURN count(r)"],
    ['themes of actors', 300, 'MATCH (:Actor)-[r:WORKS_ON]->(:Theme) RETURN count(r)'],
    ['productions', 137, 'MATCH (n:Production) RETURN count(n)'],
    ['contributions', 309, 'MATCH (:Actor)-[r:CONTRIBUTED_TO]->(:Production) RETURN count(r)'],
    ['stops', 130, "MATCH (n:Event {kind: 'TOUR_STOP'}) RETURN count(n)"],
    ['partnerships', 314, 'MATCH (n:Partnership) RETURN count(n)'],
    ['needs', 35, 'MATCH (n:Need) RETURN count(n)'],
    ['indicators', 227, 'MATCH (n:Indicator) RETURN count(n)'],
    ['surveys', 6, 'MATCH (n:Survey) RETURN count(n)'],
    [
      "sources of the region's facts",
      253,
      "MATCH (n:Source) WHERE NOT n.id IN ['cog-2026', 'admin-express', 'insee-ages'] RETURN count(n)",
    ],
    ['communes of the region', 3782, 'MATCH (n:Commune {inRegion: true}) RETURN count(n)'],
    ['EPCI', 92, 'MATCH (n:Epci) RETURN count(n)'],
    ['départements', 5, 'MATCH (n:Department) RETURN count(n)'],
    ['former regions', 2, 'MATCH (n:FormerRegion) RETURN count(n)'],
    [
      'actors of which no competence was read',
      56,
      'MATCH (n:Actor) WHERE NOT (n)-[:HAS_COMPETENCE]->() RETURN count(n)',
    ],
    ['actors without a commune', 52, 'MATCH (n:Actor) WHERE NOT (n)-[:LOCATED_IN]->() RETURN count(n)'],
  ])('%s: %i', async (_what, expected, query) => {
    expect(await count(query)).toBe(expected);
  });
});

describe('each statement has its source', () => {
  test.each([
    'Actor',
    'Production',
    'Event',
    'Partnership',
    'Need',
    'Indicator',
    'Survey',
    'SurveyResponse',
    'Territory',
  ])('every %s is stated by one', async (label) => {
    expect(await count(`MATCH (n:${label}) WHERE NOT (n)-[:STATED_BY]->(:Source) RETURN count(n)`)).toBe(0);
  });

  test.each([
    'HAS_COMPETENCE',
    'WORKS_ON',
    'LOCATED_IN',
    'CONTRIBUTED_TO',
    'PARTNER_IN',
    'HOSTED_BY',
    'BELONGS_TO',
    'SUPERVISED_BY',
  ])('every %s names one that exists', async (type) => {
    expect(
      await count(`MATCH ()-[r:${type}]->() WHERE NOT EXISTS { (:Source {id: r.sourceId}) } RETURN count(r)`),
    ).toBe(0);
  });
});

test('an unknown population is unknown, not 0', async () => {
  const [texts, territories] = await Promise.all([readTables('hauts-de-france'), readTables('territories')]);
  const communes = territories['communes']!.replace(/^(02001,[^\n]*,200071785),\d+,/m, '$1,,');
  const graph = toSeedGraph(texts as SeedTexts, {
    texts: { ...territories, communes } as TerritoryFiles['texts'],
    region: '32',
  });
  const rows = graph.nodes.find(({ also }) => also === 'Commune')!.rows;
  expect(rows.find(({ id }) => id === 'commune-02001')).toMatchObject({
    population: null,
    populationStatus: 'UNKNOWN',
  });
});

test('loading again changes nothing', async () => {
  const before = await count('MATCH (n) RETURN count(n)');
  expect(await loadSeed(database, seeds)).toMatchObject({ loaded: false, nodes: 0 });
  await database.driver.executeQuery(
    "MATCH (i:Import) WHERE i.id STARTS WITH 'seed-' SET i.checksum = 'other'",
  );
  expect(await loadSeed(database, seeds)).toMatchObject({ loaded: true });
  expect(await count('MATCH (n) RETURN count(n)')).toBe(before);
  expect(await count('MATCH (:Actor)-[r:CONTRIBUTED_TO]->() RETURN count(r)')).toBe(309);
});

describe('a broken row stops the load, named by file, line, column and reason', () => {
  test.each([
    ['an unknown actor', 'actor_competences', /^ombelliscience,/m, 'ombeliscience,', 2, 'actor', 'no actor'],
    [
      'a level out of scale',
      'actor_competences',
      /^(ombelliscience,dif-coordination),3/m,
      '$1,7',
      2,
      'level',
      'is not 1, 2 or 3',
    ],
    [
      'a word out of the vocabulary',
      'actors',
      /STRUCTURE,NETWORK/,
      'STRUCTURE,NETWORKS',
      2,
      'type',
      'vocabulary',
    ],
    [
      'a date that is none',
      'partnerships',
      /GOVERNANCE,,/,
      'GOVERNANCE,2018-13,',
      2,
      'start',
      'not a year, month or day',
    ],
    ['an identifier twice', 'competences', /^val-maths,/m, 'val-discipline,', 3, 'id', 'twice'],
  ])('%s', async (_what, table, from, to, line, column, reason) => {
    const [texts, territories] = await Promise.all([
      readTables('hauts-de-france'),
      readTables('territories'),
    ]);
    const broken = { ...texts, [table]: texts[table]!.replace(from, to) } as SeedTexts;
    const load = () => toSeedGraph(broken, { texts: territories as TerritoryFiles['texts'], region: '32' });
    expect(load).toThrow(TableError);
    expect(load).toThrow(
      expect.objectContaining({
        file: `${table}.csv`,
        line,
        column,
        reason: expect.stringContaining(reason),
      }),
    );
  });
});
