import { neighbourRank } from './neighbourRank';

const figures = new Map<string, number | null>([
  ['a', 0],
  ['b', 2],
  ['c', 2],
  ['d', 5],
  ['e', null],
]);
const all = ['a', 'b', 'c', 'd', 'e'];

test.each([
  ['a', { own: 0, rank: 4, among: 4, median: 2 }],
  ['b', { own: 2, rank: 2, among: 4, median: 2 }],
  ['d', { own: 5, rank: 1, among: 4, median: 2 }],
])('%s stands where it should, those unknown left out', (id, expected) => {
  expect(neighbourRank(figures, id, all)).toEqual(expected);
});

test('an even number of others has the middle of the two in the middle', () => {
  expect(neighbourRank(figures, 'a', ['b', 'd'])?.median).toBe(3.5);
});

test('alone there is no median, and unknown there is no rank', () => {
  expect(neighbourRank(figures, 'a', ['a', 'e'])).toEqual({ own: 0, rank: 1, among: 1, median: null });
  expect(neighbourRank(figures, 'e', all)).toBeNull();
  expect(neighbourRank(figures, 'nowhere', all)).toBeNull();
});
