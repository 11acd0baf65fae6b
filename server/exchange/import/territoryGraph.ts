import type { z } from 'zod';
import type { GraphRows, NodeRows, RelationshipRows } from '../../graph/writeGraph';
import type { References } from './references';
import { territoryTables } from './seedTables';
import { parseTable, type Row } from './table';

/** Texts of the tables of `seeds/territories`, and which part of them to take. */
export interface TerritoryFiles {
  /** File name without ending → text. */
  texts: Record<keyof typeof territoryTables, string>;
  /** INSEE code of the region, as in `departements.csv`. */
  region: string;
  /** INSEE codes of communes outside the region that something refers to. */
  alsoCommunes: ReadonlySet<string>;
}

/** Identifier of a territory: level and official code, since codes of two levels can be equal. */
export const territoryId = {
  commune: (code: string) => `commune-${code}`,
  epci: (code: string) => `epci-${code}`,
  department: (code: string) => `departement-${code}`,
  formerRegion: (code: string) => `ancienne-region-${code}`,
  region: (code: string) => `region-${code}`,
};

/** What the point of a commune is, by the word of the table. */
const POINT_SOURCES: Record<string, string> = {
  mairie: 'TOWN_HALL',
  'point intérieur': 'INSIDE',
  contour: 'CONTOUR',
};

const population = (value: number | null) => ({
  population: value,
  populationStatus: value === null ? 'UNKNOWN' : 'MEASURED',
});

/**
 * The territories of a region as graph rows: its communes, the EPCI that have one of them (and the communes those have
 * across the border, flagged `inRegion: false`), its départements, former regions and itself.
 *
 * @throws TableError at the first broken row
 */
export function toTerritoryGraph(
  { texts, region, alsoCommunes }: TerritoryFiles,
  references: References,
): GraphRows {
  const departments = parseTable('departements.csv', texts.departements, territoryTables.departements).filter(
    (row) => row.region === region,
  );
  const inRegion = new Set(departments.map((row) => row.code));
  const all = parseTable('communes.csv', texts.communes, territoryTables.communes);
  const epciCodes = new Set(all.filter((row) => inRegion.has(row.departement)).map((row) => row.epci));
  const communes = all.filter(
    (row) =>
      inRegion.has(row.departement) ||
      (row.epci !== null && epciCodes.has(row.epci)) ||
      alsoCommunes.has(row.insee),
  );
  for (const row of communes) references.add('commune', row.insee, 'communes.csv', row.line, 'insee');
  const sources = parseTable('sources.csv', texts.sources, territoryTables.sources);
  for (const row of sources) references.add('source', row.id, 'territories/sources.csv', row.line);
  const levels = toUpperLevels(texts, departments, region);
  const territories = [
    toCommunes(communes, inRegion),
    toEpcis(texts, communes, epciCodes, inRegion),
    ...levels.nodes,
  ];
  return {
    nodes: [{ label: 'Source', rows: sources.map(({ line: _, ...row }) => row) }, ...territories],
    relationships: [
      toMemberships(communes, epciCodes, inRegion),
      ...levels.relationships,
      statedBy(territories),
    ],
  };
}

type CommuneRow = Row<z.output<typeof territoryTables.communes>>;

function toCommunes(communes: readonly CommuneRow[], inRegion: ReadonlySet<string>): NodeRows {
  return {
    label: 'Territory',
    also: 'Commune',
    rows: communes.map((row) => ({
      id: territoryId.commune(row.insee),
      code: row.insee,
      name: row.nom,
      level: 'COMMUNE',
      ...population(row.population),
      inRegion: inRegion.has(row.departement),
      pointSource: row.point_source === null ? null : (POINT_SOURCES[row.point_source] ?? null),
      location: row.lat === null || row.lon === null ? null : { lat: row.lat, lon: row.lon },
    })),
  };
}

function toEpcis(
  texts: TerritoryFiles['texts'],
  communes: readonly CommuneRow[],
  epciCodes: ReadonlySet<string | null>,
  inRegion: ReadonlySet<string>,
): NodeRows {
  const rows = parseTable('epci.csv', texts.epci, territoryTables.epci);
  const borders = new Set(communes.filter((row) => !inRegion.has(row.departement)).map((row) => row.epci));
  return {
    label: 'Territory',
    also: 'Epci',
    rows: rows
      .filter((row) => epciCodes.has(row.siren))
      .map((row) => ({
        id: territoryId.epci(row.siren),
        code: row.siren,
        name: row.nom,
        level: 'EPCI',
        type: row.type,
        crossesBorder: borders.has(row.siren),
        ...population(row.population_municipale),
      })),
  };
}

