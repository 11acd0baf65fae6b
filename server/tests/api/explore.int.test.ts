import { createTestApi, type TestApi } from '../support/testApi';

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
});
afterAll(() => api.stop());

interface Canvas {
  canvas: {
    nodes: { key: string; label: string; ways: { relation: string; total: number; shown: number }[] }[];
    groups: { key: string; members: number; matching: number }[];
    edges: { source: string; target: string; relation: string }[];
    actorCount: number;
    hiddenByFilters: number;
    leftOut: { count: number }[];
    walkedActorIds: string[];
  };
}

const canvas = `query ($request: CanvasRequestInput, $filter: ActorFilterInput, $ties: ActorTieFilterInput) {
  canvas(request: $request, filter: $filter, ties: $ties) {
    nodes { key label ways { relation total shown } } groups { key members matching }
    edges { source target relation } actorCount hiddenByFilters leftOut { count } walkedActorIds } }`;
const see = async (variables: Record<string, unknown>) => {
  const { data, errors } = await api.ask<Canvas>(canvas, variables);
  expect(errors).toEqual([]);
  return data!.canvas;
};

test('the whole region is its communities, and every actor is in one of them', async () => {
  const view = await see({});
  expect(view.groups.reduce((sum, { members }) => sum + members, 0)).toBe(view.actorCount);
  expect(view.actorCount).toBe(297);
  expect(view.nodes).toEqual([]);
});

test('a community opens in place: its members, and the ties to what stays closed', async () => {
  const closed = await see({});
  const opened = await see({ request: { opened: ['g~1'] } });
  expect(opened.nodes).toHaveLength(closed.groups.find(({ key }) => key === 'g~1')!.members);
  expect(opened.edges.some(({ source, target }) => source.startsWith('a~') !== target.startsWith('a~'))).toBe(
    true,
  );
});

test('one walks from an actor to its ties, then to what they made; never over what a canvas holds', async () => {
  const steps = [
    { key: 'a~ombelliscience', relation: 'TIE', most: 3000 },
    { key: 'a~univ-lille', relation: 'CONTRIBUTION' },
  ];
  const view = await see({ request: { start: ['a~ombelliscience'], steps } });
  expect(view.nodes.length + view.edges.length).toBeLessThanOrEqual(1500);
  expect(view.walkedActorIds).toContain('univ-lille');
  expect(view.nodes.some(({ key }) => key.startsWith('p~'))).toBe(true);
  const small = await see({ request: { start: ['a~ombelliscience'], steps, mostElements: 30 } });
  expect(small.nodes.length).toBeLessThanOrEqual(30);
  expect(small.leftOut[0]!.count).toBeGreaterThan(50);
});

test('one walks from a need to what it seeks, and to all that the same source states', async () => {
  const { data } = await api.ask<{ needs: { id: string }[] }>('{ needs(limit: 1) { id } }');
  const need = `n~${data!.needs[0]!.id}`;
  const { nodes, edges } = await see({
    request: { start: [need], steps: [{ key: need, relation: 'SOURCE' }] },
  });
  const source = nodes.find(({ key }) => key.startsWith('s~'))!;
  expect(edges).toEqual([{ source: need, target: source.key, relation: 'SOURCE' }]);
  expect(source.ways.find(({ relation }) => relation === 'SOURCE')).toMatchObject({ shown: 1 });
});

test('filters hide and are counted: shown and hidden make the region', async () => {
  const view = await see({ request: { grouped: false }, filter: { families: ['LAB'] } });
  expect(view.nodes).toHaveLength(72);
  expect(view.hiddenByFilters).toBe(297 - 72);
});

test('a typing error is forgiven in what is looked for', async () => {
  const { data } = await api.ask<{ directory: { rows: { name: string }[] } }>(
    '{ directory(filter: { text: "ineriss" }) { rows { name } } }',
  );
  expect(data!.directory.rows[0]!.name).toMatch(/^Ineris/);
});

describe('the search box', () => {
  const first = async (text: string): Promise<string | undefined> => {
    const { data, errors } = await api.ask<{ search: { id: string }[] }>(
      'query ($text: String!) { search(text: $text, limit: 5) { id } }',
      { text },
    );
    expect(errors).toEqual([]);
    return data!.search[0]?.id;
  };

  test.each([
    ['without accents, words in any order', 'lille naturelle histoire musee', 'mhn-lille'],
    ['every word before one of them', 'palais univers', 'plus'],
    ['an acronym', 'ulco', 'ulco'],
    ['an acronym with points', 'U.L.C.O.', 'ulco'],
    ['a typing error', 'univresité de lille', 'univ-lille'],
    ['an acronym with an error', 'crstal', 'cristal'],
  ])('finds by %s: « %s »', async (_how, text, id) => expect(await first(text)).toBe(id));

  test.each(['a b', 'd’', '..', '+ - && (', 'I. N.', ''])('answers « %s » without an error', async (text) => {
    await first(text);
  });
});

