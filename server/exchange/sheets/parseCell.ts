import { jaroWinkler } from '../../analysis/absent/similarity';
import type { CellValue } from '../../graph/tables';
import { quote, sentence, type Sentence } from '../import/reasons';
import type { Column } from './column';
import { parseDate } from './dates';
import { normalise } from './normalise';
import { vocabularyOf, type Vocabulary } from './vocabulary';

/** What stands in a cell before it is understood. */
export type RawCell = string | number | boolean | Date | null;

/** Finds what a reference means. */
export interface Resolver {
  /**
   * @param to - sheet, or `territories`
   * @param text - identifier, with or without `prefix`, or name
   * @param prefix - beginning of the identifiers that are meant; '' for all
   * @returns the identifier; `several` when a name is that of several; undefined when there is none
   */
  resolve(
    to: string,
    text: string,
    prefix: string,
  ): { id: string } | { several: readonly string[] } | undefined;
}

/** What a cell means, or why it means nothing. */
export type ParsedCell = { value: CellValue } | { reason: Sentence };

/**
 * Understands a cell: what is empty is null (unknown), lists are parted by bars, semicolons or line breaks, numbers may
 * have a decimal comma and spaces, dates are as people write them, words are identifiers or labels in either language.
 */
export function parseCell(raw: RawCell, column: Column, resolver: Resolver): ParsedCell {
  if (isEmpty(raw)) return { value: column.many ? [] : null };
  if (!column.many) return parseOne(raw, column, resolver);
  const values: string[] = [];
  for (const part of splitList(raw, column)) {
    const parsed = parseOne(part, column, resolver);
    if ('reason' in parsed) return parsed;
    values.push(String(parsed.value));
  }
  return { value: [...new Set(values)].sort() };
}

/** Whether there is nothing in a cell: blanks and no-break spaces count as nothing. */
export function isEmpty(raw: RawCell | undefined): boolean {
  return raw === null || raw === undefined || (typeof raw === 'string' && raw.trim() === '');
}

/** Bars and line breaks part values; semicolons too, but not inside a name that its identifier in brackets follows. */
function splitList(raw: RawCell, column: Column): string[] {
  const parts = String(raw).split(/[|\n]/);
  const finer = (part: string) => part.split(part.includes('[') ? /(?<=\])\s*;/ : ';');
  return (column.type.is === 'text' ? parts : parts.flatMap(finer))
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function parseOne(raw: RawCell, column: Column, resolver: Resolver): ParsedCell {
  const parsed = understand(raw, column, resolver);
  if ('reason' in parsed || column.pattern === undefined) return parsed;
  const text = String(parsed.value);
  if (column.pattern.test.test(text)) return parsed;
  const { fr, en } = quote(text);
  return { reason: sentence(`${fr} ${column.pattern.fr}`, `${en} ${column.pattern.en}`) };
}

function understand(raw: RawCell, { type, key }: Column, resolver: Resolver): ParsedCell {
  switch (type.is) {
    case 'identifier':
      return parseIdentifier(raw);
    case 'text':
      return { value: toText(raw, key) };
    case 'address':
      return parseWebAddress(raw);
    case 'integer':
    case 'number':
      return parseNumber(raw, type.is === 'integer');
    case 'boolean':
      return parseBoolean(raw);
    case 'day':
    case 'period':
      return parsePeriod(raw, type.is === 'day');
    case 'word':
      return parseWord(raw, type.vocabulary);
    case 'reference':
      return parseReference(raw, type, resolver);
  }
}

const DIGITS_ONLY = new Set(['siret', 'rna', 'uai', 'rnsr']);

function toText(raw: RawCell, key: string): string {
  const text = raw instanceof Date ? (parseDate(raw) ?? '') : String(raw).replace(/\r\n?/g, '\n').trim();
  return DIGITS_ONLY.has(key) ? text.replace(/[\s\u00a0\u202f]/g, '').toUpperCase() : text;
}

function refuse(raw: RawCell, fr: string, en: string): ParsedCell {
  const shown = quote(raw instanceof Date ? parseDate(raw) : raw);
  return { reason: sentence(`${shown.fr} ${fr}`, `${shown.en} ${en}`) };
}

function parseIdentifier(raw: RawCell): ParsedCell {
  const text = String(raw).trim();
  const bracketed = /\[([^[\]]+)\]$/.exec(text)?.[1] ?? text;
  if (/^[A-Za-z0-9][\w.:/-]{0,199}$/.test(bracketed)) return { value: bracketed };
  return refuse(
    raw,
    'n’est pas un identifiant (lettres sans accent, chiffres, tirets)',
    'is not an identifier (plain letters, digits, hyphens)',
  );
}

