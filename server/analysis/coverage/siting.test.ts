import fc from 'fast-check';
import { toCoverSets, type CoverSets } from './coverSets';
import { coverBound } from './coverBound';
import { reduceCover } from './coverSets';
import { coveredWeight, exchangePlaces, greedyCover } from './greedyCover';
import { bestPlace, maximalCovering } from './siting';
import { sitingCurve } from './sitingCurve';
import { travelFromTable } from './travelMatrix';

/** Cover sets of candidates given as lists of origins. */
function setsOf(originCount: number, lists: readonly (readonly number[])[]): CoverSets {
  const offsets = new Uint32Array(lists.length + 1);
  lists.forEach((list, c) => (offsets[c + 1] = offsets[c]! + list.length));
  return { originCount, candidateCount: lists.length, offsets, origins: Uint32Array.from(lists.flat()) };
}

/** People covered by the best of all choices, one after the other. */
function bestOfAll(sets: CoverSets, people: readonly number[], places: number): number {
  const masks = Array.from({ length: sets.candidateCount }, (_, c) =>
    sets.origins.slice(sets.offsets[c], sets.offsets[c + 1]).reduce((mask, i) => mask | (1 << i), 0),
  );
  const weigh = (mask: number) => people.reduce((sum, p, i) => sum + (mask & (1 << i) && p > 0 ? p : 0), 0);
  const search = (from: number, left: number, mask: number): number => {
    if (left === 0 || from === masks.length) return weigh(mask);
    return Math.max(search(from + 1, left - 1, mask | masks[from]!), search(from + 1, left, mask));
  };
  return search(0, places, 0);
}

const instance = fc.record({
  people: fc.array(fc.nat(50), { minLength: 12, maxLength: 12 }),
  lists: fc.array(fc.uniqueArray(fc.nat(11), { maxLength: 5 }), { minLength: 1, maxLength: 9 }),
  places: fc.integer({ min: 1, max: 4 }),
});

describe('maximal covering', () => {
  it('beats greed where greed goes wrong', async () => {
    // Greed takes the middle (6), then a wing (2): 8. The two halves cover 10.
    const sets = setsOf(10, [
      [2, 3, 4, 5, 6, 7],
      [0, 1, 2, 3, 4],
      [5, 6, 7, 8, 9],
    ]);
    const people = Array<number>(10).fill(1);
    expect(coveredWeight(reduceCover(sets, people), greedyCover(reduceCover(sets, people), 2))).toBe(8);
    const siting = await maximalCovering(sets, people, { places: 2 });
    expect(siting).toMatchObject({ covered: 10, bound: 10, proven: true });
    expect([...siting.chosen].sort()).toEqual([1, 2]);
    expect(siting.gains).toEqual([5, 5]);
  });

  it('is the best of all choices, whatever the instance', async () => {
    await fc.assert(
      fc.asyncProperty(instance, async ({ people, lists, places }) => {
        const sets = setsOf(12, lists);
        const siting = await maximalCovering(sets, people, { places });
        expect(siting.covered).toBeCloseTo(bestOfAll(sets, people, places), 6);
        expect(siting.proven).toBe(true);
        expect(siting.chosen.length).toBeLessThanOrEqual(places);
        expect(siting.gains.reduce((a, b) => a + b, 0)).toBeCloseTo(siting.covered, 6);
        const union = new Set(siting.chosen.flatMap((c) => lists[c]!));
        expect([...union].reduce((sum, i) => sum + people[i]!, 0)).toBeCloseTo(siting.covered, 6);
      }),
      { numRuns: 150 },
    );
  });

  it('without the solver says greedy and gives a bound that holds', async () => {
    await fc.assert(
      fc.asyncProperty(instance, async ({ people, lists, places }) => {
        const sets = setsOf(12, lists);
        const siting = await maximalCovering(sets, people, { places, exact: false });
        const best = bestOfAll(sets, people, places);
        expect(siting.covered).toBeLessThanOrEqual(best + 1e-6);
        expect(siting.bound).toBeGreaterThanOrEqual(best - 1e-6);
        expect(siting.covered).toBeGreaterThanOrEqual((1 - 1 / Math.E) * best - 1e-6);
        expect(siting.proven).toBe(siting.proof !== 'NONE');
        if (siting.proven) expect(siting.covered).toBeCloseTo(best, 6);
      }),
      { numRuns: 150 },
    );
  });

  it('proves by mixed-integer programming what a bound alone cannot, and says so without it', async () => {
    // The seven lines of the Fano plane: any two meet, so two cover five points; the relaxation hopes for six.
    const lines = [
      [0, 1, 2],
      [0, 3, 4],
      [0, 5, 6],
      [1, 3, 5],
      [1, 4, 6],
      [2, 3, 6],
      [2, 4, 5],
    ];
    const sets = setsOf(7, lines);
    const people = Array<number>(7).fill(1);
    expect(await maximalCovering(sets, people, { places: 2 })).toMatchObject({
      covered: 5,
      bound: 5,
      proof: 'MIXED_INTEGER',
    });
    const greedy = await maximalCovering(sets, people, { places: 2, exact: false });
    expect(greedy).toMatchObject({ covered: 5, proven: false, proof: 'NONE' });
    expect(greedy.bound).toBeCloseTo(6, 2);
  });

  it('leaves out who is covered already, and people who are unknown', async () => {
    const sets = setsOf(4, [
      [0, 1],
      [2, 3],
    ]);
    const siting = await maximalCovering(sets, [90, 90, 1, NaN], {
      places: 1,
      alreadyCovered: Uint8Array.from([1, 1, 0, 0]),
    });
    expect(siting).toMatchObject({ chosen: [1], covered: 1, proof: 'ENUMERATION' });
  });

  it('chooses nothing where there is nobody to cover', async () => {
    expect(bestPlace(setsOf(2, [[], [0]]), [0, 5])).toMatchObject({ chosen: [], covered: 0, proven: true });
    expect(await maximalCovering(setsOf(0, []), [], { places: 3 })).toMatchObject({
      chosen: [],
      covered: 0,
      proven: true,
    });
    await expect(maximalCovering(setsOf(0, []), [], { places: 0 })).rejects.toThrow(RangeError);
    await expect(maximalCovering(setsOf(1, []), [], { places: 1 })).rejects.toThrow(/origins/);
  });

  it('reads cover sets from travel times, the limit included', () => {
    const table = [
      [10, 20],
      [20.1, 5],
    ];
    const sets = toCoverSets(travelFromTable(table, 60), 20);
    expect([...sets.offsets]).toEqual([0, 1, 3]);
    expect([...sets.origins]).toEqual([0, 0, 1]);
    expect(() => toCoverSets(travelFromTable(table, 15), 20)).toThrow(/short/);
  });
});

