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

/** The words of a query, folded; empty for a blank query. Elided articles (`l'eau`) are cut at the apostrophe. */
export function wordsOf(query: string): string[] {
  return foldText(query)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 1);
}

/** True when every word of the query occurs somewhere in the text, whatever the case and the accents. */
export function textMatches(text: string, query: string): boolean {
  const folded = foldText(text);
  return wordsOf(query).every((word) => folded.includes(word));
}

/**
 * Cuts a text where words of the query begin one of its words, to be marked on screen.
 * A blank query, or one that matches nowhere, gives the text back in one part.
 */
export function splitMatches(text: string, query: string): TextPart[] {
  const words = wordsOf(query).sort((a, b) => b.length - a.length);
  if (words.length === 0) return [{ text, matches: false }];
  const folded = foldText(text);
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.join('|')})`, 'gu');
  const parts: TextPart[] = [];
  let from = 0;
  for (const match of folded.matchAll(pattern)) {
    if (match.index > from) parts.push({ text: text.slice(from, match.index), matches: false });
    from = match.index + match[0].length;
    parts.push({ text: text.slice(match.index, from), matches: true });
  }
  if (from < text.length) parts.push({ text: text.slice(from), matches: false });
  return parts;
}
