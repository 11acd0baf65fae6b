import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { accessibility, DEFAULT_COVERAGE, toDestinations, type CoverageCommune } from './accessibility';
import { DEFAULT_STEP, type Decay } from './decay';
import { densityClasses } from './density';

const REGION = ['02', '59', '60', '62', '80'];
const file = join(__dirname, '../../../seeds/territories/communes.csv');

function readRegion(): CoverageCommune[] {
  const rows: Record<string, string>[] = parse(readFileSync(file), { columns: true });
  return rows
    .filter((row) => REGION.includes(row['departement']!))
    .map((row) => ({
      insee: row['insee']!,
      epci: row['epci'] || null,
      department: row['departement']!,
      formerRegion: null,
      region: '32',
      population: row['population'] ? Number(row['population']) : null,
      lat: row['lat'] ? Number(row['lat']) : null,
      lon: row['lon'] ? Number(row['lon']) : null,
    }));
}

/**
 * Hauts-de-France, 3,782 communes, one supply in each of the 100 of 10,000 inhabitants or more, great-circle × 1.3 at 45 km/h everywhere.
 * Values of PySAL access 1.1.10.post3 (`enhanced_two_stage_fca`) on distances computed with numpy 2.4.6, on the communes as seeded: when points of the
 * seed are corrected, `scripts/bench/pysalAccess.py` gives the new ones.
 */
const PYSAL: [string, Decay, number, number, Record<string, number>][] = [
  [
    'a Gaussian of 15 minutes up to 60',
    { kind: 'GAUSSIAN', sigma: 15 },
    60,
    28,
    {
      '59350': 2.7705119942289712e-5,
      '80021': 5.17949944340747e-6,
      '02691': 1.2087819151630183e-5,
      '80766': 3.906846222399116e-7,
      '62041': 9.934627930146102e-6,
      '02001': 3.0152200018460374e-5,
      '60057': 1.1080266160187205e-5,
    },
  ],
  [
    'steps of 10, 20 and 30 minutes',
    DEFAULT_STEP,
    30,
    1280,
    {
      '59350': 2.8063728559656427e-5,
      '80021': 5.1489429580533115e-6,
      '02691': 1.1471934028119545e-5,
      '80766': 0,
      '62041': 9.509539321435098e-6,
      '02001': 3.585388998507832e-5,
      '60057': 1.0761973556539536e-5,
    },
  ],
];

(existsSync(file) ? describe : describe.skip)('access in the region, as PySAL finds it', () => {
  it.each(PYSAL)('agrees to 1e-9 with %s', (_, decay, catchmentMinutes, zeros, expected) => {
    const communes = readRegion();
    const points = communes
      .filter(({ population }) => population! >= 10_000)
      .map(({ insee, lat, lon }) => ({ id: insee, commune: insee, lat, lon }));
    expect([communes.length, points.length]).toEqual([3782, 100]);
    const people = Float64Array.from(communes, ({ population }) => population ?? NaN);
    const answer = accessibility({
      communes,
      people,
      points,
      weights: points.map(() => 1),
      parameters: {
        ...DEFAULT_COVERAGE,
        decay,
        catchmentMinutes,
        travel: { detour: 1.3, speedKmh: { DENSE: 45, INTERMEDIATE: 45, RURAL: 45 } },
      },
    });
    for (const [insee, value] of Object.entries(expected)) {
      const here = answer.access[communes.findIndex((commune) => commune.insee === insee)]!;
      expect(Math.abs(here - value)).toBeLessThan(1e-9 * Math.max(value, 1e-6));
    }
    expect(answer.access.filter((value) => value === 0)).toHaveLength(zeros);
    expect(answer.access.reduce((sum, value, i) => sum + value * people[i]!, 0)).toBeCloseTo(100, 9);
  });
});

describe('supply points as destinations', () => {
  it('stand at their own point, else at the town hall, and have the density of their commune', () => {
    const town = { insee: '59350', epci: null, department: '59', formerRegion: null, region: '32' };
    const communes = [{ ...town, population: 236_000, areaKm2: 35, lat: 50.6, lon: 3 }];
    const [atHall, atOwn, elsewhere] = toDestinations(
      [
        { id: 'a', commune: '59350', lat: null, lon: null },
        { id: 'b', commune: '59350', lat: 50.61, lon: 3.01 },
        { id: 'c', commune: '76351', lat: null, lon: null },
      ],
      communes,
      densityClasses(communes),
    );
    expect(atHall).toEqual({ commune: '59350', lat: 50.6, lon: 3, density: 'DENSE' });
    expect(atOwn).toMatchObject({ lat: 50.61, lon: 3.01 });
    expect(elsewhere).toEqual({ commune: '76351', lat: null, lon: null, density: 'INTERMEDIATE' });
  });
});
