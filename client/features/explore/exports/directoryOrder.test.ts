import type { DirectoryRow } from './directoryFiles';
import { directoryValue, orderDirectory } from './directoryOrder';

const row = (name: string, rest: Partial<DirectoryRow> = {}) =>
  ({ name, place: null, partners: 0, declared: true, levels: [0, 0, 0], ...rest }) as DirectoryRow;
const compare = new Intl.Collator('fr').compare;
const label = (family: string) => family;
const names = (rows: readonly DirectoryRow[]) => rows.map(({ name }) => name).join(' ');

test('words follow the alphabet of the language, accents included', () => {
  const rows = [row('Zoé'), row('Étoile'), row('Eden')];
  expect(names(orderDirectory(rows, directoryValue('name', label), false, compare))).toBe('Eden Étoile Zoé');
});

test('what is unknown comes last both ways, and equals stay as they were', () => {
  const rows = [row('a'), row('b', { place: 'Lens' }), row('c'), row('d', { place: 'Arras' })];
  const byPlace = directoryValue('place', label);
  expect(names(orderDirectory(rows, byPlace, false, compare))).toBe('d b a c');
  expect(names(orderDirectory(rows, byPlace, true, compare))).toBe('b d a c');
});

test('an actor of which no competence was read has no rank among phases: unknown is not zero', () => {
  const rows = [
    row('a', { declared: false }),
    row('b', { levels: [0, 0, 1] }),
    row('c', { levels: [2, 0, 1] }),
  ];
  expect(names(orderDirectory(rows, directoryValue('phases', label), true, compare))).toBe('c b a');
});
