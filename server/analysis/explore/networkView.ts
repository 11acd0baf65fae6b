import type { TieKind } from '../network/tieColumns';
import type { ExploreEdge, ExploreGraph, NodeKind, Relation } from './exploreGraph';
import { relations } from './exploreGraph';
import { shownEdges } from './shownEdges';
import { anyTie, keepsTie, type TieFilter } from './tieFilter';

/** One step from a node along one relation. */
export interface Expansion {
  key: string;
  relation: Relation;
  /** Neighbours taken at most, the most tied first. */
  most: number;
}

/** What one asks to see. */
export interface ViewRequest {
  /** Keys of the nodes one starts from; unknown ones are named in the answer. */
  seeds: readonly string[];
  /** Whether filters leave the nodes one started from alone; so when they were chosen one by one. */
  keepSeeds: boolean;
  expansions: readonly Expansion[];
  /** Keys taken away by hand. */
  hidden: readonly string[];
  /** Kinds of node to keep; empty for all. */
  nodeKinds: readonly NodeKind[];
  /** Whether an actor, by its place among the nodes, passes the filters. */
  keepsActor: (place: number) => boolean;
  ties: TieFilter;
  /** Nodes and edges drawn at most. */
  mostElements: number;
}

/** A relation one may follow from a node. */
export interface Way {
  relation: Relation;
  /** Neighbours along it, ties filtered. */
  total: number;
  /** Of which shown. */
  shown: number;
}

/** A node that is shown. */
export interface ShownNode {
  place: number;
  /** Steps from the nodes one started from. */
  step: number;
  /** Key of the node by whose expansion it came; `null` where one started. */
  from: string | null;
  ways: Way[];
}

/** An edge that is shown. */
export interface ShownEdge {
  edge: ExploreEdge;
  weight: number;
  kinds: TieKind[];
  /** Known bounds of its ties, as years; `null` when none is dated. */
  firstYear: number | null;
  lastYear: number | null;
}

/** What is shown and, counted, what is not. */
export interface NetworkView {
  nodes: ShownNode[];
  edges: ShownEdge[];
  hiddenByFilters: number;
  hiddenByHand: number;
  /** Neighbours an expansion left out because it takes so many at most, or because the canvas is full. */
  leftOut: { key: string; relation: Relation; count: number }[];
  /** Nodes that pass and that the canvas had no room for: those least tied of those one started from, then of those farthest. */
  nodesLeftOut: number;
  /** Edges between shown nodes that the canvas had no room for; see `shownEdges` for which. */
  edgesLeftOut: number;
  unknownKeys: string[];
  /** Places of everything that was walked, shown or hidden. */
  walked: number[];
}

interface Member {
  place: number;
  step: number;
  from: string | null;
}

/**
 * What one sees after a walk: the nodes one started from, those that each expansion brought, and every relation
 * between them; filters hide, they never change what was walked. A whole region is the walk that starts from all
 * its actors.
 *
 * A node all of whose relations to the others are filtered
 * out by kind or date is hidden with them.
 */
export function networkView(graph: ExploreGraph, request: ViewRequest): NetworkView {
  const { members, leftOut, unknownKeys } = walk(graph, request);
  const byHand = new Set(request.hidden);
  const seen = [...members.values()].filter(({ place }) => !byHand.has(graph.nodes[place]!.key));
  const keepTie = keepsTie(request.ties);
  const passing = seen.filter(
    ({ place, step }) => (step === 0 && request.keepSeeds) || passes(graph, request, place),
  );
  const kept = dropUntied(graph, passing, keepTie, isFiltering(request.ties));
  const nodes = mostTied(graph, kept, mostNodes(request.mostElements));
  const shown = new Set(nodes.map(({ place }) => place));
  const { edges, edgesLeftOut } = shownEdges(graph, shown, keepTie, request.mostElements - nodes.length);
  return {
    nodes: nodes.map((member) => ({ ...member, ways: waysFrom(graph, member.place, shown, keepTie) })),
    edges,
    hiddenByFilters: seen.length - kept.length,
    hiddenByHand: members.size - seen.length,
    leftOut: leftOut.filter(({ count }) => count > 0),
    nodesLeftOut: kept.length - nodes.length,
    edgesLeftOut,
    unknownKeys,
    walked: [...members.keys()],
  };
}

/** Of what the canvas holds, so much may be nodes: without room for edges they would say nothing. */
function mostNodes(mostElements: number): number {
  return Math.ceil((2 * mostElements) / 3);
}

/** As many members as there is room for, nearest to where one started first, then those with most relations. */
function mostTied(graph: ExploreGraph, members: readonly Member[], most: number): readonly Member[] {
  if (members.length <= most) return members;
  const degree = ({ place }: Member): number => graph.edgesAt[place]!.length;
  return members.toSorted((x, y) => x.step - y.step || degree(y) - degree(x)).slice(0, most);
}

