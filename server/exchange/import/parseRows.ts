import { keyOf, type TableRow } from '../../graph/tables';
import type { Column } from '../sheets/column';
import { slug } from '../sheets/normalise';
import { isEmpty, parseCell, type RawCell } from '../sheets/parseCell';
import { sheets, type Sheet, type SheetId } from '../sheets/sheets';
import type { RawRow } from './files/packedRows';
import type { HeadedTable } from './files/rawTable';
import type { StateResolver } from './graphState';
import { KEPT, type TableMapping } from './mapping';
import { cellAddress, quote, sentence, type Sentence } from './reasons';

/** Something to say about a cell or a row. */
export interface Issue {
  severity: 'ERROR' | 'WARNING';
  /** Address of the cell; '' when the whole row is meant, or when the cell is not in the file. */
  address: string;
  /** Header of the column, as in the file; '' when the whole row is meant. */
  header: string;
  reason: Sentence;
  /** Column that could not be understood, and what stood in it. */
  misread?: { column: string; raw: string };
}

/** Position of each column that a table has, from 0. */
export type Positions = ReadonlyMap<string, number>;

/** Address of a cell; '' when the table has no such column. */
export function addressIn(positions: Positions, line: number, column: string): string {
  const index = positions.get(column);
  return index === undefined ? '' : cellAddress(line, index);
}

/** A row of a file, understood. */
export interface ParsedRow {
  sheet: SheetId;
  table: string;
  line: number;
  /** Only the columns that the file has. */
  cells: TableRow;
  /** Position of each column in the file, shared by the rows of a table. */
  positions: Positions;
  issues: Issue[];
  /** Whether empty cells mean that the value is taken away. */
  erases: boolean;
}

/** A table with what its columns are. */
export interface MappedTable {
  table: HeadedTable;
  mapping: TableMapping;
  erases: boolean;
}

/** Rows that are understood, then compared, at once. */
const BATCH = 2000;

/**
 * Gets ready to understand the rows of one table whose mapping names a sheet: its new identifiers become known to the
 * resolver, so that rows of any table can refer to them.
 *
 * @returns gives the rows by batches, each time anew
 */
export function readRows(
  { table, mapping, erases }: MappedTable,
  resolver: StateResolver,
): () => Generator<ParsedRow[]> {
  const id = mapping.sheet;
  const sheet = sheets[id!];
  const reading = columnsOf(sheet, mapping, table.header);
  const ids = sheet.label === undefined ? undefined : giveIdentifiers(sheet, table, reading, resolver);
  const positions = new Map(table.isMade ? [] : reading.map((one) => [nameOf(one), one.index]));
  return function* () {
    let batch: ParsedRow[] = [];
    let index = 0;
    for (const raw of table.rows) {
      const row: ParsedRow = {
        sheet: sheet.id,
        table: table.name,
        line: raw.line,
        cells: {},
        positions,
        issues: [],
        erases,
      };
      for (const one of reading) parseInto(row, one, raw, table, resolver);
      const given = ids?.[index];
      if (given !== undefined && row.cells.id == null) row.cells.id = given;
      batch.push(row);
      index += 1;
      if (batch.length < BATCH) continue;
      yield batch;
      batch = [];
    }
    if (batch.length > 0) yield batch;
  };
}

interface ReadColumn {
  index: number;
  header: string;
  /** Undefined for a column kept under its own header. */
  column: Column | undefined;
}

function columnsOf(sheet: Sheet, { columns }: TableMapping, header: readonly string[]): ReadColumn[] {
  return columns.flatMap((key, index) => {
    if (key === null) return [];
    const title = header[index] ?? '';
    if (key === KEPT) return [{ index, header: title, column: undefined }];
    return [{ index, header: title, column: sheet.columns.find((one) => one.key === key) }];
  });
}

const nameOf = ({ column, header }: ReadColumn) => column?.key ?? `+${header}`;

function parseInto(
  row: ParsedRow,
  one: ReadColumn,
  raw: RawRow,
  table: HeadedTable,
  resolver: StateResolver,
): void {
  const cell = raw.cells[one.index] ?? null;
  const name = nameOf(one);
  const address = table.errors.size + table.formulas.size === 0 ? '' : cellAddress(raw.line, one.index);
  const issue = (severity: Issue['severity'], reason: Sentence) =>
    row.issues.push({
      severity,
      address: addressIn(row.positions, raw.line, name),
      header: one.header,
      reason,
    });
  const error = table.errors.get(address);
  if (error !== undefined) {
    issue('ERROR', sentence(`La cellule contient l’erreur ${error}.`, `The cell holds the error ${error}.`));
    return;
  }
  if (table.formulas.has(address)) issue('WARNING', isEmpty(cell) ? FORMULA_WITHOUT_VALUE : FORMULA);
  if (one.column === undefined) {
    row.cells[name] = isEmpty(cell) ? null : toKeptText(cell);
    return;
  }
  const parsed = parseCell(cell, one.column, resolver);
  if ('reason' in parsed) {
    issue('ERROR', endSentence(parsed.reason));
    row.issues.at(-1)!.misread = { column: name, raw: String(cell).trim() };
  } else row.cells[name] = parsed.value;
}