test('a facet counts what choosing it would leave', async () => {
  interface Answer {
    directory: { total: number; facets: { name: string; values: { value: string; count: number }[] }[] };
  }
  const ask = async (filter: object) =>
    (
      await api.ask<Answer>(
        'query ($filter: ActorFilterInput) { directory(filter: $filter, first: 0) { total facets { name values { value count } } } }',
        { filter },
      )
    ).data!.directory;
  const { facets } = await ask({ territories: ['departement-02'] });
  const families = facets.find(({ name }) => name === 'FAMILY')!.values;
  for (const { value, count } of families.slice(0, 4))
    expect((await ask({ territories: ['departement-02'], families: [value] })).total).toBe(count);
  const epcis = facets
    .find(({ name }) => name === 'TERRITORY')!
    .values.filter(({ value }) => value.startsWith('epci-'));
  expect(epcis).toHaveLength(92);
});

test('a narrower competence answers for a broader one', async () => {
  interface Answer {
    competences: { id: string; narrower: { id: string }[] }[];
    [name: string]: unknown;
  }
  const { data } = await api.ask<Answer>('{ competences(limit: 100) { id narrower { id } } }');
  const broad = data!.competences.find(({ narrower }) => narrower.length > 2)!;
  const total = async (competences: string[]) =>
    (
      await api.ask<{ directory: { total: number } }>(
        'query ($competences: [ID!]) { directory(filter: { competences: $competences }, first: 0) { total } }',
        { competences },
      )
    ).data!.directory.total;
  const narrower = broad.narrower.map(({ id }) => id);
  expect(await total([broad.id])).toBeGreaterThanOrEqual(await total(narrower));
  expect(await total([broad.id])).toBeGreaterThan(await total([narrower[0]!]));
});

test('the way from one actor to another is told by what ties each step, with its source', async () => {
  interface Answer {
    actorPaths: {
      hops: number;
      paths: {
        steps: {
          fromActor: { id: string };
          toActor: { id: string };
          proofs: { source: { title: string } }[];
        }[];
      }[];
    };
  }
  const { data } = await api.ask<Answer>(
    `{ actorPaths(fromActorId: "ineris", toActorId: "univ-artois") {
       hops paths { steps { fromActor { id } toActor { id } proofs { source { title } } } } } }`,
  );
  const { hops, paths } = data!.actorPaths;
  expect(hops).toBe(2);
  expect(paths[0]!.steps.map(({ toActor }) => toActor.id)).toEqual(['ombelliscience', 'univ-artois']);
  for (const { proofs } of paths[0]!.steps) expect(proofs.every(({ source }) => source.title)).toBe(true);
});

test('a territory says what it has, what it received and what it lacks', async () => {
  interface Answer {
    territoryProfile: {
      population: number;
      actors: { id: string }[];
      absentFamilies: { family: string }[];
      peers: unknown[];
    };
  }
  const { data } = await api.ask<Answer>(
    `{ territoryProfile(territoryId: "departement-02") { population actors { id } absentFamilies { family } peers { actors } } }`,
  );
  expect(data!.territoryProfile.actors.length).toBeGreaterThan(10);
  expect(data!.territoryProfile.absentFamilies.map(({ family }) => family)).toContain('LAB');
  expect(data!.territoryProfile.peers).toHaveLength(5);
});

test.each([
  [
    'an actor that does not exist',
    '{ tiesBetween(fromActorId: "nobody", toActorId: "ineris") { kind } }',
    'NOT_FOUND',
  ],
  [
    'a territory that does not exist',
    '{ territoryProfile(territoryId: "nowhere") { communes } }',
    'NOT_FOUND',
  ],
  ['a date that is none', '{ canvas(ties: { from: "yesterday" }) { actorCount } }', 'INVALID_INPUT'],
  ['too many rows', '{ directory(first: 5000) { total } }', 'INVALID_INPUT'],
])('%s is refused, and said', async (_what, query, code) => {
  const { errors } = await api.ask(query);
  expect(errors[0]!.extensions.code).toBe(code);
});
