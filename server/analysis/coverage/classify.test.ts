import fc from 'fast-check';
import { fixedClasses, quantileClasses } from './classify';

describe('quantile classes', () => {
  it('hold as many values each where nothing ties', () => {
    const { counts, limits, ranges } = quantileClasses([10, 9, 8, 7, 6, 5, 4, 3, 2, 1], 5);
    expect(counts).toEqual([2, 2, 2, 2, 2]);
    expect(limits).toEqual([3, 5, 7, 9]);
    expect(ranges[0]).toEqual([1, 2]);
  });

  it('never part equal values, and so may be fewer', () => {
    const { counts, limits } = quantileClasses([0, 0, 0, 0, 0, 0, 0, 1, 2, 3], 5);
    expect(limits).toEqual([1, 2]);
    expect(counts).toEqual([7, 1, 2]);
    expect(quantileClasses([4, 4, 4], 5).counts).toEqual([3]);
  });

  it('keep the unknown apart', () => {
    const classes = quantileClasses([NaN, 1, 2, NaN], 2);
    expect([...classes.classOf]).toEqual([-1, 0, 1, -1]);
    expect(classes.unknown).toBe(2);
    expect(quantileClasses([], 5)).toMatchObject({ counts: [0], ranges: [null], limits: [] });
    expect(() => quantileClasses([1], 0)).toThrow(RangeError);
  });

  it('never give more classes than asked, none empty, and equal values one class', () => {
    const values = fc.array(fc.nat(12), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(values, fc.integer({ min: 1, max: 7 }), (given, asked) => {
        const { counts, classOf } = quantileClasses(given, asked);
        expect(counts.length).toBeLessThanOrEqual(asked);
        expect(Math.min(...counts)).toBeGreaterThan(0);
        given.forEach((a, i) =>
          given.forEach((b, j) => {
            if (a === b) expect(classOf[i]).toBe(classOf[j]);
            if (a < b) expect(classOf[i]!).toBeLessThanOrEqual(classOf[j]!);
          }),
        );
      }),
    );
  });
});

describe('fixed classes', () => {
  it('start at their limit', () => {
    const classes = fixedClasses([0, 0.99, 1, 5, 5.1], [1, 5]);
    expect([...classes.classOf]).toEqual([0, 0, 1, 2, 2]);
    expect(classes.counts).toEqual([2, 1, 2]);
    expect(() => fixedClasses([1], [2, 2])).toThrow(/ascend/);
  });
});
