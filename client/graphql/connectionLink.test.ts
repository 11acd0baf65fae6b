import { ApolloLink, execute, gql, ApolloClient, InMemoryCache } from '@apollo/client';
import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors';
import { GraphQLError } from 'graphql';
import { lastValueFrom, of, throwError } from 'rxjs';
import { readConnection, setConnection } from './connection';
import { createConnectionLink } from './connectionLink';
import { readProblem } from './readProblem';

const query = gql`
  query Probe {
    __typename
  }
`;
const defaultOptions = { watchQuery: { errorPolicy: 'all' }, query: { errorPolicy: 'all' } } as const;
const client = new ApolloClient({ cache: new InMemoryCache(), link: ApolloLink.empty(), defaultOptions });
const send = (terminal: ApolloLink) =>
  lastValueFrom(execute(ApolloLink.from([createConnectionLink(), terminal]), { query }, { client })).catch(
    () => undefined,
  );
const answering = (errors?: GraphQLError[]) => new ApolloLink(() => of({ data: null, errors }));
const failing = (error: Error) => new ApolloLink(() => throwError(() => error));
const coded = (code: string) => new GraphQLError('x', { extensions: { code, requestId: 'r-1' } });
const server = (statusCode: number) =>
  new ServerError('x', { response: { status: statusCode } as Response, bodyText: '' });

test.each([
  ['an answer', answering(), 'up'],
  ['an ordinary error of the API', answering([coded('NOT_FOUND')]), 'up'],
  ['the database away', answering([coded('DATABASE_UNAVAILABLE')]), 'databaseAway'],
  ['no network', failing(new TypeError('Failed to fetch')), 'offline'],
  ['a gateway without server', failing(server(502)), 'offline'],
  ['too many requests', failing(server(429)), 'up'],
])('%s is noted', async (_, terminal, expected) => {
  setConnection(expected === 'up' ? 'offline' : 'up');
  await send(terminal);
  expect(readConnection()).toBe(expected);
});

test('problems are read with their code and the number of the request', () => {
  const graphQL = new CombinedGraphQLErrors({ data: null, errors: [coded('TOO_EXPENSIVE')] });
  expect(readProblem(graphQL)).toEqual({ code: 'TOO_EXPENSIVE', requestId: 'r-1' });
  const masked = new CombinedGraphQLErrors({ data: null, errors: [coded('INTERNAL_SERVER_ERROR')] });
  expect(readProblem(masked)).toEqual({ code: 'UNEXPECTED', message: undefined, requestId: 'r-1' });
  expect(readProblem(server(429))).toEqual({ code: 'TOO_MANY_REQUESTS' });
  expect(readProblem(new Error('?'))).toEqual({ code: 'UNEXPECTED' });
});
