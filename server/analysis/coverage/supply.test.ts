import { periodDays, presence } from './period';
import { weighSupply, type SupplyPoint } from './supply';

const YEAR = { from: '2025-01-01', to: '2025-12-31' };
const venue: SupplyPoint = {
  id: 'venue',
  kind: 'RESIDENT',
  commune: '59350',
  lat: 50.6,
  lon: 3,
  capacity: 120,
};
const stop: SupplyPoint = {
  id: 'stop',
  kind: 'RECEIVED',
  commune: '80021',
  lat: 49.9,
  lon: 2.3,
  start: '2025-03-01',
  end: '2025-03-31',
};

describe('supply', () => {
  it('weighs equally, resident and received apart and together', () => {
    const answer = weighSupply([venue, stop], {
      weighting: 'EQUAL',
      kinds: ['RESIDENT', 'RECEIVED'],
      period: YEAR,
    });
    expect(answer.points.map(({ id }) => id)).toEqual(['venue', 'stop']);
    expect(answer.resident).toBe(1);
    expect(answer.received).toBeCloseTo(31 / 365, 12);
    const only = weighSupply([venue, stop], {
      weighting: 'EQUAL',
      kinds: ['RECEIVED'],
      period: YEAR,
      received: 'EACH',
    });
    expect([...only.weights]).toEqual([1]);
    expect(only.resident).toBe(0);
  });

  it('leaves out and names what has no known place or date, and what weighs nothing', () => {
    const answer = weighSupply(
      [
        venue,
        { ...venue, id: 'unmeasured', capacity: null },
        { ...venue, id: 'lost', commune: null, lat: null },
        { ...stop, id: 'undated', start: null, capacity: 5 },
        { ...venue, id: 'empty', capacity: 0 },
      ],
      { weighting: 'CAPACITY', kinds: ['RESIDENT', 'RECEIVED'], period: YEAR },
    );
    expect([...answer.weights]).toEqual([120, 120]);
    expect(answer).toMatchObject({
      unknownWeight: ['unmeasured'],
      isAssumed: [false, true],
      knownWeights: 2,
    });
    expect(answer.unknownPlace).toEqual(['lost']);
    expect(answer.unknownDate).toEqual(['undated']);
  });

  it('takes an unknown weight to be the median of its group, else of all, or what it is told; never 0', () => {
    const of = (id: string, group: string, capacity: number | null): SupplyPoint => ({
      ...venue,
      id,
      group,
      capacity,
    });
    const places = [
      ...[10, 20, 90].map((seats, k) => of(`museum ${k}`, 'MUSEUM', seats)),
      ...[300, 500].map((seats, k) => of(`centre ${k}`, 'SCIENCE_CENTRE', seats)),
      of('a museum', 'MUSEUM', null),
      of('a centre', 'SCIENCE_CENTRE', null),
    ];
    const options = { weighting: 'CAPACITY' as const, kinds: ['RESIDENT' as const] };
    const answer = weighSupply(places, options);
    expect([...answer.weights].slice(5)).toEqual([20, 90]);
    expect([answer.assumed, answer.assumedFor('MUSEUM'), answer.knownWeights]).toEqual([90, 20, 5]);
    expect([...weighSupply(places, { ...options, assumed: 50 }).weights].slice(5)).toEqual([50, 50]);
    const unknown = weighSupply([of('x', 'MUSEUM', null)], options);
    expect([unknown.assumed, unknown.knownWeights, ...unknown.weights]).toEqual([null, 0, 1]);
    expect(weighSupply(places, { ...options, weighting: 'EQUAL' })).toMatchObject({
      assumed: 1,
      unknownWeight: [],
    });
  });

  it('weighs a stop by its own visitors, whole', () => {
    const answer = weighSupply([{ ...stop, attendance: 800 }], {
      weighting: 'ATTENDANCE',
      kinds: ['RECEIVED'],
      period: YEAR,
    });
    expect([...answer.weights]).toEqual([800]);
    const opening = weighSupply([{ ...venue, opening: 35 }], { weighting: 'OPENING', kinds: ['RESIDENT'] });
    expect([...opening.weights]).toEqual([35]);
  });

  it('counts stops outside the period and refuses to do without one', () => {
    const options = { weighting: 'EQUAL' as const, kinds: ['RECEIVED' as const] };
    expect(
      weighSupply([stop], { ...options, period: { from: '2024-01-01', to: '2024-12-31' } }),
    ).toMatchObject({
      outsidePeriod: 1,
      points: [],
    });
    expect(() => weighSupply([stop], options)).toThrow(/period/);
    expect(() => weighSupply([], { ...options, period: { from: '2025-02-01', to: '2025-01-01' } })).toThrow(
      /period/,
    );
  });
});

describe('presence inside a period', () => {
  it.each([
    ['2025-03-01', '2025-03-31', 31, false],
    ['2024-12-20', '2025-01-05', 5, false],
    ['2025-12-31', '2026-02-01', 1, false],
    ['2025-05', null, 1, true],
    ['2025', null, 1, true],
    ['2025-02', '2025-04', 33, true],
    ['2023-01-01', '2027-01-01', 365, false],
    ['2026-01-01', null, 0, true],
  ])('%s to %s is %d days', (start, end, days, imprecise) => {
    expect(presence(start, end, YEAR)).toEqual({ days, imprecise });
  });

  it('does not guess at a date it cannot read', () => {
    expect(presence(null, '2025-01-01', YEAR)).toBeNull();
    expect(presence('2025-02-30', null, YEAR)).toBeNull();
    expect(presence('2025-13', null, YEAR)).toBeNull();
    expect(presence('printemps 2025', null, YEAR)).toBeNull();
    expect(presence('2025-05-02', '2025-05-01', YEAR)).toBeNull();
    expect(periodDays(YEAR)).toBe(365);
  });
});
