import type { PossibleTypesMap, TypePolicies } from '@apollo/client';

/**
 * What makes two objects the same in the cache. Stored things have an `id` of their own, which Apollo knows by itself;
 * an answer of the search only points at them and must not be mistaken for another of another kind.
 */
export const typePolicies: TypePolicies = {
  SearchHit: { keyFields: false },
  // The same thing seen in two views of the network is not the same: its step and its ways differ.
  CanvasNode: { keyFields: false },
};

/** The types behind each interface, so that a fragment on `Actor` or `Territory` reads every one of them. */
export const possibleTypes: PossibleTypesMap = {
  Actor: ['Structure', 'Lab', 'Person'],
  Territory: ['Commune', 'Epci', 'Department', 'FormerRegion', 'Region'],
};
