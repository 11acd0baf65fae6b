/** Words that say what form an organisation has, not which one it is. */
const LEGAL_FORMS = new Set(
  'association asso assoc loi 1901 sarl sas sasu scop scic eurl sa gip epcc epic epst epa gie fondation societe ste cie'.split(
    ' ',
  ),
);

/** Words without a meaning of their own. */
const STOP_WORDS = new Set(
  'a au aux d dans de des du en et l la le les un une par pour sur sous chez the of and hors region'.split(
    ' ',
  ),
);

/** Words that say what kind of place it is; they agree between most rows of a register. */
const KIND_WORDS = new Set(
  (
    'musee museum ecomusee bibliotheque mediatheque ludotheque mediatheques bibliotheques ludomediatheque point lecture ' +
    'laboratoire labo tiers lieu unite equipe centre institut recherche recherches fablab lab fab atelier espace maison cite ' +
    'municipale municipal municipales intercommunale communautaire communale departementale departemental departement public publique ' +
    'culturel culturelle agglomeration reseau relais annexe universite universitaire national nationale regional regionale'
  ).split(' '),
);

/** Short forms that registers use, and what they stand for. */
const SHORT_FORMS = new Map(
  Object.entries({
    st: 'saint',
    ste: 'sainte',
    bib: 'bibliotheque',
    bibl: 'bibliotheque',
    bm: 'bibliotheque',
    med: 'mediatheque',
    univ: 'universite',
    inst: 'institut',
    labo: 'laboratoire',
    dept: 'departement',
    mun: 'municipale',
    nat: 'national',
    chu: 'centre hospitalier universitaire',
    chru: 'centre hospitalier universitaire',
    iut: 'institut universitaire technologie',
    mjc: 'maison jeunes culture',
  }),
);

/** Labels of research units: "UMR CNRS 7314", "ULR 4515", "U 1286". They number a contract, and do not name the unit. */
const UNIT_LABEL =
  /\b(umr|ulr|ur|usr|ums|uar|ea|u|upr|sfr|fr)( (cnrs|inserm|upjv|ineris|inrae|univ|[ast]|i))* \d+\b/g;

/** A name cut into what can be compared. */
export interface NormalisedName {
  /** Words in lower case without accents, legal forms or stop words; in order, each once. */
  words: string[];
  /** Words that neither name a kind of place nor the commune: what tells two places of a town apart. */
  distinctive: string[];
  /** Words without those of the commune: all that a name says of a place that has none of its own. */
  outsideTown: string[];
}

/** Lower case, without accents, ligatures or punctuation; words separated by one space. */
export function foldText(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/**
 * Cuts a name into words that can be compared: accents, case, punctuation, legal forms and stop words go, short forms are written out, "fab lab"
 * becomes one word, and the words that name a kind of place or the commune are set apart from the distinctive ones.
 *
 * @param commune - name of the commune the place is in, when known
 */
export function normaliseName(name: string, commune: string | null = null): NormalisedName {
  const town = new Set(commune === null ? [] : wordsOf(commune));
  const words = wordsOf(name);
  const outsideTown = words.filter((word) => !town.has(word));
  return { words, distinctive: outsideTown.filter((word) => !KIND_WORDS.has(word)), outsideTown };
}

/** The words of a text, written out, without stop words and legal forms, each once. */
function wordsOf(text: string): string[] {
  const written = foldText(text)
    .replace(/\bfab lab\b/g, 'fablab')
    .replace(UNIT_LABEL, ' ')
    .replace(/\b(umr|cnrs|inserm|upjv)\b/g, ' ')
    .split(' ')
    .flatMap((word) => SHORT_FORMS.get(word)?.split(' ') ?? word)
    .filter((word) => word !== '' && !STOP_WORDS.has(word) && !LEGAL_FORMS.has(word));
  return [...new Set(written)];
}
