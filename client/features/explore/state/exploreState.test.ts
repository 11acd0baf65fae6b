import { readParams } from '../../../lib/urlCodecs';
import {
  chosenFilters,
  exploreCodecs,
  isDate,
  isGrouped,
  toFilter,
  toRequest,
  toTieFilter,
} from './exploreState';

const read = (query: string) => readParams(exploreCodecs, new URLSearchParams(query));

test('an empty address shows the whole region by its communities, nothing narrowed', () => {
  const state = read('');
  expect(isGrouped(state)).toBe(true);
  expect(chosenFilters(state)).toBe(0);
  expect(toRequest(state)).toMatchObject({ start: [], steps: [], grouped: true });
});

test('a choice draws actors rather than communities, unless one asked for communities', () => {
  expect(isGrouped(read('familles=LAB'))).toBe(false);
  expect(isGrouped(read('familles=LAB&par=communautes'))).toBe(true);
  expect(isGrouped(read('depart=a~x&par=communautes'))).toBe(false);
});

test('a map never groups', () => {
  expect(toRequest(read('vue=carte')).grouped).toBe(false);
});

test('what narrows is asked in the words of the API', () => {
  expect(toFilter(read('q=eau&familles=LAB,MUSEUM&publie=NEEDS'))).toEqual({
    text: 'eau',
    families: ['LAB', 'MUSEUM'],
    has: ['NEEDS'],
  });
  expect(toTieFilter(read('liens=HOSTING&depuis=2015&jusque=demain&nondates=0'))).toEqual({
    kinds: ['HOSTING'],
    from: '2015',
    to: null,
    undated: false,
  });
});

test('a copied link holds the walk, step by step', () => {
  expect(toRequest(read('depart=a~x&pas=a~x.TIE,a~y.THEME.120,junk&masques=a~z'), ['a~y'])).toMatchObject({
    start: ['a~x', 'a~y'],
    steps: [
      { key: 'a~x', relation: 'TIE', most: 60 },
      { key: 'a~y', relation: 'THEME', most: 120 },
    ],
    hidden: ['a~z'],
  });
});

test.each([
  ['2015', true],
  ['2015-06', true],
  ['2015-06-30', true],
  ['2015-13', false],
  ['demain', false],
])('%s as a date: %s', (text, expected) => expect(isDate(text)).toBe(expected));
