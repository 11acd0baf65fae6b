import { createTestApi, type TestApi } from '../support/testApi';

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
});
afterAll(() => api.stop());

const measure = (id: string, rest = '') =>
  `{ networkMeasure(id: "${id}"${rest}) { version figures { id value } leftOut { count } parameters { id value }
     actorColumns { id total values { value actor { name } } } tables { id total rows { cells { text number actorIds } } } } }`;

test('every measure describes itself and answers on the region', async () => {
  const { data } = await api.ask(
    '{ networkMeasures { id formula label { fr en } help { fr } references { doi } parameters { id kind } } }',
  );
  const measures = data!['networkMeasures'] as { id: string; parameters: { kind: string }[] }[];
  expect(measures.length).toBeGreaterThanOrEqual(11);
  const selfSufficient = measures.filter(({ parameters }) =>
    parameters.every(({ kind }) => !['actor', 'date'].includes(kind)),
  );
  for (const { id } of selfSufficient) {
    const answer = await api.ask(measure(id));
    expect(answer.errors).toEqual([]);
    expect(answer.data!['networkMeasure']).toMatchObject({ version: expect.any(String) });
  }
});

test('the answer follows the ties that count', async () => {
  const figure = async (rest: string) => {
    const { data } = await api.ask(measure('cohesion', rest));
    const { figures } = data!['networkMeasure'] as { figures: { id: string; value: number }[] };
    return figures.find(({ id }) => id === 'ties')!.value;
  };
  const all = await figure('');
  const partnerships = await figure(', ties: { kinds: [PARTNERSHIP] }');
  const early = await figure(', ties: { date: "1990", undated: LEAVE_OUT }');
  expect(partnerships).toBeLessThan(all);
  expect(early).toBeLessThan(partnerships);
});

test('who bridges is named', async () => {
  const { data } = await api.ask(measure('betweenness', ', limit: 3'));
  const { actorColumns } = data!['networkMeasure'] as {
    actorColumns: { total: number; values: { actor: { name: string } }[] }[];
  };
  expect(actorColumns[0]).toMatchObject({
    total: 297,
    values: expect.arrayContaining([expect.objectContaining({ actor: { name: 'Ombelliscience' } })]),
  });
  expect(actorColumns[0]!.values).toHaveLength(3);
});

test('values are given of the actors asked for, whatever the limit, and every draw of the region is made at once', async () => {
  const asked = ['ineris', 'ombelliscience', 'nobody-at-all'];
  const { data } = await api.ask(
    `query ($ids: [ID!]) { networkMeasure(id: "communityStability", limit: 1, actorIds: $ids) {
       coming figures { id value } actorColumns { id total values { actorId } } } }`,
    { ids: asked },
  );
  const { coming, figures, actorColumns } = data!['networkMeasure'] as {
    coming: boolean;
    figures: { id: string; value: number }[];
    actorColumns: { total: number; values: { actorId: string }[] }[];
  };
  expect(actorColumns[1]!.values.map(({ actorId }) => actorId).sort()).toEqual(['ineris', 'ombelliscience']);
  expect(actorColumns[1]!.total).toBe(297);
  expect(coming).toBe(false);
  expect(figures).toContainEqual({ id: 'draws', value: 50 });
});

test.each([
  ['a measure that does not exist', measure('nothing'), /no measure nothing/],
  ['a parameter out of bounds', measure('communities', ', values: [{ id: "trials", number: 0 }]'), /trials/],
  ['a date that is none', measure('cohesion', ', ties: { date: "yesterday" }'), /date/],
])('%s is refused, and said', async (_what, query, message) => {
  const { errors } = await api.ask(query);
  expect(errors![0]).toMatchObject({
    message: expect.stringMatching(message),
    extensions: { code: 'INVALID_INPUT' },
  });
});
