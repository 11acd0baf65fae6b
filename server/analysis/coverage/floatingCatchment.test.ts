import fc from 'fast-check';
import { DEFAULT_STEP, type Decay } from './decay';
import { floatingCatchment } from './floatingCatchment';
import { travelFromTable } from './travelMatrix';

/** Luo and Wang 2003, figure 3: 11 residents, supplies a and b, in reach or not. */
const LUO_WANG = {
  catchments: [
    [1, 2, 3, 4, 6, 7, 9, 10],
    [4, 5, 8, 11],
  ],
  access: [0.125, 0.125, 0.125, 0.375, 0.25, 0.125, 0.125, 0.25, 0.125, 0.125, 0.25],
};

/** A constructed example; values computed with PySAL access 1.1.10.post3. */
const SIX = {
  population: [21000, 900, 3400, 150, 12000, 640],
  supply: [400, 60, 25],
  minutes: [
    [4, 28, 55],
    [12, 22, 41],
    [25, 5, 33],
    [38, 19, 18],
    [61, 34, 6],
    [70, 48, 35],
  ],
};

const CASES: [string, Decay, number, number[]][] = [
  [
    'a limit of 30 minutes',
    { kind: 'LIMIT' },
    30,
    [
      0.01816784053052952, 0.01816784053052952, 0.01816784053052952, 0.004415177019411903,
      0.00205761316872428, 0,
    ],
  ],
  [
    'steps of 10, 20 and 30 minutes weighing 1, 0.68 and 0.22',
    DEFAULT_STEP,
    30,
    [
      0.01947562611806798, 0.013751118067978534, 0.011147137745974957, 0.006308572645335165,
      0.0020657742521897208, 0,
    ],
  ],
  [
    'a Gaussian of 15 minutes up to 60',
    { kind: 'GAUSSIAN', sigma: 15 },
    60,
    [
      0.019014340033624292, 0.015890018874808464, 0.011702191033446455, 0.005080416100077722,
      0.002560766424589187, 0.00018614575431628324,
    ],
  ],
];

describe('floating catchment', () => {
  it('gives the published values of Luo and Wang', () => {
    const table = LUO_WANG.access.map((_, i) =>
      LUO_WANG.catchments.map((reach) => (reach.includes(i + 1) ? 10 : 99)),
    );
    const { access } = floatingCatchment({
      demand: LUO_WANG.access.map(() => 1),
      supply: [1, 1],
      travel: travelFromTable(table, 30),
      decay: { kind: 'LIMIT' },
      catchmentMinutes: 30,
    });
    expect([...access]).toEqual(LUO_WANG.access);
  });

  it.each(CASES)('agrees with PySAL access to 1e-9 with %s', (_, decay, catchmentMinutes, expected) => {
    const { access, reachedSupply } = floatingCatchment({
      demand: SIX.population,
      supply: SIX.supply,
      travel: travelFromTable(SIX.minutes, 90),
      decay,
      catchmentMinutes,
    });
    access.forEach((value, i) => expect(Math.abs(value - expected[i]!)).toBeLessThan(1e-9));
    const served = access.reduce((sum, value, i) => sum + value * SIX.population[i]!, 0);
    expect(served).toBeCloseTo(485, 9);
    expect(reachedSupply).toBe(485);
  });

  it('says 0, not nothing, where nothing is in reach, and what supply reaches nobody', () => {
    const answer = floatingCatchment({
      demand: [10, 5],
      supply: [1, 3, 0],
      travel: travelFromTable(
        [
          [5, 99, 99],
          [99, 99, 99],
        ],
        30,
      ),
      decay: { kind: 'LIMIT' },
      catchmentMinutes: 30,
    });
    expect([...answer.access]).toEqual([0.1, 0]);
    expect(answer).toMatchObject({ reachedSupply: 1, unreachedSupply: 3, unreachedDestinations: 1 });
  });

  it('leaves unknown people out of the denominator and counts them', () => {
    const answer = floatingCatchment({
      demand: [10, NaN],
      supply: [1, NaN],
      travel: travelFromTable(
        [
          [5, 5],
          [5, 5],
        ],
        30,
      ),
      decay: { kind: 'LIMIT' },
      catchmentMinutes: 30,
    });
    expect([...answer.access]).toEqual([0.1, 0.1]);
    expect(answer).toMatchObject({ unknownDemand: 1, unknownSupply: 1, reachedSupply: 1 });
  });

  it('gives a step of one band what it gives a limit, people at the edge included', () => {
    const given = {
      demand: [1, 1],
      supply: [1],
      travel: travelFromTable([[30], [30.5]], 60),
      catchmentMinutes: 30,
    };
    const limit = floatingCatchment({ ...given, decay: { kind: 'LIMIT' } });
    const step = floatingCatchment({ ...given, decay: { kind: 'STEP', bands: [{ upTo: 30, weight: 1 }] } });
    expect([...step.access]).toEqual([...limit.access]);
    expect([...limit.access]).toEqual([1, 0]);
  });

  it('conserves supply', () => {
    const column = fc.array(fc.integer({ min: 0, max: 90 }), { minLength: 3, maxLength: 3 });
    const table = fc.array(column, { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(table, fc.array(fc.nat(500), { minLength: 20, maxLength: 20 }), (minutes, people) => {
        const demand = people.slice(0, minutes.length);
        const answer = floatingCatchment({
          demand,
          supply: [3, 0.5, 7],
          travel: travelFromTable(minutes, 60),
          decay: { kind: 'GAUSSIAN', sigma: 20 },
          catchmentMinutes: 60,
        });
        const served = answer.access.reduce((sum, value, i) => sum + value * demand[i]!, 0);
        expect(served).toBeCloseTo(answer.reachedSupply, 9);
        expect(answer.reachedSupply + answer.unreachedSupply).toBeCloseTo(10.5, 9);
      }),
    );
  });

  it('refuses columns that do not fit, negative people and times that stop short', () => {
    const given = { demand: [1], supply: [1], travel: travelFromTable([[5]], 30), decay: DEFAULT_STEP };
    const run = (change: object) => () => floatingCatchment({ ...given, catchmentMinutes: 30, ...change });
    expect(run({ demand: [1, 2] })).toThrow(/origins/);
    expect(run({ supply: [] })).toThrow(/destinations/);
    expect(run({ demand: [-1] })).toThrow(/negative/);
    expect(run({ supply: [-1] })).toThrow(/negative/);
    expect(run({ catchmentMinutes: 31 })).toThrow(/short/);
  });
});
