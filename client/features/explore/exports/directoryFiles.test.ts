import directoryColumns from '../../../../schema/vocabulary/directoryColumns.json';
import { directoryCsv } from './directoryFiles';

test('the columns of the exported directory are those that an import knows, or knows to be worked out', () => {
  const header = directoryCsv([])
    .replace(/^\uFEFF/, '')
    .trim()
    .split(',');
  expect(header.sort()).toEqual([...directoryColumns.known, ...directoryColumns.derived].sort());
});