const FORMULA = sentence(
  'La cellule est une formule : sa dernière valeur calculée est prise.',
  'The cell is a formula: the value last computed is taken.',
);
const FORMULA_WITHOUT_VALUE = sentence(
  'La cellule est une formule dont le fichier ne donne pas la valeur : elle est lue comme vide. Ouvrez le fichier dans un tableur et enregistrez-le.',
  'The cell is a formula of which the file gives no value: it is read as empty. Open the file in a spreadsheet and save it.',
);

function toKeptText(cell: RawCell): string {
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell).trim();
}

function endSentence({ fr, en }: Sentence): Sentence {
  return { fr: `${fr}.`, en: `${en}.` };
}

/**
 * Identifiers of the rows of a sheet whose rows have names: the one given, else that of the one known thing of that name,
 * else one made from the name.
 */
function giveIdentifiers(
  sheet: Sheet,
  table: HeadedTable,
  reading: readonly ReadColumn[],
  resolver: StateResolver,
): (string | undefined)[] {
  const at = (key: string) => reading.find(({ column }) => column?.key === key)?.index ?? -1;
  const [idAt, labelAt] = [at('id'), at(sheet.label!)];
  const idOf = (raw: RawRow) => {
    const label = isEmpty(raw.cells[labelAt]) ? null : String(raw.cells[labelAt]).trim();
    if (!isEmpty(raw.cells[idAt])) {
      const id = String(raw.cells[idAt]).trim();
      if (!resolver.has(sheet.id, id)) resolver.add(sheet.id, id, label);
      return id;
    }
    if (label === null) return undefined;
    const known = resolver.resolve(sheet.id, label, '');
    if (known !== undefined) return 'id' in known ? known.id : undefined;
    const id = freeIdentifier(slug(label), (taken) => resolver.has(sheet.id, taken));
    if (id !== undefined) resolver.add(sheet.id, id, label);
    return id;
  };
  return Array.from(table.rows, idOf);
}

/** The first of `name`, `name-2`, `name-3`… that is free; undefined when there is no name. */
export function freeIdentifier(name: string, isTaken: (id: string) => boolean): string | undefined {
  if (name === '') return undefined;
  let id = name;
  for (let number = 2; isTaken(id); number += 1) id = `${name}-${number}`;
  return id;
}

/** Gives an identifier to a row of nodes without names, from the columns that describe it; says why when it cannot. */
export function identify(row: ParsedRow): void {
  const sheet = sheets[row.sheet];
  if (sheet.table.kind === 'link' || row.cells.id != null) return;
  const parts = sheet.namedBy.flatMap((name) => row.cells[name] ?? []).map((part) => slug(String(part)));
  const id = parts.filter((part) => part !== '').join('--');
  if (id !== '' && sheet.label === undefined) row.cells.id = id.slice(0, 180);
  else
    row.issues.push({
      severity: 'ERROR',
      address: '',
      header: '',
      reason: ambiguous(row, sheet),
    });
}

function ambiguous(row: ParsedRow, sheet: Sheet): Sentence {
  const name = sheet.label === undefined ? null : (row.cells[sheet.label] ?? null);
  if (name === null)
    return sentence(
      'La ligne n’a ni identifiant ni nom : impossible de savoir de quoi elle parle.',
      'The row has neither identifier nor name: nobody can tell what it is about.',
    );
  const { fr, en } = quote(name);
  return sentence(
    `Plusieurs lignes de l’application s’appellent ${fr} : donner l’identifiant.`,
    `Several rows of the application are called ${en}: give the identifier.`,
  );
}

/** Key of a row, or undefined when a part of it could not be understood. */
export function keyOfRow(row: ParsedRow): string | undefined {
  const { table } = sheets[row.sheet];
  if (table.kind === 'node') return row.cells.id == null ? undefined : String(row.cells.id);
  if (row.cells[table.from.column] == null || row.cells[table.to.column] == null) return undefined;
  return keyOf(table, row.cells);
}
