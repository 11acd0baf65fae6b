import { frameOf, isOverName, isWithin, type Bounds } from './candidatePlaces';

const region: Bounds = [1.4, 48.8, 4.3, 51.1];
const at = (longitude: number, latitude: number) => ({ longitude, latitude });

test('a map looks at the smallest box around what is in the region, or just outside it', () => {
  const [lille, laon, paris, toulouse] = [at(3.06, 50.63), at(3.62, 49.56), at(2.35, 48.85), at(1.44, 43.6)];
  expect(frameOf([lille, undefined, laon, toulouse], region)).toEqual([3.06, 49.56, 3.62, 50.63]);
  expect(isWithin(paris, region)).toBe(true);
  expect(isWithin(toulouse, region)).toBe(false);
});

test('with nowhere to look at, a map keeps the whole region', () => {
  expect(frameOf([], region)).toBeNull();
  expect(frameOf([undefined, at(1.44, 43.6)], region)).toBeNull();
});

test('a mark hides the name of a town that it stands at or just east of', () => {
  const boulogne = at(1.61, 50.73);
  expect(isOverName(boulogne, at(2.0, 50.75))).toBe(true);
  expect(isOverName(boulogne, boulogne)).toBe(true);
  expect(isOverName(boulogne, at(1.3, 50.73))).toBe(false);
  expect(isOverName(boulogne, at(2.0, 50.4))).toBe(false);
});