function toMemberships(
  communes: readonly CommuneRow[],
  epciCodes: ReadonlySet<string | null>,
  inRegion: ReadonlySet<string>,
): RelationshipRows {
  return {
    type: 'PART_OF',
    from: 'Territory',
    to: 'Territory',
    rows: communes.flatMap(({ insee, departement, epci }) => {
      const from = territoryId.commune(insee);
      return [
        ...(inRegion.has(departement) ? [{ from, to: territoryId.department(departement) }] : []),
        ...(epci !== null && epciCodes.has(epci) ? [{ from, to: territoryId.epci(epci) }] : []),
      ];
    }),
  };
}

function toUpperLevels(
  texts: TerritoryFiles['texts'],
  departments: DepartmentRow[],
  region: string,
): GraphRows {
  const ages = parseTable(
    'ages_departements_hdf.csv',
    texts.ages_departements_hdf,
    territoryTables.ages_departements_hdf,
  );
  const former = parseTable(
    'former_regions.csv',
    texts.former_regions,
    territoryTables.former_regions,
  ).filter((row) => row.region === region);
  const unit = (id: string, code: string, name: string, level: string, codes: string[]) => ({
    id,
    code,
    name,
    level,
    ...population(sumPopulations(codes, ages)),
  });
  const formerRows = former.map((row) =>
    unit(territoryId.formerRegion(row.code), row.code, row.nom, 'FORMER_REGION', row.departements),
  );
  const codes = departments.map((row) => row.code);
  const whole = unit(territoryId.region(region), region, departments[0]!.region_nom, 'REGION', codes);
  return {
    nodes: [
      { label: 'Territory', also: 'Department', rows: departments.map((row) => toDepartment(row, ages)) },
      { label: 'Territory', also: 'FormerRegion', rows: formerRows },
      { label: 'Territory', also: 'Region', rows: [whole] },
    ],
    relationships: [toUpperMemberships(codes, former, region)],
  };
}

/** People of several départements; null when one of them is unknown. */
function sumPopulations(codes: readonly string[], ages: readonly AgeRow[]): number | null {
  return codes.reduce<number | null>((total, code) => {
    const value = ages.find((row) => row.code === code)?.population_municipale ?? null;
    return total === null || value === null ? null : total + value;
  }, 0);
}

/** Départements are part of a former region and of the region. */
function toUpperMemberships(
  codes: readonly string[],
  former: readonly { code: string; departements: string[] }[],
  region: string,
): RelationshipRows {
  const inFormer = former.flatMap((row) =>
    row.departements.map((code) => ({
      from: territoryId.department(code),
      to: territoryId.formerRegion(row.code),
    })),
  );
  const inRegion = codes.map((code) => ({
    from: territoryId.department(code),
    to: territoryId.region(region),
  }));
  return { type: 'PART_OF', from: 'Territory', to: 'Territory', rows: [...inRegion, ...inFormer] };
}

type AgeRow = z.output<typeof territoryTables.ages_departements_hdf>;

function toDepartment({ code, nom }: DepartmentRow, ages: readonly AgeRow[]): NodeRows['rows'][number] {
  const age = ages.find((row) => row.code === code);
  return {
    id: territoryId.department(code),
    code,
    name: nom,
    level: 'DEPARTMENT',
    ...population(age?.population_municipale ?? null),
    surfaceKm2: age?.surface_km2 ?? null,
    populationYear: age?.pop_total_2021 == null ? null : 2021,
    population0to14: age?.pop_0_14_2021 ?? null,
    population15to24: age?.pop_15_24_2021 ?? null,
    populationAllAges: age?.pop_total_2021 ?? null,
  };
}

type DepartmentRow = { code: string; nom: string; region: string; region_nom: string };

const SOURCES_OF: Record<string, string[]> = {
  Commune: ['cog-2026', 'admin-express'],
  Department: ['cog-2026', 'insee-ages'],
};

function statedBy(territories: NodeRows[]): RelationshipRows {
  return {
    type: 'STATED_BY',
    from: 'Territory',
    to: 'Source',
    rows: territories.flatMap(({ also, rows }) =>
      rows.flatMap(({ id }) =>
        (SOURCES_OF[also!] ?? ['cog-2026']).map((source) => ({ from: id, to: source })),
      ),
    ),
  };
}
