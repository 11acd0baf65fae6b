import { useQuery } from '@apollo/client/react';
import type { SearchAnswer } from '../../components/search/searchTypes';
import { SearchDocument } from '../../graphql/generated/graphql';
import { useLanguage } from '../../i18n/useLanguage';

/** How many answers the list under the box holds. */
const LIMIT = 8;

/** Asks the API what matches a text, best first; the last answer stays while the next one comes. */
export function useGraphSearch(text: string): SearchAnswer {
  const language = useLanguage();
  const { data, previousData, loading, error } = useQuery(SearchDocument, {
    variables: { text, limit: LIMIT, language },
    skip: text === '',
  });
  return { hits: (data ?? previousData)?.search ?? [], loading, error };
}
