import { getIntrospectionQuery } from 'graphql';
import { createTestApi, type TestApi } from '../support/testApi';

describe('what one request may ask', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await createTestApi();
  });
  afterAll(() => api?.stop());

  async function refusal(query: string, variables?: Record<string, unknown>) {
    const { status, data, errors } = await api.ask(query, variables);
    return { status, data, code: errors[0]?.extensions.code, message: errors[0]?.message };
  }

  it('is not too deep', async () => {
    const nested = (n: number): string => (n === 0 ? 'id' : `broader(limit: 1) { ${nested(n - 1)} }`);
    expect((await api.ask(`{ competences(limit: 1) { ${nested(12)} } }`)).errors).toEqual([]);
    expect(await refusal(`{ competences(limit: 1) { ${nested(13)} } }`)).toEqual({
      status: 400,
      data: undefined,
      code: 'TOO_EXPENSIVE',
      message: 'This operation has more than 14 levels of nested fields.',
    });
  });

  it('has not too many parts to plan, which interfaces multiply', async () => {
    const nested = (n: number): string =>
      n === 0 ? 'id' : `partnerships(limit: 1) { partners(limit: 1) { ${nested(n - 1)} } }`;
    expect((await api.ask(`{ actors(limit: 1) { ${nested(2)} } }`)).errors).toEqual([]);
    expect(await refusal(`{ actors(limit: 1) { ${nested(3)} } }`)).toMatchObject({
      status: 400,
      code: 'TOO_EXPENSIVE',
      message: expect.stringContaining('number of parts to plan') as string,
    });
  });

  it('is not too deep through fragments either', async () => {
    const parts = Array.from(
      { length: 8 },
      (_, n) =>
        `fragment F${n} on Actor { partnerships(limit: 1) { partners(limit: 1) { ${n === 7 ? 'id' : `...F${n + 1}`} } } }`,
    );
    expect(await refusal(`{ actors(limit: 1) { ...F0 } } ${parts.join(' ')}`)).toMatchObject({
      status: 400,
      code: 'TOO_EXPENSIVE',
    });
  });

  it('has not too many aliases', async () => {
    const aliases = (n: number) => Array.from({ length: n }, (_, i) => `a${i}: __typename`).join(' ');
    const fields = (n: number) =>
      Array.from({ length: n }, (_, i) => `a${i}: actors(limit: 1) { id }`).join(' ');
    expect((await api.ask(`{ ${aliases(60)} }`)).errors).toEqual([]);
    expect((await api.ask(`{ ${fields(10)} }`)).errors).toEqual([]);
    expect(await refusal(`{ ${fields(41)} }`)).toMatchObject({ status: 400, code: 'TOO_EXPENSIVE' });
  });

  it('has not too many directives', async () => {
    const query = `{ __typename ${'@include(if: true) '.repeat(41)} }`;
    expect(await refusal(query)).toMatchObject({ status: 400 });
    const spread = Array.from({ length: 41 }, () => '... @include(if: true) { __typename }').join(' ');
    expect(await refusal(`{ ${spread} }`)).toMatchObject({ status: 400, code: 'TOO_EXPENSIVE' });
  });

  it('has not too many tokens', async () => {
    expect(await refusal(`{ ${'__typename '.repeat(4001)} }`)).toMatchObject({
      status: 400,
      code: 'GRAPHQL_PARSE_FAILED',
    });
  });

  it('does not cost too much, whether the page is written or in a variable', async () => {
    const written = '{ actors(limit: 500) { competences(limit: 100) { actors(limit: 100) { id } } } }';
    expect(await refusal(written)).toMatchObject({
      status: 400,
      data: undefined,
      code: 'TOO_EXPENSIVE',
      message: expect.stringContaining('5050501') as string,
    });
    const variable =
      'query ($n: Int) { actors(limit: $n) { competences(limit: $n) { actors(limit: $n) { id } } } }';
    expect(await refusal(variable, { n: 100 })).toMatchObject({ code: 'TOO_EXPENSIVE' });
    expect((await api.ask(variable, { n: 10 })).errors).toEqual([]);
  });

  it('does not cost nothing when lists have no limit', async () => {
    const nested = '{ competences { broader { narrower { broader { narrower { id } } } } } }';
    expect(await refusal(nested)).toMatchObject({ code: 'TOO_EXPENSIVE' });
  });

  it('counts the identifiers given', async () => {
    const query =
      'query ($ids: [ID!]!) { actorsByIds(ids: $ids) { id name family competences { id labelFr } } }';
    const ids = Array.from({ length: 2000 }, (_, n) => `a${n}`);
    expect(await refusal(query, { ids })).toMatchObject({ code: 'TOO_EXPENSIVE' });
  });

  it('has a body of 100 kB at most', async () => {
    const { status, errors } = await api.ask('{ __typename }', { padding: 'x'.repeat(100 * 1024) });
    expect(status).toBe(413);
    expect(errors[0]?.extensions).toMatchObject({
      code: 'PAYLOAD_TOO_LARGE',
      requestId: expect.any(String) as string,
    });
  });

  it('may ask for the schema, once', async () => {
    const whole = await api.ask<{ __schema: { types: unknown[] } }>(getIntrospectionQuery());
    expect(whole.errors).toEqual([]);
    expect(whole.data?.__schema.types.length).toBeGreaterThan(100);
    const twice = '{ a: __schema { queryType { name } } b: __schema { queryType { name } } }';
    expect(await refusal(twice)).toMatchObject({ status: 400, code: 'TOO_EXPENSIVE' });
    const circular =
      '{ __schema { types { fields { type { fields { type { fields { type { fields { name } } } } } } } } } }';
    expect(await refusal(circular)).toMatchObject({ status: 400 });
  });

  it('sends not too many files either, whoever it is', async () => {
    const strict = await createTestApi({ rateLimit: 20, database: api.database });
    const send = () => fetch(`${strict.origin}/import?name=a.csv`, { method: 'POST', body: 'a' });
    const answers = [await send(), await send(), await send()];
    await strict.stop();
    expect(answers.map(({ status }) => status === 429)).toEqual([false, false, true]);
    expect(Number(answers[2]!.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  it('comes back later when there are too many', async () => {
    const strict = await createTestApi({ rateLimit: 3, database: api.database });
    const statuses: number[] = [];
    for (let n = 0; n < 4; n += 1) statuses.push((await strict.ask('{ __typename }')).status);
    const { errors, headers } = await strict.ask('{ __typename }');
    const health = await fetch(`${strict.origin}/healthz`);
    await strict.stop();
    expect(statuses).toEqual([200, 200, 200, 429]);
    expect(errors[0]?.extensions.code).toBe('TOO_MANY_REQUESTS');
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
    expect(health.status).toBe(200);
  });
});
