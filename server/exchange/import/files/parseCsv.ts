import { parse, type Parser } from 'csv-parse';
import { unguard } from '../../sheets/formulaGuard';
import { isEmpty, type RawCell } from '../../sheets/parseCell';
import type { Allowance } from './limits';
import { refuseFile } from './limits';
import { PackedRows } from './packedRows';
import type { RawTable } from './rawTable';
import { detectSeparator, SEPARATOR_SAMPLE } from './separator';

/**
 * Reads a CSV text, piece after piece: quoted as RFC 4180 says, whatever the separator and line ends, rows of unequal
 * lengths accepted. Lines without anything in them are passed over.
 */
export class CsvReader {
  private readonly rows: RowCollector;
  private parser: Parser | undefined;
  private done: Promise<void> = Promise.resolve();
  /** What was read before the separator could be told. */
  private first = '';

  /**
   * @param name - name of the table
   * @param allowance - rows and cells that may still be read
   */
  constructor(
    private readonly name: string,
    private readonly allowance: Allowance,
  ) {
    this.rows = new RowCollector(name, allowance);
  }

  /**
   * Takes some text.
   * @throws FileRefusedError when it is too much, or quotes are broken
   */
  async write(text: string): Promise<void> {
    if (this.parser === undefined) {
      this.first += text;
      if (this.first.length < SEPARATOR_SAMPLE) return;
      this.begin();
      return this.pass(this.first);
    }
    return this.pass(text);
  }

  /**
   * The table, once all the text was given.
   * @throws FileRefusedError - see {@link write}
   */
  async end(): Promise<RawTable> {
    if (this.parser === undefined) {
      this.begin();
      await this.pass(this.first);
    }
    this.parser!.end();
    await this.done.catch((error: { message: string; lines?: number }) => refuseBroken(this.name, error));
    this.rows.throwFault();
    return { name: this.name, rows: this.rows.rows, formulas: new Set(), errors: new Map() };
  }

  private begin(): void {
    const parser = parse({
      delimiter: detectSeparator(this.first),
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: this.allowance.limits.cellCharacters * 20,
    });
    parser.on('readable', () => {
      let entry: Entry | null;
      while ((entry = parser.read() as Entry | null) !== null) this.rows.take(entry);
    });
    this.done = new Promise<void>((resolve, reject) => parser.on('end', resolve).on('error', reject));
    this.done.catch(() => undefined);
    this.parser = parser;
  }

  private async pass(text: string): Promise<void> {
    const parser = this.parser!;
    if (!parser.write(text))
      await Promise.race([new Promise<void>((resolve) => parser.once('drain', resolve)), this.done]).catch(
        () => undefined,
      );
    this.rows.throwFault();
  }
}

interface Entry {
  record: string[];
  info: { lines: number };
}

/** Keeps rows as they come, and the first fault, after which nothing more is kept. */
class RowCollector {
  readonly rows = new PackedRows();
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
      const filled = cells.reduce<number>((count, cell) => count + (isEmpty(cell) ? 0 : 1), 0);
      if (filled > 0) {
        this.allowance.addRow(filled);
        this.rows.push({ line: firstLine(entry, this.lines), cells });
      }
      this.lines = entry.info.lines;
    } catch (error) {
      this.fault = error;
    }
  }

  throwFault(): void {
    if (this.fault !== undefined) throw this.fault;
  }
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
