import type { IdentifierScheme, RegisterKind, RegisterRow } from '../../../analysis/absent/registerRow';
import { findColumn, readRegisterTable, type RegisterLine, type RegisterTable } from './readRegisterTable';

/** Finds the INSEE code of a town as written. */
export interface TownFinder {
  find(town: string | null, postalCode: string | null): string | null;
}

/** The cell of a row under the first of some names that the file has; null when it is empty or there is none. */
export type CellOf = (...names: string[]) => string | null;

/** What a register calls each thing: names of columns in the order they are looked for. */
export interface RegisterFormat {
  /** What its source is called, in French as sources are; who publishes it, under which licence where it is known. */
  source: { title: string; publisher: string; licence: string | null };
  /** What every row is; or what a row is from its cells, null leaving it out. */
  kind: RegisterKind | ((cell: CellOf) => RegisterKind | null);
  /** Scheme of the register's own identifier; it goes among the identifiers of the row. */
  scheme: IdentifierScheme;
  /** What the identifier looks like; a row whose identifier does not is reported and keeps no identifier. */
  identifier?: RegExp;
  columns: {
    id: readonly string[];
    name: readonly string[];
    acronym?: readonly string[];
    insee: readonly string[];
    town: readonly string[];
    postalCode: readonly string[];
    /** Parts of the postal address before the town, in order. */
    address?: readonly string[];
    lat: readonly string[];
    lon: readonly string[];
    /** One column with both, "latitude, longitude", in brackets or not. */
    point: readonly string[];
    website: readonly string[];
  };
  /** What a cell says where it is not that as it stands; null when it says nothing. */
  read?: Partial<Record<keyof RegisterFormat['columns'], (written: string) => string | null>>;
  /** Columns that a file must have to be recognised, where those of its identifier and name are anyone's. */
  signature?: readonly string[];
  /** Identifiers of other schemes: their columns, and what a cell says, null when it says none. */
  others?: Partial<
    Record<IdentifierScheme, { names: readonly string[]; read: (written: string) => string | null }>
  >;
  /** Rows that are no place of the register's kind: left out and counted. */
  skip?: (cells: Record<string, string>, columns: readonly string[]) => boolean;
}

/** Something wrong in a row, and what was done about it. */
export interface RegisterProblem {
  line: number;
  column: string | null;
  problem: 'NO_NAME' | 'BAD_IDENTIFIER' | 'REPEATED_IDENTIFIER' | 'BAD_POINT' | 'UNKNOWN_COMMUNE';
  /** The cell as written. */
  value: string;
}

/** A register read. */
export interface ParsedRegister {
  rows: RegisterRow[];
  problems: RegisterProblem[];
  /** Rows that the format leaves out. */
  skipped: number;
  /** Column found for each field; `null` where the file has none. */
  columns: Record<keyof RegisterFormat['columns'], string | null>;
}

/** The file is not the register it was said to be. */
export class RegisterFormatError extends Error {
  constructor(
    readonly missing: readonly string[],
    readonly found: readonly string[],
  ) {
    super(`no column ${missing.join(', ')} among: ${found.join(', ')}`);
    this.name = 'RegisterFormatError';
  }
}

/**
 * Reads a register in one of the published formats. A row without a name is left out and reported; an identifier seen already, too; a commune that cannot be found or
 * a point that cannot be read is reported and left unknown.
 *
 * @param towns - finds communes where the file has no INSEE code
 * @throws RegisterUnreadableError when the text is no table
 * @throws RegisterFormatError when the columns of the identifier or the name are missing
 */
export function parseRegister(text: string, format: RegisterFormat, towns?: TownFinder): ParsedRegister {
  const table = readRegisterTable(text);
  const columns = columnsOf(table, format);
  const parsed: ParsedRegister = { rows: [], problems: [], skipped: 0, columns };
  const seen = new Set<string>();
  for (const line of table.rows) {
    if (format.skip?.(line.cells, table.columns)) parsed.skipped++;
    else addRow(parsed, line, format, seen, towns);
  }
  return parsed;
}

function columnsOf(table: RegisterTable, format: RegisterFormat): ParsedRegister['columns'] {
  const found = Object.fromEntries(
    Object.entries({ acronym: [], ...format.columns }).map(([field, names]) => [
      field,
      findColumn(table.columns, names),
    ]),
  ) as ParsedRegister['columns'];
  const missing = (['id', 'name'] as const).filter((field) => found[field] === null);
  if (missing.length > 0)
    throw new RegisterFormatError(
      missing.map((field) => format.columns[field][0]!),
      table.columns,
    );
  return found;
}

