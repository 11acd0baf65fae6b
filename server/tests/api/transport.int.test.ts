import { serverAudits } from 'graphql-http';
import { createTestApi, type TestApi } from '../support/testApi';

/** Audits of what a server MAY do, not passed, each with why. None is a MUST or a SHOULD. */
const exceptions: Record<string, string> = {
  '5A70': 'a GET without a header that only a script can set is refused, against cross-site request forgery',
  D6D5: 'the same',
  '6A70': 'the same',
};

describe('GraphQL over HTTP', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await createTestApi();
  });
  afterAll(() => api?.stop());

  it('passes every MUST and SHOULD of the server audits of graphql-http, and every MAY but three', async () => {
    const audits = serverAudits({ url: `${api.origin}/graphql`, fetchFn: fetch });
    const failed: string[] = [];
    for (const audit of audits) {
      const result = await audit.fn();
      if (result.status !== 'ok') failed.push(`${result.id} ${result.name}: ${result.reason}`);
      if ('response' in result) await result.response.body?.cancel();
    }
    expect(audits.length).toBeGreaterThan(60);
    expect(failed.filter((line) => !(line.slice(0, 4) in exceptions))).toEqual([]);
    expect(failed.filter((line) => !line.slice(5).startsWith('MAY'))).toEqual([]);
  });

  it('refuses what a form of another site could send', async () => {
    const response = await fetch(`${api.origin}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'text/plain' },
      body: JSON.stringify({ query: '{ __typename }' }),
    });
    expect(response.status).toBe(400);
    const body = (await response.json()) as { errors: { message: string }[] };
    expect(body.errors[0]?.message).toContain('CSRF');
    const get = await fetch(`${api.origin}/graphql?query=%7B__typename%7D`, {
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect(get.status).toBe(400);
  });

  it('refuses batches', async () => {
    const response = await fetch(`${api.origin}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify([{ query: '{ __typename }' }, { query: '{ __typename }' }]),
    });
    expect(response.status).toBe(400);
  });

  it('gives every answer a request id, in its header and its errors, and keeps the one of a proxy', async () => {
    const { headers, errors } = await api.ask('{ nothing }');
    expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    expect(errors[0]?.extensions.requestId).toBe(headers.get('x-request-id'));
    const kept = await fetch(`${api.origin}/healthz`, { headers: { 'x-request-id': 'proxy-12345678' } });
    expect(kept.headers.get('x-request-id')).toBe('proxy-12345678');
    const drawn = await fetch(`${api.origin}/healthz`, { headers: { 'x-request-id': 'a b' } });
    expect(drawn.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('puts the request id in every line it logs about a request', async () => {
    const { headers } = await api.ask('{ actors(limit: 1) { id } }');
    await new Promise((resolve) => setTimeout(resolve, 20));
    const lines = api.log.filter(({ requestId }) => requestId === headers.get('x-request-id'));
    expect(lines).toEqual([expect.objectContaining({ msg: 'request', path: '/graphql', status: 200 })]);
    expect(api.log.filter(({ requestId }) => requestId === undefined)).toEqual([]);
  });
});
