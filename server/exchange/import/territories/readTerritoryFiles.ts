import { decodeText } from '../files/decodeText';
import { refuseFile } from '../files/limits';
import { quote, sentence, type Sentence } from '../reasons';
import type { RegisterLine } from '../registers/readRegisterTable';
import { isContourStart } from './readContours';
import { type FileProblem, TerritoryFilesError, type TerritoryFile } from './territoryFile';
import { readTerritoryTable, toEpciType, type Role, type TerritoryTable, type Thing } from './territoryTable';

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
  /** Those of the région, those that its EPCI have across the border, and the other ones that are asked for. */
  communes: CommuneRecord[];
  /** By SIREN. */
  epcis: ReadonlyMap<string, { name: string; type: string | null }>;
  /** Whether a file told which commune is in which EPCI. */
  tellsEpcis: boolean;
  /** INSEE code of a former commune → of the one that it became part of. */
  successors: ReadonlyMap<string, string>;
  /** Files of contours, not read yet. */
  contours: TerritoryFile[];
  /** Rows of the region that cannot be taken. */
  problems: FileProblem[];
  /** Communes of the region of which a file tells a population or an EPCI, and which are in no file of communes. */
  strangers: string[];
  /** Names of the files that were not recognised. */
  unknown: string[];
}

/** Largest file that is read as a whole, in bytes: the communes of the country are about 9 MB. */
const MOST_BYTES = 60_000_000;

/**
 * Reads the files of publishers that together tell the territories of a region, each recognised by its columns: INSEE's
 * geographical code (communes, départements, régions), composition of EPCI, populations of communes, Etalab's JSON of the
 * same; contours as GeoJSON (IGN Admin Express, Etalab) are only recognised. Only whole communes are taken, neither delegated
 * ones nor arrondissements.
 *
 * @param region - INSEE code of the région
 * @param also - INSEE codes of communes elsewhere that are wanted too
 * @throws TerritoryFilesError when communes, départements or that region are not told; RegisterUnreadableError; FileRefusedError
 */
export async function readTerritoryFiles(
  files: readonly TerritoryFile[],
  region: string,
  also: ReadonlySet<string> = new Set(),
): Promise<TerritoryRecords> {
  const tables: TerritoryTable[] = [];
  const unknown: string[] = [];
  const contours: TerritoryFile[] = [];
  for (const file of files) {
    const bytes = await readBytes(file);
    if (bytes === 'CONTOURS') {
      contours.push(file);
      continue;
    }
    const table = readTerritoryTable(file.name, decodeText(bytes).text);
    if (table === undefined) unknown.push(file.name);
    else tables.push(table);
  }
  return { ...toRecords(tables, region, also), contours, unknown };
}

async function readBytes({ name, open }: TerritoryFile): Promise<Uint8Array | 'CONTOURS'> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of open()) {
    if (pieces.length === 0 && isContourStart(piece)) return 'CONTOURS';
    pieces.push(piece);
    size += piece.byteLength;
    if (size > MOST_BYTES)
      refuseFile(
        `« ${name} » dépasse ${MOST_BYTES / 1e6} Mo.`,
        `“${name}” is larger than ${MOST_BYTES / 1e6} MB.`,
      );
  }
  return Buffer.concat(pieces);
}

/**
 * The table that tells something: one that tells nothing else before others, for what a file is about it tells best; and the
 * population of a list of communes before that of one of EPCI, which keeps that of the year of their taxes.
 */
function tableOf(tables: readonly TerritoryTable[], role: Role): TerritoryTable | undefined {
  const able = tables.filter(({ roles }) => roles.has(role));
  const has = (thing: Thing) => (one: TerritoryTable) => one.rows.some((row) => one.cell(row, thing) !== '');
  if (role === 'communes') return able.find(has('kind')) ?? able[0];
  const rank = ({ roles }: TerritoryTable) =>
    roles.size + (role === 'populations' && roles.has('epcis') ? 1 : 0);
  return able.sort((a, b) => rank(a) - rank(b))[0];
}

function required(tables: readonly TerritoryTable[], role: Role, fr: string, en: string): TerritoryTable {
  const table = tableOf(tables, role);
  if (table === undefined)
    throw new TerritoryFilesError(
      sentence(
        `Aucun fichier de ${fr} n’est reconnu à ses colonnes.`,
        `No file of ${en} was recognised by its columns.`,
      ),
    );
  return table;
}

const isInsee = (code: string) => /^(\d{5}|2[AB]\d{3})$/.test(code);

function toRecords(
  tables: readonly TerritoryTable[],
  code: string,
  also: ReadonlySet<string>,
): Omit<TerritoryRecords, 'contours' | 'unknown'> {
  const what = 'communes (COM, DEP, LIBELLE)';
  const ofCommunes = required(tables, 'communes', what, what);
  const { name, departments } = readUpperLevels(tables, code);
  const inRegion = new Set(departments.map((one) => one.code));
  const problems: FileProblem[] = [];
  const { communes, successors } = readCommunes(ofCommunes, inRegion, problems);
  const isOurs = (insee: string) =>
    inRegion.has(communes.get(insee)?.department ?? insee.slice(0, 2)) || inRegion.has(insee.slice(0, 3));
  const strangers = new Set<string>();
  const see = (insee: string) => {
    if (!communes.has(insee) && isOurs(insee) && !successors.has(insee)) strangers.add(insee);
    return communes.get(insee);
  };
  readPopulations(tableOf(tables, 'populations'), see, isOurs, problems);
  const ofEpcis = tableOf(tables, 'epcis');
  const epcis = readEpcis(ofEpcis, see);
  return {
    region: { code, name },
    departments,
    communes: taken([...communes.values()], inRegion, also),
    epcis,
    tellsEpcis: ofEpcis !== undefined,
    successors,
    problems,
    strangers: [...strangers].sort(),
  };
}

