import { parse } from 'csv-parse/sync';
import { foldText } from '../../../analysis/absent/normaliseName';
import { detectSeparator } from '../files/separator';
import { isRorRecord, toRorCells } from './rorCells';

/** A file read as a table of text, whatever its shape. */
export interface RegisterTable {
  /** Names of columns as written. */
  columns: string[];
  rows: RegisterLine[];
}

/** A row with where it stands in the file. */
export interface RegisterLine {
  /** Line of a CSV (the header is line 1), or place in the list of a JSON, from 1. */
  line: number;
  cells: Record<string, string>;
}

/** The file is no table that can be read. `where` says the line, when known. */
export class RegisterUnreadableError extends Error {
  constructor(
    message: string,
    readonly where: number | null = null,
  ) {
    super(message);
    this.name = 'RegisterUnreadableError';
  }
}

/** More text than any published register has; the national list of libraries is about 6 MB. */
const MOST_CHARACTERS = 100_000_000;

/**
 * Reads a register as its publisher gives it: CSV with commas, semicolons, bars or tabs, with or without a byte-order mark; or JSON: a list of objects, an
 * object with `results`, `items`, `data`, `records` (each with `fields`) or `features` (GeoJSON, whose `properties` and point are taken), or one record of ROR alone. Everything comes out as
 * text; `null` as the empty text, lists joined by `|`, objects as JSON.
 *
 * @throws RegisterUnreadableError on an empty file, a broken CSV or JSON, or a JSON without a list
 */
export function readRegisterTable(text: string): RegisterTable {
  const content = contentOf(text);
  return isJson(content) ? readJson(content) : readCsv(content);
}

/**
 * The columns of a register alone: of a CSV, only the header is read.
 *
 * @throws RegisterUnreadableError as {@link readRegisterTable} does
 */
export function readRegisterColumns(text: string): string[] {
  const content = contentOf(text);
  return (isJson(content) ? readJson(content) : readCsv(content, 1)).columns;
}

function contentOf(text: string): string {
  const content = text.replace(/^\uFEFF/, '').trimStart();
  if (content === '') throw new RegisterUnreadableError('the file is empty');
  if (content.length > MOST_CHARACTERS)
    throw new RegisterUnreadableError('the file is larger than any register');
  return content;
}

const isJson = (content: string) => content.startsWith('{') || content.startsWith('[');

/** @param most - records to read, the header among them; all when absent */
function readCsv(content: string, most?: number): RegisterTable {
  try {
    const records: string[][] = parse(content, {
      ...(most === undefined ? {} : { to: most }),
      delimiter: detectSeparator(content),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      trim: true,
      info: false,
    });
    const columns = (records[0] ?? []).map((name) => name.trim());
    const rows = records.slice(1).map((record, k) => ({
      line: k + 2,
      cells: Object.fromEntries(columns.map((column, c) => [column, record[c] ?? ''])),
    }));
    return { columns, rows };
  } catch (error) {
    const { lines, message } = error as { lines?: number; message: string };
    throw new RegisterUnreadableError(message, lines ?? null);
  }
}

function readJson(content: string): RegisterTable {
  let root: unknown;
  try {
    root = JSON.parse(content);
  } catch (error) {
    throw new RegisterUnreadableError((error as Error).message);
  }
  const list = listOf(root);
  if (!list) throw new RegisterUnreadableError('the JSON holds no list of rows');
  const rows = list.map((item, k) => ({ line: k + 1, cells: cellsOf(item) }));
  return { columns: [...new Set(rows.flatMap(({ cells }) => Object.keys(cells)))], rows };
}

function listOf(root: unknown): unknown[] | null {
  if (Array.isArray(root)) return root;
  if (!isObject(root)) return null;
  if (isRorRecord(root)) return [root];
  for (const key of ['results', 'records', 'features', 'labs', 'items', 'data'])
    if (Array.isArray(root[key])) return root[key];
  return null;
}

function cellsOf(item: unknown): Record<string, string> {
  if (!isObject(item)) return {};
  if (isRorRecord(item)) return toRorCells(item);
  const { geometry, properties, fields } = item;
  const source = isObject(properties) ? properties : isObject(fields) ? fields : item;
  const cells = Object.fromEntries(Object.entries(source).map(([key, value]) => [key, toText(value)]));
  const point = isObject(geometry) && Array.isArray(geometry['coordinates']) ? geometry['coordinates'] : null;
  if (point && typeof point[0] === 'number') {
    cells['longitude'] ??= String(point[0]);
    cells['latitude'] ??= String(point[1]);
  }
  return cells;
}

function toText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(toText).join('|');
  if (isObject(value) && 'lat' in value && 'lon' in value)
    return `${toText(value['lat'])}, ${toText(value['lon'])}`;
  return isObject(value) ? JSON.stringify(value) : String(value).trim();
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The first column whose name is one of those given, accents, case and punctuation aside; `null` when none is. */
export function findColumn(columns: readonly string[], names: readonly string[]): string | null {
  const folded = new Map(columns.map((column) => [foldText(column), column]));
  for (const name of names) {
    const column = folded.get(foldText(name));
    if (column !== undefined) return column;
  }
  return null;
}
