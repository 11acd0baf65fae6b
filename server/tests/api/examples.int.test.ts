import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTestApi, type TestApi } from '../support/testApi';

const folder = join(__dirname, '../../../client/graphiql/examples');
const names = readdirSync(folder).filter((name) => name.endsWith('.graphql'));

describe('the examples of GraphiQL', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await createTestApi();
  });
  afterAll(() => api?.stop());

  it.each(names)('%s gives an answer that is not empty', async (name) => {
    const { status, data, errors } = await api.ask(readFileSync(join(folder, name), 'utf8'));
    expect(errors).toEqual([]);
    expect(status).toBe(200);
    const [answer] = Object.values(data ?? {});
    expect(Array.isArray(answer) ? answer.length : answer).toBeTruthy();
  });
});
