import { useQuery } from '@apollo/client/react';
import type { SearchAnswer } from '../../components/search/searchTypes';
import { SearchDocument } from '../../graphql/generated/graphql';

/** How many answers the list under the box holds. */
const LIMIT = 8;

/** Asks the API what matches a text, best first; the last answer stays while the next one comes. */
export function useGraphSearch(text: string): SearchAnswer {
  const { data, previousData, loading, error } = useQuery(SearchDocument, {
    variables: { text, limit: LIMIT },
    skip: text === '',
  });
  const hits = (data ?? previousData)?.search;
  return { hits: hits?.filter((hit) => hit != null) ?? [], loading, error };
}
