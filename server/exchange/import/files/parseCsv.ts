import { parse } from 'csv-parse';
import { unguard } from '../../sheets/formulaGuard';
import type { RawCell } from '../../sheets/parseCell';
import type { Allowance } from './limits';
import { refuseFile } from './limits';
import { PackedList } from '../packedList';
import type { RawRow, RawTable } from './rawTable';

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
  const collector = new RowCollector(name, allowance);
  parser.on('readable', () => {
    let entry: Entry | null;
    while ((entry = parser.read() as Entry | null) !== null) collector.take(entry);
  });
  const done = new Promise<void>((resolve, reject) => parser.on('end', resolve).on('error', reject));
  done.catch(() => undefined);
  for (let start = 0; start < text.length; start += PIECE) {
    signal?.throwIfAborted();
    collector.throwFault();
    if (!parser.write(text.slice(start, start + PIECE))) await drained(parser, done);
  }
  parser.end();
  await done.catch((error: { message: string; lines?: number }) => refuseBroken(name, error));
  collector.throwFault();
  return { name, rows: collector.rows, formulas: new Set(), errors: new Map() };
}

interface Entry {
  record: string[];
  info: { lines: number };
}

/** Keeps rows as they come, and the first fault, after which nothing more is kept. */
class RowCollector {
  /** Packed: a text holds neither dates nor anything else that packing would lose. */
  readonly rows = new PackedList<RawRow>();
  private lines = 0;
  private fault: unknown;

  constructor(
    private readonly name: string,
    private readonly allowance: Allowance,
  ) {}

  take(entry: Entry): void {
    if (this.fault !== undefined) return;
    try {
      const cells = entry.record.map((cell): RawCell => (cell === '' ? null : unguard(cell)));
      this.allowance.checkColumns(cells.length, this.name);
      this.allowance.addRow(cells.reduce<number>((count, cell) => count + (cell === null ? 0 : 1), 0));
      this.rows.push({ line: firstLine(entry, this.lines), cells });
      this.lines = entry.info.lines;
    } catch (error) {
      this.fault = error;
    }
  }

  throwFault(): void {
    if (this.fault !== undefined) throw this.fault;
  }
}

function drained(parser: ReturnType<typeof parse>, done: Promise<void>): Promise<void> {
  return Promise.race([new Promise<void>((resolve) => parser.once('drain', resolve)), done]).catch(
    () => undefined,
  );
}

/** csv-parse counts the lines read so far: a quoted cell with line breaks ends on that line. */
function firstLine({ record, info }: Entry, before: number): number {
  const breaks = record.reduce((count, cell) => count + (cell.match(/\n/g)?.length ?? 0), 0);
  return Math.max(before + 1, info.lines - breaks);
}

function refuseBroken(name: string, { lines, message }: { message: string; lines?: number }): never {
  return refuseFile(
    `${name}, ligne ${lines ?? 1} : les guillemets ne se ferment pas ou sont mal placés.`,
    `${name}, line ${lines ?? 1}: ${message}`,
  );
}
