import { useQuery } from '@apollo/client/react';
import { ExploreDirectoryDocument } from '../../../graphql/generated/graphql';
import { useLanguage } from '../../../i18n/useLanguage';
import { toFilter } from '../state/exploreState';
import type { Explore } from '../state/useExplore';

/** The actors that match, of those walked where one walked: what the table and the cards show. */
export function useDirectory(explore: Explore) {
  const language = useLanguage();
  const among = explore.view?.walkedActorIds;
  const query = useQuery(ExploreDirectoryDocument, {
    variables: { filter: toFilter(explore.state), among: among && among.length > 0 ? among : null, language },
    skip: !explore.view,
  });
  return { query, directory: (query.data ?? query.previousData)?.directory };
}
