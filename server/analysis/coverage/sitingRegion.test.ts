import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { toCoverSets } from './coverSets';
import { maximalCovering } from './siting';
import { sitingCurve } from './sitingCurve';
import { travelTimes } from './travel';

const file = join(__dirname, '../../../seeds/territories/communes.csv');

/**
 * Hauts-de-France: 3,782 communes as people and as candidates, 20 minutes at 45 km/h over 1.3 times the great circle. Optimal values of the whole,
 * unreduced model by native HiGHS (highspy 1.16.0), in 5 and 18 seconds; they hold for the communes as seeded.
 */
const OPTIMAL: [number, number][] = [
  [5, 2_211_845],
  [10, 3_138_258],
];

(existsSync(file) ? describe : describe.skip)('siting among all communes of the region', () => {
  const rows: Record<string, string>[] = existsSync(file) ? parse(readFileSync(file), { columns: true }) : [];
  const communes = rows
    .filter((row) => ['02', '59', '60', '62', '80'].includes(row['departement']!))
    .map((row) => ({
      commune: row['insee']!,
      lat: Number(row['lat']),
      lon: Number(row['lon']),
      population: Number(row['population']),
    }));
  const speedKmh = { DENSE: 45, INTERMEDIATE: 45, RURAL: 45 };
  const sets = toCoverSets(travelTimes(communes, communes, 20, { detour: 1.3, speedKmh }), 20);
  const people = communes.map(({ population }) => population);

  it.each(OPTIMAL)(
    'proves %d places as the whole model does',
    async (places, covered) => {
      const siting = await maximalCovering(sets, people, { places, timeLimitSeconds: 60 });
      expect(siting).toMatchObject({ covered, bound: covered, proven: true });
      expect(siting.chosen).toHaveLength(places);
    },
    60_000,
  );

  it('draws a curve that the optimal values lie on or above, and under its bound', () => {
    const curve = sitingCurve(sets, people, 10);
    for (const [places, optimal] of OPTIMAL) {
      const { covered, bound } = curve[places - 1]!;
      expect(covered).toBeLessThanOrEqual(optimal);
      expect(bound).toBeGreaterThanOrEqual(optimal);
      expect(covered).toBeGreaterThan(0.97 * optimal);
    }
  });
});
