import { createRandom, createWords, drawIndex, shuffle } from './random';

describe('random numbers', () => {
  test('are the words of the reference program of xoshiro128** from the state 1, 2, 3, 4', () => {
    const next = createWords([1, 2, 3, 4]);
    expect(Array.from({ length: 10 }, next)).toEqual([
      11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804,
    ]);
  });

  test('come again from the same seed and differ between seeds, high bits and sign included', () => {
    const take = (seed: number): number[] => Array.from({ length: 5 }, createRandom(seed));
    expect(take(42)).toEqual(take(42));
    const seeds = [0, 1, -1, 42, 2 ** 32, 2 ** 32 + 1, 2 ** 40];
    expect(new Set(seeds.map((seed) => take(seed).join())).size).toBe(seeds.length);
  });

  test('refuse a seed that is not a number and a state of zeros', () => {
    expect(() => createRandom(NaN)).toThrow(RangeError);
    expect(() => createRandom(Infinity)).toThrow(RangeError);
    expect(() => createWords([0, 0, 0, 0])).toThrow(RangeError);
  });

  test('are uniform: a chi-squared of 100 cells is within five standard deviations', () => {
    const random = createRandom(7);
    const cells = new Array<number>(100).fill(0);
    for (let draw = 0; draw < 100_000; draw++) cells[drawIndex(random, 100)]!++;
    const chiSquared = cells.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
    expect(Math.abs(chiSquared - 99)).toBeLessThan(5 * Math.sqrt(2 * 99));
  });

  test('shuffle every order equally often', () => {
    const random = createRandom(3);
    const orders = new Map<string, number>();
    for (let draw = 0; draw < 6000; draw++) {
      const order = shuffle([0, 1, 2], random).join('');
      orders.set(order, (orders.get(order) ?? 0) + 1);
    }
    expect(orders.size).toBe(6);
    for (const count of orders.values()) expect(Math.abs(count - 1000)).toBeLessThan(150);
  });
});
