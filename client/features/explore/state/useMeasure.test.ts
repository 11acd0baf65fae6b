import type { CanvasItem } from '../../../views/graph/canvasTypes';
import { sizedBy } from './useMeasure';

const item = (key: string, kind: CanvasItem['kind'] = 'ACTOR'): CanvasItem => ({
  key,
  kind,
  label: key,
  short: key,
  sort: null,
  phases: [],
  size: 7,
  community: null,
  latitude: null,
  longitude: null,
  from: null,
  isStart: false,
});
const graph = { items: [item('a~x'), item('a~y'), item('a~z'), item('p~x', 'PRODUCTION')], links: [] };

test('the size of actors follows the measure, of nothing else', () => {
  const values = new Map([
    ['x', 0.4],
    ['y', 0.1],
  ]);
  expect(sizedBy(graph, values).items.map(({ size }) => size)).toEqual([60, 15, 0, 7]);
});

test('without a measure nothing changes, and all zeros are all small', () => {
  expect(sizedBy(graph, null)).toBe(graph);
  expect(sizedBy(graph, new Map([['x', 0]])).items[0]!.size).toBe(0);
});
