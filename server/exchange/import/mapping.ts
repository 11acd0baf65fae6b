import { createHash } from 'node:crypto';
import directoryColumns from '../../../schema/vocabulary/directoryColumns.json';
import { normaliseHeader } from '../sheets/normalise';
import { isAboutPersons, looksPersonal } from '../sheets/personal';
import { parseCell, type Resolver } from '../sheets/parseCell';
import { isSheetId, sheetIds, sheets, type Sheet, type SheetId } from '../sheets/sheets';
import type { Column } from '../sheets/column';
import { sampleOf, type HeadedTable } from './files/rawTable';

/** Which sheet a table is, and which column of it each column of the table is. */
export interface TableMapping {
  /** Name of the table, as in the file. */
  table: string;
  /** Null: the table is left out. */
  sheet: SheetId | null;
  /** By position in the table: a key of the sheet's columns; `+` keeps it under its own header; null leaves it out. */
  columns: (string | null)[];
}

/** A guess of a mapping, with how sure it is. */
export interface MappingGuess extends TableMapping {
  /** By position: how the column was recognised; `PERSONAL` when it was not and seems to be about persons, so that it is left out unless asked for; `DERIVED` when the application worked it out of the rest. */
  how: ('HEADER' | 'CONTENT' | 'REMEMBERED' | 'UNKNOWN' | 'PERSONAL' | 'CHOSEN' | 'DERIVED')[];
  /** Whether everything was recognised by its header, as in a file that the application exported. */
  isExact: boolean;
}

/** A guess once somebody said what each column is: nothing of it is unknown any more. */
export function asChosen(guess: MappingGuess): MappingGuess {
  const how = guess.how.map((one) => (one === 'UNKNOWN' || one === 'PERSONAL' ? 'CHOSEN' : one));
  return { ...guess, how };
}

/** Key of the column that keeps a foreign column under its own header. */
export const KEPT = '+';

/** Headers, as `normaliseHeader` makes them, of the columns that files brought to each sheet and that were kept. */
export type KeptHeaders = ReadonlyMap<SheetId, ReadonlySet<string>>;

/** Every header that is known, for the header line to be found. */
export const knownHeaders: ReadonlySet<string> = new Set(
  Object.values(sheets).flatMap((sheet) => sheet.columns.flatMap(namesOf)),
);

function namesOf(column: Column): string[] {
  return [column.key, column.fr, column.en, ...column.synonyms].map(normaliseHeader);
}

const DERIVED = new Set(directoryColumns.derived.map(normaliseHeader));

/** Whether a table is the directory as Explorer exports it: what it works out of the rest is nothing to import. */
function isDirectory(header: readonly string[]): boolean {
  const names = new Set(header.map(normaliseHeader));
  return names.has('id') && [...DERIVED].every((name) => names.has(name));
}

/** What a table is remembered by: its headers, whatever their order. */
export function fingerprint(header: readonly string[]): string {
  const names = header.map(normaliseHeader).filter((name) => name !== '');
  return createHash('sha256').update(names.sort().join('\n')).digest('hex').slice(0, 32);
}

/**
 * Guesses what a table is: its sheet by its name, else by its headers; its columns by header, else by what stands in them.
 *
 * @param expected - the sheet it is said to be
 * @param resolver - to recognise references by content
 * @param kept - columns that are kept already are recognised, and kept
 */
export function guessMapping(
  table: HeadedTable,
  resolver: Resolver,
  expected?: SheetId,
  kept: KeptHeaders = new Map(),
): MappingGuess {
  const id = expected ?? guessSheet(table);
  if (id === undefined) {
    const columns = table.header.map(() => null);
    return { table: table.name, sheet: null, columns, how: columns.map(() => 'UNKNOWN'), isExact: false };
  }
  const sheet = sheets[id];
  const isDerived = isDirectory(table.header)
    ? (index: number) => DERIVED.has(normaliseHeader(table.header[index]!))
    : () => false;
  const byHeader = matchHeaders(
    table.header.map((title, index) => (isDerived(index) ? '' : title)),
    sheet,
  );
  const isKept = (index: number) => kept.get(id)?.has(normaliseHeader(table.header[index]!)) === true;
  const columns = byHeader.map((key, index) => (key === null && isKept(index) ? KEPT : key));
  const how: MappingGuess['how'] = columns.map((key, index) =>
    isDerived(index) ? 'DERIVED' : key === null ? 'UNKNOWN' : 'HEADER',
  );
  const free = new Set(sheet.columns.map(({ key }) => key).filter((key) => !columns.includes(key)));
  columns.forEach((key, index) => {
    if (key !== null || table.header[index] === '' || isDerived(index)) return;
    const found = guessByContent(table, index, sheet, free, resolver);
    if (found === undefined && isPersonal(table, index)) how[index] = 'PERSONAL';
    else if (found === undefined) columns[index] = KEPT;
    else {
      columns[index] = found;
      how[index] = 'CONTENT';
      free.delete(found);
    }
  });
  const isExact = how.every((one, index) => one === 'HEADER' || table.header[index] === '');
  return { table: table.name, sheet: id, columns, how, isExact };
}

