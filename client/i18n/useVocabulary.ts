import { useMemo } from 'react';
import actorFamily from '../../schema/vocabulary/actorFamily.json';
import actorKind from '../../schema/vocabulary/actorKind.json';
import audience from '../../schema/vocabulary/audience.json';
import competenceStatus from '../../schema/vocabulary/competenceStatus.json';
import contributionRole from '../../schema/vocabulary/contributionRole.json';
import eventKind from '../../schema/vocabulary/eventKind.json';
import legalStatus from '../../schema/vocabulary/legalStatus.json';
import locationEvidence from '../../schema/vocabulary/locationEvidence.json';
import needGroup from '../../schema/vocabulary/needGroup.json';
import partnershipKind from '../../schema/vocabulary/partnershipKind.json';
import phase from '../../schema/vocabulary/phase.json';
import populationStatus from '../../schema/vocabulary/populationStatus.json';
import productionType from '../../schema/vocabulary/productionType.json';
import surveyStatus from '../../schema/vocabulary/surveyStatus.json';
import territoryLevel from '../../schema/vocabulary/territoryLevel.json';
import { useLanguage } from './useLanguage';

interface VocabularyEntry {
  id: string;
  fr: string;
  en: string;
  definitionFr?: string;
  definitionEn?: string;
}

const vocabularies = {
  actorFamily,
  actorKind,
  audience,
  competenceStatus,
  contributionRole,
  eventKind,
  legalStatus,
  locationEvidence,
  needGroup,
  partnershipKind,
  phase,
  populationStatus,
  productionType,
  surveyStatus,
  territoryLevel,
} satisfies Record<string, VocabularyEntry[]>;

/** Name of a controlled list, as in `schema/vocabulary`. */
export type VocabularyName = keyof typeof vocabularies;

/** One word of a controlled list, in the language that shows. */
export interface VocabularyWord {
  id: string;
  label: string;
  /** What the word means, where the list says so. */
  definition?: string;
}

/** A controlled list in the language that shows, in its own order. */
export interface Vocabulary {
  words: VocabularyWord[];
  /** The label of an identifier; an identifier that the list does not hold is given back as it is, null as `''`. */
  label(id: string | null | undefined): string;
  /** The definition of an identifier, where there is one. */
  definition(id: string | null | undefined): string | undefined;
}

/** The words of a controlled list in the language that shows: labels for enumerations, options for selects. */
export function useVocabulary(name: VocabularyName): Vocabulary {
  const language = useLanguage();
  return useMemo(() => {
    const entries: VocabularyEntry[] = vocabularies[name];
    const words = entries.map((entry) => ({
      id: entry.id,
      label: entry[language],
      definition: language === 'fr' ? entry.definitionFr : entry.definitionEn,
    }));
    const byId = new Map(words.map((word) => [word.id, word]));
    return {
      words,
      label: (id) => (id == null ? '' : (byId.get(id)?.label ?? id)),
      definition: (id) => (id == null ? undefined : byId.get(id)?.definition),
    };
  }, [name, language]);
}
