import { placesOf } from './placesOf';

const facets = [
  {
    name: 'TERRITORY',
    values: [
      { value: 'epci-1', label: 'A', sort: 'EPCI', count: 2 },
      { value: 'epci-2', label: 'B', sort: 'EPCI', count: 0 },
      { value: 'epci-3', label: 'C', sort: 'EPCI', count: 5 },
      { value: 'departement-02', label: 'Aisne', sort: 'DEPARTMENT', count: 7 },
    ],
  },
];

test('territories of a level, the most first, and those where nobody is', () => {
  const { present, absent } = placesOf(facets, 'EPCI');
  expect(present.map(({ name, count }) => [name, count])).toEqual([
    ['C', 5],
    ['A', 2],
  ]);
  expect(absent.map(({ id }) => id)).toEqual(['epci-2']);
});

test('nothing counted gives nothing', () => {
  expect(placesOf(undefined, 'EPCI')).toEqual({ present: [], absent: [] });
});
