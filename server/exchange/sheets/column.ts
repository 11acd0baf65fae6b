import type { SheetId } from './sheets';

/** What a cell of a column holds. */
export type CellType =
  | { is: 'identifier' | 'text' | 'address' | 'integer' | 'number' | 'boolean' | 'day' | 'period' }
  /** A word of a controlled list of `schema/vocabulary`. */
  | { is: 'word'; vocabulary: string }
  /** The identifier of a row of another sheet, or of a territory. */
  | {
      is: 'reference';
      to: SheetId | 'territories';
      /** Beginning that all these identifiers have and cells leave out: `commune-` before an INSEE code. */
      prefix?: string;
    };

/** A column of a sheet: how it is called, what it holds, what is refused. */
export interface Column {
  /** Its name for programs; also a property name. */
  key: string;
  fr: string;
  en: string;
  type: CellType;
  /** Whether the cell holds several values, parted by bars. */
  many: boolean;
  /** Whether a row without it is refused. */
  required: boolean;
  /** What a whole cell of text must look like, and how to say it. */
  pattern?: { test: RegExp; fr: string; en: string };
  /** Other headers by which it is known, as people or registers write them. */
  synonyms: readonly string[];
  /** One sentence of help for the readme sheet. */
  help?: { fr: string; en: string };
}

/** What a column may say beyond its name and type. */
export type ColumnOptions = Partial<Pick<Column, 'many' | 'required' | 'pattern' | 'synonyms' | 'help'>>;

/** Makes a column. */
export function column(
  key: string,
  [fr, en]: readonly [string, string],
  type: CellType,
  options: ColumnOptions = {},
): Column {
  return { key, fr, en, type, many: false, required: false, synonyms: [], ...options };
}

/** Makes a column of text. */
export function text(key: string, names: readonly [string, string], options?: ColumnOptions): Column {
  return column(key, names, { is: 'text' }, options);
}

/** Makes a column of whole numbers, at or above 0. */
export function integer(key: string, names: readonly [string, string], options?: ColumnOptions): Column {
  return column(key, names, { is: 'integer' }, options);
}

/** Makes a column of words of a controlled list. */
export function word(
  key: string,
  names: readonly [string, string],
  vocabulary: string,
  options?: ColumnOptions,
): Column {
  return column(key, names, { is: 'word', vocabulary }, options);
}

/** Makes a column that points at rows of another sheet. */
export function reference(
  key: string,
  names: readonly [string, string],
  to: SheetId | 'territories',
  options?: ColumnOptions,
): Column {
  return column(key, names, { is: 'reference', to }, options);
}

/** Makes a column of communes, by their INSEE code or name. */
export function commune(key: string, names: readonly [string, string], options?: ColumnOptions): Column {
  return column(key, names, { is: 'reference', to: 'territories', prefix: 'commune-' }, options);
}

/** The identifier column of a sheet of nodes; an empty cell gets one from the row's name. */
export const identifier: Column = column(
  'id',
  ['Identifiant', 'Identifier'],
  { is: 'identifier' },
  {
    synonyms: ['id', 'code'],
    help: {
      fr: 'Ne pas modifier. Laisser vide pour une nouvelle ligne : il sera formé d’après le nom.',
      en: 'Do not change. Leave empty in a new row: it is made from the name.',
    },
  },
);

/** The sources of a row of a sheet of nodes. */
export const sources: Column = reference('sources', ['Sources', 'Sources'], 'sources', {
  many: true,
  synonyms: ['source_id', 'source'],
  help: {
    fr: 'Vide sur une nouvelle ligne : la source de l’import.',
    en: 'Empty in a new row: the source of the import.',
  },
});

/** The source of a row of a sheet of relationships. */
export const source: Column = reference('source', ['Source', 'Source'], 'sources', {
  synonyms: ['source_id'],
  help: sources.help!,
});
