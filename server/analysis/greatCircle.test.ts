import fc from 'fast-check';
import { EARTH_RADIUS_KM, greatCircleKm } from './greatCircle';

const latitude = fc.double({ min: -90, max: 90, noNaN: true });
const longitude = fc.double({ min: -180, max: 180, noNaN: true });

describe('great-circle distance', () => {
  it('gives a sixtieth of a degree of the equator as a nautical mile within a thousandth', () => {
    expect(greatCircleKm(0, 0, 0, 1 / 60)).toBeCloseTo(1.8532, 3);
  });

  it('agrees with the spherical law of cosines between Lille and Amiens', () => {
    const [a, b, d] = [50.6366, 49.8942, 2.2957 - 3.0635].map((x) => (x * Math.PI) / 180) as [
      number,
      number,
      number,
    ];
    const expected =
      EARTH_RADIUS_KM * Math.acos(Math.sin(a) * Math.sin(b) + Math.cos(a) * Math.cos(b) * Math.cos(d));
    expect(greatCircleKm(50.6366, 3.0635, 49.8942, 2.2957)).toBeCloseTo(expected, 6);
    expect(expected).toBeGreaterThan(95);
    expect(expected).toBeLessThan(105);
  });

  it('is symmetric, zero at home and never more than half the circumference', () => {
    fc.assert(
      fc.property(latitude, longitude, latitude, longitude, (a, b, c, d) => {
        const km = greatCircleKm(a, b, c, d);
        expect(km).toBeCloseTo(greatCircleKm(c, d, a, b), 6);
        expect(km).toBeLessThanOrEqual(Math.PI * EARTH_RADIUS_KM + 1e-6);
        expect(greatCircleKm(a, b, a, b)).toBe(0);
      }),
    );
  });

  it('is unknown when a coordinate is unknown', () => {
    expect(greatCircleKm(Number.NaN, 2, 49, 3)).toBeNaN();
  });
});
