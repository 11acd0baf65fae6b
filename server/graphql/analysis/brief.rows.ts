import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import {
  createBriefVocabulary,
  type BriefKind,
  type BriefTerm,
  type BriefVocabulary,
} from '../../analysis/partners/briefVocabulary';
import type { RegionRows } from '../../graph/readRegion';
import { derivedFromRegion } from './region';

/** Languages in which a sentence can be read. */
export type BriefLanguage = 'fr' | 'en';

/** What is needed to read sentences in one language. */
export interface BriefDictionary {
  readonly vocabulary: BriefVocabulary;
  /** Name of a thing, the identifier itself when unknown. */
  label(kind: BriefKind, id: string): string;
}

const folder = join(__dirname, '../../../schema/vocabulary');
const wordsSchema = z.array(z.object({ id: z.string(), fr: z.string(), en: z.string() }));
const synonymsSchema = z.record(z.string(), z.record(z.string(), z.array(z.string())));
type Words = z.output<typeof wordsSchema>;

const readJson = (name: string): unknown => JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'));

let files: { types: Words; audiences: Words; synonyms: z.output<typeof synonymsSchema> } | undefined;
function readFiles() {
  files ??= {
    types: wordsSchema.parse(readJson('productionType')),
    audiences: wordsSchema.parse(readJson('audience')),
    synonyms: synonymsSchema.parse(readJson('synonyms')),
  };
  return files;
}

/** Of two places of the same name, the larger is meant first. */
const levelOrder = { REGION: 1, FORMER_REGION: 2, DEPARTMENT: 0, EPCI: 3 } as const;
const COMMUNE_ORDER = 4;

function termsOf(rows: RegionRows, language: BriefLanguage): BriefTerm[] {
  const { types, audiences, synonyms } = readFiles();
  const said = (list: string, id: string) => synonyms[list]?.[id] ?? [];
  const words = (kind: BriefKind, list: string, entries: Words): BriefTerm[] =>
    entries.map((word) => ({ kind, id: word.id, labels: [word[language], ...said(list, word.id)] }));
  const concepts = (kind: BriefKind, list: string, entries: RegionRows['themes']): BriefTerm[] =>
    entries.map(({ id, labelFr, labelEn }) => ({
      kind,
      id,
      labels: [language === 'fr' ? labelFr : labelEn, ...said(list, id)],
    }));
  const place = (id: string, name: string, order: number): BriefTerm => ({
    kind: 'TERRITORY',
    id,
    labels: [name],
    order,
  });
  return [
    ...words('PRODUCTION_TYPE', 'productionType', types),
    ...words('AUDIENCE', 'audience', audiences),
    ...concepts('THEME', 'theme', rows.themes),
    ...concepts('COMPETENCE', 'competence', rows.competences),
    ...rows.territories.map(({ id, name, level }) => place(id, name, levelOrder[level])),
    ...rows.communes.filter((town) => town.inRegion).map(({ id, name }) => place(id, name, COMMUNE_ORDER)),
  ];
}

function createDictionary(rows: RegionRows, language: BriefLanguage): BriefDictionary {
  const terms = termsOf(rows, language);
  const names = new Map(terms.map(({ kind, id, labels }) => [`${kind} ${id}`, labels[0] ?? id]));
  return {
    vocabulary: createBriefVocabulary(terms),
    label: (kind, id) => names.get(`${kind} ${id}`) ?? id,
  };
}

/** What reads sentences, by language; made once for each state of the database. */
export const currentBriefDictionary = derivedFromRegion((rows) => {
  const made = new Map<BriefLanguage, BriefDictionary>();
  return (language: BriefLanguage): BriefDictionary => {
    let known = made.get(language);
    if (known === undefined) made.set(language, (known = createDictionary(rows, language)));
    return known;
  };
});
