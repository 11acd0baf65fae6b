import type { Tie, TieKind } from '../network/tieColumns';
import type { ContributionRow, ExploreRows } from './exploreRows';

/** A tie and what one needs to tell it in a sentence. */
export interface RegionTie extends Tie {
  /** `Partnership`, `Production` or `Event`: the label of the node that `id` names. */
  proof: 'PARTNERSHIP' | 'PRODUCTION' | 'EVENT';
  /** Kind of the partnership; `null` for a production or a stop. */
  partnershipKind: string | null;
  /** What the partnership is about, or the production both took part in. */
  about: string | null;
  /** Production contributed to or shown; `null` for a partnership. */
  productionId: string | null;
}

const hierarchical = new Set(['SUPERVISED_BY', 'FACILITY_OF']);

/**
 * Every proven tie between two actors: partnerships (those of supervision and of hosting by their own kind), productions
 * both contributed to, and stops hosted by one of a production the other contributed to. Two actors may be tied
 * many times; each tie names its proof. An actor is never tied to itself.
 *
 * @returns ties in the order of partnerships, productions, stops; empty for an empty region
 */
export function regionTies({
  partnerships,
  productions,
  contributions,
  stops,
}: Pick<ExploreRows, 'partnerships' | 'productions' | 'contributions' | 'stops'>): RegionTie[] {
  const titles = new Map(productions.map(({ id, title }) => [id, title]));
  const contributors = contributorsByProduction(contributions);
  return [
    ...partnerships.map(partnershipTie).filter(({ a, b }) => a !== b),
    ...[...contributors].flatMap(([id, all]) => productionTies(id, titles.get(id) ?? id, all)),
    ...stops.flatMap((stop) => stopTies(stop, titles.get(stop.production) ?? null, contributors)),
  ];
}

function partnershipTie(row: ExploreRows['partnerships'][number]): RegionTie {
  const kind: TieKind = hierarchical.has(row.kind)
    ? 'SUPERVISION'
    : row.kind === 'HOSTING'
      ? 'HOSTING'
      : 'PARTNERSHIP';
  return {
    a: row.a,
    b: row.b,
    kind,
    id: row.partnershipId,
    start: row.start,
    end: row.end,
    sourceId: row.sourceId ?? '',
    proof: 'PARTNERSHIP',
    partnershipKind: row.kind,
    about: row.about,
    productionId: null,
  };
}

/** By production, each contributor once: at its first known year. */
function contributorsByProduction(
  rows: readonly ContributionRow[],
): Map<string, Map<string, ContributionRow>> {
  const found = new Map<string, Map<string, ContributionRow>>();
  for (const row of rows) {
    let all = found.get(row.production);
    if (!all) found.set(row.production, (all = new Map()));
    const known = all.get(row.actor);
    if (!known || (row.year !== null && (known.year === null || row.year < known.year)))
      all.set(row.actor, row);
  }
  return found;
}

function productionTies(id: string, title: string, all: Map<string, ContributionRow>): RegionTie[] {
  const rows = [...all.values()].sort((x, y) => (x.actor < y.actor ? -1 : 1));
  return rows.flatMap((first, place) =>
    rows.slice(place + 1).map((second): RegionTie => {
      const years = [first.year, second.year].filter((year) => year !== null);
      return {
        a: first.actor,
        b: second.actor,
        kind: 'CONTRIBUTION',
        id,
        start: years.length > 0 ? Math.max(...years) : null,
        end: null,
        sourceId: first.sourceId ?? second.sourceId ?? '',
        proof: 'PRODUCTION',
        partnershipKind: null,
        about: title,
        productionId: id,
      };
    }),
  );
}

function stopTies(
  stop: ExploreRows['stops'][number],
  title: string | null,
  contributors: Map<string, Map<string, ContributionRow>>,
): RegionTie[] {
  const { actor } = stop;
  if (actor === null) return [];
  return [...(contributors.get(stop.production)?.keys() ?? [])]
    .filter((contributor) => contributor !== actor)
    .sort()
    .map((contributor) => ({
      a: actor,
      b: contributor,
      kind: 'HOSTING',
      id: stop.eventId,
      start: stop.start,
      end: stop.end ?? stop.start,
      sourceId: stop.sourceId ?? '',
      proof: 'EVENT',
      partnershipKind: null,
      about: title,
      productionId: stop.production,
    }));
}