/** The communes of the region, those of its EPCI across the border, and those that are asked for. */
function taken(
  all: readonly CommuneRecord[],
  inRegion: ReadonlySet<string>,
  also: ReadonlySet<string>,
): CommuneRecord[] {
  const own = new Set(all.filter((one) => inRegion.has(one.department)).map(({ epci }) => epci));
  return all.filter(
    ({ insee, department, epci }) =>
      inRegion.has(department) || (epci !== null && own.has(epci)) || also.has(insee),
  );
}

function readUpperLevels(tables: readonly TerritoryTable[], code: string) {
  const departments = readDepartments(tables, code);
  const name = readRegionName(tables, code);
  if (name === undefined || departments.length === 0)
    throw new TerritoryFilesError(
      sentence(
        `La région ${code} n’est pas dans les fichiers de régions et de départements.`,
        `Région ${code} is not in the files of régions and départements.`,
      ),
    );
  return { name, departments };
}

function readDepartments(tables: readonly TerritoryTable[], region: string): TerritoryRecords['departments'] {
  const what = 'départements (DEP, REG, LIBELLE)';
  const { rows, cell } = required(tables, 'departments', what, what);
  return rows
    .filter((row) => cell(row, 'region') === region)
    .map((row) => ({ code: cell(row, 'department'), name: cell(row, 'name') }));
}

function readRegionName(tables: readonly TerritoryTable[], region: string): string | undefined {
  const { rows, cell } = required(tables, 'regions', 'régions (REG, LIBELLE)', 'régions (REG, LIBELLE)');
  const found = rows.find((row) => cell(row, 'region') === region);
  return found && cell(found, 'name');
}

/** Words by which publishers say that a row is a whole commune, of today. */
const WHOLE = ['', 'COM', 'commune-actuelle'];
/** And that it is a former one, now part of another. */
const PART = ['COMD', 'COMA', 'commune-deleguee', 'commune-associee'];

function readCommunes(
  { file, rows, cell }: TerritoryTable,
  inRegion: ReadonlySet<string>,
  problems: FileProblem[],
): { communes: Map<string, CommuneRecord>; successors: Map<string, string> } {
  const communes = new Map<string, CommuneRecord>();
  const successors = new Map<string, string>();
  for (const row of rows) {
    const insee = cell(row, 'commune');
    const kind = cell(row, 'kind');
    if (PART.includes(kind) && cell(row, 'parent') !== insee) successors.set(insee, cell(row, 'parent'));
    if (!WHOLE.includes(kind)) continue;
    const [name, department] = [cell(row, 'name'), cell(row, 'department')];
    for (const old of cell(row, 'oldCodes').split('|').filter(Boolean)) successors.set(old, insee);
    const reason = refusal(insee, name, communes.has(insee));
    if (reason === undefined) communes.set(insee, { insee, name, department, epci: null, population: null });
    else if (inRegion.has(department)) problems.push(problemOf(file, row, insee || name, reason));
  }
  for (const insee of communes.keys()) successors.delete(insee);
  return { communes, successors };
}

function refusal(insee: string, name: string, isTwice: boolean): Sentence | undefined {
  const written = quote(insee);
  if (!isInsee(insee))
    return sentence(
      `${written.fr} n’est pas un code INSEE de commune.`,
      `${written.en} is not the INSEE code of a commune.`,
    );
  if (name === '') return sentence('Le nom manque.', 'The name is missing.');
  if (isTwice)
    return sentence('Cette commune est déjà donnée plus haut.', 'This commune is given above already.');
  return undefined;
}

const problemOf = (file: string, { line }: RegisterLine, about: string, reason: Sentence): FileProblem => ({
  file,
  line,
  about,
  reason,
});

type See = (insee: string) => CommuneRecord | undefined;

function readPopulations(
  table: TerritoryTable | undefined,
  see: See,
  isOurs: (insee: string) => boolean,
  problems: FileProblem[],
): void {
  for (const row of table?.rows ?? []) {
    const insee = table!.cell(row, 'commune');
    if (table!.cell(row, 'kind') !== '' && !WHOLE.includes(table!.cell(row, 'kind'))) continue;
    const commune = see(insee);
    const text = table!.cell(row, 'population');
    const digits = text.replace(/[\s\u202f\u00a0]/g, '');
    if (/^\d+$/.test(digits)) {
      if (commune !== undefined) commune.population = Number(digits);
    } else if (text !== '' && isOurs(insee)) {
      const written = quote(text);
      const reason = sentence(
        `${written.fr} n’est pas un nombre d’habitants.`,
        `${written.en} is not a number of people.`,
      );
      problems.push(problemOf(table!.file, row, insee, reason));
    }
  }
}

/** Sets the EPCI of each commune; communes in none have a code of Z in INSEE's file. */
function readEpcis(table: TerritoryTable | undefined, see: See): TerritoryRecords['epcis'] {
  const epcis = new Map<string, { name: string; type: string | null }>();
  for (const row of table?.rows ?? []) {
    const siren = table!.cell(row, 'epci');
    if (!/^\d{9}$/.test(siren)) continue;
    const name = table!.cell(row, 'epciName') || siren;
    epcis.set(siren, { name, type: toEpciType(table!.cell(row, 'epciType'), name) });
    const commune = see(table!.cell(row, 'commune'));
    if (commune !== undefined) commune.epci = siren;
  }
  return epcis;
}
