import { foldText } from '../../../analysis/absent/normaliseName';
import { countKey, PHASE_ORDER } from '../../../analysis/coverage/referenceFigures';
import { vocabularyOf } from '../../sheets/vocabulary';

/** Columns of a file of references that are not counts of actors, each by the names it may bear, French or English; the first is the one that is written. */
export const REFERENCE_COLUMNS = {
  code: ['code', 'identifiant', 'id'],
  name: ['nom', 'name', 'territoire', 'territory'],
  level: ['niveau', 'level'],
  population: [
    'population',
    'population totale',
    'total population',
    'pop_total',
    'habitants',
    'inhabitants',
  ],
  under15: ['population 0-14', 'pop_0_14', '0-14 ans', 'ages 0-14'],
  from15To24: ['population 15-24', 'pop_15_24', '15-24 ans', 'ages 15-24'],
  actors: ['acteurs', 'actors', 'lieux', 'venues'],
  source: ['source', 'titre de la source', 'source title'],
  publisher: ['éditeur', 'publisher', 'producteur'],
  url: ['adresse de la source', 'url', 'lien', 'link'],
  date: ['date', 'millésime', 'vintage', 'année', 'year'],
  licence: ['licence', 'license'],
} as const;

/** One of the columns of {@link REFERENCE_COLUMNS}. */
export type ReferenceColumn = keyof typeof REFERENCE_COLUMNS;

/** What a count of actors is said in front of. */
const COUNTED = /^(acteurs|actors|lieux|venues) (?=\S)/;

let countNames: Map<string, string> | undefined;

/** Every way to say a family, phases, or both, and the count that it means. */
function knownCounts(): Map<string, string> {
  if (countNames) return countNames;
  countNames = new Map();
  const families = vocabularyOf('actorFamily').entries;
  const phases = vocabularyOf('phase').entries;
  const ways = ['id', 'fr', 'en'] as const;
  for (const family of [null, ...families])
    for (const bits of [0, 1, 2, 3, 4, 5, 6, 7])
      for (const way of ways) {
        const chosen = PHASE_ORDER.filter((_, k) => bits & (1 << k));
        const named = chosen.map((id) => phases.find((phase) => phase.id === id)![way]).join('+');
        const text = foldText([family?.[way], named].filter(Boolean).join(' '));
        if (text !== '') countNames.set(text, countKey(family?.id ?? null, chosen));
      }
  return countNames;
}

/** What the header of a column means: a column of {@link REFERENCE_COLUMNS}, a count, a count of no known family or phase, or nothing. */
export type HeaderMeaning =
  { field: ReferenceColumn } | { count: string } | { unknownCount: true } | { ignored: true };

/** Reads the header of a column, whatever its case and accents: `acteurs MUSEUM`, `Acteurs Musée DIFFUSION`, `actors Museum VALIDATION+DIFFUSION`. */
export function readHeader(header: string): HeaderMeaning {
  const folded = foldText(header);
  for (const [field, names] of Object.entries(REFERENCE_COLUMNS) as [ReferenceColumn, readonly string[]][])
    if (names.some((name) => foldText(name) === folded)) return { field };
  const counted = folded.replace(COUNTED, '');
  const count = counted === folded ? undefined : knownCounts().get(counted);
  if (count !== undefined) return { count };
  return counted === folded ? { ignored: true } : { unknownCount: true };
}

/** Header of a count, as it is written: `acteurs MUSEUM DIFFUSION`. */
export function writeCountHeader(key: string): string {
  return `acteurs ${key.replace(/^\*:/, '').replace(':', ' ')}`;
}
