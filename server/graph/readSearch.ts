import { z } from 'zod';
import type { Database } from '../database/driver';
import { loadQuery } from '../database/loadQuery';
import { readRows } from '../database/readRows';

const searchRow = z.object({
  kind: z.enum(['Actor', 'Competence', 'Theme', 'Production', 'Territory', 'Source']),
  id: z.string(),
  labelFr: z.string(),
  labelEn: z.string(),
  acronym: z.string().nullable(),
  detail: z.string().nullable(),
  family: z.string().nullable(),
  score: z.number(),
  /** 1 where it has every word, 0 where it has some. */
  whole: z.number(),
});

/** A thing that a text names. */
export type SearchRow = z.output<typeof searchRow>;

/** Text in small letters, accents and ligatures folded, as both full-text indexes see it. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae');
}

/** Letters each followed by a point, as acronyms are sometimes written: `U.L.C.O.` */
const pointed = /(?<![\p{L}\p{N}])\p{L}(?:\.\p{L})+(?![\p{L}\p{N}])/gu;

/**
 * Words of a text: letters and digits only, so that nothing of the Lucene syntax is left; an acronym written with points is
 * one word. At most twelve.
 */
export function toWords(text: string): string[] {
  const joined = fold(text).replace(pointed, (acronym) => acronym.replaceAll('.', ''));
  return (joined.match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, 12);
}

/** How far from a word what is misspelt may be: near is quick to find, far takes ten times longer. */
export type Misspelt = 'near' | 'far';

/**
 * The Lucene queries of a text, of at least one word. Words of the language may come in any order; in the two others a word
 * may be whole, a beginning, or misspelt (one edit from four letters on; far, two from eight on): `all` asks for every word,
 * `some` is satisfied with one.
 */
export function toLuceneQueries(
  words: string[],
  misspelt: Misspelt,
): { words: string; all: string; some: string } {
  // Elided articles (l', d', qu'…) are not words to be found, unless there is nothing else.
  const longer = words.filter((word) => word.length > 1);
  const telling = longer.length > 0 ? longer : words;
  const near = (word: string) =>
    misspelt === 'far' && word.length >= 8 ? ` ${word}~2^0.3` : word.length >= 4 ? ` ${word}~1^0.5` : '';
  const clauses = telling.map((word) => `(${word}^4 ${word}*^2${near(word)})`);
  return {
    words: telling.join(' AND '),
    all: clauses.map((clause) => `+${clause}`).join(' '),
    some: clauses.join(' '),
  };
}

/**
 * Things that a text names, best first; empty when the text has no letter or digit.
 *
 * @param kinds - labels to keep; null for all
 * @param limit - at most so many, 1 to 100
 */
export async function readSearch(
  database: Database,
  text: string,
  kinds: SearchRow['kind'][] | null,
  limit: number,
): Promise<SearchRow[]> {
  const words = toWords(text);
  if (words.length === 0) return [];
  const folded = [text.trim().toLowerCase(), fold(text.trim())];
  const read = (misspelt: Misspelt) =>
    readRows(
      database,
      loadQuery('search'),
      { ...toLuceneQueries(words, misspelt), folded, kinds, limit },
      searchRow,
    );
  const found = await read('near');
  const mayBeFar = words.some((word) => word.length >= 8);
  return mayBeFar && !found.some(({ whole }) => whole === 1) ? read('far') : found;
}
