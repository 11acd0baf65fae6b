import { setImmediate as pause } from 'node:timers/promises';
import { EncodingDetector, type Decoder, type Encoding } from './decodeText';
import { Allowance, refuseFile, type ImportLimits } from './limits';
import { CsvReader } from './parseCsv';
import { parseXlsx } from './parseXlsx';
import type { RawTable } from './rawTable';
import { isZip, listEntries, openEntries, type EntryPiece } from './unzip';

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
    const { tables, encoding } = await readTexts(allowance, signal, () => piecesOf(fileName, bytes));
    return { format: 'CSV', encoding, tables };
  }
  const paths = listEntries(bytes);
  if (paths.includes('xl/workbook.xml'))
    return { format: 'XLSX', encoding: undefined, tables: await parseXlsx(bytes, allowance, signal) };
  const isCsv = (path: string) => /\.(csv|tsv|txt)$/i.test(path) && !/(^|\/)(__MACOSX|\.)/.test(path);
  if (!paths.some(isCsv))
    refuseFile(
      'Cette archive ne contient ni classeur .xlsx ni fichier CSV.',
      'This archive holds neither an .xlsx workbook nor a CSV file.',
    );
  const { tables, encoding } = await readTexts(allowance, signal, () => openEntries(bytes, isCsv, limits));
  return { format: 'ZIP', encoding, tables };
}

/** Bytes of a text that are read at once. */
const PIECE = 1 << 18;

function* piecesOf(path: string, bytes: Uint8Array): Generator<EntryPiece> {
  for (let start = 0; start < bytes.length; start += PIECE)
    yield { path, bytes: bytes.subarray(start, start + PIECE), isLast: start + PIECE >= bytes.length };
}

/**
 * Reads texts as they come, twice: first to tell how they are written, then to take their rows.
 *
 * @param pieces - gives the pieces of the texts, one text after the other, each time anew
 */
async function readTexts(
  allowance: Allowance,
  signal: AbortSignal | undefined,
  pieces: () => Iterable<EntryPiece>,
): Promise<{ tables: RawTable[]; encoding: Encoding }> {
  const detectors: EncodingDetector[] = [];
  let isNew = true;
  for (const { bytes, isLast } of pieces()) {
    if (isNew) detectors.push(new EncodingDetector());
    detectors.at(-1)!.take(bytes);
    isNew = isLast;
  }
  const tables: RawTable[] = [];
  let reader: CsvReader | undefined;
  let decode: Decoder | undefined;
  for (const { path, bytes, isLast } of pieces()) {
    signal?.throwIfAborted();
    reader ??= new CsvReader(baseName(path), allowance);
    decode ??= detectors[tables.length]!.createDecoder();
    await reader.write(decode(bytes, isLast));
    await pause();
    if (!isLast) continue;
    tables.push(await reader.end());
    reader = decode = undefined;
  }
  return { tables, encoding: detectors.at(-1)!.encoding };
}

function baseName(path: string): string {
  return (path.split(/[\\/]/).at(-1) ?? path).replace(ENDING, '');
}
