import { buildSchema, graphql, type GraphQLResolveInfo } from 'graphql';
import { findNode, keepNode, textOfSelection } from './nodeCache';

const schema = buildSchema(
  'type Thing { id: ID!, name(short: Boolean): String } type Query { thing: Thing }',
);

/** What is asked of `thing` in a query. */
async function textsOf(source: string, variableValues = {}): Promise<(string | null)[]> {
  const texts: (string | null)[] = [];
  const rootValue = {
    thing: (_args: unknown, _context: unknown, info: GraphQLResolveInfo) => {
      texts.push(textOfSelection(info));
      return null;
    },
  };
  const { errors } = await graphql({ schema, source, rootValue, variableValues });
  expect(errors).toBeUndefined();
  return texts;
}

test('two requests that ask the same give the same text, whatever the name of the field', async () => {
  const [one] = await textsOf('{ thing { id name } }');
  const [two] = await textsOf('query Other { other: thing { id name } }');
  expect(one).toMatch(/name/);
  expect(two).toBe(one);
});

test('what a fragment asks is part of it', async () => {
  const [short] = await textsOf('{ thing { ...Part } } fragment Part on Thing { id }');
  const [long] = await textsOf('{ thing { ...Part } } fragment Part on Thing { id name }');
  expect(long).not.toBe(short);
});

test('what depends on a variable, even in a fragment, or is asked in two places is not kept', async () => {
  const variable = await textsOf(
    'query ($s: Boolean) { thing { ...Part } } fragment Part on Thing { id name(short: $s) }',
    { s: true },
  );
  const twice = await textsOf('{ thing { id } thing { name } }');
  expect([...variable, ...twice]).toEqual([null, null]);
});

test('a node is found by what was asked of it, and by its identifier', () => {
  const kept = { version: 'v', nodes: new Map(), count: 0 };
  keepNode(kept, 'asked', 'a', { id: 'a' });
  expect(findNode(kept, 'asked', 'a')).toEqual({ id: 'a' });
  expect(findNode(kept, 'asked', 'b')).toBeUndefined();
  expect(findNode(kept, 'other', 'a')).toBeUndefined();
  expect(kept.count).toBe(1);
});
