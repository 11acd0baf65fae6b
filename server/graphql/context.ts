import type { Neo4jGraphQLContext } from '@neo4j/graphql';
import type { Logger } from 'pino';
import type { WriteAccess } from '../auth/writeAccess';
import type { Availability } from '../database/availability';
import type { Database } from '../database/driver';
import { READ_TIMEOUT } from '../database/readRows';
import type { ImportDesk } from '../exchange/jobs/importDesk';
import type { Undoing } from '../exchange/jobs/undoing';
import type { CoverageThread } from './analysis/coverageThread';
import type { DuplicatesThread } from './analysis/duplicatesThread';
import type { Projections } from './analysis/projections';
import type { SynergiesThread } from './analysis/synergiesThread';

/** What lives as long as the process and serves every request. */
export interface ApiServices {
  readonly database: Database;
  readonly availability: Availability;
  readonly projections: Projections;
  /** Computes on the whole network while the API goes on answering. */
  readonly synergies: SynergiesThread;
  /** Answers the long questions of coverage likewise. */
  readonly coverage: CoverageThread;
  /** Looks for actors that are there twice likewise. */
  readonly duplicates: DuplicatesThread;
  readonly logger: Logger;
  /** Imports under way. */
  readonly imports: ImportDesk;
  /** Undoes dated changes. */
  readonly undoing: Undoing;
  /** Who may write. */
  readonly writeAccess: WriteAccess;
}

/** What a resolver receives: the services, the request's id (the logger adds it by itself), and what `@neo4j/graphql` needs. */
export interface ApiContext extends ApiServices, Neo4jGraphQLContext {
  readonly requestId: string;
  /** The `Authorization` header, as it was sent. */
  readonly authorization: string | undefined;
}

/**
 * Makes the context of one request.
 *
 * @param services what serves every request.
 * @param requestId identifier of this one.
 * @param authorization its `Authorization` header.
 */
export function createContext(services: ApiServices, requestId: string, authorization?: string): ApiContext {
  const { database } = services;
  return {
    ...services,
    requestId,
    authorization,
    executionContext: database.driver,
    sessionConfig: { database: database.name },
    transaction: { timeout: READ_TIMEOUT },
  };
}
