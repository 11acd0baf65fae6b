import { createContext, useContext } from 'react';

/** Characters that what is looked for may have; the API refuses more. */
export const longestSearch = 200;

/** What a search finds. */
export type SearchKind = 'ACTOR' | 'COMPETENCE' | 'THEME' | 'PRODUCTION' | 'TERRITORY' | 'SOURCE';

/** One answer of the search, best first. */
export interface SearchHit {
  kind: SearchKind;
  id: string;
  label: string;
  acronym?: string | null;
  /** What tells it from another of the same name: commune, département, publisher. */
  detail?: string | null;
  /** Family of an actor. */
  family?: string | null;
}

/** What a search gives at a moment; the last answer is kept while the next one comes. */
export interface SearchAnswer {
  hits: readonly SearchHit[];
  loading: boolean;
  error?: unknown;
}

/** Asks for what matches a text; a blank text asks nothing. */
export type UseSearch = (text: string) => SearchAnswer;

const SearchContext = createContext<UseSearch>(() => ({ hits: [], loading: false }));

/** Gives every search box the hook that asks the API. */
export const SearchProvider = SearchContext.Provider;

/** The answer of the API to a text, by the hook given to {@link SearchProvider}. */
export function useSearch(text: string): SearchAnswer {
  return useContext(SearchContext)(text);
}

const folders: Record<SearchKind, string> = {
  ACTOR: 'acteurs',
  COMPETENCE: 'competences',
  THEME: 'themes',
  PRODUCTION: 'productions',
  TERRITORY: 'territoires',
  SOURCE: 'sources',
};

/** The address of the page of what was found. */
export function hitPath({ kind, id }: Pick<SearchHit, 'kind' | 'id'>): string {
  return `/${folders[kind]}/${encodeURIComponent(id)}`;
}
