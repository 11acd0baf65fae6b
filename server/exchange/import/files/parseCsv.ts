import { parse } from 'csv-parse';
import { unguard } from '../../sheets/formulaGuard';
import type { RawCell } from '../../sheets/parseCell';
import type { Allowance } from './limits';
import { refuseFile } from './limits';
import type { RawTable } from './rawTable';

const SEPARATORS = [',', ';', '\t', '|'] as const;
const SAMPLE = 64_000;
const PIECE = 1 << 18;

/**
 * What parts the cells: the separator that gives the most regular rows of at least two cells among the first lines, quoted
 * text left out; the comma when none does. A bar is only believed when nothing else parts the lines, since it parts values
 * inside a cell.
 */
export function detectSeparator(text: string): string {
  const lines = text
    .slice(0, SAMPLE)
    .replace(/"(?:[^"]|"")*"/g, 'q')
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '')
    .slice(0, 50);
  if (text.length > SAMPLE) lines.pop();
  let best = { separator: ',', score: 0 };
  for (const separator of SEPARATORS) {
    const counts = lines.map((line) => line.split(separator).length - 1);
    const first = counts[0] ?? 0;
    if (first === 0) continue;
    const regular = counts.filter((count) => count === first).length / counts.length;
    const score = regular * (separator === '|' ? 0.5 : 1) + Math.min(first, 20) / 1000;
    if (score > best.score) best = { separator, score };
  }
  return best.separator;
}

/**
 * Reads a CSV text: quoted as RFC 4180 says, whatever the separator and line ends, rows of unequal lengths accepted. Lets
 * other work go on between pieces.
 *
 * @param name - name of the table
 * @param allowance - rows and cells that may still be read
 * @param signal - gives up between two pieces
 * @throws FileRefusedError when quotes are broken or it is too much
 */
export async function parseCsv(
  name: string,
  text: string,
  allowance: Allowance,
  signal?: AbortSignal,
): Promise<RawTable> {
  const parser = parse({
    delimiter: detectSeparator(text),
    bom: true,
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: allowance.limits.cellCharacters * 20,
  });
  const rows: RawTable['rows'] = [];
  let fault: unknown;
  let lines = 0;
  parser.on('readable', () => {
    let entry: { record: string[]; info: { lines: number } } | null;
    while ((entry = parser.read() as typeof entry) !== null && fault === undefined) {
      try {
        const cells = entry.record.map((cell): RawCell => (cell === '' ? null : unguard(cell)));
        allowance.checkColumns(cells.length, name);
        allowance.addRow(cells.reduce<number>((count, cell) => count + (cell === null ? 0 : 1), 0));
        rows.push({ line: firstLine(entry, lines), cells });
        lines = entry.info.lines;
      } catch (error) {
        fault = error;
      }
    }
  });
  const done = new Promise<void>((resolve, reject) => parser.on('end', resolve).on('error', reject));
  done.catch(() => undefined);
  for (let start = 0; start < text.length && fault === undefined; start += PIECE) {
    signal?.throwIfAborted();
    if (!parser.write(text.slice(start, start + PIECE))) await drained(parser, done);
  }
  if (fault !== undefined) throw fault;
  parser.end();
  await done.catch((error: { message: string; lines?: number }) => refuseBroken(name, error));
  if (fault !== undefined) throw fault;
  return { name, rows, formulas: new Set(), errors: new Map() };
}

function drained(parser: ReturnType<typeof parse>, done: Promise<void>): Promise<void> {
  return Promise.race([new Promise<void>((resolve) => parser.once('drain', resolve)), done]).catch(
    () => undefined,
  );
}

/** csv-parse counts the lines read so far: a quoted cell with line breaks ends on that line. */
function firstLine({ record, info }: { record: string[]; info: { lines: number } }, before: number): number {
  const breaks = record.reduce((count, cell) => count + (cell.match(/\n/g)?.length ?? 0), 0);
  return Math.max(before + 1, info.lines - breaks);
}

function refuseBroken(name: string, { lines, message }: { message: string; lines?: number }): never {
  return refuseFile(
    `${name}, ligne ${lines ?? 1} : les guillemets ne se ferment pas ou sont mal placés.`,
    `${name}, line ${lines ?? 1}: ${message}`,
  );
}
