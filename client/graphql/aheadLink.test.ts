import { ApolloClient, ApolloLink, gql, InMemoryCache } from '@apollo/client';
import { of, throwError } from 'rxjs';
import { ahead, createAheadLink } from './aheadLink';

const query = gql`
  query Count($of: String) {
    count(of: $of)
  }
`;

function createClient(fails = false) {
  const asked: unknown[] = [];
  const state = { now: 0, fails };
  const end = new ApolloLink((operation) => {
    asked.push(operation.variables['of']);
    return state.fails ? throwError(() => new Error('away')) : of({ data: { count: asked.length } });
  });
  const client = new ApolloClient({
    cache: new InMemoryCache(),
    link: ApolloLink.from([createAheadLink(() => state.now), end]),
    defaultOptions: { watchQuery: { errorPolicy: 'all' }, query: { errorPolicy: 'all' } },
  });
  const ask = (of: string, context?: object) =>
    client.query({ query, variables: { of }, fetchPolicy: 'no-cache', context });
  return { ask, asked, state };
}

test('what was asked ahead is given once, then asked again', async () => {
  const { ask, asked } = createClient();
  await ask('a', ahead);
  expect((await ask('a')).data).toEqual({ count: 1 });
  expect(asked).toEqual(['a']);
  expect((await ask('a')).data).toEqual({ count: 2 });
});

test('pointing twice asks once; another question is another', async () => {
  const { ask, asked } = createClient();
  await ask('a', ahead);
  await ask('a', ahead);
  await ask('b');
  expect(asked).toEqual(['a', 'b']);
});

test('an answer that waited too long, or failed, is asked again', async () => {
  const { ask, asked, state } = createClient();
  await ask('a', ahead);
  state.now = 20_000;
  expect((await ask('a')).data).toEqual({ count: 2 });
  state.fails = true;
  expect((await ask('b', ahead)).error?.message).toBe('away');
  state.fails = false;
  expect((await ask('b')).data).toEqual({ count: 4 });
  expect(asked).toEqual(['a', 'a', 'b', 'b']);
});

test('no more than eight answers wait', async () => {
  const { ask, asked } = createClient();
  for (const of of 'abcdefghi') await ask(of, ahead);
  await ask('a');
  await ask('i');
  expect(asked.join('')).toBe('abcdefghia');
});
