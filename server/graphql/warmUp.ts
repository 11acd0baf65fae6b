import { graphql } from 'graphql';
import { type ApiServices, createContext } from './context';
import { buildSchemas } from './schema';

/** The shapes that the first page asks for. */
const firstQuery = `query WarmUp {
  graphSummary { structures latestSources { id } }
  actors(limit: 1) { id name competences(limit: 1) { id } }
}`;

/**
 * Runs one query of the usual shapes, so that the schema is compiled and the database has planned before anyone waits.
 *
 * A database that is away only costs a line in the log.
 *
 * @param services what serves every request.
 */
export async function warmUp(services: ApiServices): Promise<void> {
  const { api } = await buildSchemas();
  const { errors } = await graphql({
    schema: api,
    source: firstQuery,
    contextValue: createContext(services, 'warm-up'),
  });
  for (const error of errors ?? [])
    services.logger.warn({ requestId: 'warm-up', err: error }, 'the warm-up query failed');
}
