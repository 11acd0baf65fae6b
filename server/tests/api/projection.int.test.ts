import neo4j from 'neo4j-driver';
import type { Database } from '../../database/driver';
import { createProjections } from '../../graphql/analysis/projections';
import { readGraphSummary } from '../../graph/readGraphSummary';
import { readGraphVersion } from '../../graph/readGraphVersion';
import { openTestDatabase } from '../support/database';

describe('a whole-graph reading', () => {
  let database: Database;
  /** Another process, as far as the driver can tell. */
  let writer: Database;

  beforeAll(() => {
    database = openTestDatabase();
    writer = openTestDatabase();
  });
  afterAll(async () => {
    await write('MATCH (n:Offer {id: "projection-test"}) DELETE n');
    await database.close();
    await writer.close();
  });

  async function write(query: string): Promise<void> {
    const session = writer.driver.session({ database: writer.name, defaultAccessMode: neo4j.session.WRITE });
    await session.executeWrite((transaction) => transaction.run(query));
    await session.close();
  }

  it('has a version that moves with a write, and only with a write', async () => {
    const before = await readGraphVersion(database);
    expect(before).toEqual(expect.stringMatching(/./));
    expect(await readGraphVersion(database)).toBe(before);
    await readGraphSummary(database);
    expect(await readGraphVersion(database)).toBe(before);
    await write('MERGE (n:Offer {id: "projection-test"}) SET n.year = 1');
    const after = await readGraphVersion(database);
    expect(after).not.toBe(before);
    await write('MATCH (n:Offer {id: "projection-test"}) SET n.year = 2');
    expect(await readGraphVersion(database)).not.toBe(after);
  });

  it('is shared as long as nothing is written, and fresh within two seconds of a write', async () => {
    const projection = createProjections(database).of(readGraphSummary);
    const first = await projection.current();
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect((await projection.current()).value).toBe(first.value);
    await write('MATCH (n:Offer {id: "projection-test"}) DELETE n');
    await new Promise((resolve) => setTimeout(resolve, 1000));
    const { value } = await projection.current();
    expect(value.offers).toBe(first.value.offers - 1);
  });
});
