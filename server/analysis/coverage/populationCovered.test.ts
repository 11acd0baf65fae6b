import { populationCovered } from './populationCovered';
import { travelFromTable } from './travelMatrix';

const travel = travelFromTable(
  [
    [5, 20, 30],
    [30, 31, 99],
    [40, 45, 50],
    [1, 1, 1],
  ],
  60,
);

describe('population covered', () => {
  it('counts each person once, however many points are near', () => {
    const answer = populationCovered(travel, [100, 10, 1, NaN], 30, 1);
    expect([...answer.pointsInReach]).toEqual([3, 1, 0, 3]);
    expect(answer).toMatchObject({ coveredPeople: 110, people: 111, unknown: 1 });
    expect(answer.share).toBeCloseTo(110 / 111, 15);
  });

  it('may ask for several points', () => {
    expect(populationCovered(travel, [100, 10, 1, 0], 30, 3).coveredPeople).toBe(100);
    expect([...populationCovered(travel, [100, 10, 1, 0], 45, 2).covered]).toEqual([1, 1, 1, 1]);
  });

  it('cannot say beyond the times it has, nor a share of nobody', () => {
    expect(() => populationCovered(travel, [1, 1, 1, 1], 61, 1)).toThrow(/short/);
    expect(() => populationCovered(travel, [1, 1, 1, 1], 30, 0)).toThrow(RangeError);
    expect(() => populationCovered(travel, [1], 30, 1)).toThrow(/origins/);
    expect(populationCovered(travel, [NaN, NaN, NaN, NaN], 30, 1).share).toBeNull();
  });
});
