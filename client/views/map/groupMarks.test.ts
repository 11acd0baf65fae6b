import { groupMarks, type MapMark } from './groupMarks';

const mark = (id: string, longitude: number, latitude = 0): MapMark => ({
  id,
  label: id,
  text: id,
  longitude,
  latitude,
  look: 'LISTED',
});
const idsOf = (groups: MapMark[][]) => groups.map((group) => group.map(({ id }) => id).join(''));
/** So many pixels a degree. */
const at = (scale: number) => (one: MapMark) => ({ x: one.longitude * scale, y: one.latitude * scale });

test('marks of one town stand side by side at any scale', () => {
  const marks = [mark('a', 3), mark('b', 5), mark('c', 3)];
  expect(idsOf(groupMarks(marks, at(100), 30))).toEqual(['ac', 'b']);
  expect(idsOf(groupMarks(marks, at(100_000), 30))).toEqual(['ac', 'b']);
});

test('neighbours are together from afar and apart from near', () => {
  const marks = [mark('a', 0), mark('b', 1), mark('c', 9)];
  expect(idsOf(groupMarks(marks, at(10), 30))).toEqual(['ab', 'c']);
  expect(idsOf(groupMarks(marks, at(100), 30))).toEqual(['a', 'b', 'c']);
});

test('no mark makes no group', () => {
  expect(groupMarks([], at(1), 30)).toEqual([]);
});
