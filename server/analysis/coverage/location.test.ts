import fc from 'fast-check';
import { pMedian } from './pMedian';
import { setCovering } from './setCovering';
import type { CoverSets } from './coverSets';

function setsOf(originCount: number, lists: readonly (readonly number[])[]): CoverSets {
  const offsets = new Uint32Array(lists.length + 1);
  lists.forEach((list, c) => (offsets[c + 1] = offsets[c]! + list.length));
  return { originCount, candidateCount: lists.length, offsets, origins: Uint32Array.from(lists.flat()) };
}

describe('set covering', () => {
  it('finds the fewest where greed takes one too many, and names who nobody can cover', async () => {
    const sets = setsOf(11, [
      [2, 3, 4, 5, 6, 7],
      [0, 1, 2, 3, 4],
      [5, 6, 7, 8, 9],
    ]);
    const answer = await setCovering(sets);
    expect([...answer.chosen].sort()).toEqual([1, 2]);
    expect(answer).toMatchObject({ bound: 2, proven: true, uncoverable: [10] });
  });

  it('chooses nothing for nobody', async () => {
    expect(await setCovering(setsOf(0, []))).toEqual({ chosen: [], bound: 0, proven: true, uncoverable: [] });
  });

  it('covers everybody with no more places than any other cover', async () => {
    const lists = fc.array(fc.uniqueArray(fc.nat(9), { minLength: 1, maxLength: 4 }), {
      minLength: 1,
      maxLength: 8,
    });
    await fc.assert(
      fc.asyncProperty(lists, async (given) => {
        const { chosen, uncoverable } = await setCovering(setsOf(10, given));
        const covered = new Set(chosen.flatMap((c) => given[c]!));
        expect(covered.size + uncoverable.length).toBe(10);
        for (let mask = 0; mask < 1 << given.length; mask++) {
          const union = new Set(given.filter((_, c) => mask & (1 << c)).flat());
          const size = given.filter((_, c) => mask & (1 << c)).length;
          if (union.size === covered.size) expect(size).toBeGreaterThanOrEqual(chosen.length);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('p-median', () => {
  const costs = fc.array(fc.array(fc.nat(40), { minLength: 6, maxLength: 6 }), {
    minLength: 1,
    maxLength: 7,
  });

  it('is the least of all choices', async () => {
    await fc.assert(
      fc.asyncProperty(costs, fc.integer({ min: 1, max: 3 }), async (table, places) => {
        const people = table.map((_, i) => i + 1);
        const median = await pMedian(table, people, places);
        let least = Infinity;
        for (let mask = 0; mask < 64; mask++) {
          const chosen = [0, 1, 2, 3, 4, 5].filter((c) => mask & (1 << c));
          if (chosen.length !== places) continue;
          const total = table.reduce(
            (sum, row, i) => sum + people[i]! * Math.min(...chosen.map((c) => row[c]!)),
            0,
          );
          least = Math.min(least, total);
        }
        expect(median.total).toBeCloseTo(least, 9);
        expect(median.proven).toBe(true);
        table.forEach((row, i) =>
          expect(row[median.assigned[i]!]).toBe(Math.min(...median.chosen.map((c) => row[c]!))),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('ignores people it does not know, and refuses what cannot be', async () => {
    const median = await pMedian(
      [
        [1, 9],
        [9, 1],
      ],
      [3, NaN],
      1,
    );
    expect(median).toMatchObject({ chosen: [0], total: 3, mean: 1 });
    await expect(pMedian([[1]], [1], 2)).rejects.toThrow(/1 to 1/);
    await expect(pMedian([[Infinity]], [1], 1)).rejects.toThrow(/finite/);
  });
});
