import fc from 'fast-check';
import { greatCircleKm } from '../greatCircle';
import { nearest } from './nearest';
import { DEFAULT_TRAVEL } from './travel';
import { createTravelMatrix } from './travelMatrix';

const place = (commune: string, lat: number | null, lon: number | null) => ({ commune, lat, lon });

describe('the nearest supply', () => {
  it('is found however far', () => {
    const answer = nearest(
      [place('97411', -20.88, 55.45)],
      [place('59350', 50.63, 3.06), place('80021', 49.89, 2.3)],
    );
    expect(answer.destination[0]).toBe(1);
    expect(answer.km[0]).toBeCloseTo(greatCircleKm(-20.88, 55.45, 49.89, 2.3), 6);
    expect(answer).toMatchObject({ imported: 0, unreached: 0 });
  });

  it('follows the imported matrix', () => {
    const matrix = createTravelMatrix([
      { origin: 'a', destination: 'near', minutes: 90 },
      { origin: 'a', destination: 'far', minutes: 12 },
    ]);
    const answer = nearest(
      [place('a', 50, 3)],
      [place('near', 50.01, 3), place('far', 50.5, 3)],
      DEFAULT_TRAVEL,
      matrix,
    );
    expect([answer.destination[0], answer.minutes[0], answer.imported]).toEqual([1, 12, 1]);
  });

  it('is nobody where nothing can be reached', () => {
    const answer = nearest([place('a', null, null), place('b', 50, 3)], []);
    expect([...answer.destination]).toEqual([-1, -1]);
    expect(answer.minutes.every(Number.isNaN)).toBe(true);
    expect(answer.unreached).toBe(2);
    expect(nearest([place('a', null, null)], [place('b', 50, 3)]).unreached).toBe(1);
  });

  it('is never beaten by another', () => {
    const point = fc.tuple(
      fc.double({ min: 42, max: 51, noNaN: true }),
      fc.double({ min: -5, max: 8, noNaN: true }),
    );
    const points = fc.array(point, { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(points, points, (from, to) => {
        const answer = nearest(
          from.map(([lat, lon]) => place('x', lat, lon)),
          to.map(([lat, lon]) => place('y', lat, lon)),
        );
        from.forEach(([lat, lon], i) => {
          const least = Math.min(...to.map(([a, b]) => greatCircleKm(lat, lon, a, b)));
          expect(Math.abs(answer.km[i]! - least)).toBeLessThan(1e-6);
        });
      }),
    );
  });
});
