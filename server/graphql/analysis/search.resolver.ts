import { Arg, Ctx, Int, Query, Resolver } from 'type-graphql';
import { z } from 'zod';
import { readSearch, type SearchRow } from '../../graph/readSearch';
import type { ApiContext } from '../context';
import { parseArguments } from '../parseArguments';
import { SearchHit, SearchKind } from './search.type';

const searchArguments = z.object({
  text: z.string().max(200, 'is longer than 200 characters'),
  kinds: z.array(z.enum(SearchKind)).nullish(),
  limit: z.number().int().min(1).max(100),
  language: z.enum(['fr', 'en'], 'is neither fr nor en'),
});

const toLabel = (kind: SearchKind) => (kind[0] + kind.slice(1).toLowerCase()) as SearchRow['kind'];

/** Serves `search`. */
@Resolver()
export class SearchResolver {
  /** Things that a text names, of every kind, best first. */
  @Query(() => [SearchHit], {
    nullable: true,
    complexity: 20,
    description:
      'Things that a text names, best first: accents, plurals, one typing error, acronyms, beginnings and word order are forgiven.',
  })
  async search(
    @Arg('text', () => String, { description: 'What is looked for, at most 200 characters.' }) text: string,
    @Arg('kinds', () => [SearchKind], { nullable: true, description: 'Kinds to keep; all when absent.' })
    kinds: SearchKind[] | null,
    @Arg('limit', () => Int, { defaultValue: 20, description: 'At most so many, 1 to 100.' }) limit: number,
    @Arg('language', () => String, { defaultValue: 'fr', description: 'Language of labels: fr or en.' })
    language: string,
    @Ctx() { database }: ApiContext,
  ): Promise<SearchHit[]> {
    const asked = parseArguments(searchArguments, { text, kinds, limit, language });
    const rows = await readSearch(database, asked.text, asked.kinds?.map(toLabel) ?? null, asked.limit);
    return rows.map(({ kind, labelFr, labelEn, whole: _whole, ...row }) => ({
      ...row,
      kind: kind.toUpperCase() as SearchKind,
      label: asked.language === 'en' ? labelEn : labelFr,
    }));
  }
}
