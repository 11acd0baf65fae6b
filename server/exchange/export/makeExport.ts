import type { Database } from '../../database/driver';
import { sheetIds, type SheetId } from '../sheets/sheets';
import { toCsv, toCsvArchive } from './csv';
import { readExport, type ExportSelection } from './exportTables';
import { readmeLines, toMarkdown } from './readme';
import { toWorkbook } from './workbook';

/** A file asked for. */
export interface ExportOrder {
  /** A workbook, a folder of CSV files as an archive, or the first sheet of the selection as CSV. */
  format: 'xlsx' | 'zip' | 'csv';
  selection: ExportSelection;
  language: 'fr' | 'en';
  /** ISO day written in the readme. */
  day: string;
}

/** Reads the graph and makes the file of it. */
export async function makeExport(
  database: Database,
  { format, selection, language, day }: ExportOrder,
): Promise<Uint8Array> {
  const exported = await readExport(database, selection);
  if (format === 'xlsx') return toWorkbook(exported, language, day);
  if (format === 'csv') return Buffer.from(toCsv(firstOf(selection), exported));
  const counts = new Map([...exported.rows].map(([id, rows]) => [id, rows.length] as const));
  const readme = toMarkdown(readmeLines(counts, language, day));
  return toCsvArchive(exported, readme, new Date(`${day}T12:00:00Z`));
}

function firstOf({ sheets }: ExportSelection): SheetId {
  return sheets?.[0] ?? sheetIds[0]!;
}
