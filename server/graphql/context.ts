import type { Neo4jGraphQLContext } from '@neo4j/graphql';
import type { Logger } from 'pino';
import type { Availability } from '../database/availability';
import type { Database } from '../database/driver';
import { READ_TIMEOUT } from '../database/readRows';
import type { Projections } from './analysis/projections';

/** What lives as long as the process and serves every request. */
export interface ApiServices {
  readonly database: Database;
  readonly availability: Availability;
  readonly projections: Projections;
  readonly logger: Logger;
}

/** What a resolver receives: the services, the request's id and logger, and what `@neo4j/graphql` needs. */
export interface ApiContext extends ApiServices, Neo4jGraphQLContext {
  readonly requestId: string;
}

/**
 * Makes the context of one request.
 *
 * @param services what serves every request.
 * @param requestId identifier of this one.
 */
export function createContext(services: ApiServices, requestId: string): ApiContext {
  const { database, logger } = services;
  return {
    ...services,
    requestId,
    logger: logger.child({ requestId }),
    executionContext: database.driver,
    sessionConfig: { database: database.name },
    transaction: { timeout: READ_TIMEOUT },
  };
}
