import { foldText, splitMatches, textMatches, wordsOf } from './foldText';

test('folding drops accents and case and keeps every position', () => {
  expect(foldText('Médiathèque')).toBe('mediatheque');
  expect(foldText('Œuvre à Bohain-en-Vermandois')).toHaveLength('Œuvre à Bohain-en-Vermandois'.length);
});

test('words are cut at spaces, hyphens and elisions; single letters say nothing', () => {
  expect(wordsOf("l'eau à Saint-Quentin")).toEqual(['eau', 'saint', 'quentin']);
  expect(wordsOf('   ')).toEqual([]);
  expect(wordsOf('U.L.C.O. de Dunkerque')).toEqual(['ulco', 'de', 'dunkerque']);
});

test('a text matches when it holds every word, in any order', () => {
  expect(textMatches('Musée d’histoire naturelle de Lille', 'lille musee')).toBe(true);
  expect(textMatches('Musée d’histoire naturelle de Lille', 'musee amiens')).toBe(false);
  expect(textMatches('anything', '')).toBe(true);
});

test('the beginnings of words are marked, with their accents kept', () => {
  expect(splitMatches('Médiathèque de Méru', 'med')).toEqual([
    { text: 'Méd', matches: true },
    { text: 'iathèque de Méru', matches: false },
  ]);
  expect(splitMatches('Amiens', 'xyz')).toEqual([{ text: 'Amiens', matches: false }]);
  expect(splitMatches('Amiens', '')).toEqual([{ text: 'Amiens', matches: false }]);
});

test.each([
  ['CRIStAL', 'cristall', ['CRIStAL']],
  ['Université de Lille', 'univresité', ['Université']],
  ['Ville de Lille', 'lille', ['Lille']],
  ['Ville de Douai', 'lille', ['Ville']],
  ['Musée de Flandre', 'mus flan', ['Mus', 'Flan']],
  ['Eau', 'aux', []],
])('in « %s », « %s » marks %p', (text, query, expected) => {
  const marked = splitMatches(text, query).filter(({ matches }) => matches);
  expect(marked.map((part) => part.text)).toEqual(expected);
});

test('signs that mean something to a pattern are harmless', () => {
  expect(splitMatches('C++ (atelier)', '(ate')).toEqual([
    { text: 'C++ (', matches: false },
    { text: 'ate', matches: true },
    { text: 'lier)', matches: false },
  ]);
});