/** Whether a column seems to be about persons: by its header, or because half of what stands in it names or reaches one. */
function isPersonal(table: HeadedTable, index: number): boolean {
  if (isAboutPersons(table.header[index]!)) return true;
  const cells = sampleOf(table, index, SAMPLE_ROWS);
  return cells.length > 0 && cells.filter((cell) => looksPersonal(String(cell))).length >= cells.length / 2;
}

function matchHeaders(header: readonly string[], sheet: Sheet): (string | null)[] {
  const taken = new Set<string>();
  const found: (string | null)[] = header.map(() => null);
  // A column's own names win over synonyms, whatever the order of the columns.
  for (const names of [
    (column: Column) => [column.key, column.fr, column.en].map(normaliseHeader),
    (column: Column) => column.synonyms.map(normaliseHeader),
  ])
    header.forEach((title, index) => {
      if (found[index] !== null || title === '') return;
      const name = normaliseHeader(title);
      const match = sheet.columns.find((column) => !taken.has(column.key) && names(column).includes(name));
      if (match === undefined) return;
      found[index] = match.key;
      taken.add(match.key);
    });
  return found;
}

function guessSheet(table: HeadedTable): SheetId | undefined {
  const name = normaliseHeader(table.name);
  const named = sheetIds.find((id) => {
    const sheet = sheets[id];
    return [id, sheet.fr, sheet.en, ...sheet.synonyms].some((other) => normaliseHeader(other) === name);
  });
  const score = (id: SheetId) => {
    const found = matchHeaders(table.header, sheets[id]).filter((key) => key !== null);
    const missing = sheets[id].columns.filter(({ required, key }) => required && !found.includes(key));
    return found.length - missing.length;
  };
  if (named !== undefined && score(named) > 0) return named;
  const [best] = sheetIds.toSorted((a, b) => score(b) - score(a));
  return best !== undefined && score(best) >= 2 ? best : named;
}

const SAMPLE_ROWS = 200;
/** Part of the filled cells that must be understood for a column to be recognised by its content. */
const SURE = 0.8;

const TELLING = new Set(['siret', 'rna', 'uai', 'rnsr', 'ror', 'museofile', 'website', 'url']);

function guessByContent(
  table: HeadedTable,
  index: number,
  sheet: Sheet,
  free: ReadonlySet<string>,
  resolver: Resolver,
): string | undefined {
  const cells = sampleOf(table, index, SAMPLE_ROWS);
  if (cells.length < 3) return undefined;
  const candidates = sheet.columns.filter(
    ({ key, type, many }) =>
      free.has(key) && !many && (TELLING.has(key) || type.is === 'word' || type.is === 'reference'),
  );
  const scores = candidates.map((column) => {
    if (column.type.is === 'address' && !cells.some((cell) => /^(https?:|www\.)/i.test(String(cell))))
      return 0;
    const understood = cells.filter((cell) => 'value' in parseCell(cell, column, resolver));
    return understood.length / cells.length;
  });
  const best = Math.max(0, ...scores);
  const equals = scores.filter((score) => score === best).length;
  return best >= SURE && equals === 1 ? candidates[scores.indexOf(best)]!.key : undefined;
}

/**
 * A mapping as a person gave it, made safe: unknown sheets and columns are left out, no column is taken twice.
 *
 * @param given - what was sent
 * @param tables - tables of the file
 */
export function cleanMapping(given: readonly TableMapping[], tables: readonly HeadedTable[]): TableMapping[] {
  return tables.map((table) => {
    const mapping = given.find((one) => one.table === table.name);
    const sheet = mapping?.sheet && isSheetId(mapping.sheet) ? mapping.sheet : null;
    if (mapping === undefined || sheet === null)
      return { table: table.name, sheet: null, columns: table.header.map(() => null) };
    const taken = new Set<string>();
    const columns = table.header.map((_, index) => {
      const key = mapping.columns[index] ?? null;
      if (key === KEPT) return KEPT;
      if (key === null || taken.has(key) || !sheets[sheet].columns.some((one) => one.key === key))
        return null;
      taken.add(key);
      return key;
    });
    return { table: table.name, sheet, columns };
  });
}
