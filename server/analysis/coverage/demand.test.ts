import { ALL_AGES, demandByCommune, FROM_15_TO_24, UNDER_15, UNDER_25 } from './demand';

const NORD = new Map([['59', { under15: 495471, from15To24: 357121, total: 2598299 }]]);

describe('demand', () => {
  it('takes the population itself for everybody', () => {
    const answer = demandByCommune(
      [{ insee: '59350', department: '59', population: 236_000 }],
      ALL_AGES,
      new Map(),
    );
    expect([...answer.people]).toEqual([236_000]);
    expect(answer.status).toEqual(['MEASURED']);
  });

  it('marks as estimated what comes from the shares of a département', () => {
    const commune = [{ insee: '59001', department: '59', population: 1000 }];
    const answer = demandByCommune(commune, UNDER_15, NORD);
    expect(answer.people[0]).toBeCloseTo((1000 * 495471) / 2598299, 9);
    expect(answer.status).toEqual(['ESTIMATED']);
    expect(answer.counts).toEqual({ MEASURED: 0, ESTIMATED: 1, UNKNOWN: 0 });
  });

  it('takes measured ages before estimates, at the date of the population', () => {
    const ages = { under15: 20, from15To24: 10, total: 100 };
    const commune = [{ insee: '59001', department: '59', population: 200, ages }];
    const young = demandByCommune(commune, UNDER_25, NORD);
    expect([...young.people]).toEqual([60]);
    expect(young.status).toEqual(['MEASURED']);
    const mixed = demandByCommune(commune, { under15: 2, from15To24: 1, over24: 0.5 }, NORD);
    expect(mixed.people[0]).toBeCloseTo(2 * 40 + 20 + 0.5 * 140, 12);
  });

  it('leaves unknown unknown', () => {
    const answer = demandByCommune(
      [
        { insee: '59001', department: '59', population: null },
        { insee: '60001', department: '60', population: 500 },
        { insee: '59002', department: '59', population: 0 },
      ],
      FROM_15_TO_24,
      NORD,
    );
    expect([...answer.people]).toEqual([NaN, NaN, 0]);
    expect(answer.status).toEqual(['UNKNOWN', 'UNKNOWN', 'MEASURED']);
  });

  it('adds up over ages', () => {
    const commune = [{ insee: '59001', department: '59', population: 777 }];
    const over24 = { under15: 0, from15To24: 0, over24: 1 };
    const parts = [UNDER_15, FROM_15_TO_24, over24].map(
      (mix) => demandByCommune(commune, mix, NORD).people[0]!,
    );
    expect(parts.reduce((a, b) => a + b)).toBeCloseTo(777, 9);
    expect(() => demandByCommune(commune, { ...ALL_AGES, over24: -1 }, NORD)).toThrow(/over24/);
  });
});
