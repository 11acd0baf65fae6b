import neo4j, { type ManagedTransaction } from 'neo4j-driver';
import type { Database } from '../database/driver';
import { loadQuery } from '../database/loadQuery';

/**
 * Reads up to where the database is committed: it moves with every write, whoever writes.
 *
 * It is the bookmark of an empty read, which Neo4j gives as the last transaction committed where the read was answered;
 * later reads of this process see at least that much, on any member of a cluster.
 *
 * @param database the database asked about.
 * @param asked whom to ask: any member of a cluster, which may be late on what another process wrote; or the one that writes,
 *   which never is.
 * @returns an opaque text, equal as long as nothing was written; null where the server gives none.
 */
export async function readGraphVersion(
  { driver, name }: Database,
  asked: 'ANY' | 'WRITER' = 'ANY',
): Promise<string | null> {
  const session = driver.session({
    database: name,
    defaultAccessMode: asked === 'ANY' ? neo4j.session.READ : neo4j.session.WRITE,
    bookmarkManager: driver.executeQueryBookmarkManager,
  });
  const ask = (transaction: ManagedTransaction) => transaction.run(loadQuery('graphVersion'));
  try {
    await (asked === 'ANY' ? session.executeRead(ask) : session.executeWrite(ask));
    return session.lastBookmarks().toSorted().join(' ') || null;
  } finally {
    await session.close();
  }
}
