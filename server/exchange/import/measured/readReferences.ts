import { CsvError, parse } from 'csv-parse/sync';
import type { ReferenceFigures } from '../../../analysis/coverage/referenceFigures';
import { parseDate } from '../../sheets/dates';
import { slug } from '../../sheets/normalise';
import { decodeText, type Encoding } from '../files/decodeText';
import { detectSeparator } from '../files/separator';
import { sentence } from '../reasons';
import { checkReference } from './checkReference';
import type { MeasuredProblem } from './measuredProblem';
import { MeasuredFormatError } from './readDelimited';
import { readHeader, REFERENCE_COLUMNS, type ReferenceColumn } from './referenceColumns';

/** What a territory that one compares with is. */
export type ReferenceLevel = 'COUNTRY' | 'REGION' | 'OTHER';

/** A territory elsewhere, with its figures and who says them. Unknown is `null`. */
export interface ReferenceRow extends ReferenceFigures {
  /** Line of the file. */
  line: number;
  code: string;
  name: string;
  level: ReferenceLevel;
  source: {
    title: string;
    publisher: string | null;
    url: string | null;
    date: string;
    licence: string | null;
  };
}

/** A file of references as read. */
export interface ReferencesReading {
  rows: ReferenceRow[];
  problems: MeasuredProblem[];
  lines: number;
  encoding: Encoding;
  /** Headers that mean nothing here. */
  ignored: string[];
}

const REQUIRED = ['code', 'name', 'source', 'date'] as const;
const LEVELS: Record<string, ReferenceLevel> = {
  country: 'COUNTRY',
  pays: 'COUNTRY',
  region: 'REGION',
  région: 'REGION',
  other: 'OTHER',
  autre: 'OTHER',
};

/**
 * Reads reference territories, a row each: UTF-8 or Windows-1252; semicolons, commas, bars or tabs; columns known by their names, French or
 * English ({@link REFERENCE_COLUMNS}, and counts of actors by family, by phase or by both). An empty cell is unknown, never 0.
 *
 * @returns rows without any problem, and the problems of the others, by line
 * @throws MeasuredFormatError when it is no table, or lacks the code, the name, the source, the date, or any count of actors
 * @throws FileRefusedError when the bytes are no text
 */
export function readReferences(bytes: Uint8Array): ReferencesReading {
  const { text, encoding } = decodeText(bytes);
  const [header, ...records] = readRecords(text);
  const cells = (header?.record ?? []).map((name) => name.trim());
  const meanings = cells.map(readHeader);
  const places = placesOf(meanings);
  const counts = meanings.some((meaning) => 'count' in meaning || 'unknownCount' in meaning);
  if (REQUIRED.some((field) => !places.has(field)) || !(counts || places.has('actors')))
    throw new MeasuredFormatError(
      [[...REQUIRED.map((field) => REFERENCE_COLUMNS[field][0]), 'acteurs']],
      cells,
    );
  const problems: MeasuredProblem[] = headerProblems(cells, meanings);
  const rows: ReferenceRow[] = [];
  const seen = new Set<string>();
  for (const { record, line } of records) {
    const before = problems.length;
    const row = readRow({ record, line, cells, meanings, places, problems });
    if (seen.has(slug(row.code)))
      problems.push(problem(line, cells[places.get('code')!]!, row.code, ...REPEATED));
    seen.add(slug(row.code));
    if (problems.length === before) problems.push(...checkReference(row, cells, meanings));
    if (problems.length === before) rows.push(row);
  }
  const ignored = cells.filter((_, k) => 'ignored' in meanings[k]!);
  return { rows, problems, lines: records.length, encoding, ignored };
}

const REPEATED = [
  'Ce code est déjà celui d’une autre ligne.',
  'Another line has this code already.',
] as const;

const problem = (line: number, column: string, value: string, fr: string, en: string): MeasuredProblem => ({
  line,
  column,
  value,
  reason: sentence(fr, en),
});

function readRecords(text: string): { record: string[]; line: number }[] {
  try {
    const found = parse(text, {
      bom: true,
      delimiter: detectSeparator(text),
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    }) as unknown as { record: string[]; info: { lines: number } }[];
    return found
      .map(({ record, info }) => ({ record, line: info.lines }))
      .filter(({ record }) => record.some((cell) => cell !== ''));
  } catch (error) {
    throw error instanceof CsvError ? new MeasuredFormatError([], [error.message]) : error;
  }
}

type Meanings = ReturnType<typeof readHeader>[];

