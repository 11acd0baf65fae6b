import type { CellValue } from '../../graph/tables';
import type { Column } from './column';
import { vocabularyOf } from './vocabulary';

/** How cells are written: for people (labels in a language) or for programs (identifiers only). */
export type Writing = { for: 'people'; language: 'fr' | 'en' } | { for: 'programs' };

/** Names of what references point at, by sheet (or `territories`), then identifier. */
export type Names = ReadonlyMap<string, ReadonlyMap<string, string | null>>;

/** Text that parts the values of a cell of several. */
export const LIST_SEPARATOR = ' | ';

/**
 * A value as a cell of a workbook or a file. Numbers and booleans stay what they are for people, are texts for programs.
 *
 * @returns null for what is unknown
 */
export function toCellContent(
  value: CellValue | undefined,
  column: Column,
  writing: Writing,
  names: Names,
): string | number | boolean | null {
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) {
    if (value.length === 0) return null;
    const separator = writing.for === 'people' ? LIST_SEPARATOR : '|';
    return value.map((part) => toText(part, column, writing, names)).join(separator);
  }
  if (typeof value === 'boolean') return toBoolean(value, writing);
  if (typeof value === 'number') return writing.for === 'people' ? value : String(value);
  return toText(value, column, writing, names);
}

function toBoolean(value: boolean, writing: Writing): string {
  if (writing.for === 'programs') return String(value);
  return writing.language === 'fr' ? (value ? 'oui' : 'non') : value ? 'yes' : 'no';
}

function toText(value: string, { type }: Column, writing: Writing, names: Names): string {
  if (type.is === 'word' && writing.for === 'people')
    return vocabularyOf(type.vocabulary).label(value, writing.language);
  if (type.is !== 'reference') return value;
  const shown = type.prefix && value.startsWith(type.prefix) ? value.slice(type.prefix.length) : value;
  if (writing.for === 'programs') return shown;
  return referenceText(shown, names.get(type.to)?.get(value) ?? null);
}

/** A reference for people: the name, then the identifier in square brackets, which alone counts when it is read back. */
export function referenceText(id: string, name: string | null): string {
  if (name === null) return id;
  return `${name
    .replace(/[[\]|]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()} [${id}]`;
}
