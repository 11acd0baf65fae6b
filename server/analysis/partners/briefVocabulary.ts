/** What a word of a brief can mean. */
export type BriefKind = 'PRODUCTION_TYPE' | 'AUDIENCE' | 'THEME' | 'COMPETENCE' | 'TERRITORY';

/** A term of the vocabulary, with every way of saying it. */
export interface BriefTerm {
  kind: BriefKind;
  id: string;
  /** Labels and synonyms. A label such as "Eau, rivières et zones humides" names as many things: it is read whole and by parts. */
  labels: readonly string[];
  /** For a territory, which of two of the same name is meant first: smaller first (a département before a commune). */
  order?: number;
}

/** A word of a text, folded. */
export interface Token {
  /** Without accents, case nor plural. */
  stem: string;
  start: number;
  end: number;
  /** Begins with a capital. */
  isCapital: boolean;
  /** A word that only links others. */
  isLink: boolean;
}

/** A phrase of the vocabulary. */
export interface BriefPhrase {
  stems: string[];
  terms: BriefTerm[];
}

/** A vocabulary ready to be searched: phrases by their first stem, longest first. */
export type BriefVocabulary = ReadonlyMap<string, readonly BriefPhrase[]>;

const LINKS = new Set(
  (
    'a afin ainsi au aux avec autour ce ces cet cette chez comme d dans de des deux donc du elle en entre et ete etre faire fait ' +
    'avoir il je l la le les leur leurs lors mais mes mon n nos notre nous on ou par pas pour pres projet qu que qui s sa sans se ses si ' +
    'son souhaite souhaitons sous sur ta tes tres un une vers veut voudrait voudrions vos votre vous y'
  ).split(' '),
);

/** Words before a name of place written without its capital. */
const PLACE_LINKS = new Set(['a', 'au', 'dans', 'en', 'vers', 'pres', 'autour', 'de', 'du']);

/** Whether a word may stand before a place. */
export function leadsToPlace(stem: string): boolean {
  return PLACE_LINKS.has(stem);
}

/** Cuts a text into folded words, with their place in it. An apostrophe and a hyphen cut; accents, case and plural are forgiven. */
export function toTokens(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(/[\p{L}\p{N}]+/gu)) {
    const folded = fold(match[0]);
    const isCapital = match[0][0] !== match[0][0]!.toLowerCase();
    const isLink = LINKS.has(folded);
    const stem = isLink ? folded : dropPlural(folded);
    tokens.push({ stem, start: match.index, end: match.index + match[0].length, isCapital, isLink });
  }
  return tokens;
}

function fold(word: string): string {
  const plain = word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.replace(/œ/g, 'oe').replace(/æ/g, 'ae');
}

function dropPlural(word: string): string {
  if (word.length > 4 && word.endsWith('eaux')) return word.slice(0, -1);
  if (word.length > 4 && word.endsWith('aux')) return `${word.slice(0, -3)}al`;
  return word.length > 3 && /[sx]$/.test(word) ? word.slice(0, -1) : word;
}

/** Prepares a vocabulary, to be kept: it is linear in the labels and reads no text. */
export function createBriefVocabulary(terms: Iterable<BriefTerm>): BriefVocabulary {
  const phrases = new Map<string, BriefPhrase>();
  for (const term of terms)
    for (const label of term.labels)
      for (const part of partsOf(term.kind, label)) {
        const stems = toTokens(part)
          .filter((token) => !token.isLink)
          .map((token) => token.stem);
        if (stems.length === 0) continue;
        const key = stems.join(' ');
        const phrase = phrases.get(key);
        if (!phrase) phrases.set(key, { stems, terms: [term] });
        else if (!phrase.terms.includes(term)) phrase.terms.push(term);
      }
  const byFirst = new Map<string, BriefPhrase[]>();
  for (const phrase of phrases.values()) {
    const list = byFirst.get(phrase.stems[0]!);
    if (list) list.push(phrase);
    else byFirst.set(phrase.stems[0]!, [phrase]);
  }
  for (const list of byFirst.values()) list.sort((x, y) => y.stems.length - x.stems.length);
  return byFirst;
}

/** The whole label and, for what names several things at once, each of them. Names of places and competences stay whole. */
function partsOf(kind: BriefKind, label: string): string[] {
  if (kind === 'TERRITORY' || kind === 'COMPETENCE') return [label];
  return [...new Set([label, ...label.split(/[,;()]|\s(?:et|ou)\s/u)])];
}
