import { leadsToPlace, toTokens } from './briefVocabulary';
import type { BriefKind, BriefPhrase, BriefTerm, BriefVocabulary, Token } from './briefVocabulary';

/** Something understood in a sentence, to be shown as a chip that one can take away or change. */
export interface BriefChip {
  kind: BriefKind;
  id: string;
  /** The words of the sentence it was read in, and where: `sentence.slice(start, end)`. */
  text: string;
  start: number;
  end: number;
  /** What else the same words could mean. */
  alternatives: { kind: BriefKind; id: string }[];
}

/** A sentence as it was understood. */
export interface ParsedBrief {
  /** In the order of the sentence. */
  chips: BriefChip[];
  /** Words that meant nothing, links left out. */
  unread: string[];
}

/** Longest sentence read, in characters; what follows is not. */
const MAX_LENGTH = 1000;
/** What a phrase means first, when it can mean several things. */
const FIRST: readonly BriefKind[] = ['PRODUCTION_TYPE', 'AUDIENCE', 'THEME', 'COMPETENCE', 'TERRITORY'];

/**
 * Reads a sentence in French ("exposition sur l'eau pour des collégiens dans l'Aisne") with a vocabulary: longest phrase first, accents, case,
 * plurals and elision forgiven, linking words skipped inside a phrase. A territory must have its capital or come after a word of place. The same
 * words for several audiences give a chip for each; for several things of other kinds, a chip with alternatives. Nothing is guessed:
 * what is not in the vocabulary is `unread`. At most 1,000 characters are read.
 */
export function parseBrief(sentence: string, vocabulary: BriefVocabulary): ParsedBrief {
  const tokens = toTokens(sentence.slice(0, MAX_LENGTH));
  const chips: BriefChip[] = [];
  const unread: string[] = [];
  for (let at = 0; at < tokens.length;) {
    const found = matchAt(tokens, at, vocabulary);
    if (found) {
      chips.push(...toChips(sentence, tokens, at, found));
      at = found.next;
      continue;
    }
    const token = tokens[at++]!;
    if (!token.isLink) unread.push(sentence.slice(token.start, token.end));
  }
  return { chips: dropRepeats(chips), unread };
}

interface Match {
  terms: BriefTerm[];
  /** First token after the match. */
  next: number;
}

function matchAt(tokens: readonly Token[], at: number, vocabulary: BriefVocabulary): Match | null {
  for (const phrase of vocabulary.get(tokens[at]!.stem) ?? []) {
    const next = endOfPhrase(tokens, at, phrase);
    if (next === null) continue;
    const terms = readable(tokens, at, phrase);
    if (terms.length > 0) return { terms, next };
  }
  return null;
}

function endOfPhrase(tokens: readonly Token[], at: number, phrase: BriefPhrase): number | null {
  let k = at;
  for (const stem of phrase.stems) {
    while (k > at && k < tokens.length && tokens[k]!.isLink && tokens[k]!.stem !== stem) k++;
    if (tokens[k]?.stem !== stem) return null;
    k++;
  }
  return k;
}

/** The terms a phrase may mean here, most likely first: a capital inside a sentence names a place before all else. */
function readable(tokens: readonly Token[], at: number, phrase: BriefPhrase): BriefTerm[] {
  const { isCapital } = tokens[at]!;
  const before = placeWordBefore(tokens, at);
  const terms = phrase.terms.filter((term) => term.kind !== 'TERRITORY' || isCapital || before);
  const isName = isCapital && at > 0;
  const rank = (term: BriefTerm) => (isName && term.kind === 'TERRITORY' ? -1 : FIRST.indexOf(term.kind));
  return terms.sort((x, y) => rank(x) - rank(y) || (x.order ?? 0) - (y.order ?? 0));
}

function placeWordBefore(tokens: readonly Token[], at: number): boolean {
  let k = at - 1;
  while (k > 0 && ['l', 'la', 'le', 'les'].includes(tokens[k]!.stem)) k--;
  return k >= 0 && leadsToPlace(tokens[k]!.stem);
}

function toChips(
  sentence: string,
  tokens: readonly Token[],
  at: number,
  { terms, next }: Match,
): BriefChip[] {
  const [start, end] = [tokens[at]!.start, tokens[next - 1]!.end];
  const text = sentence.slice(start, end);
  const kind = terms[0]!.kind;
  const meant = kind === 'AUDIENCE' ? terms.filter((term) => term.kind === 'AUDIENCE') : [terms[0]!];
  const alternatives = terms
    .filter((term) => !meant.includes(term))
    .map((term) => ({ kind: term.kind, id: term.id }));
  return meant.map((term) => ({ kind: term.kind, id: term.id, text, start, end, alternatives }));
}

/** Once each, where it was first read. */
function dropRepeats(chips: readonly BriefChip[]): BriefChip[] {
  const seen = new Set<string>();
  return chips.filter(({ kind, id }) => {
    const isNew = !seen.has(`${kind} ${id}`);
    seen.add(`${kind} ${id}`);
    return isNew;
  });
}
