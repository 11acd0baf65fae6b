import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { detectSeparator } from '../files/separator';
import type { Sentence } from '../reasons';

/**
 * Lines of a delimited text of any length, read as it comes: its delimiter is told by its beginning. Codes and
 * figures are what is looked for, so that bytes are read as UTF-8 whatever they are. An empty text gives no line.
 *
 * @throws MeasuredFormatError when it is no table
 */
export async function* readDelimited(source: AsyncIterable<Uint8Array>): AsyncGenerator<string[]> {
  const chunks = source[Symbol.asyncIterator]();
  const first = await chunks.next();
  if (first.done) return;
  const delimiter = detectSeparator(Buffer.from(first.value).toString('utf8'));
  const parser = parse({
    bom: true,
    delimiter,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    trim: true,
  });
  const whole = (async function* () {
    yield first.value;
    for (let next = await chunks.next(); !next.done; next = await chunks.next()) yield next.value;
  })();
  const piped = Readable.from(whole);
  piped.once('error', (error) => parser.destroy(error));
  piped.pipe(parser);
  try {
    for await (const cells of parser) yield cells as string[];
  } catch (error) {
    throw error instanceof CsvError ? new MeasuredFormatError([], [error.message]) : error;
  }
}

/** The file is not what it was said to be. */
export class MeasuredFormatError extends Error {
  override readonly name = 'MeasuredFormatError';
  /** What it lacks, in both languages. */
  readonly reason: Sentence;

  /** @param wanted - columns that would do, one list a format */
  constructor(
    readonly wanted: readonly (readonly string[])[],
    readonly found: readonly string[],
  ) {
    const columns = wanted.map((names) => names.join(' + ')).join(', or ');
    const shown = found.slice(0, 30).join(', ');
    super(
      columns === ''
        ? `This is no table: ${shown}.`
        : `These columns are needed: ${columns}; found: ${shown}.`,
    );
    const french = wanted.map((names) => names.join(' + ')).join(', ou ');
    this.reason = {
      fr:
        columns === ''
          ? `Ce n’est pas un tableau : ${shown}.`
          : `Il faut ces colonnes : ${french} ; trouvées : ${shown}.`,
      en: this.message,
    };
  }
}

/** Places of columns in a header, whatever the case; `null` unless all are there. */
export function findColumns(header: readonly string[], names: readonly string[]): number[] | null {
  const lower = header.map((cell) => cell.trim().toLowerCase());
  const places = names.map((name) => lower.indexOf(name));
  return places.includes(-1) ? null : places;
}

/** A commune's INSEE code as written, its first zero given back; `null` when it is none. */
export function toInsee(text: string | undefined): string | null {
  const code = (text ?? '').trim().toUpperCase().padStart(5, '0');
  return /^(\d{2}|2[AB])\d{3}$/.test(code) ? code : null;
}

/** A figure as written, with a point or a comma; `NaN` when it is none. */
export function toFigure(text: string | undefined): number {
  const written = (text ?? '').trim().replace(',', '.');
  return written === '' ? NaN : Number(written);
}
