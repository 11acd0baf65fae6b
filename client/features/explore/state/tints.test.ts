import type { CanvasItem } from '../../../views/graph/canvasTypes';
import { classBounds, tintedByAmount, tintedByGroup, tintedByWorld } from './tints';

const item = (key: string, sort: string | null = null): CanvasItem => ({
  key,
  kind: key.startsWith('a~') ? 'ACTOR' : 'PRODUCTION',
  label: key,
  short: key,
  sort,
  phases: [],
  size: 7,
  community: null,
  latitude: null,
  longitude: null,
  from: null,
  isStart: false,
});
const graphOf = (...keys: string[]) => ({ items: keys.map((key) => item(key)), links: [] });
const fills = (items: readonly CanvasItem[]) => items.map(({ tint }) => tint?.fill ?? null);

test.each([
  ['nothing', [], []],
  ['few values, a class each', [3, 1, 1, 2], [1, 2, 3]],
  ['many zeros are never parted', [0, 0, 0, 0, 0, 0, 1, 2, 3, 4, 5, 6], [0, 2, 4, 6]],
  ['ten values, two a class', [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], [2, 4, 6, 8, 10]],
])('bounds: %s', (_name, values, expected) => expect(classBounds(values)).toEqual(expected));

test('an amount colours actors from pale to deep, and nothing else; the unknown keep the colour of paper', () => {
  const values = new Map([
    ['x', 0],
    ['y', 5],
  ]);
  const { graph, classes, unknown } = tintedByAmount(graphOf('a~x', 'a~y', 'a~z', 'p~x'), values);
  expect(fills(graph.items)).toEqual(['sequential-1', 'sequential-5', null, null]);
  expect(classes.map(({ from, to, count }) => [from, to, count])).toEqual([
    [0, 0, 1],
    [5, 5, 1],
  ]);
  expect(unknown).toBe(1);
});

test('the largest group has the first colour, and those beyond seven share one', () => {
  const values = new Map(
    Array.from({ length: 10 }, (_, at): [string, number] => [`n${at}`, at < 2 ? 40 : at]),
  );
  const { graph, classes } = tintedByGroup(graphOf(...[...values.keys()].map((id) => `a~${id}`)), values);
  expect(fills(graph.items).slice(0, 2)).toEqual(['group-1', 'group-1']);
  expect(classes.at(-1)).toMatchObject({ group: null, count: 2 });
  expect(classes.reduce((sum, { count }) => sum + count, 0)).toBe(10);
});

test('families are coloured by their world, in the order of the worlds', () => {
  const items = [item('a~x', 'MUSEUM'), item('a~y', 'LAB'), item('a~z', 'SOMETHING')];
  const { graph, classes } = tintedByWorld({ items, links: [] });
  expect(fills(graph.items)).toEqual(['group-2', 'group-1', 'group-8']);
  expect(classes.map(({ world }) => world)).toEqual(['research', 'heritage', 'other']);
});
