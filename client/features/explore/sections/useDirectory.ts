import { useApolloClient, useQuery } from '@apollo/client/react';
import { useEffect } from 'react';
import { ExploreDirectoryDocument } from '../../../graphql/generated/graphql';
import { useLanguage } from '../../../i18n/useLanguage';
import { toFilter } from '../state/exploreState';
import type { DirectoryRow } from '../exports/directoryFiles';
import type { Explore } from '../state/useExplore';

function useVariables(explore: Explore) {
  const language = useLanguage();
  const among = explore.view?.walkedActorIds;
  return { filter: toFilter(explore.state), among: among && among.length > 0 ? among : null, language };
}

/**
 * The actors that match, of those walked where one walked: what the table and the cards show. A long directory comes by pages,
 * one after the other, and `directory` grows.
 */
export function useDirectory(explore: Explore) {
  const variables = useVariables(explore);
  const query = useQuery(ExploreDirectoryDocument, { variables, skip: !explore.view });
  const { data, loading, error, fetchMore } = query;
  const come = data?.directory?.rows.length ?? 0;
  const isPartial = come > 0 && come < (data?.directory?.total ?? 0);
  useEffect(() => {
    // A page that does not come is asked for again with the next change.
    if (isPartial && !loading && !error) fetchMore({ variables: { after: come } }).catch(() => undefined);
  }, [isPartial, loading, error, come, fetchMore]);
  return { query, directory: (data ?? query.previousData)?.directory };
}

/** Reads every row of the directory, for a file. It throws when a page does not come: no file is better than part of one. */
export function useWholeDirectory(explore: Explore): () => Promise<DirectoryRow[]> {
  const client = useApolloClient();
  const variables = useVariables(explore);
  return async () => {
    for (let after = 0; ;) {
      const { data, error } = await client.query({
        query: ExploreDirectoryDocument,
        variables: { ...variables, after },
        fetchPolicy: 'network-only',
      });
      const directory = data?.directory;
      if (error || !directory) throw error ?? new Error('no directory came');
      if (directory.rows.length >= directory.total || directory.rows.length <= after)
        return [...directory.rows];
      after = directory.rows.length;
    }
  };
}
