import { standOf, toMixingMatrix } from './answers';

const row = (a: string, b: string, observed: number, expected: number, z: number | null) => ({
  cells: [
    { text: a },
    { text: b },
    { number: observed },
    { number: expected },
    { number: observed / expected },
    { number: 1 },
    { number: z },
  ],
});

test('the matrix reads both ways, the most tied category first', () => {
  const { names, cellOf } = toMixingMatrix([
    row('A', 'A', 2, 4, -2),
    row('A', 'B', 5, 3, 2),
    row('B', 'B', 9, 9, 0),
  ]);
  expect(names).toEqual(['B', 'A']);
  expect(cellOf('B', 'A')).toEqual(cellOf('A', 'B'));
  expect(cellOf('A', 'B')).toMatchObject({ observed: 5, expected: 3 });
});

test.each([
  [-10, 'muchLess'],
  [-4, 'muchLess'],
  [-2, 'less'],
  [-1.9, 'asChance'],
  [1.9, 'asChance'],
  [2, 'more'],
  [4, 'muchMore'],
  [null, 'unknown'],
])('%p standard deviations from chance: %s', (z, stand) => {
  expect(standOf({ observed: 1, expected: 1, ratio: 1, z })).toBe(stand);
});
