import { readCatalogues } from '../tests/support/catalogues';
import { readTexts, type KeyUse } from '../tests/support/readTexts';
import { withFrenchSpaces, withManyForms, type Catalogue } from './i18n';
import sameInBoth from './sameInBoth.json';

function flatten(catalogue: Catalogue, path = ''): [string, string][] {
  return Object.entries(catalogue).flatMap(([key, value]) => {
    const name = path ? `${path}.${key}` : key;
    return typeof value === 'string' ? [[name, value] as [string, string]] : flatten(value, name);
  });
}

/** A plural's forms differ from one language to another; the sentence is the same. */
const withoutForm = (key: string) => key.replace(/_(zero|one|two|few|many|other)$/, '');
/** Words of two letters and more, variables left out, in small letters. */
const wordsOf = (text: string) =>
  text
    .replace(/\{\{.*?\}\}/g, '')
    .toLowerCase()
    .match(/\p{L}{2,}/gu) ?? [];
const variables = (text: string) => [...new Set(text.match(/\{\{\w+/g) ?? [])].sort();

const fr = readCatalogues('fr');
const en = readCatalogues('en');
const namespaces = [...new Set([...Object.keys(fr), ...Object.keys(en)])].sort();
const sentences = namespaces.map((name) => ({
  name,
  fr: new Map(flatten(fr[name] ?? {})),
  en: new Map(flatten(en[name] ?? {})),
}));

test.each(sentences)('$name: the two languages say the same things', ({ fr: french, en: english }) => {
  const keys = (map: Map<string, string>) => [...new Set([...map.keys()].map(withoutForm))].sort();
  expect(keys(english)).toEqual(keys(french));
});

test.each(sentences)('$name: a sentence has the same variables in both', ({ fr: french, en: english }) => {
  const both = [...french].filter(([key]) => english.has(key) && !key.endsWith('_one'));
  const differing = both.filter(
    ([key, text]) => String(variables(text)) !== String(variables(english.get(key)!)),
  );
  expect(differing.map(([key]) => key)).toEqual([]);
});

test.each(sentences)(
  '$name: nothing is empty, nothing is left untranslated',
  ({ fr: french, en: english }) => {
    const all = [...french, ...english];
    expect(all.filter(([, text]) => text.trim() === '').map(([key]) => key)).toEqual([]);
    const same = [...french].filter(([key, text]) => english.get(key) === text);
    expect(same.filter(([, text]) => wordsOf(text).some((word) => !sameInBoth.includes(word)))).toEqual([]);
  },
);

test('a plural written in one form only is written in all', () => {
  const forms = sentences.flatMap(({ name, fr: french, en: english }) =>
    [french, english].flatMap((map) =>
      [...map.keys()]
        .filter((key) => key.endsWith('_one') && !map.has(key.replace(/_one$/, '_other')))
        .map((key) => `${name}:${key}`),
    ),
  );
  expect(forms).toEqual([]);
  expect(withManyForms({ a: { rows_one: '1', rows_other: 'n' } })).toEqual({
    a: { rows_one: '1', rows_other: 'n', rows_many: 'n' },
  });
});

test('no line breaks before a French sign or inside quotation marks', () => {
  expect(withFrenchSpaces({ a: { b: 'Où ? « ici » : là ; oui ! https://x.fr' } })).toEqual({
    a: { b: 'Où\u202f? «\u00a0ici\u00a0»\u00a0: là\u202f; oui\u202f! https://x.fr' },
  });
});

test('no text for people is written in the source', () => {
  expect(readTexts().flatMap((file) => file.literals)).toEqual([]);
});

test('every key that the source asks for is in the catalogue it reads', () => {
  const exists = ({ key, prefix, namespaces: read }: KeyUse) => {
    const [space, rest] = key.includes(':') ? (key.split(':', 2) as [string, string]) : [null, key];
    return (space ? [space] : read).some((name) => {
      const keys = [...(sentences.find((each) => each.name === name)?.fr.keys() ?? [])];
      return keys.some((each) =>
        prefix ? each.startsWith(rest) : withoutForm(each) === rest || each === rest,
      );
    });
  };
  const uses = readTexts().flatMap((file) => file.keys);
  expect(uses.length).toBeGreaterThan(50);
  expect(uses.filter((use) => !exists(use)).map((use) => `${use.place} ${use.key}`)).toEqual([]);
});
