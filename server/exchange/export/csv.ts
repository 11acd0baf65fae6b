import { strToU8, zipSync } from 'fflate';
import { toCellContent, type Writing } from '../sheets/cellText';
import { guard } from '../sheets/formulaGuard';
import { sheets, type SheetId } from '../sheets/sheets';
import { extraColumns, type ExportedTables } from './exportTables';

const programs: Writing = { for: 'programs' };

/** A cell as CSV: quoted when it must be, never a formula. */
export function toCsvCell(value: string | number | boolean | null): string {
  if (value === null) return '';
  const text = typeof value === 'string' ? guard(value) : String(value);
  return /[",\r\n]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * One sheet as CSV (RFC 4180): UTF-8, comma, CRLF, a header of column keys, identifiers rather than names, empty for what is
 * unknown; texts that a spreadsheet would take for formulas begin with an apostrophe.
 *
 * @returns only a header when there is no row
 */
export function toCsv(id: SheetId, { rows, names }: ExportedTables): string {
  const some = rows.get(id) ?? [];
  const { columns } = sheets[id];
  const extras = extraColumns(some);
  const header = [...columns.map(({ key }) => key), ...extras.map((name) => name.slice(1))];
  const lines = [header.map(toCsvCell).join(',')];
  for (const row of some) {
    const cells = columns.map((column) => toCsvCell(toCellContent(row[column.key], column, programs, names)));
    for (const name of extras) cells.push(toCsvCell((row[name] ?? null) as string | null));
    lines.push(cells.join(','));
  }
  return `${lines.join('\r\n')}\r\n`;
}

/**
 * A folder of CSV files, one a sheet, as an archive, with a readme.
 *
 * @param at - instant that the entries bear, so that the same content gives the same bytes
 */
export function toCsvArchive(exported: ExportedTables, readme: string, at: Date): Uint8Array {
  const files: Record<string, Uint8Array> = { 'LISEZMOI.md': strToU8(readme) };
  for (const id of exported.rows.keys()) files[`${id}.csv`] = strToU8(toCsv(id, exported));
  return zipSync(files, { level: 6, mtime: at });
}
