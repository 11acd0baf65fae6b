import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type {
  Accessibility,
  CoverageCommune,
  CoverageScene,
} from '../../server/analysis/coverage/accessibility';
import { demandByCommune, type AgeCounts, type AgeMix } from '../../server/analysis/coverage/demand';
import { createRandom } from '../../server/analysis/random';

type Row = Record<string, string>;

const REGION = '32';

/** Seeds as far as coverage reads them. */
export interface CoverageSeeds {
  country: CoverageCommune[];
  region: CoverageCommune[];
  /** Places of the region's actors that have a commune, in the shape of supply points. */
  actors: { id: string; commune: string; lat: null; lon: null }[];
  peopleOf(communes: readonly CoverageCommune[], mix: AgeMix): Float64Array;
}

/**
 * Reads the territories and actors of a seeds folder (`territories/` and `hauts-de-france/` inside it).
 *
 * @throws Error when a file is missing
 */
export function readCoverageSeeds(folder: string): CoverageSeeds {
  const read = (...path: string[]): Row[] =>
    parse(readFileSync(join(folder, ...path)), { columns: true, bom: true });
  const regions = new Map(
    read('territories', 'departements.csv').map((row) => [row['code']!, row['region']!]),
  );
  const former = new Map(
    read('territories', 'former_regions.csv').flatMap((row) =>
      row['departements']!.split('|').map((code): [string, string] => [code, row['code']!]),
    ),
  );
  const ages = agesOf(read('territories', 'ages_departements_hdf.csv'));
  const known = (text: string | undefined) => (text ? Number(text) : null);
  const country = read('territories', 'communes.csv').map((row) => ({
    insee: row['insee']!,
    epci: row['epci'] || null,
    department: row['departement']!,
    formerRegion: former.get(row['departement']!) ?? null,
    region: regions.get(row['departement']!) ?? null,
    population: known(row['population']),
    lat: known(row['lat']),
    lon: known(row['lon']),
  }));
  const region = country.filter((commune) => commune.region === REGION);
  const inRegion = new Set(region.map(({ insee }) => insee));
  const actors = read('hauts-de-france', 'actors.csv')
    .filter((row) => inRegion.has(row['insee']!))
    .map((row) => ({ id: row['id']!, commune: row['insee']!, lat: null, lon: null }));
  const peopleOf = (communes: readonly CoverageCommune[], mix: AgeMix) =>
    demandByCommune(communes, mix, ages).people;
  return { country, region, actors, peopleOf };
}

/** Ages by code of département. */
function agesOf(rows: readonly Row[]): Map<string, AgeCounts> {
  return new Map(
    rows.map((row) => [
      row['code']!,
      {
        under15: Number(row['pop_0_14_2021']),
        from15To24: Number(row['pop_15_24_2021']),
        total: Number(row['pop_total_2021']),
      },
    ]),
  );
}

/** Venues at communes drawn by population, so that towns have more: always the same for the same seed. */
export function generateVenues(communes: readonly CoverageCommune[], count: number, seed: number) {
  const random = createRandom(seed);
  const upTo: number[] = [];
  let total = 0;
  for (const { population } of communes) upTo.push((total += population ?? 0));
  return Array.from({ length: count }, (_, k) => {
    const drawn = random() * total;
    let [low, high] = [0, upTo.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (upTo[middle]! > drawn) high = middle;
      else low = middle + 1;
    }
    const { insee, lat, lon } = communes[low]!;
    return { id: `venue-${k}`, commune: insee, lat, lon };
  });
}

/** What PySAL says of the same numbers. */
export interface PysalFigures {
  milliseconds: number;
  version: string;
  /** Greatest difference of a commune, relative to the greatest access. */
  difference: number;
}

/**
 * Computes the access of a scene again with PySAL, from the same people, weights and travel times written as CSV.
 *
 * @returns `null` with a reason where Python or the package is missing
 */
export function comparePysal(
  scene: CoverageScene,
  ours: Accessibility,
  python: string,
): PysalFigures | string {
  const folder = mkdtempSync(join(tmpdir(), 'maillage-access-'));
  try {
    writeInputs(folder, scene, ours);
    const script = join(__dirname, 'pysalAccess.py');
    const said = execFileSync(python, [script, folder], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const { seconds, version } = JSON.parse(said) as { seconds: number; version: string };
    const rows: Row[] = parse(readFileSync(join(folder, 'access.csv')), { columns: true });
    const theirs = new Map(rows.map((row) => [row['id']!, Number(row['access'])]));
    const greatest = ours.access.reduce((a, b) => Math.max(a, b), 0);
    let difference = 0;
    scene.communes.forEach(({ insee }, i) => {
      difference = Math.max(difference, Math.abs((theirs.get(insee) ?? 0) - ours.access[i]!) / greatest);
    });
    return { milliseconds: seconds * 1000, version, difference };
  } catch (error) {
    return `PySAL left out: ${(error as Error).message.split('\n')[0]} (give a Python that has the package access by --python)`;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function writeInputs(folder: string, scene: CoverageScene, { travel }: Accessibility): void {
  const { communes, people, points, weights, parameters } = scene;
  const demand = communes.map(({ insee }, i) => `${insee},${Number.isNaN(people[i]!) ? 0 : people[i]}`);
  writeFileSync(join(folder, 'demand.csv'), `id,people\n${demand.join('\n')}\n`);
  writeFileSync(
    join(folder, 'supply.csv'),
    `id,weight\n${points.map(({ id }, j) => `${id},${weights[j]}`).join('\n')}\n`,
  );
  const lines = ['origin,destination,minutes'];
  for (let j = 0; j < travel.destinationCount; j++)
    for (let pair = travel.offsets[j]!; pair < travel.offsets[j + 1]!; pair++)
      lines.push(`${communes[travel.origins[pair]!]!.insee},${points[j]!.id},${travel.minutes[pair]}`);
  writeFileSync(join(folder, 'pairs.csv'), lines.join('\n'));
  const { catchmentMinutes, decay } = parameters;
  writeFileSync(join(folder, 'parameters.json'), JSON.stringify({ catchmentMinutes, ...decay }));
}
