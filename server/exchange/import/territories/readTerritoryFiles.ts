import type { FeatureCollection, Geometry } from 'geojson';
import { decodeText } from '../files/decodeText';
import { findColumn, readRegisterTable, type RegisterTable } from '../registers/readRegisterTable';

/** A commune as the files tell it; what they do not tell is null. */
export interface CommuneRecord {
  insee: string;
  name: string;
  department: string;
  epci: string | null;
  population: number | null;
}

/** What the files of publishers say of one region. */
export interface TerritoryRecords {
  region: { code: string; name: string };
  departments: { code: string; name: string }[];
  /** Those of the région, and those that its EPCI have across the border. */
  communes: CommuneRecord[];
  /** Names by SIREN. */
  epcis: ReadonlyMap<string, string>;
  contours: FeatureCollection<Geometry, Record<string, unknown>> | undefined;
  /** Names of the files that were not recognised. */
  unknown: string[];
}

/** The files do not tell enough to be the territories of a region. */
export class TerritoryFilesError extends Error {
  override readonly name = 'TerritoryFilesError';
}

/** Headers by which publishers name each thing: INSEE's geographical code, its populations, the composition of EPCI, Etalab. */
const HEADERS = {
  commune: ['COM', 'CODGEO', 'DEPCOM', 'code_commune', 'insee', 'INSEE_COM', 'Code INSEE'],
  department: ['DEP', 'code_departement', 'INSEE_DEP', 'CODDEP'],
  region: ['REG', 'code_region', 'INSEE_REG', 'CODREG'],
  name: ['LIBELLE', 'LIBGEO', 'nom', 'NOM', 'Commune', 'nom_commune'],
  kind: ['TYPECOM'],
  epci: ['EPCI', 'siren_epci', 'CODE_EPCI', 'siren'],
  epciName: ['LIBEPCI', 'nom_epci', 'raison_sociale', 'nom_complet'],
  population: ['PMUN', 'population_municipale', 'Population municipale', 'pmun_2021', 'population'],
} as const;

type Thing = keyof typeof HEADERS;
type Columns = Record<Thing, string | null>;

interface Tables {
  communes?: RegisterTable;
  departments?: RegisterTable;
  regions?: RegisterTable;
  epcis?: RegisterTable;
  populations?: RegisterTable;
}

/**
 * Reads the files of publishers that together tell the territories of a region, each recognised by its columns: INSEE's
 * geographical code (communes, départements, régions), composition of EPCI, populations of communes, contours as GeoJSON
 * (IGN Admin Express, Etalab). Only whole communes are taken, neither delegated ones nor arrondissements.
 *
 * @param files - name and bytes of each
 * @param region - INSEE code of the région
 * @throws TerritoryFilesError when communes, départements or that région are not told; RegisterUnreadableError
 */
export function readTerritoryFiles(
  files: readonly { name: string; bytes: Uint8Array }[],
  region: string,
): TerritoryRecords {
  const tables: Tables = {};
  const unknown: string[] = [];
  let contours: TerritoryRecords['contours'];
  for (const { name, bytes } of files) {
    const { text } = decodeText(bytes);
    if (/^\s*\{/.test(text) && text.includes('"FeatureCollection"'))
      contours = JSON.parse(text) as TerritoryRecords['contours'];
    else {
      const table = readRegisterTable(text);
      const kind = kindOf(columnsOf(table));
      if (kind === undefined || tables[kind] !== undefined) unknown.push(name);
      else tables[kind] = table;
    }
  }
  return { ...toRecords(tables, region), contours, unknown };
}

function columnsOf({ columns }: RegisterTable): Columns {
  const found = Object.entries(HEADERS).map(([thing, names]) => [thing, findColumn(columns, names)]);
  return Object.fromEntries(found) as Columns;
}

function kindOf({ commune, department, region, epci, population, name }: Columns): keyof Tables | undefined {
  if (commune !== null && population !== null) return 'populations';
  if (commune !== null && epci !== null) return 'epcis';
  if (commune !== null && department !== null && name !== null) return 'communes';
  if (department !== null && region !== null && name !== null) return 'departments';
  return region !== null && name !== null ? 'regions' : undefined;
}

function required(tables: Tables, kind: keyof Tables, what: string): RegisterTable {
  const table = tables[kind];
  if (table === undefined) throw new TerritoryFilesError(`no file of ${what} was recognised by its columns`);
  return table;
}

function* linesOf(table: RegisterTable | undefined): Generator<(thing: Thing) => string> {
  if (table === undefined) return;
  const columns = columnsOf(table);
  for (const { cells } of table.rows)
    yield (thing) => {
      const column = columns[thing];
      return column === null ? '' : (cells[column] ?? '').trim();
    };
}

function toRecords(tables: Tables, code: string): Omit<TerritoryRecords, 'contours' | 'unknown'> {
  const departments: TerritoryRecords['departments'] = [];
  for (const cell of linesOf(required(tables, 'departments', 'départements (DEP, REG, LIBELLE)')))
    if (cell('region') === code) departments.push({ code: cell('department'), name: cell('name') });
  let name = '';
  for (const cell of linesOf(required(tables, 'regions', 'régions (REG, LIBELLE)')))
    if (cell('region') === code) name = cell('name');
  if (name === '' || departments.length === 0)
    throw new TerritoryFilesError(`région ${code} is not in the files of régions and départements`);
  const { membership, epcis } = readEpcis(tables.epcis);
  const communes = readCommunes(tables, membership);
  const inRegion = new Set(departments.map((one) => one.code));
  const own = new Set(communes.filter((one) => inRegion.has(one.department)).map(({ epci }) => epci));
  const isTaken = (one: CommuneRecord) =>
    inRegion.has(one.department) || (one.epci !== null && own.has(one.epci));
  return { region: { code, name }, departments, communes: communes.filter(isTaken), epcis };
}

/** EPCI of each commune; communes in none have a code of Z in INSEE's file. */
function readEpcis(table: RegisterTable | undefined) {
  const membership = new Map<string, string>();
  const epcis = new Map<string, string>();
  for (const cell of linesOf(table)) {
    if (!/^\d{9}$/.test(cell('epci'))) continue;
    membership.set(cell('commune'), cell('epci'));
    epcis.set(cell('epci'), cell('epciName') || cell('epci'));
  }
  return { membership, epcis };
}

function readCommunes(tables: Tables, membership: ReadonlyMap<string, string>): CommuneRecord[] {
  const populations = new Map<string, number>();
  for (const cell of linesOf(tables.populations)) {
    const digits = cell('population').replace(/\s/g, '');
    if (/^\d+$/.test(digits)) populations.set(cell('commune'), Number(digits));
  }
  const communes: CommuneRecord[] = [];
  for (const cell of linesOf(required(tables, 'communes', 'communes (COM, DEP, LIBELLE)'))) {
    if (!['', 'COM'].includes(cell('kind'))) continue;
    const insee = cell('commune');
    communes.push({
      insee,
      name: cell('name'),
      department: cell('department'),
      epci: membership.get(insee) ?? null,
      population: populations.get(insee) ?? null,
    });
  }
  return communes;
}