function parseWebAddress(raw: RawCell): ParsedCell {
  const text = String(raw).trim();
  if (/^urn:[a-z0-9][a-z0-9-]{0,31}:\S+$/i.test(text)) return { value: text };
  const full = /^[a-z]+:\/\//i.test(text) ? text : `https://${text}`;
  if (URL.canParse(full) && /^https?:\/\/[^/]+\.[^/]/i.test(full) && !/\s/.test(full)) return { value: full };
  return refuse(raw, 'n’est pas une adresse internet', 'is not a web address');
}

function parseNumber(raw: RawCell, isWhole: boolean): ParsedCell {
  const value = typeof raw === 'number' ? raw : toNumber(String(raw));
  if (value === undefined) return refuse(raw, 'n’est pas un nombre', 'is not a number');
  if (isWhole && (!Number.isSafeInteger(value) || value < 0))
    return refuse(raw, 'n’est pas un nombre entier positif', 'is not a whole number at or above 0');
  return { value };
}

/**
 * A number as people write it: `1 234,5`, `1.234,5`, `1,234.5`, `12 %`, `3 500 €`, `85 m²`. A single separator followed by
 * three digits is read as of thousands only when it is a space.
 */
export function toNumber(text: string): number | undefined {
  const bare = text.replace(/[\s\u00a0\u202f'’]/g, '').replace(/(€|%|m²|m2|ans?|km)$/i, '');
  if (!/^[+-]?[\d.,]+$/.test(bare)) return undefined;
  const comma = bare.lastIndexOf(',');
  const point = bare.lastIndexOf('.');
  const decimal = comma > point ? ',' : '.';
  const thousands = decimal === ',' ? '.' : ',';
  const plain = bare.replaceAll(thousands, '');
  if (plain.split(decimal).length > 2) return undefined;
  const value = Number(plain.replace(decimal, '.'));
  return Number.isFinite(value) ? value : undefined;
}

const YES = new Set(['oui', 'o', 'vrai', 'x', 'yes', 'y', 'true', '1', 'si']);
const NO = new Set(['non', 'n', 'faux', 'no', 'false', '0']);

function parseBoolean(raw: RawCell): ParsedCell {
  if (typeof raw === 'boolean') return { value: raw };
  const text = String(raw).trim().toLowerCase();
  if (YES.has(text)) return { value: true };
  if (NO.has(text)) return { value: false };
  return refuse(raw, 'n’est ni oui ni non', 'is neither yes nor no');
}

function parsePeriod(raw: RawCell, isDay: boolean): ParsedCell {
  const date = typeof raw === 'boolean' || raw === null ? undefined : parseDate(raw);
  if (date === undefined)
    return refuse(raw, 'n’est pas une date (exemple : 15/04/2025)', 'is not a date (example: 2025-04-15)');
  if (isDay && date.length !== 10)
    return refuse(
      raw,
      'doit être un jour précis (exemple : 15/04/2025)',
      'must be a day (example: 2025-04-15)',
    );
  return { value: date };
}

/** Words of a list that a text may have been meant to be: one of them is in the other, or they are written nearly alike. */
function nearWords(text: string, entries: Vocabulary['entries']): Vocabulary['entries'] {
  const given = normalise(text);
  if (given.length < 4) return [];
  const isNear = (label: string) => {
    const word = normalise(label);
    return word.includes(given) || given.includes(word) || jaroWinkler(word, given) >= 0.9;
  };
  return entries.filter(({ fr, en }) => isNear(fr) || isNear(en)).slice(0, 3);
}

function parseWord(raw: RawCell, vocabulary: string): ParsedCell {
  const list = vocabularyOf(vocabulary);
  const id = list.find(String(raw));
  if (id !== undefined) return { value: id };
  const near = nearWords(String(raw), list.entries);
  const [some, isWhole] = [near.length > 0 ? near : list.entries.slice(0, 4), list.entries.length <= 4];
  const shown = (language: 'fr' | 'en') => some.map((entry) => entry[language]).join(', ');
  const [fr, en] = near.length > 0 ? ['peut-être : ', 'perhaps: '] : ['', ''];
  const rest = near.length > 0 || isWhole ? '' : '…';
  return refuse(
    raw,
    `n’est pas dans la liste (${fr}${shown('fr')}${rest})`,
    `is not in the list (${en}${shown('en')}${rest})`,
  );
}

function parseReference(
  raw: RawCell,
  { to, prefix = '' }: { to: string; prefix?: string },
  resolver: Resolver,
): ParsedCell {
  const text = String(raw).trim();
  const bracketed = /\[([^[\]]+)\]$/.exec(text)?.[1]?.trim() ?? text;
  const padded = prefix === 'commune-' && /^\d{4}$/.test(bracketed) ? `0${bracketed}` : bracketed;
  const found = resolver.resolve(to, padded, prefix);
  if (found === undefined) return refuse(raw, 'ne désigne rien de connu', 'is not known');
  if ('id' in found) return { value: found.id };
  const some = found.several.slice(0, 3).join(', ');
  return refuse(
    raw,
    `désigne plusieurs choses (${some}) : donner l’identifiant`,
    `names several things (${some}): give the identifier`,
  );
}
