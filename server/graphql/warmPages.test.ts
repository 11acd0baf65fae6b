import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getOperationAST, parse } from 'graphql';
import { readPageQuestions, toVariables } from './warmPages';

const examples = { production: 'p1', territor: 'commune-80021', actor: 'a1' };
const variablesOf = (text: string) => toVariables(getOperationAST(parse(text))!, examples);

test.each([
  ['query ($id: ID!) { actorsByIds(ids: [$id]) { id } }', { id: 'a1' }],
  ['query ($id: ID!) { productionsByIds(ids: [$id]) { id } }', { id: 'p1' }],
  ['query ($code: ID!) { territoryProfile(id: $code) { id } }', { code: 'commune-80021' }],
  ['query ($from: ID!) { paths(from: $from) { id } }', { from: 'a1' }],
  [
    'query ($ids: [ID!]!, $language: String!) { actorsByIds(ids: $ids) { id } }',
    { ids: ['a1'], language: 'fr' },
  ],
  ['query ($request: CanvasRequestInput!, $most: Int) { canvas(request: $request) { id } }', { request: {} }],
  ['query ($limit: Int! = 3) { actors(limit: $limit) { id } }', {}],
])('%s is asked with what it cannot do without', (text, expected) => {
  expect(variablesOf(text)).toEqual(expected);
});

test('a question that needs what cannot be made up is not asked', () => {
  expect(variablesOf('query ($kind: Kind!) { actors(kind: $kind) { id } }')).toBeNull();
});

test('the questions of the built pages are read; where there are none, nothing is asked', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'maillage-client-'));
  expect(await readPageQuestions(folder)).toEqual([]);
  const questions = [{ name: 'Home', text: 'query Home { actors { id } }' }];
  writeFileSync(join(folder, 'questions.json'), JSON.stringify(questions));
  expect(await readPageQuestions(folder)).toEqual(questions);
  writeFileSync(join(folder, 'questions.json'), '{ broken');
  expect(await readPageQuestions(folder)).toEqual([]);
  rmSync(folder, { recursive: true });
});
