import fc from 'fast-check';
import { greatCircleKm } from '../greatCircle';
import { DEFAULT_TRAVEL, travelTimes, type TravelPlace, type TravelTimes } from './travel';
import { createTravelMatrix, travelFromTable } from './travelMatrix';

const lille: TravelPlace = { commune: '59350', lat: 50.6366, lon: 3.0635, density: 'DENSE' };
const amiens: TravelPlace = { commune: '80021', lat: 49.8942, lon: 2.2957, density: 'DENSE' };
const rural: TravelPlace = { commune: '80766', lat: 50.0357, lon: 2.4589, density: 'RURAL' };
const nowhere: TravelPlace = { commune: '99999', lat: null, lon: null };

/** `origin:destination` to minutes. */
function pairsOf(times: TravelTimes): Map<string, number> {
  const pairs = new Map<string, number>();
  for (let j = 0; j < times.destinationCount; j++)
    for (let p = times.offsets[j]!; p < times.offsets[j + 1]!; p++)
      pairs.set(`${times.origins[p]}:${j}`, times.minutes[p]!);
  return pairs;
}

describe('travel times', () => {
  it('drives half the way at the speed of each end, over a detour', () => {
    const times = travelTimes([rural], [amiens], 60);
    const km = greatCircleKm(rural.lat!, rural.lon!, amiens.lat!, amiens.lon!);
    expect(times.km[0]).toBeCloseTo(km, 9);
    expect(times.minutes[0]).toBeCloseTo(km * 1.3 * 60 * (1 / 60 + 1 / 30) * 0.5, 9);
    expect(times.source).toEqual({
      greatCirclePairs: 1,
      importedPairs: 0,
      importedBeyond: 0,
      originsWithoutPoint: 0,
      destinationsWithoutPoint: 0,
    });
  });

  it('takes an imported time before its own, and says how many pairs', () => {
    const matrix = createTravelMatrix([
      { origin: '80766', destination: '80021', minutes: 24 },
      { origin: '59350', destination: '80021', minutes: 85 },
      { origin: '80021', destination: '80021', minutes: 90 },
    ]);
    const times = travelTimes([rural, lille, amiens], [amiens], 85, DEFAULT_TRAVEL, matrix);
    expect(pairsOf(times)).toEqual(
      new Map([
        ['0:0', 24],
        ['1:0', 85],
      ]),
    );
    expect(times.source).toMatchObject({ greatCirclePairs: 0, importedPairs: 2, importedBeyond: 1 });
  });

  it('mixes imported and modelled pairs', () => {
    const matrix = createTravelMatrix([{ origin: '80766', destination: '80021', minutes: 24 }]);
    const times = travelTimes([rural, amiens], [amiens], 30, DEFAULT_TRAVEL, matrix);
    expect(pairsOf(times)).toEqual(
      new Map([
        ['0:0', 24],
        ['1:0', 0],
      ]),
    );
    expect(times.source).toMatchObject({ greatCirclePairs: 1, importedPairs: 1, importedBeyond: 0 });
  });

  it('reaches a place without coordinates only through the matrix', () => {
    expect(travelTimes([nowhere], [amiens], 500).minutes).toHaveLength(0);
    const matrix = createTravelMatrix([{ origin: '99999', destination: '80021', minutes: 5 }]);
    const times = travelTimes([nowhere, rural], [amiens, nowhere], 60, DEFAULT_TRAVEL, matrix);
    expect(pairsOf(times).get('0:0')).toBe(5);
    expect(times.source).toMatchObject({ originsWithoutPoint: 1, destinationsWithoutPoint: 1 });
  });

  it('keeps what lies exactly at the limit', () => {
    const exact = travelTimes([rural], [amiens], 60).minutes[0]!;
    expect(travelTimes([rural], [amiens], exact).minutes).toHaveLength(1);
    expect(travelTimes([rural], [amiens], exact - 1e-9).minutes).toHaveLength(0);
  });

  it('gives no pair for no place', () => {
    expect(travelTimes([], [amiens], 30).minutes).toHaveLength(0);
    expect(travelTimes([amiens], [], 30).offsets).toHaveLength(1);
  });

  it('refuses what makes no sense', () => {
    expect(() => travelTimes([lille], [amiens], -1)).toThrow(RangeError);
    expect(() => travelTimes([lille], [amiens], NaN)).toThrow(RangeError);
    expect(() => travelTimes([lille], [amiens], 1, { ...DEFAULT_TRAVEL, detour: 0.9 })).toThrow(/detour/);
    const still = { ...DEFAULT_TRAVEL, speedKmh: { DENSE: 0, INTERMEDIATE: 1, RURAL: 1 } };
    expect(() => travelTimes([lille], [amiens], 1, still)).toThrow(/DENSE/);
    expect(() => createTravelMatrix([{ origin: 'a', destination: 'b', minutes: -3 }])).toThrow(/a → b/);
  });

  it('finds the same pairs as looking at every pair, anywhere on Earth', () => {
    const place = fc.record({
      commune: fc.constant('x'),
      lat: fc.double({ min: -90, max: 90, noNaN: true }),
      lon: fc.oneof(
        fc.double({ min: -180, max: 180, noNaN: true }),
        fc.double({ min: 179, max: 180, noNaN: true }),
      ),
      density: fc.constantFrom('DENSE' as const, 'INTERMEDIATE' as const, 'RURAL' as const),
    });
    const places = fc.array(place, { maxLength: 12 });
    fc.assert(
      fc.property(places, places, fc.double({ min: 0, max: 40_000, noNaN: true }), (from, to, limit) => {
        const found = pairsOf(travelTimes(from, to, limit));
        from.forEach((a, i) =>
          to.forEach((b, j) => {
            const speed = DEFAULT_TRAVEL.speedKmh;
            const km = greatCircleKm(a.lat, a.lon, b.lat, b.lon);
            const minutes = km * 1.3 * 30 * (1 / speed[a.density] + 1 / speed[b.density]);
            const pair = found.get(`${i}:${j}`);
            // Two roundings of the same distance may fall on either side of the limit.
            if (Math.abs(minutes - limit) < 1e-3) return;
            if (minutes <= limit) expect(Math.abs(pair! - minutes)).toBeLessThan(1e-3);
            else expect(pair).toBeUndefined();
          }),
        );
      }),
      { numRuns: 200 },
    );
  });
});

describe('an imported matrix', () => {
  it('ignores empty rows and keeps the shortest of repeated pairs', () => {
    const matrix = createTravelMatrix([
      { origin: 'a', destination: 'b', minutes: 12 },
      { origin: 'a', destination: 'b', minutes: 9 },
      { origin: 'b', destination: 'a', minutes: null },
    ]);
    expect(matrix).toMatchObject({ pairCount: 1, emptyRows: 1, repeatedRows: 1 });
    expect(matrix.minutesTo('b')?.get('a')).toBe(9);
    expect(matrix.minutesTo('a')).toBeUndefined();
  });

  it('reads a full table, where null is no way', () => {
    const times = travelFromTable(
      [
        [4, null],
        [31, 12],
      ],
      30,
    );
    expect(pairsOf(times)).toEqual(
      new Map([
        ['0:0', 4],
        ['1:1', 12],
      ]),
    );
    expect(travelFromTable([], 30).destinationCount).toBe(0);
  });
});
