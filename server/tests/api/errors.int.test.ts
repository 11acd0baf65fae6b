import type { Database } from '../../database/driver';
import { createTestApi, type TestApi } from '../support/testApi';
import { openTestDatabase } from '../support/database';

describe('what goes wrong', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await createTestApi();
  });
  afterAll(() => api?.stop());

  it('says where a query is wrong, in the words of GraphQL', async () => {
    const { status, errors } = await api.ask('{ actors(limit: 1) { nom } }');
    expect(status).toBe(400);
    expect(errors[0]?.message).toContain('Cannot query field "nom"');
    expect(errors[0]?.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
    expect(Object.keys(errors[0]?.extensions ?? {}).sort()).toEqual(['code', 'requestId']);
  });

  it('says which variable is wrong', async () => {
    const { status, errors } = await api.ask('query ($n: Int!) { actors(limit: $n) { id } }', { n: 'many' });
    expect(status).toBe(400);
    expect(errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });

  it('masks what is unknown, and logs it with the request id', async () => {
    const real = openTestDatabase();
    const broken: Database = {
      ...real,
      driver: Object.assign(Object.create(real.driver) as Database['driver'], {
        executeQuery: () => Promise.reject(new Error('secret: the password is swordfish')),
      }),
    };
    const masked = await createTestApi({ database: broken });
    const { status, data, errors, headers } = await masked.ask(
      '{ graphSummary { structures } actors(limit: 1) { id } }',
    );
    await masked.stop();
    await real.close();
    expect(status).toBe(200);
    expect(data).toEqual({ graphSummary: null, actors: [{ id: expect.any(String) as string }] });
    expect(JSON.stringify(errors)).not.toContain('swordfish');
    expect(errors).toEqual([
      expect.objectContaining({
        message: 'Something went wrong on our side.',
        path: ['graphSummary'],
        extensions: expect.objectContaining({
          code: 'INTERNAL_SERVER_ERROR',
          requestId: headers.get('x-request-id'),
        }) as unknown,
      }),
    ]);
    const line = masked.log.find(
      ({ msg, requestId }) => msg === 'unexpected error' && requestId === headers.get('x-request-id'),
    );
    expect(JSON.stringify(line)).toContain('swordfish');
  });

  it('answers a body that is not JSON as a bad request', async () => {
    const response = await fetch(`${api.origin}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{ "query": ',
    });
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({
      errors: [
        {
          message: 'The body is not valid JSON.',
          extensions: expect.objectContaining({
            code: 'BAD_REQUEST',
            requestId: response.headers.get('x-request-id'),
          }) as unknown,
        },
      ],
    });
  });
});