function placesOf(meanings: Meanings): Map<ReferenceColumn, number> {
  const places = new Map<ReferenceColumn, number>();
  meanings.forEach((meaning, k) => {
    if ('field' in meaning && !places.has(meaning.field)) places.set(meaning.field, k);
  });
  return places;
}

/** Counts of no known family or phase, and counts that two columns give. */
function headerProblems(cells: readonly string[], meanings: Meanings): MeasuredProblem[] {
  const seen = new Set<string>();
  return meanings.flatMap((meaning, k) => {
    if ('unknownCount' in meaning)
      return problem(
        1,
        cells[k]!,
        cells[k]!,
        'Ni une famille ni une phase connue.',
        'No known family or phase.',
      );
    const what = 'count' in meaning ? meaning.count : 'field' in meaning ? meaning.field : null;
    if (what === null || !seen.has(what)) {
      if (what !== null) seen.add(what);
      return [];
    }
    return problem(
      1,
      cells[k]!,
      cells[k]!,
      'Une autre colonne dit déjà cela.',
      'Another column says this already.',
    );
  });
}

interface RowReading {
  record: readonly string[];
  line: number;
  cells: readonly string[];
  meanings: Meanings;
  places: ReadonlyMap<ReferenceColumn, number>;
  problems: MeasuredProblem[];
}

function readRow(reading: RowReading): ReferenceRow {
  const { line, meanings, places } = reading;
  const cell = (field: ReferenceColumn) => reading.record[places.get(field) ?? Infinity] || null;
  const figure = (field: ReferenceColumn) => readFigure(reading, places.get(field));
  const { level, date } = readFacts(reading, cell);
  const counts = new Map<string, number>();
  meanings.forEach((meaning, k) => {
    const value = 'count' in meaning ? readFigure(reading, k) : null;
    if ('count' in meaning && value !== null) counts.set(meaning.count, value);
  });
  return {
    line,
    code: cell('code') ?? '',
    name: cell('name') ?? '',
    level,
    population: figure('population'),
    under15: figure('under15'),
    from15To24: figure('from15To24'),
    actors: figure('actors'),
    counts,
    source: {
      title: cell('source') ?? '',
      publisher: cell('publisher'),
      url: cell('url'),
      date,
      licence: cell('licence'),
    },
  };
}

/** What is no figure, checked: what must be there, the code, the level, the date and the address of the source. */
function readFacts(
  { record, line, cells, places, problems }: RowReading,
  cell: (field: ReferenceColumn) => string | null,
): { level: ReferenceLevel; date: string } {
  if (record.length > cells.length)
    problems.push(
      problem(line, '', record.join(' '), 'Plus de cellules que de colonnes.', 'More cells than columns.'),
    );
  const fault = (field: ReferenceColumn, fr: string, en: string) =>
    problems.push(problem(line, cells[places.get(field)!]!, cell(field) ?? '', fr, en));
  for (const field of REQUIRED)
    if (cell(field) === null) fault(field, 'Vide : il le faut.', 'Empty: it is needed.');
  if (!/^(?:[\p{L}\p{N}][\p{L}\p{N}-]{0,39})?$/u.test(cell('code') ?? ''))
    fault('code', 'Un code est fait de lettres, de chiffres et de traits d’union, 40 au plus.', 'A code is made of letters, figures and hyphens, 40 at most.'); // prettier-ignore
  const level = LEVELS[(cell('level') ?? 'region').toLowerCase()];
  if (!level) fault('level', 'Ni pays, ni région, ni autre.', 'Neither country, nor region, nor other.');
  const date = cell('date') === null ? '' : parseDate(cell('date')!);
  if (date === undefined)
    fault('date', 'Ni une année, ni un mois, ni un jour.', 'Neither a year, nor a month, nor a day.');
  if (!/^(https?:\/\/\S+|urn:\S+)?$/.test(cell('url') ?? ''))
    fault('url', 'Ce n’est pas une adresse (http…).', 'This is no address (http…).');
  return { level: level ?? 'OTHER', date: date ?? '' };
}

/** A whole number at or above 0, its thousands parted by spaces or not; null when the cell is empty. */
function readFigure({ record, line, cells, problems }: RowReading, at: number | undefined): number | null {
  const written = at === undefined ? '' : (record[at] ?? '');
  if (written === '') return null;
  const bare = written.replace(/[\s\u00a0\u202f]/g, '');
  if (/^\d{1,12}$/.test(bare)) return Number(bare);
  problems.push(
    problem(
      line,
      cells[at!]!,
      written,
      'Ce n’est pas un nombre entier ; laissez vide ce qui n’est pas connu.',
      'This is no whole number; leave empty what is not known.',
    ),
  );
  return null;
}
