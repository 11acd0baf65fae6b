import writeWorkbook, { type Cell, type Options, type Sheet } from 'write-excel-file/node';
import type { Column } from '../sheets/column';
import { referenceText, toCellContent, type Names, type Writing } from '../sheets/cellText';
import { guard } from '../sheets/formulaGuard';
import { isSheetId, sheets, sideSheets, type SheetId } from '../sheets/sheets';
import { vocabularyOf } from '../sheets/vocabulary';
import { dropDowns, type DropDown } from './dropDowns';
import { extraColumns, type ExportedTables } from './exportTables';
import { readmeLines, type ReadmeLine } from './readme';

type Language = 'fr' | 'en';
type WriteOptions = NonNullable<Parameters<typeof writeWorkbook>[1]> & Options<Buffer>;
type WrittenSheet = Sheet<Buffer>;

/** Rows below the last one in which a drop-down list is offered, for new rows. */
const NEW_ROWS = 1000;
/** A list longer than this is of no help in a drop-down, and its sheet would be heavy. */
const LONGEST_LIST = 5000;

/**
 * The tables as an .xlsx workbook: a readme, one sheet a kind, and the lists that its drop-downs show. Words are labels in
 * the language, references names followed by their identifier in square brackets; dates stay texts, since many are of a year
 * or a month; texts that would be taken for formulas begin with an apostrophe.
 *
 * @param day - ISO day written in the readme
 */
export async function toWorkbook(exported: ExportedTables, language: Language, day: string): Promise<Buffer> {
  const lists = new ListSheet(exported.names, language);
  const written: WrittenSheet[] = [];
  const downs: DropDown[][] = [[]];
  const counts = new Map([...exported.rows].map(([id, rows]) => [id, rows.length] as const));
  written.push({
    sheet: sideSheets.readme[language],
    ...toReadme(readmeLines(counts, language, day)),
  } as WrittenSheet);
  for (const id of exported.rows.keys()) {
    written.push(toSheet(id, exported, language));
    const last = (counts.get(id) ?? 0) + 1 + NEW_ROWS;
    downs.push(sheets[id].columns.flatMap((column, index) => lists.dropDown(column, index, last)));
  }
  written.push({ sheet: sideSheets.lists[language], data: lists.rows() } as WrittenSheet);
  const options = { features: [dropDowns(downs)] } as unknown as WriteOptions;
  return writeWorkbook(written, options).toBuffer();
}

const header = (value: string, column?: Column): Cell =>
  ({
    value: guard(value),
    fontWeight: 'bold',
    wrap: true,
    alignVertical: 'top',
    backgroundColor: column?.required ? '#DCEBE8' : '#EEF0F2',
  }) as Cell;

function toSheet(id: SheetId, { rows, names }: ExportedTables, language: Language): WrittenSheet {
  const some = rows.get(id) ?? [];
  const { columns } = sheets[id];
  const extras = extraColumns(some);
  const writing: Writing = { for: 'people', language };
  const content = (value: string | number | boolean | null): Cell =>
    (typeof value === 'string' ? guard(value) : value) as Cell;
  const data = [
    [
      ...columns.map((column) => header(column[language], column)),
      ...extras.map((name) => header(name.slice(1))),
    ],
    ...some.map((row) => [
      ...columns.map((column) => content(toCellContent(row[column.key], column, writing, names))),
      ...extras.map((name) => content((row[name] ?? null) as string | null)),
    ]),
  ];
  const widths = [...columns.map(widthOf), ...extras.map(() => 20)];
  return {
    sheet: sheets[id][language],
    data,
    columns: widths.map((width) => ({ width })),
    stickyRowsCount: 1,
    stickyColumnsCount: 1,
  } as WrittenSheet;
}

function widthOf({ type, key }: Column): number {
  if (type.is === 'reference') return 34;
  if (type.is === 'identifier' || type.is === 'word') return 24;
  if (/^(name|title|statementFr|summary|evidence|about|labelFr|labelEn|definition)/.test(key)) return 44;
  return 16;
}

function toReadme(lines: readonly ReadmeLine[]): Partial<WrittenSheet> {
  const data = lines.map(({ kind, cells }) =>
    cells.map((value): Cell => {
      if (kind === 'TITLE') return { value, fontWeight: 'bold', fontSize: 16 } as Cell;
      if (kind === 'SHEET') return { value, fontWeight: 'bold', backgroundColor: '#EEF0F2' } as Cell;
      return value;
    }),
  );
  return { data, columns: [{ width: 38 }, { width: 100 }, { width: 24 }] };
}

/** The sheet of lists that drop-downs show: one column a list, made as lists are asked for. */
class ListSheet {
  private readonly columns: { title: string; values: string[] }[] = [];
  private readonly places = new Map<string, number>();

  constructor(
    private readonly names: Names,
    private readonly language: Language,
  ) {}

  /** The drop-down of a column; none when it holds several values, is no list or a very long one. */
  dropDown({ type, many }: Column, index: number, lastRow: number): DropDown[] {
    if (many) return [];
    if (type.is === 'boolean')
      return [{ column: index, lastRow, inline: this.language === 'fr' ? ['oui', 'non'] : ['yes', 'no'] }];
    if (type.is === 'word') {
      const labels = vocabularyOf(type.vocabulary).entries.map((entry) => entry[this.language]);
      return [{ column: index, lastRow, range: this.place(type.vocabulary, labels) }];
    }
    if (type.is !== 'reference' || !isSheetId(type.to)) return [];
    const named = [...(this.names.get(type.to) ?? [])];
    if (named.length === 0 || named.length > LONGEST_LIST) return [];
    const texts = named.map(([id, name]) => referenceText(id, name)).sort((a, b) => a.localeCompare(b, 'fr'));
    return [{ column: index, lastRow, range: this.place(type.to, texts) }];
  }

  /** Rows of the sheet. */
  rows(): Cell[][] {
    const length = Math.max(0, ...this.columns.map(({ values }) => values.length));
    const rows: Cell[][] = [this.columns.map(({ title }) => header(title))];
    for (let row = 0; row < length; row += 1)
      rows.push(this.columns.map(({ values }) => (row < values.length ? guard(values[row]!) : null)));
    return rows;
  }

  private place(title: string, values: string[]): { sheet: string; column: number; rows: number } {
    let column = this.places.get(title);
    if (column === undefined) {
      column = this.columns.push({ title, values }) - 1;
      this.places.set(title, column);
    }
    return { sheet: sideSheets.lists[this.language], column, rows: values.length };
  }
}
