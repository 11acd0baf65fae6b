import { absenceClass } from './absenceClasses';

test.each([
  [0, 'SAME'],
  [1, 0],
  [2, 1],
  [3, 1],
  [4, 2],
  [15, 3],
  [16, 4],
  [900, 4],
])('%d absent rows are of class %s', (absent, expected) => expect(absenceClass(absent)).toBe(expected));
