import {
  findColumn,
  readRegisterTable,
  type RegisterLine,
  type RegisterTable,
} from '../registers/readRegisterTable';

/** What a file may tell, by its columns; one file can tell several. */
export type Role = 'communes' | 'epcis' | 'populations' | 'departments' | 'regions';

/** What a column holds. `parent`: the commune that a former one became part of; `oldCodes`: the reverse. */
export type Thing =
  | 'commune'
  | 'department'
  | 'region'
  | 'name'
  | 'kind'
  | 'parent'
  | 'oldCodes'
  | 'epci'
  | 'epciName'
  | 'epciType'
  | 'population';

/** A file recognised as a table of territories. */
export interface TerritoryTable {
  file: string;
  roles: ReadonlySet<Role>;
  rows: readonly RegisterLine[];
  /** The text of a cell; '' when the file does not have it. */
  cell: (row: RegisterLine, thing: Thing) => string;
}

/** Headers by which INSEE, DGCL and IGN name each thing. */
const HEADERS: Record<Thing, readonly string[]> = {
  commune: ['CODGEO', 'DEPCOM', 'code_commune', 'insee', 'INSEE_COM', 'Code INSEE', 'COM'],
  department: ['DEP', 'code_departement', 'INSEE_DEP', 'CODDEP'],
  region: ['CODREG', 'REG', 'code_region', 'INSEE_REG'],
  name: ['LIBELLE', 'LIBGEO', 'nom', 'Commune', 'nom_commune'],
  kind: ['TYPECOM'],
  parent: ['COMPARENT'],
  oldCodes: [],
  epci: ['EPCI', 'siren_epci', 'CODE_EPCI', 'siren'],
  epciName: ['LIBEPCI', 'nom_epci', 'raison_sociale', 'nom_complet'],
  epciType: ['NATURE_EPCI', 'nature_juridique', 'type_epci'],
  population: ['PMUN', 'population_municipale', 'pmun_2021', 'population', 'pmun'],
};

/** Columns of the JSON of Etalab (`@etalab/decoupage-administratif`): `code` is that of whatever the file lists. */
const ETALAB_COMMUNES = {
  commune: 'code',
  department: 'departement',
  region: 'region',
  name: 'nom',
  kind: 'type',
  parent: 'chefLieu',
  oldCodes: 'anciensCodes',
  population: 'population',
};
const ETALAB_DEPARTMENTS = { department: 'code', region: 'region', name: 'nom' };
const ETALAB_REGIONS = { region: 'code', name: 'nom' };

type Columns = Partial<Record<Thing, string | null>>;

/**
 * Reads a text as a table of territories.
 *
 * @returns undefined when its columns are those of none
 * @throws RegisterUnreadableError
 */
export function readTerritoryTable(file: string, text: string): TerritoryTable | undefined {
  const table = flattenEpcis(text) ?? readRegisterTable(text);
  const columns = columnsOf(table);
  const roles = rolesOf(columns);
  if (roles.size === 0) return undefined;
  // The oldest files of populations give the commune as a département and a number inside it.
  const within = findColumn(table.columns, ['CODCOM']);
  const cell = ({ cells }: RegisterLine, thing: Thing): string => {
    if (thing === 'commune' && within !== null)
      return `${(cells[columns.department ?? ''] ?? '').slice(0, 2)}${cells[within] ?? ''}`;
    const column = columns[thing];
    return column == null ? '' : (cells[column] ?? '').trim();
  };
  return { file, roles, rows: table.rows, cell };
}

function columnsOf({ columns }: RegisterTable): Columns {
  const has = (name: string) => columns.includes(name);
  if (has('code') && has('nom') && has('typeLiaison')) {
    if (has('departement')) return has('type') ? ETALAB_COMMUNES : {};
    return has('region') ? ETALAB_DEPARTMENTS : ETALAB_REGIONS;
  }
  if (has('code') && has('chefLieu') && has('zone')) return ETALAB_REGIONS;
  const found = Object.entries(HEADERS).map(([thing, names]) => [thing, findColumn(columns, names)]);
  return Object.fromEntries(found) as Columns;
}

function rolesOf({ commune, department, region, epci, population, name }: Columns): Set<Role> {
  const is: Record<Role, boolean> = {
    communes: commune != null && department != null && name != null,
    epcis: commune != null && epci != null,
    populations: commune != null && population != null,
    departments: commune == null && department != null && region != null && name != null,
    regions: commune == null && department == null && region != null && name != null,
  };
  return new Set((Object.keys(is) as Role[]).filter((role) => is[role]));
}

interface EtalabEpci {
  code: string;
  nom: string;
  type: string;
  membres: { code: string; nom: string; populationMunicipale?: number }[];
}

/** Kinds of intercommunality with taxes of its own; Etalab says `MET69` of the one of Lyon, which is a collectivity. */
const EPCI_TYPES: Record<string, string> = {
  CC: 'CC',
  CA: 'CA',
  CU: 'CU',
  METRO: 'METRO',
  MET69: 'METRO',
  ME: 'METRO',
};

/** The legal type of an EPCI by the word of a publisher, or by its name; null when neither says it. */
export function toEpciType(word: string, name: string): string | null {
  return EPCI_TYPES[word] ?? EPCI_TYPES[/^(CC|CA|CU|METRO)\b/.exec(name)?.[1] ?? ''] ?? null;
}

/** Etalab's list of EPCI with their members, as INSEE's: a row a commune; undefined when the text is no such list. */
function flattenEpcis(text: string): RegisterTable | undefined {
  if (!text.trimStart().startsWith('[') || !text.slice(0, 5000).includes('"membres"')) return undefined;
  const list = JSON.parse(text) as EtalabEpci[];
  const rows = list
    .filter(({ type }) => type in EPCI_TYPES)
    .flatMap(({ code, nom, type, membres }) =>
      membres.map((member) => ({
        CODGEO: member.code,
        EPCI: code,
        LIBEPCI: nom,
        NATURE_EPCI: type,
        PMUN: String(member.populationMunicipale ?? ''),
      })),
    );
  const columns = ['CODGEO', 'EPCI', 'LIBEPCI', 'NATURE_EPCI', 'PMUN'];
  return { columns, rows: rows.map((cells, index) => ({ line: index + 1, cells })) };
}