describe('the parts of siting', () => {
  it('reduce a problem without changing what a choice covers', () => {
    const people = [5, 3, 2, 0, NaN, 7];
    const sets = setsOf(6, [
      [0, 1, 2],
      [0, 1],
      [3, 4],
      [2, 5],
      [5, 2],
    ]);
    const problem = reduceCover(sets, people);
    expect([...problem.candidates]).toEqual([0, 3]);
    expect([...problem.weights].sort()).toEqual([2, 7, 8]);
    expect(coveredWeight(problem, [0, 1])).toBe(17);
  });

  it('discard only candidates that no better choice holds', () => {
    fc.assert(
      fc.property(instance, ({ people, lists, places }) => {
        const sets = setsOf(12, lists);
        const problem = reduceCover(sets, people);
        const start = greedyCover(problem, places);
        const relaxed = coverBound(problem, places, start);
        const best = bestOfAll(sets, people, places);
        expect(relaxed.bound).toBeGreaterThanOrEqual(best - 1e-6);
        expect(relaxed.covered).toBeLessThanOrEqual(best + 1e-6);
        if (relaxed.covered >= best - 1e-6) return;
        const openLists = lists.filter((_, c) => relaxed.open.some((k) => problem.candidates[k] === c));
        expect(bestOfAll(setsOf(12, openLists), people, places)).toBeCloseTo(best, 6);
      }),
      { numRuns: 300 },
    );
  });

  it('exchange places only for the better', () => {
    const sets = setsOf(10, [
      [2, 3, 4, 5, 6, 7],
      [0, 1, 2, 3, 4],
      [5, 6, 7, 8, 9],
    ]);
    const problem = reduceCover(sets, Array<number>(10).fill(1));
    expect(coveredWeight(problem, exchangePlaces(problem, greedyCover(problem, 2)))).toBe(10);
  });

  it('draw a curve that rises, under a bound that holds at every point', () => {
    fc.assert(
      fc.property(instance, ({ people, lists }) => {
        const sets = setsOf(12, lists);
        const curve = sitingCurve(sets, people, 5);
        curve.forEach(({ places, covered, bound, proven }, k) => {
          const best = bestOfAll(sets, people, places);
          expect(places).toBe(k + 1);
          expect(covered).toBeLessThanOrEqual(best + 1e-6);
          expect(bound).toBeGreaterThanOrEqual(best - 1e-6);
          expect(covered).toBeGreaterThanOrEqual(curve[k - 1]?.covered ?? 0);
          if (proven) expect(covered).toBeCloseTo(best, 6);
        });
      }),
      { numRuns: 100 },
    );
  });
});
