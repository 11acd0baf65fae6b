import neo4j, { type Driver, Neo4jError } from 'neo4j-driver';

/** Where a Neo4j answers, and as whom to speak to it. */
export interface Connection {
  /** `bolt://` for one server, `neo4j://` for a cluster (reads are then routed to followers); `+s` variants for TLS. */
  readonly uri: string;
  readonly user: string;
  readonly password: string;
  /** Name of the Neo4j database, usually `neo4j`. */
  readonly database: string;
}

/** An open pool of connections to one Neo4j database. */
export interface Database {
  readonly driver: Driver;
  /** Name of the Neo4j database, to be given to every session. */
  readonly name: string;
  /** Where it is and as whom it is spoken to, for another process to open it too. */
  readonly connection: Connection;
  /**
   * Resolves when the database answers a query, rejects within two seconds when it does not.
   * @throws Neo4jError when the database is away or refuses the credentials.
   */
  verify(): Promise<void>;
  /** Closes every connection; calling it twice is harmless. */
  close(): Promise<void>;
}

/** Time within which a missing database is noticed, in milliseconds; an API answer must leave within two seconds. */
const PATIENCE = 1500;

const UNAVAILABLE_CODES = new Set([
  neo4j.error.SERVICE_UNAVAILABLE,
  neo4j.error.SESSION_EXPIRED,
  'Neo.TransientError.General.DatabaseUnavailable',
  'Neo.ClientError.Database.DatabaseNotFound',
  'Neo.DatabaseError.Database.DatabaseLimitReached',
  'Neo.ClientError.Cluster.NotALeader',
]);

/** True when the error says that the database is away (stopped, starting, unreachable), rather than that a query is wrong. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Neo4jError)) return false;
  if (UNAVAILABLE_CODES.has(error.code)) return true;
  return error.message.startsWith('Connection acquisition timed out');
}

/** What the database calls an error of its own; null of any other error. */
export function databaseCode(error: unknown): string | null {
  return error instanceof Neo4jError ? error.code : null;
}

/**
 * Opens a pool of connections; nothing is sent before the first query, so this succeeds even while the database is away.
 * Every wait is bounded so that an absent database is reported within two seconds, and found again by the next query.
 */
export function createDatabase(connection: Connection): Database {
  const { uri, user, password, database } = connection;
  const driver = neo4j.driver(uri, neo4j.auth.basic(user, password), {
    userAgent: 'maillage',
    maxConnectionPoolSize: 50,
    connectionTimeout: PATIENCE,
    connectionAcquisitionTimeout: PATIENCE,
    maxTransactionRetryTime: PATIENCE,
    // A connection that idled while the database restarted is tested before it is trusted.
    connectionLivenessCheckTimeout: 5000,
    telemetryDisabled: true,
  });
  return {
    driver,
    name: database,
    connection,
    // Without a bookmark: a large change is committed seconds before it is applied, and who must see it waits; this need not.
    verify: () =>
      withDeadline(
        driver.executeQuery('RETURN 1', {}, { database, routing: 'READ', bookmarkManager: null }),
        PATIENCE,
      ),
    close: () => driver.close(),
  };
}

async function withDeadline(work: Promise<unknown>, milliseconds: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const error = new Neo4jError(
      'The database did not answer in time',
      neo4j.error.SERVICE_UNAVAILABLE,
      'N/A',
      'N/A',
    );
    timer = setTimeout(() => reject(error), milliseconds);
  });
  try {
    await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
