import type { Database } from '../../../database/driver';
import { toStoredContours } from '../../../graph/readContours';
import { writeGraph, type GraphRows } from '../../../graph/writeGraph';
import { References } from '../references';
import { toTerritoryGraph, type TerritoryFiles } from '../territoryGraph';
import { readTerritoryFiles, type CommuneRecord, type TerritoryRecords } from './readTerritoryFiles';
import { pointInside, toAreas, toTopology } from './toTopology';

/** How the territories of a region are imported. */
export interface TerritoryImport {
  /** INSEE code of the région. */
  region: string;
  /** ISO day. */
  day: string;
  /** Nothing is written. */
  isTrial: boolean;
}

/** What an import of territories read and did. */
export interface TerritoryReport {
  region: string;
  departments: number;
  epcis: number;
  communes: number;
  /** Communes of the files without a population, and without a contour. */
  withoutPopulation: number;
  withoutContour: number;
  /** Files that were not recognised. */
  unknown: string[];
  written: boolean;
}

/**
 * Imports the communes, EPCI, départements and contours of a region from the files that publishers give, in one transaction.
 * Doing it again with newer files updates; communes that are gone stay, since something may refer to them.
 *
 * @param files - see {@link readTerritoryFiles}
 * @throws TerritoryFilesError; RegisterUnreadableError; TableError
 */
export async function importTerritories(
  database: Database,
  files: readonly { name: string; bytes: Uint8Array }[],
  { region, day, isTrial }: TerritoryImport,
): Promise<TerritoryReport> {
  const records = readTerritoryFiles(files, region);
  const areas = records.contours === undefined ? [] : toAreas(records.contours, records.communes);
  const points = new Map(
    areas.map(({ properties, geometry }) => [properties.insee, pointInside(geometry)] as const),
  );
  const graph = toTerritoryGraph(toTables(records, points, day), new References());
  if (areas.length > 0)
    graph.nodes.push({ label: 'Contours', rows: [toStoredContours(JSON.stringify(toTopology(areas)))] });
  if (!isTrial) await writeGraph(database, graph);
  return {
    region: records.region.name,
    departments: records.departments.length,
    epcis: countOf(graph, 'Epci'),
    communes: records.communes.length,
    withoutPopulation: records.communes.filter(({ population }) => population === null).length,
    withoutContour: records.communes.filter(({ insee }) => !points.has(insee)).length,
    unknown: records.unknown,
    written: !isTrial,
  };
}

const countOf = ({ nodes }: GraphRows, label: string) =>
  nodes.filter(({ also }) => also === label).reduce((sum, { rows }) => sum + rows.length, 0);

type Points = ReadonlyMap<string, { lat: number; lon: number }>;

/** The records as the tables that a seed has. */
function toTables(records: TerritoryRecords, points: Points, day: string): TerritoryFiles {
  const { region, departments, communes } = records;
  const source = `territoires-${region.code}`;
  return {
    region: region.code,
    alsoCommunes: new Set(),
    sources: [source],
    texts: {
      sources: toSources(records, source, day),
      communes: toCsv(
        'insee,nom,departement,epci,population,lat,lon,point_source',
        communes.map(({ insee, name, department, epci, population }) => {
          const point = points.get(insee);
          return [insee, name, department, epci, population, point?.lat, point?.lon, point && 'contour'];
        }),
      ),
      epci: toEpcis(records),
      departements: toCsv(
        'code,nom,region,region_nom',
        departments.map(({ code, name }) => [code, name, region.code, region.name]),
      ),
      former_regions: toCsv('code,nom,region,departements', []),
      ages_departements_hdf: toCsv(
        'code,population_municipale,surface_km2,pop_0_14_2021,pop_15_24_2021,pop_total_2021',
        departments.map(({ code }) => [
          code,
          peopleOf(communes, ({ department }) => department === code),
          ...[null, null, null, null],
        ]),
      ),
    },
  };
}

function toSources({ region }: TerritoryRecords, id: string, day: string): string {
  const title = `Territoires de ${region.name} : code officiel géographique, populations, contours`;
  return toCsv('id,title,publisher,url,date,retrieved,licence', [
    [id, title, 'INSEE, IGN', `urn:maillage:${id}`, day, day, 'Licence Ouverte 2.0'],
  ]);
}

function toEpcis({ epcis, communes }: TerritoryRecords): string {
  return toCsv(
    'siren,nom,type,population_municipale',
    [...epcis].map(([siren, name]) => [
      siren,
      name,
      /^(CC|CA|CU|METRO)\b/.exec(name)?.[1] ?? 'EPCI',
      peopleOf(communes, ({ epci }) => epci === siren),
    ]),
  );
}

/** People of some communes; unknown when those of one of them are. */
function peopleOf(communes: readonly CommuneRecord[], test: (one: CommuneRecord) => boolean): number | null {
  return sumOf(communes.filter(test).map(({ population }) => population));
}

/** A sum, unknown when one of its parts is. */
function sumOf(parts: readonly (number | null)[]): number | null {
  return parts.reduce<number | null>((sum, part) => (sum === null || part === null ? null : sum + part), 0);
}

function toCsv(header: string, rows: readonly (readonly (string | number | null | undefined)[])[]): string {
  const cell = (value: string | number | null | undefined) =>
    value == null ? '' : `"${String(value).replaceAll('"', '""')}"`;
  return [header, ...rows.map((row) => row.map(cell).join(','))].join('\n');
}
