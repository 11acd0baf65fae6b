import type { PossibleTypesMap, TypePolicies } from '@apollo/client';

/**
 * What makes two objects the same in the cache. Stored things have an `id` of their own, which Apollo knows by itself;
 * an answer of the search only points at them and must not be mistaken for another of another kind.
 */
export const typePolicies: TypePolicies = {
  Query: {
    fields: {
      // Pages of one directory are one list, which grows as they come.
      directory: {
        keyArgs: ['filter', 'among', 'order', 'first', 'language'],
        merge: (known: DirectoryPages | undefined, page: DirectoryPages, { args }): DirectoryPages => {
          const after = Number(args?.['after'] ?? 0);
          return { ...page, rows: [...(known?.rows ?? []).slice(0, after), ...(page.rows ?? [])] };
        },
      },
    },
  },
  SearchHit: { keyFields: false },
  // The same thing seen in two views of the network is not the same: its step and its ways differ.
  CanvasNode: { keyFields: false },
};

/** What is kept of a directory. */
interface DirectoryPages {
  rows?: readonly unknown[];
}

/** The types behind each interface, so that a fragment on `Actor` or `Territory` reads every one of them. */
export const possibleTypes: PossibleTypesMap = {
  Actor: ['Structure', 'Lab', 'Person'],
  Territory: ['Commune', 'Epci', 'Department', 'FormerRegion', 'Region'],
};
