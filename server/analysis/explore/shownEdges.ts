import { kindsOf, spanOf, type ExploreEdge, type ExploreGraph } from './exploreGraph';
import type { ShownEdge } from './networkView';
import type { RegionTie } from './regionTies';

/**
 * Every relation between shown nodes, its ties filtered. Where there is no room for all: first those that hold together what is
 * held together (a maximum spanning forest, Kruskal 1956, doi:10.1090/S0002-9939-1956-0078686-7), so that nobody looks alone
 * who is not; then relations that are no tie, which one asked for by name, then the strongest ties.
 *
 * @param most - edges at most
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
  const ranked = found.toSorted((x, y) => rank(y) - rank(x) || 0);
  const edges = holdingFirst(ranked).slice(0, Math.max(0, most));
  return { edges, edgesLeftOut: found.length - edges.length };
}

/** The same edges, those first that join nodes which no earlier one does. */
function holdingFirst(edges: readonly ShownEdge[]): ShownEdge[] {
  const parents = new Map<number, number>();
  const rootOf = (place: number): number => {
    let root = place;
    for (let parent = parents.get(root); parent !== undefined; parent = parents.get(root)) {
      const above = parents.get(parent);
      if (above !== undefined) parents.set(root, above);
      root = parent;
    }
    return root;
  };
  const holds = edges.map(({ edge }) => {
    const [source, target] = [rootOf(edge.source), rootOf(edge.target)];
    if (source !== target) parents.set(source, target);
    return source !== target;
  });
  return [...edges.filter((_, index) => holds[index]), ...edges.filter((_, index) => !holds[index])];
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
