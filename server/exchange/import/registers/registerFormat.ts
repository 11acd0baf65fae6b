import { communeOfCode } from '../../../analysis/absent/communeIndex';
import { isFiller } from '../../../analysis/absent/identifier';
import type { IdentifierScheme, RegisterKind, RegisterRow } from '../../../analysis/absent/registerRow';
import { looksPersonal } from '../../sheets/personal';
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
  /** Column that says what a row is, for whoever wonders why it was left out. */
  kindColumn?: string;
  /** Scheme of the register's own identifier; it goes among the identifiers of the row. */
  scheme: IdentifierScheme;
  /** What the identifier looks like; a row whose identifier does not is reported and keeps no identifier. */
  identifier?: RegExp;
  /** The identifier as it tells a row from those of any other file, where the written one does not; null when it cannot. */
  qualify?: (written: string, cell: CellOf) => string | null;
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
  problem: RegisterProblemKind;
  /** The cell as written. */
  value: string;
}

/**
 * What may be wrong: no name, an identifier that is none, that another row bears, that only fills its cell or that several rows share
 * though it is of one body; a point that is none or far from its commune; a commune that was not found.
 */
export type RegisterProblemKind =
  | 'NO_NAME'
  | 'BAD_IDENTIFIER'
  | 'REPEATED_IDENTIFIER'
  | 'FILLER_IDENTIFIER'
  | 'SHARED_IDENTIFIER'
  | 'BAD_POINT'
  | 'FAR_POINT'
  | 'UNKNOWN_COMMUNE';

/** A register read. */
export interface ParsedRegister {
  rows: RegisterRow[];
  problems: RegisterProblem[];
  /** Rows that the format leaves out. */
  skipped: number;
  /** How many of them by what they say they are, where a column says it. */
  skippedAs: Map<string, number>;
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
  const parsed: ParsedRegister = { rows: [], problems: [], skipped: 0, skippedAs: new Map(), columns };
  const seen = new Set<string>();
  for (const line of table.rows) {
    if (format.skip?.(line.cells, table.columns)) parsed.skipped++;
    else addRow(parsed, line, format, seen, towns);
  }
  dropShared(parsed, format);
  return parsed;
}

/** Takes away the identifiers of other schemes that several rows bear: they are of the body that answers for them, not theirs. */
function dropShared({ rows, problems }: ParsedRegister, { others = {} }: RegisterFormat): void {
  for (const scheme of Object.keys(others) as IdentifierScheme[]) {
    const bearers = new Map<string, RegisterRow[]>();
    for (const row of rows) {
      const value = row.identifiers[scheme];
      if (value !== undefined) bearers.set(value, [...(bearers.get(value) ?? []), row]);
    }
    for (const [value, some] of bearers)
      for (const { identifiers, line = 0 } of some.length > 1 ? some : []) {
        delete identifiers[scheme];
        problems.push({ line, column: others[scheme]!.names[0]!, problem: 'SHARED_IDENTIFIER', value });
      }
  }
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

/** How the cells of a line are read, by field and by name. */
function cellsOf({ cells }: RegisterLine, { read }: RegisterFormat, columns: ParsedRegister['columns']) {
  const cell = (field: Field) => {
    const written = (columns[field] === null ? '' : (cells[columns[field]] ?? '')).trim();
    return written === '' ? null : (read?.[field]?.(written) ?? written);
  };
  const named: CellOf = (...names) => {
    const column = findColumn(Object.keys(cells), names);
    return column === null ? null : (cells[column] ?? '').trim() || null;
  };
  return { cell, named };
}

function addRow(
  parsed: ParsedRegister,
  row: RegisterLine,
  format: RegisterFormat,
  seen: Set<string>,
  towns: TownFinder | undefined,
): void {
  const { columns, problems } = parsed;
  const { line } = row;
  const { cell, named } = cellsOf(row, format, columns);
  const report = (field: Field, problem: RegisterProblem['problem'], value: string | null) =>
    problems.push({ line, column: columns[field], problem, value: value ?? '' });
  const kind = typeof format.kind === 'function' ? format.kind(named) : format.kind;
  if (kind === null)
    return leaveOut(parsed, format.kindColumn === undefined ? null : named(format.kindColumn));
  const name = cell('name');
  if (name === null) return void report('name', 'NO_NAME', null);
  const written = cell('id');
  const own = ownIdentifier(written, format, named);
  if (own === null) report('id', isFiller(written ?? '') ? 'FILLER_IDENTIFIER' : 'BAD_IDENTIFIER', written);
  const id = own ?? `line ${line}`;
  if (seen.has(id)) return void report('id', 'REPEATED_IDENTIFIER', id);
  seen.add(id);
  const others = othersOf(format, named, (column, value) =>
    problems.push({ line, column, problem: 'FILLER_IDENTIFIER', value }),
  );
  parsed.rows.push({
    id,
    line,
    kind,
    name,
    acronym: cell('acronym'),
    ...whereOf(cell, report, towns),
    address: toAddress(format.columns.address?.map((name) => named(name)) ?? []),
    website: cell('website'),
    identifiers: { ...others, ...(own === null ? {} : { [format.scheme]: own }) },
  });
}

/** What tells a row from any other of its register; null when what is written does not. */
function ownIdentifier(
  written: string | null,
  { identifier, qualify }: RegisterFormat,
  named: CellOf,
): string | null {
  if (written === null || isFiller(written) || identifier?.test(written) === false) return null;
  return qualify === undefined ? written : qualify(written, named);
}

function leaveOut(parsed: ParsedRegister, said: string | null): void {
  parsed.skipped++;
  if (said !== null) parsed.skippedAs.set(said, (parsed.skippedAs.get(said) ?? 0) + 1);
}

/** The parts of an address on one line; null without any, or where one names a person, a telephone or an e-mail. */
function toAddress(parts: readonly (string | null)[]): string | null {
  const lines = parts.flatMap((part) => (part === null ? [] : [part.replace(/\s+/g, ' ').trim()]));
  const address = [...new Set(lines)].filter((line) => line !== '').join(', ');
  return address === '' || looksPersonal(address) ? null : address;
}

/** The identifiers of other schemes that a row bears; says those that only fill their cell. */
function othersOf(
  { others = {} }: RegisterFormat,
  named: CellOf,
  onFiller: (column: string, value: string) => void,
): RegisterRow['identifiers'] {
  const found: RegisterRow['identifiers'] = {};
  for (const [scheme, { names, read }] of Object.entries(others)) {
    const written = named(...names);
    if (written !== null && isFiller(written)) onFiller(names[0]!, written);
    const value = written === null || isFiller(written) ? null : read(written);
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
  return /^(\d{2}|2[AB])\d{3}$/.test(code) ? communeOfCode(code) : null;
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
