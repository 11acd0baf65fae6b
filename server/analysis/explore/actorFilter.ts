import type { ActorFacts } from './actorFacts';

/** How old the latest dated statement about an actor is. */
export const ages = ['UNDER_2_YEARS', 'FROM_2_TO_5_YEARS', 'OVER_5_YEARS', 'UNDATED'] as const;
export type StatementAge = (typeof ages)[number];

/** What may be asked of actors. Within a list: any of them; between lists: all. An empty list asks nothing. */
export interface ActorFilter {
  /** Ids among which to stay, as a search found them; `null` for all. */
  found: ReadonlySet<string> | null;
  families: readonly string[];
  kinds: readonly string[];
  phases: readonly string[];
  /** A broader competence stands for those under it. */
  competences: readonly string[];
  themes: readonly string[];
  /** Of any level. */
  territories: readonly string[];
  has: readonly ('NEEDS' | 'OFFERS')[];
  known: readonly ('DECLARED' | 'TO_DECLARE')[];
  ages: readonly StatementAge[];
}

/** Asks nothing. */
export const anyActor: ActorFilter = {
  found: null,
  families: [],
  kinds: [],
  phases: [],
  competences: [],
  themes: [],
  territories: [],
  has: [],
  known: [],
  ages: [],
};

/** The parts of a filter that are lists of values, each of which is counted. */
export const facetNames = [
  'families',
  'kinds',
  'phases',
  'competences',
  'themes',
  'territories',
  'has',
  'known',
  'ages',
] as const;
export type FacetName = (typeof facetNames)[number];

/** By facet, how many actors have each value, given every other choice. */
export type FacetCounts = Readonly<Record<FacetName, ReadonlyMap<string, number>>>;

/** Age of the latest statement, in whole years from the year of the date given. */
export function statementAge(latest: string | null, year: number): StatementAge {
  const stated = Number(latest?.slice(0, 4));
  if (!latest || !Number.isFinite(stated)) return 'UNDATED';
  if (year - stated < 2) return 'UNDER_2_YEARS';
  return year - stated <= 5 ? 'FROM_2_TO_5_YEARS' : 'OVER_5_YEARS';
}

/** The values an actor has in a facet. */
function valuesOf(facts: ActorFacts, facet: FacetName, year: number): Iterable<string> {
  switch (facet) {
    case 'families':
      return [facts.family];
    case 'kinds':
      return [facts.kind];
    case 'phases':
      return facts.phases;
    case 'competences':
      return facts.competences;
    case 'themes':
      return facts.themes;
    case 'territories':
      return facts.territories;
    case 'has':
      return [...(facts.needs > 0 ? ['NEEDS'] : []), ...(facts.offers > 0 ? ['OFFERS'] : [])];
    case 'known':
      return [facts.declared ? 'DECLARED' : 'TO_DECLARE'];
    case 'ages':
      return [statementAge(facts.latest, year)];
  }
}

/**
 * Filters actors and counts every facet, each by what the other choices leave.
 *
 * @param year - the year of the day, for the age of statements
 * @returns places of the actors that match, in order; counts hold no zero
 */
export function filterActors(
  actors: readonly ActorFacts[],
  filter: ActorFilter,
  year: number,
): { matching: number[]; counts: FacetCounts } {
  const counts = Object.fromEntries(facetNames.map((facet) => [facet, new Map<string, number>()])) as Record<
    FacetName,
    Map<string, number>
  >;
  const asked = facetNames
    .filter((facet) => filter[facet].length > 0)
    .map((facet) => ({ facet, wanted: new Set<string>(filter[facet]) }));
  const matching: number[] = [];
  actors.forEach((facts, place) => {
    if (filter.found && !filter.found.has(facts.id)) return;
    const failed = asked.filter(({ facet, wanted }) => !hasAny(valuesOf(facts, facet, year), wanted));
    if (failed.length === 0) matching.push(place);
    if (failed.length > 1) return;
    const counted = failed[0] ? [failed[0].facet] : facetNames;
    for (const facet of counted)
      for (const value of new Set(valuesOf(facts, facet, year)))
        counts[facet].set(value, (counts[facet].get(value) ?? 0) + 1);
  });
  return { matching, counts };
}

function hasAny(values: Iterable<string>, wanted: ReadonlySet<string>): boolean {
  for (const value of values) if (wanted.has(value)) return true;
  return false;
}
