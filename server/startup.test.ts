import sentences from './startupSentences.json';
import { createProgress, readLanguage, StartFailure, stepSentence } from './startup';

test.each([
  [{ LANG: 'fr_FR.UTF-8' }, 'fr'],
  [{ LANG: 'fr' }, 'fr'],
  [{ LANG: 'fr_FR.UTF-8', LC_ALL: 'en_GB.UTF-8' }, 'en'],
  [{ LANG: 'en_US.UTF-8', LC_MESSAGES: 'fr_CA' }, 'fr'],
  [{ LANG: 'fro' }, 'en'],
  [{ LANG: 'C.UTF-8' }, 'en'],
  [{}, 'en'],
])('%j speaks %s', (env, language) => {
  expect(readLanguage(env)).toBe(language);
});

const braces = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();
const all = Object.entries({ ...sentences.failures, ...sentences.steps });

test.each(all)('%s is said in both languages with the same values', (_, { fr, en }) => {
  expect(braces(fr)).toEqual(braces(en));
  expect(fr).not.toBe(en);
});

test.each(Object.entries(sentences.failures))('%s is one sentence', (_, { fr, en }) => {
  for (const text of [fr, en]) expect(text).toMatch(/^[A-ZÀ-Ü][^\n]*[.}]$/);
});

test('a failure fills its values in, in each language', () => {
  const failure = new StartFailure('portTaken', { port: 4000, other: 4001 });
  expect(failure.message).toMatch(/^Port 4000 is already taken: .* PORT=4001 npm start\.$/);
  expect(failure.sentence('fr')).toMatch(/^Le port 4000 est déjà pris : .* PORT=4001 npm start\.$/);
});

test('a step is named once it has lasted two seconds, a shorter one never', () => {
  jest.useFakeTimers();
  const lines: string[] = [];
  const { begin, end } = createProgress('fr', (line) => lines.push(line));
  begin('constraints');
  jest.advanceTimersByTime(1900);
  begin('seed');
  jest.advanceTimersByTime(5000);
  begin('api');
  end();
  jest.advanceTimersByTime(5000);
  expect(lines).toEqual([stepSentence('seed', 'fr')]);
  jest.useRealTimers();
});
