import { decodeText, type Encoding } from './decodeText';
import { Allowance, refuseFile, type ImportLimits } from './limits';
import { parseCsv } from './parseCsv';
import { parseXlsx } from './parseXlsx';
import type { RawTable } from './rawTable';
import { isZip, unzip } from './unzip';

/** A file of tables, read and not yet understood. */
export interface TableFile {
  format: 'XLSX' | 'CSV' | 'ZIP';
  /** Undefined for a workbook. */
  encoding: Encoding | undefined;
  tables: RawTable[];
}

const ENDING = /\.[a-z0-9]{1,5}$/i;

/**
 * Reads an .xlsx workbook, a CSV file or an archive of CSV files; which one is told by the bytes, not by the name.
 *
 * @param fileName - name the file had, for the name of its table
 * @param signal - gives up
 * @throws FileRefusedError when it is none of these, broken or beyond the limits
 */
export async function readTableFile(
  fileName: string,
  bytes: Uint8Array,
  limits: ImportLimits,
  signal?: AbortSignal,
): Promise<TableFile> {
  if (bytes.length > limits.bytes) {
    const most = Math.round(limits.bytes / 1_000_000);
    refuseFile(`Le fichier dépasse ${most} Mo.`, `The file is larger than ${most} MB.`);
  }
  if (bytes.length === 0) refuseFile('Le fichier est vide.', 'The file is empty.');
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11)
    refuseFile(
      'C’est un classeur de l’ancien format .xls, ou protégé par un mot de passe : enregistrez-le en .xlsx, sans mot de passe.',
      'This is a workbook of the old .xls format, or one protected by a password: save it as .xlsx, without a password.',
    );
  const allowance = new Allowance(limits);
  if (!isZip(bytes)) {
    const { text, encoding } = decodeText(bytes);
    return { format: 'CSV', encoding, tables: [await parseCsv(baseName(fileName), text, allowance, signal)] };
  }
  const paths: string[] = [];
  unzip(bytes, (path) => (paths.push(path), false), limits);
  if (paths.includes('xl/workbook.xml'))
    return { format: 'XLSX', encoding: undefined, tables: await parseXlsx(bytes, allowance, signal) };
  return readArchive(bytes, allowance, limits, signal);
}

async function readArchive(
  bytes: Uint8Array,
  allowance: Allowance,
  limits: ImportLimits,
  signal: AbortSignal | undefined,
): Promise<TableFile> {
  const isCsv = (path: string) => /\.(csv|tsv|txt)$/i.test(path) && !/(^|\/)(__MACOSX|\.)/.test(path);
  const files = unzip(bytes, isCsv, limits);
  if (files.size === 0)
    refuseFile(
      'Cette archive ne contient ni classeur .xlsx ni fichier CSV.',
      'This archive holds neither an .xlsx workbook nor a CSV file.',
    );
  const tables: RawTable[] = [];
  let last: Encoding = 'UTF-8';
  for (const [path, content] of files) {
    const { text, encoding } = decodeText(content);
    last = encoding;
    tables.push(await parseCsv(baseName(path), text, allowance, signal));
  }
  return { format: 'ZIP', encoding: last, tables };
}

function baseName(path: string): string {
  return (path.split(/[\\/]/).at(-1) ?? path).replace(ENDING, '');
}
