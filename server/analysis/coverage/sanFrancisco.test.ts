import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { toCoverSets } from './coverSets';
import { pMedian } from './pMedian';
import { setCovering } from './setCovering';
import { maximalCovering } from './siting';
import { travelFromTable } from './travelMatrix';

/**
 * San Francisco, 205 census tracts and 16 stores of the test data of PySAL spopt; optimal values of spopt 0.7.0 with HiGHS 1.16,
 * confirmed with CBC. The files are read from the folder MAILLAGE_BENCHMARKS.
 */
const folder = join(process.env['MAILLAGE_BENCHMARKS'] ?? '', 'siting');
const present = existsSync(join(folder, 'SF_demand_205_centroid_uniform_weight.csv'));
if (!present)
  console.warn('San Francisco siting values are skipped: MAILLAGE_BENCHMARKS has no folder siting');

function readSanFrancisco() {
  const read = (name: string): Record<string, string>[] =>
    parse(readFileSync(join(folder, name)), { columns: true });
  const tracts = read('SF_demand_205_centroid_uniform_weight.csv');
  const distances = read('SF_network_distance_candidateStore_16_censusTract_205_new.csv');
  const stores = [...new Set(distances.map((row) => row['name']!))];
  const byPair = new Map(
    distances.map((row) => [`${row['name']} ${row['DestinationName']}`, Number(row['distance'])]),
  );
  const table = tracts.map((tract) => stores.map((store) => byPair.get(`${store} ${tract['NAME']}`) ?? NaN));
  return { table, people: tracts.map((tract) => Number(tract['POP2000'])) };
}

(present ? describe : describe.skip)('siting in San Francisco, as spopt finds it', () => {
  const { table, people } = present ? readSanFrancisco() : { table: [], people: [] };

  it('has the people and the distances', () => {
    expect(table).toHaveLength(205);
    expect(table.flat().filter((d) => d >= 0)).toHaveLength(205 * 16);
    expect(people.reduce((a, b) => a + b)).toBe(955_113);
  });

  it.each([
    [1, 448_255],
    [2, 671_938],
    [3, 791_499],
    [4, 875_247],
    [6, 941_462],
  ])('covers most people within 5,000 m with %d sites', async (places, covered) => {
    const sets = toCoverSets(travelFromTable(table, 5000), 5000);
    const siting = await maximalCovering(sets, people, { places });
    expect(siting).toMatchObject({ covered, proven: true });
  });

  it('needs three sites so that every tract is within 8,000 m', async () => {
    const answer = await setCovering(toCoverSets(travelFromTable(table, 8000), 8000));
    expect(answer).toMatchObject({ proven: true, uncoverable: [] });
    expect(answer.chosen).toHaveLength(3);
  });

  it('has four sites with a mean distance of 2,982.13 m', async () => {
    const median = await pMedian(table, people, 4);
    expect(median.proven).toBe(true);
    expect(median.mean).toBeCloseTo(2982.13, 2);
  });
});
