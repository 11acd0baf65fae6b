/**
 * The first sentence of a text, as it stands; the whole text where no sentence ends. An initial or an abbreviation (“M. Hess”,
 * “n. 3”) ends none, since what follows a point must be a capital after a word of three letters or more.
 */
export function firstSentence(text: string): string {
  const [, first] =
    /^(.*?(?:[\p{L}\p{N}]{3,}[)»”"\s]*\.|[!?…]))\s+(?=["«“(]*\s?\p{Lu})/su.exec(text.trim()) ?? [];
  return first ?? text.trim();
}
