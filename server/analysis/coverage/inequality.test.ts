import fc from 'fast-check';
import { inequality } from './inequality';

const VALUES = [3, 0.5, 12, 7.25, 1, 1, 4.5, 20];
const GROUPS = ['A', 'A', 'A', 'B', 'B', 'C', 'C', 'C'];
const PEOPLE = [2, 1, 3, 1, 4, 2, 1, 2];
const holdings = (people: readonly number[]) =>
  VALUES.map((value, i) => ({ value, group: GROUPS[i]!, people: people[i]! }));

describe('inequality', () => {
  // PySAL inequality 1.1.2, Gini, Theil and TheilD.
  it('agrees with PySAL, everybody alike', () => {
    const answer = inequality(holdings(VALUES.map(() => 1)));
    expect(answer.gini).toBeCloseTo(0.5374365482233503, 12);
    expect(answer.theil).toBeCloseTo(0.49346410257008616, 12);
    expect(answer.theilBetween).toBeCloseTo(0.04480652, 8);
    expect(answer.theilWithin).toBeCloseTo(0.44865758, 8);
  });

  // The same with each value repeated as often as there are people.
  it('agrees with PySAL, weighted by people', () => {
    const answer = inequality(holdings(PEOPLE));
    expect(answer.gini).toBeCloseTo(0.5475374064837906, 12);
    expect(answer.theil).toBeCloseTo(0.5256362636444474, 12);
    expect(answer.theilBetween).toBeCloseTo(0.12026111, 8);
    expect(answer.theilWithin).toBeCloseTo(0.40537515, 8);
  });

  it('is nothing when all have the same, and cannot be said when nobody has anything', () => {
    const same = inequality([
      { group: 'A', people: 10, value: 2 },
      { group: 'B', people: 30, value: 2 },
    ]);
    expect(same.gini).toBeCloseTo(0, 12);
    expect(same.theil).toBeCloseTo(0, 12);
    expect(inequality([{ group: 'A', people: 5, value: 0 }])).toMatchObject({ gini: null, theil: null });
    expect(inequality([])).toMatchObject({ gini: null, theilBetween: null, unknown: 0 });
  });

  it('counts zeros as having nothing, and leaves out the unknown', () => {
    const answer = inequality([
      { group: 'A', people: 1, value: 1 },
      { group: 'A', people: 3, value: 0 },
      { group: 'B', people: NaN, value: 9 },
      { group: 'B', people: 9, value: NaN },
    ]);
    expect(answer.gini).toBeCloseTo(0.75, 12);
    expect(answer.theil).toBeCloseTo(Math.log(4), 12);
    expect(answer.unknown).toBe(2);
    expect(() => inequality([{ group: 'A', people: -1, value: 1 }])).toThrow(/negative/);
  });

  it('does not change with the unit, and its parts are never negative', () => {
    const given = fc.array(
      fc.record({
        group: fc.constantFrom('A', 'B', 'C'),
        people: fc.integer({ min: 1, max: 50 }),
        value: fc.nat(30),
      }),
      { minLength: 1, maxLength: 20 },
    );
    fc.assert(
      fc.property(given, (list) => {
        const answer = inequality(list);
        const scaled = inequality(list.map((h) => ({ ...h, value: h.value * 7 })));
        if (answer.gini === null) return expect(scaled.gini).toBeNull();
        expect(scaled.gini).toBeCloseTo(answer.gini, 9);
        expect(scaled.theil).toBeCloseTo(answer.theil!, 9);
        expect(answer.theilBetween).toBeGreaterThan(-1e-9);
        expect(answer.theilWithin).toBeGreaterThan(-1e-9);
        expect(answer.gini).toBeLessThan(1);
      }),
    );
  });
});
