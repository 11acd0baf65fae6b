import actorFamily from '../../schema/vocabulary/actorFamily.json';
import { familyIcons } from '../components/display/familyIcons';
import { familyShape, familyWorlds } from './families';

test('every family of the vocabulary has a world and an icon of its own, and no other has', () => {
  const ids = actorFamily.map((family) => family.id).sort();
  expect(Object.keys(familyWorlds).sort()).toEqual(ids);
  expect(Object.keys(familyIcons).sort()).toEqual(ids);
  expect(new Set(Object.values(familyIcons)).size).toBe(ids.length);
});

test('a family that nobody described yet still has an outline', () => {
  expect(familyShape('MUSEUM')).toBe('rectangle');
  expect(familyShape('NEW_FAMILY')).toBe('ellipse');
});
