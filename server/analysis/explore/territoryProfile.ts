import type { ActorFacts } from './actorFacts';
import type { ExploreRows, StopRow } from './exploreRows';

/** What one knows of a territory of any level. */
export interface TerritoryProfile {
  id: string;
  /** Ids of the territories it is part of, the smallest first. */
  above: string[];
  /** Ids of the territories of the next level down, by name. */
  below: string[];
  /** Known population of its communes, and how many of them are of unknown population. */
  population: number | null;
  communes: number;
  communesOfUnknownPopulation: number;
  /** Actors that stand in it, by name. */
  actorIds: string[];
  /** Actors that stand elsewhere and say they serve it. */
  servingActorIds: string[];
  /** Stops that took place in it, the latest first. */
  stops: StopRow[];
  /** Families that other territories of the region have and it has not, the most frequent first. */
  absentFamilies: { family: string; elsewhere: number }[];
  /** Territories of its level in the larger one it is part of, itself included, by actors for 100,000 people. */
  peers: { territoryId: string; actors: number; population: number | null; stops: number }[];
}

/** Reads of a region that every profile needs, made once. */
export interface TerritoryIndex {
  rows: ExploreRows;
  actors: readonly ActorFacts[];
  /** Communes of each territory, itself for a commune. */
  communesOf: ReadonlyMap<string, readonly string[]>;
  /** Territories each is part of, the smallest first. */
  aboveOf: ReadonlyMap<string, readonly string[]>;
}

const levels = ['COMMUNE', 'EPCI', 'DEPARTMENT', 'FORMER_REGION', 'REGION'];

/** Indexes the communes of every territory. A commune counts once in each, whichever way it is part of it. */
export function territoryIndex(rows: ExploreRows, actors: readonly ActorFacts[]): TerritoryIndex {
  const territory = new Map(rows.territories.map((each) => [each.id, each]));
  const rank = (id: string): number => levels.indexOf(territory.get(id)?.level ?? 'COMMUNE');
  const climb = (ids: readonly string[]): string[] => {
    const seen = new Set<string>();
    const follow = (id: string): void => {
      if (seen.has(id)) return;
      seen.add(id);
      territory.get(id)?.partOf.forEach(follow);
    };
    ids.forEach(follow);
    return [...seen].sort((x, y) => rank(x) - rank(y));
  };
  const aboveOf = new Map<string, string[]>();
  const communesOf = new Map<string, string[]>(rows.territories.map(({ id }) => [id, []]));
  for (const { id, epci, department } of rows.communes) {
    const above = climb([epci, department].filter((each) => each !== null));
    aboveOf.set(id, above);
    communesOf.set(id, [id]);
    for (const each of above) communesOf.get(each)?.push(id);
  }
  for (const { id, partOf } of rows.territories) {
    const throughCommunes = aboveOf.get(communesOf.get(id)?.[0] ?? '') ?? [];
    const above = partOf.length > 0 ? climb(partOf) : throughCommunes.filter((each) => rank(each) > rank(id));
    aboveOf.set(id, above);
  }
  return { rows, actors, communesOf, aboveOf };
}

/**
 * What stands in a territory, what it received, and how it compares with its peers.
 *
 * An EPCI may cross a département: the one its first commune is part of is named above it, and peers of an EPCI are
 * those of the region.
 *
 * @returns `null` for an unknown territory
 */
export function territoryProfile(index: TerritoryIndex, id: string): TerritoryProfile | null {
  const communes = index.communesOf.get(id);
  if (!communes) return null;
  const inside = new Set(communes);
  const here = index.actors.filter(({ commune }) => commune !== null && inside.has(commune));
  const stops = index.rows.stops.filter(({ commune }) => commune !== null && inside.has(commune));
  return {
    id,
    above: [...(index.aboveOf.get(id) ?? [])],
    below: below(index, id),
    ...people(index, communes),
    actorIds: here.map((actor) => actor.id),
    servingActorIds: index.actors
      .filter((actor) => actor.territories.includes(id) && !here.includes(actor))
      .map((actor) => actor.id),
    stops: [...stops].sort((x, y) => ((x.start ?? '') < (y.start ?? '') ? 1 : -1)),
    absentFamilies: absentFamilies(index.actors, here),
    peers: peers(index, id),
  };
}

