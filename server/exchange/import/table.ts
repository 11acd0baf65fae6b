import { parse } from 'csv-parse/sync';
import { z } from 'zod';

/** A place in a table that stops an import: which file, line and column, and why. */
export class TableError extends Error {
  override readonly name = 'TableError';

  /**
   * @param file - file name as the user knows it
   * @param line - line of the file, the header being line 1
   * @param column - name of the column, or '' when the whole row is meant
   * @param reason - what is wrong with the value
   */
  constructor(
    readonly file: string,
    readonly line: number,
    readonly column: string,
    readonly reason: string,
  ) {
    super(`${file}, line ${line}${column ? `, column ${column}` : ''}: ${reason}`);
  }
}

/** A row that was read, with the line it stands on. */
export type Row<T> = T & { readonly line: number };

/**
 * Reads a comma-separated table with a header, and types each row.
 *
 * @param file - name used in errors
 * @param text - UTF-8 text, RFC 4180
 * @param schema - zod object of the columns; every one of them must be in the header
 * @returns the rows in order; empty when there is only a header
 * @throws TableError at the first broken row
 */
export function parseTable<S extends z.ZodObject>(file: string, text: string, schema: S): Row<z.output<S>>[] {
  let records: { record: Record<string, string>; info: { lines: number } }[];
  try {
    records = parse(text, { columns: true, bom: true, info: true, skip_empty_lines: true }) as never;
  } catch (error) {
    const { lines, message } = error as { lines?: number; message: string };
    throw new TableError(file, lines ?? 1, '', message);
  }
  const missing = Object.keys(schema.shape).filter((column) => records[0] && !(column in records[0].record));
  if (missing.length > 0) throw new TableError(file, 1, missing.join(', '), 'column is missing');
  return records.map(({ record, info }) => {
    // csv-parse counts the lines read so far: a quoted cell with line breaks ends on that line.
    const parsed = schema.safeParse(record);
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      const column = String(issue!.path[0] ?? '');
      throw new TableError(
        file,
        info.lines,
        column,
        `${JSON.stringify(record[column] ?? '')}: ${issue!.message}`,
      );
    }
    return { ...parsed.data, line: info.lines };
  });
}

const blankToNull = (value: string) => (value === '' ? null : value);

/** Text that must be there. */
export const text = z.string().min(1, 'is empty');
/** Text or, when the cell is empty, null: unknown. */
export const optionalText = z.string().transform(blankToNull);
/** Whole number at or above 0 or, when the cell is empty, null: unknown, never 0. */
export const optionalInteger = z
  .string()
  .regex(/^\d*$/, 'is not a whole number')
  .transform((value) => (value === '' ? null : Number(value)));
/** Number or, when the cell is empty, null. */
export const optionalNumber = z
  .string()
  .regex(/^(-?\d+(\.\d+)?(e-?\d+)?)?$/, 'is not a number')
  .transform((value) => (value === '' ? null : Number(value)));
/** Several values parted by bars; none when the cell is empty. */
export const list = z.string().transform((value) => value.split('|').filter((part) => part !== ''));
/** ISO 8601 year, month or day or, when the cell is empty, null. */
export const optionalPartialDate = z
  .string()
  .regex(/^(\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?)?$/, 'is not a year, month or day')
  .transform(blankToNull);
/** One of a list of words. */
export const oneOf = (ids: readonly string[]) =>
  z.enum(ids as [string, ...string[]], 'is not in the vocabulary');
/** One of a list of words or, when the cell is empty, null. */
export const optionalOneOf = (ids: readonly string[]) =>
  z.union([z.literal('').transform(() => null), oneOf(ids)], 'is not in the vocabulary');
