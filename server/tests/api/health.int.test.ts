import { createTestApi, type TestApi } from '../support/testApi';
import { openUnsteadyDatabase, type UnsteadyDatabase } from '../support/unsteadyDatabase';

const stored = '{ actors(limit: 1) { id } }';
const computed = '{ graphSummary { structures } }';

describe('a database that goes away', () => {
  let line: UnsteadyDatabase;
  let api: TestApi;

  beforeAll(async () => {
    line = await openUnsteadyDatabase();
    api = await createTestApi({ database: line.database });
  });
  beforeEach(async () => {
    await line.restore();
    await untilReady();
  });
  afterAll(async () => {
    await api?.stop();
    await line.close();
  });

  async function untilReady(): Promise<void> {
    for (let attempt = 0; attempt < 50; attempt += 1) {
      if ((await fetch(`${api.origin}/readyz`)).status === 200) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error('The API did not become ready again');
  }

  async function expectUnavailable(query: string): Promise<void> {
    const answer = await api.ask(query);
    expect(answer.errors.map(({ extensions }) => extensions.code)).toEqual(['DATABASE_UNAVAILABLE']);
    expect(answer.errors[0]?.extensions.requestId).toBe(answer.headers.get('x-request-id'));
  }

  it('is alive and ready while the database answers', async () => {
    const alive = await fetch(`${api.origin}/healthz`);
    expect([alive.status, await alive.json()]).toEqual([200, { status: 'alive' }]);
    const ready = await fetch(`${api.origin}/readyz`);
    expect([ready.status, await ready.json()]).toEqual([200, { status: 'ready' }]);
    expect(ready.headers.get('cache-control')).toBe('no-store');
  });

  it.each([
    ['stopped', () => line.cut()],
    ['silent', async () => line.freeze()],
  ])('is alive and not ready, and says so, once it is %s', async (_how, goAway) => {
    expect((await api.ask(stored)).errors).toEqual([]);
    await goAway();
    await expectUnavailable(stored);
    await expectUnavailable(computed);
    const file = await fetch(`${api.origin}/export/themes.csv`);
    expect([file.status, await file.json()]).toMatchObject([
      503,
      { errors: [{ extensions: { code: 'DATABASE_UNAVAILABLE' } }] },
    ]);
    expect((await fetch(`${api.origin}/readyz`)).status).toBe(503);
    expect((await fetch(`${api.origin}/healthz`)).status).toBe(200);
    expect((await api.ask('{ __typename }')).data).toEqual({ __typename: 'Query' });
  });

  it.each([
    ['stopped', () => line.cut()],
    ['silent', async () => line.freeze()],
  ])('answers again, without a restart, after it was %s', async (_how, goAway) => {
    await goAway();
    await expectUnavailable(computed);
    await line.restore();
    await untilReady();
    expect((await api.ask(`{ ${computed.slice(1, -1)} ${stored.slice(1, -1)} }`)).errors).toEqual([]);
    expect((await fetch(`${api.origin}/export/themes.csv`)).status).toBe(200);
  });

  it('leaves no request waiting that was under way', async () => {
    line.freeze();
    const answers = await Promise.all(Array.from({ length: 20 }, () => api.ask(stored)));
    const codes = new Set(answers.map(({ errors }) => errors[0]?.extensions.code));
    expect([...codes]).toEqual(['DATABASE_UNAVAILABLE']);
  });

  it('does not keep the API from starting', async () => {
    await line.cut();
    const early = await createTestApi({ database: line.database });
    const { errors } = await early.ask(stored);
    expect(errors[0]?.extensions.code).toBe('DATABASE_UNAVAILABLE');
    await line.restore();
    await untilReady();
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect((await early.ask(stored)).errors).toEqual([]);
    await early.stop();
  });
});