function passes(graph: ExploreGraph, request: ViewRequest, place: number): boolean {
  const { kind } = graph.nodes[place]!;
  if (request.nodeKinds.length > 0 && !request.nodeKinds.includes(kind)) return false;
  return kind !== 'ACTOR' || request.keepsActor(place);
}

function isFiltering({ kinds, from, to }: TieFilter): boolean {
  return kinds.length > 0 || from !== null || to !== null;
}

function walk(
  graph: ExploreGraph,
  request: ViewRequest,
): { members: Map<number, Member>; leftOut: NetworkView['leftOut']; unknownKeys: string[] } {
  const members = new Map<number, Member>();
  const unknownKeys: string[] = [];
  for (const key of request.seeds) {
    const place = graph.places.get(key);
    if (place === undefined) unknownKeys.push(key);
    else members.set(place, { place, step: 0, from: null });
  }
  const leftOut: NetworkView['leftOut'] = [];
  for (const { key, relation, most } of request.expansions) {
    const place = graph.places.get(key);
    const origin = place === undefined ? undefined : members.get(place);
    if (!origin) {
      if (place === undefined) unknownKeys.push(key);
      continue;
    }
    const found = neighbours(graph, origin.place, relation);
    const room = Math.max(0, mostNodes(request.mostElements) - members.size);
    const fresh = found.filter((other) => !members.has(other));
    const already = found.length - fresh.length;
    const taken = fresh.slice(0, Math.min(Math.max(0, most - already), room));
    for (const other of taken) members.set(other, { place: other, step: origin.step + 1, from: key });
    leftOut.push({ key, relation, count: fresh.length - taken.length });
  }
  return { members, leftOut: recount(leftOut, graph, members), unknownKeys };
}

/** What one expansion left out, a later one may have brought. */
function recount(
  leftOut: NetworkView['leftOut'],
  graph: ExploreGraph,
  members: ReadonlyMap<number, Member>,
): NetworkView['leftOut'] {
  const last = new Map(leftOut.map((entry) => [`${entry.key} ${entry.relation}`, entry]));
  return [...last.values()].map(({ key, relation }) => ({
    key,
    relation,
    count: neighbours(graph, graph.places.get(key)!, relation).filter((other) => !members.has(other)).length,
  }));
}

/** Neighbours along a relation, those with most in common first, then the best tied, then by key. */
export function neighbours(graph: ExploreGraph, place: number, relation: Relation): number[] {
  const weights = new Map<number, number>();
  for (const index of graph.edgesAt[place]!) {
    const { relation: its, source, target, weight } = graph.edges[index]!;
    if (its === relation) weights.set(source === place ? target : source, weight);
  }
  const degree = (other: number): number => graph.edgesAt[other]!.length;
  return [...weights]
    .sort(
      ([x, xWeight], [y, yWeight]) =>
        yWeight - xWeight || degree(y) - degree(x) || (graph.nodes[x]!.key < graph.nodes[y]!.key ? -1 : 1),
    )
    .map(([other]) => other);
}

function dropUntied(
  graph: ExploreGraph,
  members: readonly Member[],
  keepTie: ReturnType<typeof keepsTie>,
  filtering: boolean,
): Member[] {
  if (!filtering) return [...members];
  const loaded = new Set(members.map(({ place }) => place));
  return members.filter(({ place, step }) => {
    if (step === 0) return true;
    const inside = graph.edgesAt[place]!.map((index) => graph.edges[index]!).filter(
      ({ source, target }) => loaded.has(source) && loaded.has(target),
    );
    return inside.length === 0 || inside.some((edge) => edge.relation !== 'TIE' || edge.ties.some(keepTie));
  });
}

function waysFrom(
  graph: ExploreGraph,
  place: number,
  shown: ReadonlySet<number>,
  keepTie: ReturnType<typeof keepsTie>,
): Way[] {
  const found = new Map<Relation, Way>();
  for (const index of graph.edgesAt[place]!) {
    const edge = graph.edges[index]!;
    if (edge.relation === 'TIE' && !edge.ties.some(keepTie)) continue;
    const way = found.get(edge.relation) ?? { relation: edge.relation, total: 0, shown: 0 };
    way.total++;
    if (shown.has(edge.source === place ? edge.target : edge.source)) way.shown++;
    found.set(edge.relation, way);
  }
  return relations.flatMap((relation) => found.get(relation) ?? []);
}

/** A request for all that is around some nodes, one step, nothing filtered. */
export function openRequest(seeds: readonly string[], expansions: readonly Expansion[] = []): ViewRequest {
  return {
    seeds,
    keepSeeds: true,
    expansions,
    hidden: [],
    nodeKinds: [],
    keepsActor: () => true,
    ties: anyTie,
    mostElements: 1500,
  };
}
