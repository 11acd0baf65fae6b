import { ApolloClient, ApolloLink, HttpLink, InMemoryCache } from '@apollo/client';
import { createAheadLink } from './aheadLink';
import { createConnectionLink } from './connectionLink';
import { possibleTypes, typePolicies } from './typePolicies';

declare module '@apollo/client' {
  namespace ApolloClient {
    namespace DeclareDefaultOptions {
      interface WatchQuery {
        errorPolicy: 'all';
      }
      interface Query {
        errorPolicy: 'all';
      }
    }
  }
}

/** A new cache with the application's rules. */
export function createCache(): InMemoryCache {
  return new InMemoryCache({ possibleTypes, typePolicies });
}

/**
 * The client of the API at `/graphql` of the same origin. Answers already seen show at once and are kept while a new
 * one comes; an error in one part of an answer does not blank the others (`errorPolicy: 'all'`).
 */
export function createApolloClient(): ApolloClient {
  return new ApolloClient({
    cache: createCache(),
    link: ApolloLink.from([createAheadLink(), createConnectionLink(), new HttpLink({ uri: '/graphql' })]),
    defaultOptions: {
      watchQuery: { errorPolicy: 'all' },
      query: { errorPolicy: 'all' },
    },
  });
}
