import neo4j from 'neo4j-driver';
import type { Database } from '../database/driver';
import { loadQuery } from '../database/loadQuery';

/**
 * Reads up to where the database is committed: it moves with every write, whoever writes.
 *
 * It is the bookmark of an empty read, which Neo4j gives as the last transaction committed where the read was answered;
 * later reads of this process see at least that much, on any member of a cluster.
 *
 * @param database the database asked about.
 * @returns an opaque text, equal as long as nothing was written; null where the server gives none.
 */
export async function readGraphVersion({ driver, name }: Database): Promise<string | null> {
  const session = driver.session({
    database: name,
    defaultAccessMode: neo4j.session.READ,
    bookmarkManager: driver.executeQueryBookmarkManager,
  });
  try {
    await session.executeRead((transaction) => transaction.run(loadQuery('graphVersion')));
    return session.lastBookmarks().toSorted().join(' ') || null;
  } finally {
    await session.close();
  }
}
