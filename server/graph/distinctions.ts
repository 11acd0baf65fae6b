import neo4j from 'neo4j-driver';
import type { Database } from '../database/driver';
import { readGraph } from './changeGraph';

/** Pairs of actors that a person told apart, as `a|b` in alphabetical order. */
export async function readDistinctions(database: Database): Promise<Set<string>> {
  const rows = await readGraph(database, (reader) =>
    reader.query('MATCH (d:Distinction) RETURN d.id AS id ORDER BY id', {}),
  );
  return new Set(rows.map(({ id }) => id as string));
}

/**
 * Remembers that two actors are not the same, or forgets it.
 *
 * @param pair - `a|b` in alphabetical order
 * @param at - ISO instant
 */
export async function setDistinction(
  database: Database,
  pair: string,
  isDistinct: boolean,
  by: string,
  at: string,
): Promise<void> {
  const session = database.driver.session({
    database: database.name,
    defaultAccessMode: neo4j.session.WRITE,
  });
  const query = isDistinct
    ? 'MERGE (d:Distinction {id: $pair}) SET d.by = $by, d.appliedAt = $at'
    : 'MATCH (d:Distinction {id: $pair}) DELETE d';
  try {
    await session.executeWrite((transaction) => transaction.run(query, { pair, by, at }));
  } finally {
    await session.close();
  }
}