function people(
  { rows }: TerritoryIndex,
  communes: readonly string[],
): Pick<TerritoryProfile, 'population' | 'communes' | 'communesOfUnknownPopulation'> {
  const inside = new Set(communes);
  const known = rows.communes.filter(({ id }) => inside.has(id)).map(({ population }) => population);
  const counted = known.filter((population) => population !== null);
  return {
    population: counted.length > 0 ? counted.reduce((sum, each) => sum + each, 0) : null,
    communes: communes.length,
    communesOfUnknownPopulation: known.length - counted.length,
  };
}

function below({ rows, communesOf, aboveOf }: TerritoryIndex, id: string): string[] {
  const level = rows.territories.find((each) => each.id === id)?.level;
  const nameOf = new Map([...rows.communes, ...rows.territories].map((each) => [each.id, each.name]));
  const byName = (x: string, y: string): number => nameOf.get(x)!.localeCompare(nameOf.get(y)!, 'fr');
  if (level === 'EPCI') return [...(communesOf.get(id) ?? [])].sort(byName);
  if (level === 'DEPARTMENT') {
    const epcis = new Set((communesOf.get(id) ?? []).flatMap((commune) => aboveOf.get(commune) ?? []));
    return rows.territories
      .filter((each) => each.level === 'EPCI' && epcis.has(each.id))
      .map((each) => each.id)
      .sort(byName);
  }
  return rows.territories
    .filter(({ partOf }) => partOf.includes(id))
    .map((each) => each.id)
    .sort(byName);
}

function absentFamilies(
  all: readonly ActorFacts[],
  here: readonly ActorFacts[],
): TerritoryProfile['absentFamilies'] {
  const present = new Set(here.map(({ family }) => family));
  const elsewhere = new Map<string, number>();
  for (const { family } of all)
    if (!present.has(family)) elsewhere.set(family, (elsewhere.get(family) ?? 0) + 1);
  return [...elsewhere]
    .map(([family, count]) => ({ family, elsewhere: count }))
    .sort((x, y) => y.elsewhere - x.elsewhere || (x.family < y.family ? -1 : 1));
}

function peers(index: TerritoryIndex, id: string): TerritoryProfile['peers'] {
  const { rows, communesOf, aboveOf } = index;
  const level = rows.territories.find((each) => each.id === id)?.level;
  const epci = rows.communes.find((each) => each.id === id)?.epci;
  const ids = level
    ? rows.territories.filter((each) => each.level === level).map((each) => each.id)
    : rows.communes.filter((each) => epci != null && each.epci === epci).map((each) => each.id);
  const regional = ids.filter(
    (each) => each === id || (aboveOf.get(each)?.length ?? 0) > 0 || level === 'REGION',
  );
  const counts = countByCommune(index);
  const found = regional.map((territoryId) => {
    const communes = communesOf.get(territoryId) ?? [];
    const sum = (of: ReadonlyMap<string, number>): number =>
      communes.reduce((total, commune) => total + (of.get(commune) ?? 0), 0);
    return {
      territoryId,
      actors: sum(counts.actors),
      stops: sum(counts.stops),
      population: people(index, communes).population,
    };
  });
  const rate = ({ actors, population }: (typeof found)[number]): number =>
    population ? actors / population : -1;
  return found.sort((x, y) => rate(y) - rate(x) || (x.territoryId < y.territoryId ? -1 : 1));
}

function countByCommune({ actors, rows }: TerritoryIndex): {
  actors: Map<string, number>;
  stops: Map<string, number>;
} {
  const count = (communes: readonly (string | null)[]): Map<string, number> => {
    const counts = new Map<string, number>();
    for (const commune of communes) if (commune !== null) counts.set(commune, (counts.get(commune) ?? 0) + 1);
    return counts;
  };
  return {
    actors: count(actors.map(({ commune }) => commune)),
    stops: count(rows.stops.map(({ commune }) => commune)),
  };
}
