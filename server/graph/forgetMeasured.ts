import neo4j, { type ManagedTransaction } from 'neo4j-driver';
import type { Database } from '../database/driver';

const WRITE_TIMEOUT = 60_000;

async function inOneWrite<T>(database: Database, work: (tx: ManagedTransaction) => Promise<T>): Promise<T> {
  const session = database.driver.session({
    database: database.name,
    defaultAccessMode: neo4j.session.WRITE,
  });
  try {
    return await session.executeWrite(work, { timeout: WRITE_TIMEOUT });
  } finally {
    await session.close();
  }
}

async function countOf(
  transaction: ManagedTransaction,
  query: string,
  parameters: Record<string, unknown> = {},
): Promise<number> {
  const { records } = await transaction.run(query, parameters);
  return neo4j.integer.toNumber(records[0]!.get('count'));
}

/**
 * Forgets the imported ages of all communes and the sources that said them, in one transaction: they are estimated again.
 *
 * @returns communes whose ages were forgotten; 0 when none was imported
 */
export function forgetAges(database: Database): Promise<number> {
  return inOneWrite(database, async (transaction) => {
    const communes = await countOf(
      transaction,
      `MATCH (c:Commune) WHERE c.populationAllAges IS NOT NULL
       REMOVE c.populationYear, c.population0to14, c.population15to24, c.populationAllAges
       RETURN count(c) AS count`,
    );
    await transaction.run("MATCH (s:Source) WHERE s.id STARTS WITH 'insee-ages-communes' DETACH DELETE s");
    return communes;
  });
}

/**
 * Unties communes from the sources of ages that a later import replaced, and removes those that say nothing any more.
 *
 * @param sourceId - the source of the latest import, which stays
 */
export function forgetOldAges(
  database: Database,
  sourceId: string,
  communeIds: readonly string[],
): Promise<void> {
  return inOneWrite(database, async (transaction) => {
    await transaction.run(
      `UNWIND $communeIds AS id
       MATCH (c:Commune {id: id})-[r:STATED_BY]->(s:Source)
       WHERE s.id STARTS WITH 'insee-ages-communes' AND s.id <> $sourceId
       DELETE r`,
      { communeIds, sourceId },
    );
    await transaction.run(
      `MATCH (s:Source)
       WHERE s.id STARTS WITH 'insee-ages-communes' AND s.id <> $sourceId AND NOT EXISTS { ()-[:STATED_BY]->(s) }
       DETACH DELETE s`,
      { sourceId },
    );
  });
}

/**
 * Forgets the imported travel times and their source, in one transaction: those of the model count again.
 *
 * @returns destinations forgotten; 0 when no matrix was imported
 */
export function forgetTravelTimes(database: Database): Promise<number> {
  return inOneWrite(database, async (transaction) => {
    const destinations = await countOf(
      transaction,
      'MATCH (t:TravelTimes) DETACH DELETE t RETURN count(*) AS count',
    );
    await transaction.run("MATCH (s:Source {id: 'travel-times'}) DETACH DELETE s");
    return destinations;
  });
}

/**
 * Forgets a reference and the source that says it alone, in one transaction.
 *
 * @param id - identifier of the reference
 * @returns 1, or 0 when there is none of that identifier
 */
export function forgetReference(database: Database, id: string): Promise<number> {
  return inOneWrite(database, async (transaction) => {
    const found = await countOf(
      transaction,
      'MATCH (r:ReferenceTerritory {id: $id}) DETACH DELETE r RETURN count(*) AS count',
      { id },
    );
    if (found > 0) await transaction.run('MATCH (s:Source {id: $id}) DETACH DELETE s', { id });
    return found;
  });
}
