import { kindsOf, spanOf, type ExploreEdge, type ExploreGraph } from './exploreGraph';
import type { ShownEdge } from './networkView';
import type { RegionTie } from './regionTies';

/**
 * Every relation between shown nodes, its ties filtered.
 *
 * @param most - edges at most; the weakest are left out, ties between actors first
 */
export function shownEdges(
  graph: ExploreGraph,
  shown: ReadonlySet<number>,
  keepTie: (tie: RegionTie) => boolean,
  most: number,
): { edges: ShownEdge[]; edgesLeftOut: number } {
  const found: ShownEdge[] = [];
  for (const place of shown)
    for (const index of graph.edgesAt[place]!) {
      const edge = graph.edges[index]!;
      if (edge.source !== place || !shown.has(edge.target)) continue;
      const toldEdge = tellEdge(edge, keepTie);
      if (toldEdge) found.push(toldEdge);
    }
  if (found.length <= most) return { edges: found, edgesLeftOut: 0 };
  const rank = ({ edge, weight }: ShownEdge): number => (edge.relation === 'TIE' ? weight : Infinity);
  found.sort((x, y) => rank(y) - rank(x) || 0);
  return { edges: found.slice(0, Math.max(0, most)), edgesLeftOut: found.length - Math.max(0, most) };
}

/** An edge with what is left of its ties; `null` when nothing is. */
export function tellEdge(edge: ExploreEdge, keepTie: (tie: RegionTie) => boolean): ShownEdge | null {
  if (edge.relation !== 'TIE')
    return { edge, weight: edge.weight, kinds: [], firstYear: null, lastYear: null };
  const ties = edge.ties.filter(keepTie);
  if (ties.length === 0) return null;
  const starts = ties.map((tie) => spanOf(tie).start).filter((date) => !Number.isNaN(date));
  const ends = ties
    .map((tie) => spanOf(tie))
    .map(({ start, end }) => (Number.isNaN(end) ? start : end))
    .filter((date) => !Number.isNaN(date));
  return {
    edge,
    weight: new Set(ties.map(({ kind, id }) => `${kind} ${id}`)).size,
    kinds: kindsOf(ties),
    firstYear: starts.length > 0 ? Math.floor(Math.min(...starts) / 10_000) : null,
    lastYear: ends.length > 0 ? Math.floor(Math.max(...ends) / 10_000) : null,
  };
}
