import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import { z } from 'zod';
import type { BriefKind } from '../../analysis/partners/briefVocabulary';
import { parseBrief } from '../../analysis/partners/parseBrief';
import type { Database } from '../../database/driver';
import { readSearch, type SearchRow } from '../../graph/readSearch';
import type { ApiContext } from '../context';
import { parseArguments } from '../parseArguments';
import { currentBriefDictionary, type BriefLanguage } from './brief.rows';
import { BriefReading, BriefWordKind, type BriefMeaning, type UnreadWord } from './brief.type';

const readArguments = z.object({
  sentence: z.string().max(1000, 'is longer than 1000 characters'),
  language: z.enum(['fr', 'en'], 'is neither fr nor en'),
});
/** Words looked for in the full text, and things offered for each. */
const MOST_WORDS = 5;
const MOST_SUGGESTIONS = 3;
const searched: SearchRow['kind'][] = ['Theme', 'Competence', 'Territory'];
const kinds: Partial<Record<SearchRow['kind'], BriefWordKind>> = {
  Theme: BriefWordKind.THEME,
  Competence: BriefWordKind.COMPETENCE,
  Territory: BriefWordKind.TERRITORY,
};
/** English words that only link others; those of French are known to the analysis. */
const englishLinks = new Set(
  'a about an and are around at by for from in into is it its like near need of on or our some that the this to want we wish with would'.split(
    ' ',
  ),
);

interface Meaning {
  kind: BriefKind;
  id: string;
}

/** Serves `readBrief`. */
@Resolver()
export class BriefResolver {
  /** A sentence that tells a project, as chips to correct. */
  @Query(() => BriefReading, {
    nullable: true,
    complexity: 40,
    description:
      'A sentence that tells a project (“exposition sur l’eau pour des collégiens dans l’Aisne”), read with the vocabulary of the graph; what is not of it is searched in the full text and only suggested.',
  })
  async readBrief(
    @Arg('sentence', () => String, { description: 'What is planned, at most 1,000 characters.' })
    sentence: string,
    @Arg('language', () => String, {
      defaultValue: 'fr',
      description: 'Language of the sentence and of names: fr or en.',
    })
    language: string,
    @Ctx() { database, projections }: ApiContext,
  ): Promise<BriefReading> {
    const asked = parseArguments(readArguments, { sentence, language });
    const dictionary = (await currentBriefDictionary(projections))(asked.language);
    const { chips, unread } = parseBrief(asked.sentence, dictionary.vocabulary);
    const named = ({ kind, id }: Meaning): BriefMeaning => ({
      kind: kind as BriefWordKind,
      id,
      label: dictionary.label(kind, id),
    });
    const words = [...new Set(unread)].filter((word) => !englishLinks.has(word.toLowerCase()));
    return {
      chips: chips.map(({ text, start, end, ...chip }) => ({
        ...named(chip),
        text,
        start,
        end,
        alternatives: chip.alternatives.map(named),
      })),
      unread: await Promise.all(
        words.map((word, index) => suggest(database, word, index < MOST_WORDS, asked.language)),
      ),
    };
  }
}

async function suggest(
  database: Database,
  text: string,
  isSearched: boolean,
  language: BriefLanguage,
): Promise<UnreadWord> {
  if (!isSearched || text.length < 4) return { text, suggestions: [] };
  const rows = await readSearch(database, text, searched, MOST_SUGGESTIONS);
  const suggestions = rows.flatMap(({ kind, id, labelFr, labelEn }): BriefMeaning[] => {
    const meaning = kinds[kind];
    return meaning === undefined ? [] : [{ kind: meaning, id, label: language === 'en' ? labelEn : labelFr }];
  });
  return { text, suggestions };
}
