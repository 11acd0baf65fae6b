/**
 * Jaro–Winkler similarity of two words, 0..1, 1 when equal; forgives typing errors, above all after the first letters.
 *
 * Reference: Winkler 1990, *String comparator metrics and enhanced decision rules in the Fellegi–Sunter model of record linkage*.
 */
export function jaroWinkler(a: string, b: string): number {
  if (a === b) return 1;
  const jaro = jaroOf(a, b);
  let prefix = 0;
  while (prefix < 4 && prefix < Math.min(a.length, b.length) && a[prefix] === b[prefix]) prefix++;
  return jaro + prefix * 0.1 * (1 - jaro);
}

function jaroOf(a: string, b: string): number {
  const reach = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1);
  const taken = new Uint8Array(b.length);
  const common: string[] = [];
  for (let i = 0; i < a.length; i++)
    for (let j = Math.max(0, i - reach); j <= Math.min(b.length - 1, i + reach); j++)
      if (!taken[j] && a[i] === b[j]) {
        taken[j] = 1;
        common.push(a[i]!);
        break;
      }
  if (common.length === 0) return 0;
  const there = [...b].filter((_, j) => taken[j]);
  const moved = common.filter((letter, k) => letter !== there[k]).length / 2;
  return (common.length / a.length + common.length / b.length + (common.length - moved) / common.length) / 3;
}

/** How much a word tells: the rarer, the more. */
export type WordWeight = (word: string) => number;

/**
 * Weight of words by how rare they are in a set of names: `ln((n + 1) ÷ (names with the word + 0.5))`, at least 0.05. A word never seen weighs most.
 */
export function rarity(names: readonly (readonly string[])[]): WordWeight {
  const seen = new Map<string, number>();
  for (const words of names) for (const word of new Set(words)) seen.set(word, (seen.get(word) ?? 0) + 1);
  return (word) => Math.max(0.05, Math.log((names.length + 1) / ((seen.get(word) ?? 0) + 0.5)));
}

/** Words closer than this are the same word mistyped. */
const SAME_WORD = 0.92;

/**
 * Soft overlap of two lists of words, 0..1: the weight of the words that each side finds again on the other (equal, or alike under
 * {@link jaroWinkler}) over the weight of all words of both. 0 when a list is empty.
 *
 * Reference: soft TF–IDF, Cohen, Ravikumar and Fienberg 2003, *A comparison of string distance metrics for name-matching tasks*.
 */
export function softOverlap(a: readonly string[], b: readonly string[], weight: WordWeight): number {
  if (a.length === 0 || b.length === 0) return 0;
  const found = (from: readonly string[], to: readonly string[]) =>
    from.reduce((sum, word) => {
      const best = to.reduce((most, other) => Math.max(most, wordLikeness(word, other)), 0);
      return sum + (best >= SAME_WORD ? best * weight(word) : 0);
    }, 0);
  const total = [...a, ...b].reduce((sum, word) => sum + weight(word), 0);
  return (found(a, b) + found(b, a)) / total;
}

/** Lengths in a lower proportion than this cannot reach {@link SAME_WORD}, whatever the letters. */
const SAME_LENGTH = 0.6;

/** Short words and numbers must be equal: "Lille 1" is not "Lille 2". */
function wordLikeness(a: string, b: string): number {
  if (a === b) return 1;
  const [short, long] = a.length < b.length ? [a.length, b.length] : [b.length, a.length];
  if (short < 5 || short < SAME_LENGTH * long || /\d/.test(a) || /\d/.test(b)) return 0;
  return jaroWinkler(a, b);
}
