/** A stretch of a text, and whether the words looked for are in it. */
export interface TextPart {
  text: string;
  matches: boolean;
}

/** Lower case without accents, one character out for each character in, so that positions still agree. */
export function foldText(text: string): string {
  return Array.from(text, (character) => {
    const bare = character.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
    return bare.length === character.length ? bare : character;
  }).join('');
}

/** Letters each followed by a point, as acronyms are sometimes written: `U.L.C.O.` */
const pointed = /(?<![\p{L}\p{N}])\p{L}(?:\.\p{L})+(?![\p{L}\p{N}])/gu;

/**
 * The words of a query, folded; empty for a blank query. Elided articles (`l'eau`) are cut at the apostrophe; an acronym
 * written with points is one word.
 */
export function wordsOf(query: string): string[] {
  return foldText(query)
    .replace(pointed, (acronym) => acronym.replaceAll('.', ''))
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 1);
}

/** True when every word of the query occurs somewhere in the text, whatever the case and the accents. */
export function textMatches(text: string, query: string): boolean {
  const folded = foldText(text);
  return wordsOf(query).every((word) => folded.includes(word));
}

/**
 * Cuts a text where words of the query begin one of its words, to be marked on screen; a word of the query that begins none
 * marks those it may be a misspelling of, as the search forgives them: one edit from four letters on, two from eight on.
 * A blank query, or one that matches nowhere, gives the text back in one part.
 */
export function splitMatches(text: string, query: string): TextPart[] {
  const words = wordsOf(query).sort((a, b) => b.length - a.length);
  const found = [...foldText(text).matchAll(/[\p{L}\p{N}]+/gu)];
  const misspelt = words.filter((word) => !found.some(([each]) => each.startsWith(word)));
  const parts: TextPart[] = [];
  let from = 0;
  for (const { 0: each, index } of found) {
    const beginning = words.find((word) => each.startsWith(word));
    const length = beginning?.length ?? (misspelt.some((word) => isNear(word, each)) ? each.length : 0);
    if (length === 0) continue;
    if (index > from) parts.push({ text: text.slice(from, index), matches: false });
    from = index + length;
    parts.push({ text: text.slice(index, from), matches: true });
  }
  if (from < text.length || parts.length === 0) parts.push({ text: text.slice(from), matches: false });
  return parts;
}

/** Whether one word is the other with the errors that the search forgives in a word of its length. */
function isNear(typed: string, word: string): boolean {
  const most = typed.length >= 8 ? 2 : typed.length >= 4 ? 1 : 0;
  return most > 0 && Math.abs(typed.length - word.length) <= most && editsBetween(typed, word) <= most;
}

/**
 * Letters to add, take away, change or swap with the next to go from one word to another (optimal string alignment).
 *
 * Reference: Damerau 1964, doi:10.1145/363958.363994.
 */
function editsBetween(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = rows[i - 1]![j - 1]! + Number(a[i - 1] !== b[j - 1]);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row.push(
        Math.min(
          row[j - 1]! + 1,
          rows[i - 1]![j]! + 1,
          change,
          swapped ? rows[i - 2]![j - 2]! + 1 : Infinity,
        ),
      );
    }
    rows.push(row);
  }
  return rows[a.length]![b.length]!;
}