function addRow(
  parsed: ParsedRegister,
  { line, cells }: RegisterLine,
  format: RegisterFormat,
  seen: Set<string>,
  towns: TownFinder | undefined,
): void {
  const { columns, problems } = parsed;
  const cell = (field: Field) => {
    const written = (columns[field] === null ? '' : (cells[columns[field]] ?? '')).trim();
    return written === '' ? null : (format.read?.[field]?.(written) ?? written);
  };
  const report = (field: Field, problem: RegisterProblem['problem'], value: string | null) =>
    problems.push({ line, column: columns[field], problem, value: value ?? '' });
  const named: CellOf = (...names) => {
    const column = findColumn(Object.keys(cells), names);
    return column === null ? null : (cells[column] ?? '').trim() || null;
  };
  const kind = typeof format.kind === 'function' ? format.kind(named) : format.kind;
  if (kind === null) return void parsed.skipped++;
  const name = cell('name');
  if (name === null) return void report('name', 'NO_NAME', null);
  const written = cell('id');
  const valid = written !== null && (format.identifier?.test(written) ?? true);
  if (!valid) report('id', 'BAD_IDENTIFIER', written);
  const id = valid ? written : `line ${line}`;
  if (seen.has(id)) return void report('id', 'REPEATED_IDENTIFIER', id);
  seen.add(id);
  parsed.rows.push({
    id,
    line,
    kind,
    name,
    acronym: cell('acronym'),
    ...whereOf(cell, report, towns),
    address: toAddress(format.columns.address?.map((name) => named(name)) ?? []),
    website: cell('website'),
    identifiers: { ...othersOf(format, named), ...(valid ? { [format.scheme]: written } : {}) },
  });
}

/** What only a person, or a way to reach one, has: a row that says it gives no address at all. */
const PERSONAL = /@|\b(?:M|Mme|Mlle|Mr|Dr)\.? [A-ZÀ-Ý]|(?:\+33|\b0)[\s.-]?[1-9](?:[\s.-]?\d{2}){4}\b/;

/** The parts of an address on one line; null without any, or where one names a person, a telephone or an e-mail. */
function toAddress(parts: readonly (string | null)[]): string | null {
  const lines = parts.flatMap((part) => (part === null ? [] : [part.replace(/\s+/g, ' ').trim()]));
  const address = [...new Set(lines)].filter((line) => line !== '').join(', ');
  return address === '' || PERSONAL.test(address) ? null : address;
}

/** The identifiers of other schemes that a row bears. */
function othersOf({ others = {} }: RegisterFormat, named: CellOf): RegisterRow['identifiers'] {
  const found: RegisterRow['identifiers'] = {};
  for (const [scheme, { names, read }] of Object.entries(others)) {
    const written = named(...names);
    const value = written === null ? null : read(written);
    if (value !== null) found[scheme as IdentifierScheme] = value;
  }
  return found;
}

type Field = keyof ParsedRegister['columns'];

/** Town, commune and point of a row; reports what cannot be found or read. */
function whereOf(
  cell: (field: Field) => string | null,
  report: (field: Field, problem: RegisterProblem['problem'], value: string | null) => void,
  towns: TownFinder | undefined,
): Pick<RegisterRow, 'commune' | 'town' | 'postalCode' | 'lat' | 'lon'> {
  const [town, postalCode] = [cell('town'), cell('postalCode')];
  const commune = inseeCode(cell('insee')) ?? towns?.find(town, postalCode) ?? null;
  if (commune === null) report('town', 'UNKNOWN_COMMUNE', [postalCode, town].filter(Boolean).join(' '));
  const [lat, lon, both] = [cell('lat'), cell('lon'), cell('point')];
  const point = pointOf(lat, lon, both);
  if (point === null) report(lat === null ? 'point' : 'lat', 'BAD_POINT', both ?? lat);
  return { commune, town, postalCode, ...(point ?? { lat: null, lon: null }) };
}

function inseeCode(text: string | null): string | null {
  const code = text?.padStart(5, '0').toUpperCase() ?? '';
  return /^(\d{2}|2[AB])\d{3}$/.test(code) ? code : null;
}

/** `null` when what is written is no point; a point of unknowns when nothing is written. */
function pointOf(lat: string | null, lon: string | null, both: string | null) {
  const parts =
    lat !== null && lon !== null ? [lat, lon] : (both?.replace(/[[\]()]/g, '').split(/[,;|]\s*/) ?? []);
  if (parts.length === 0) return { lat: null, lon: null };
  const [a, b] = parts.map((part) => Number(part.trim().replace(',', '.')));
  const good = parts.length === 2 && Math.abs(a!) <= 90 && Math.abs(b!) <= 180 && (a !== 0 || b !== 0);
  return good ? { lat: a!, lon: b! } : null;
}
