import type { ApolloServerPlugin } from '@apollo/server';

/** Codes of a request that is well formed as HTTP and cannot be run as GraphQL. */
const graphqlFaults = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'TOO_EXPENSIVE',
]);

/**
 * Plugin that answers 200 to a request that cannot be run when the caller takes plain `application/json`, as the
 * GraphQL-over-HTTP specification says it should: there, a status other than 2xx may come from anything in between.
 * Callers that take `application/graphql-response+json` keep the 400.
 */
export function statusOfJson(): ApolloServerPlugin {
  return {
    requestDidStart: async () => ({
      willSendResponse: async ({ request, response, errors }) => {
        const accepted = request.http?.headers.get('accept') ?? '';
        if (response.http.status !== 400 || accepted.includes('application/graphql-response+json')) return;
        const codes = errors?.map(({ extensions }) => String(extensions['code'])) ?? [];
        if (codes.length > 0 && codes.every((code) => graphqlFaults.has(code))) response.http.status = 200;
      },
    }),
  };
}
