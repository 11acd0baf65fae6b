import { createFormats } from './formats';

const fr = createFormats('fr', 'inconnu');
const en = createFormats('en', 'unknown');
/** French typography uses narrow and ordinary no-break spaces; the tests read them as plain ones. */
const plain = (text: string) => text.replace(/[\u202f\u00a0]/g, ' ');

test.each([
  [fr.number(1234.5), '1 234,5'],
  [en.number(1234.5), '1,234.5'],
  [fr.number(0), '0'],
  [fr.number(2.345, 2), '2,35'],
  [fr.percent(0.423), '42 %'],
  [en.percent(0.423), '42%'],
  [fr.distance(0.42), '400 m'],
  [fr.distance(3.24), '3,2 km'],
  [fr.distance(42.4), '42 km'],
  [fr.duration(45), '45 min'],
  [fr.duration(95), '1 h 35 min'],
  [fr.duration(120), '2 h'],
  [fr.date('2017-12-12'), '12 déc. 2017'],
  [fr.date('2017-12'), 'déc. 2017'],
  [fr.date('2017'), '2017'],
  [fr.date('2017-12-12T23:30:00Z'), '12 déc. 2017'],
  [en.date('2017-12-12'), '12 Dec 2017'],
  [fr.list(['a', 'b', 'c']), 'a, b et c'],
  [en.list(['a', 'b'], 'or'), 'a or b'],
  [fr.list([]), ''],
])('%s is written %s', (written, expected) => {
  expect(plain(written)).toBe(expected);
});

test('what is unknown is said to be unknown, never zero', () => {
  expect(fr.number(null)).toBe('inconnu');
  expect(fr.percent(undefined)).toBe('inconnu');
  expect(fr.distance(null)).toBe('inconnu');
  expect(fr.date('')).toBe('inconnu');
  expect(fr.date('bientôt')).toBe('inconnu');
});

test('a range of dates says the shared part once, and a missing end leaves the beginning', () => {
  expect(plain(fr.dateRange('2025-09-03', '2025-09-20'))).toMatch(/^3\s?[–-]\s?20 sept\. 2025$/);
  expect(plain(fr.dateRange('2025-09-03', null))).toBe('3 sept. 2025');
  expect(fr.dateRange(null, null)).toBe('inconnu');
});

test('accents do not disturb the alphabet, and figures sort by value', () => {
  expect(['Étaples', 'Zuydcoote', 'Abbeville', 'étape 10', 'étape 9'].sort(fr.compare)).toEqual([
    'Abbeville',
    'étape 9',
    'étape 10',
    'Étaples',
    'Zuydcoote',
  ]);
});
