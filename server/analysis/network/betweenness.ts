import type { Graph } from '../graph';
import { createRandom, drawIndex } from '../random';

/** Betweenness of every node and, when it was estimated, how sure it is. */
export interface Betweenness {
  /** Share of the shortest paths between two other nodes that pass through the node, in `0..1`. */
  values: Float64Array;
  /** Standard error of each value; zeros when all sources were used. */
  standardErrors: Float64Array;
  /** Sources from which paths were followed. */
  pivotCount: number;
  exact: boolean;
}

/** What the count of paths may be told. */
export interface BetweennessOptions {
  /** Sources drawn without repetition; all nodes when left out or not fewer than the nodes. */
  pivots?: number;
  /** Seed of the draw; 1 when left out. */
  seed?: number;
}

/** A breadth-first search that counts paths, and what it reuses from one source to the next. */
interface Search {
  /** The graph renumbered so that nodes met together lie together in memory. */
  offsets: Uint32Array;
  neighbours: Uint32Array;
  distance: Int32Array;
  paths: Float64Array;
  dependency: Float64Array;
  queue: Uint32Array;
  /** Arcs of the shortest paths, as the node they come from, in the order in which they were met. */
  parents: Uint32Array;
  /** For each place in the queue, where its arcs end in `parents`. */
  parentEnds: Uint32Array;
}

/**
 * Betweenness: `b(v) = 2 ÷ ((n−1)(n−2)) · Σ σ(s,t|v) ÷ σ(s,t)` over pairs of other nodes, by hops (weights do not
 * count). Exact, or estimated from seeded pivots: the mean over the pivots of what each source adds, times n,
 * with the standard error of that mean (finite population). Fewer than three nodes: zeros.
 *
 * Reference: Freeman (1977), doi:10.2307/3033543; Brandes (2001), doi:10.1080/0022250X.2001.9990249; pivots:
 * Brandes & Pich (2007), doi:10.1142/S0218127407018403.
 *
 * @throws RangeError when `pivots` is less than 1
 */
export function betweenness(graph: Graph, { pivots, seed = 1 }: BetweennessOptions = {}): Betweenness {
  const { nodeCount } = graph;
  if (pivots !== undefined && !(pivots >= 1))
    throw new RangeError(`${pivots} pivots: at least one is needed`);
  const order = breadthFirstOrder(graph);
  const search = createSearch(graph, order);
  const exact = pivots === undefined || pivots >= nodeCount;
  const sources = exact ? undefined : drawSources(nodeCount, Math.floor(pivots), seed);
  const pivotCount = sources?.length ?? nodeCount;
  const sums = new Float64Array(nodeCount);
  const squares = exact ? undefined : new Float64Array(nodeCount);
  for (let s = 0; s < pivotCount; s++) addDependencies(search, sources ? sources[s]! : s, sums, squares);
  return scale(order, sums, squares, pivotCount, exact);
}

function scale(
  order: Uint32Array,
  sums: Float64Array,
  squares: Float64Array | undefined,
  pivotCount: number,
  exact: boolean,
): Betweenness {
  const nodeCount = order.length;
  const values = new Float64Array(nodeCount);
  const standardErrors = new Float64Array(nodeCount);
  const pairs = (nodeCount - 1) * (nodeCount - 2);
  for (let place = 0; place < nodeCount && pairs > 0; place++) {
    const mean = sums[place]! / pivotCount;
    values[order[place]!] = (mean * nodeCount) / pairs;
    if (!squares || pivotCount < 2) continue;
    const variance =
      Math.max(0, squares[place]! / pivotCount - mean * mean) * (pivotCount / (pivotCount - 1));
    const ofMean = (variance / pivotCount) * (1 - pivotCount / nodeCount);
    standardErrors[order[place]!] = (Math.sqrt(ofMean) * nodeCount) / pairs;
  }
  return { values, standardErrors, pivotCount, exact };
}

/** Sources by place, without repetition (Floyd's sampling). */
function drawSources(nodeCount: number, pivots: number, seed: number): number[] {
  const random = createRandom(seed);
  const drawn = new Set<number>();
  for (let last = nodeCount - pivots; last < nodeCount; last++) {
    const place = drawIndex(random, last + 1);
    drawn.add(drawn.has(place) ? last : place);
  }
  return [...drawn];
}

/** Nodes in the order of a walk breadth first, component after component: neighbours get near numbers. */
function breadthFirstOrder({ nodeCount, offsets, neighbours }: Graph): Uint32Array {
  const order = new Uint32Array(nodeCount);
  const seen = new Uint8Array(nodeCount);
  let end = 0;
  let head = 0;
  for (let start = 0; start < nodeCount; start++) {
    if (seen[start]) continue;
    seen[start] = 1;
    order[end++] = start;
    for (; head < end; head++) {
      const node = order[head]!;
      for (let k = offsets[node]!; k < offsets[node + 1]!; k++) {
        const neighbour = neighbours[k]!;
        if (seen[neighbour]) continue;
        seen[neighbour] = 1;
        order[end++] = neighbour;
      }
    }
  }
  return order;
}

function createSearch(graph: Graph, order: Uint32Array): Search {
  const { nodeCount } = graph;
  const placeOf = new Uint32Array(nodeCount);
  for (let place = 0; place < nodeCount; place++) placeOf[order[place]!] = place;
  const offsets = new Uint32Array(nodeCount + 1);
  const neighbours = new Uint32Array(graph.neighbours.length);
  let end = 0;
  for (let place = 0; place < nodeCount; place++) {
    const node = order[place]!;
    for (let k = graph.offsets[node]!; k < graph.offsets[node + 1]!; k++)
      neighbours[end++] = placeOf[graph.neighbours[k]!]!;
    offsets[place + 1] = end;
  }
  return {
    offsets,
    neighbours,
    distance: new Int32Array(nodeCount).fill(-1),
    paths: new Float64Array(nodeCount),
    dependency: new Float64Array(nodeCount),
    queue: new Uint32Array(nodeCount),
    parents: new Uint32Array(graph.edgeCount),
    parentEnds: new Uint32Array(nodeCount + 1),
  };
}

/** Brandes' accumulation for one source; leaves the search as it found it. */
function addDependencies(
  search: Search,
  source: number,
  sums: Float64Array,
  squares: Float64Array | undefined,
): void {
  const { distance, dependency, paths, queue, parents, parentEnds } = search;
  const reached = countPaths(search, source);
  for (let q = reached - 1; q > 0; q--) {
    const node = queue[q]!;
    const own = dependency[node]!;
    const share = (1 + own) / paths[node]!;
    for (let k = parentEnds[q]!; k < parentEnds[q + 1]!; k++) {
      const parent = parents[k]!;
      dependency[parent]! += share * paths[parent]!;
    }
    sums[node]! += own;
    if (squares) squares[node]! += own * own;
  }
  for (let q = 0; q < reached; q++) {
    const node = queue[q]!;
    distance[node] = -1;
    paths[node] = 0;
    dependency[node] = 0;
  }
}

/**
 * Counts shortest paths from the source. A node taken from the queue pulls the paths of its neighbours one step nearer
 * (whose counts are final), which lists its parents at one go.
 */
function countPaths(search: Search, source: number): number {
  const { offsets, neighbours, distance, paths, queue, parents, parentEnds } = search;
  let end = 1;
  let parentEnd = 0;
  queue[0] = source;
  distance[source] = 0;
  parentEnds[0] = 0;
  for (let head = 0; head < end; head++) {
    const node = queue[head]!;
    const nearer = distance[node]! - 1;
    const farther = nearer + 2;
    let count = head === 0 ? 1 : 0;
    for (let k = offsets[node]!; k < offsets[node + 1]!; k++) {
      const neighbour = neighbours[k]!;
      const there = distance[neighbour]!;
      if (there < 0) {
        distance[neighbour] = farther;
        queue[end++] = neighbour;
      } else if (there === nearer) {
        count += paths[neighbour]!;
        parents[parentEnd++] = neighbour;
      }
    }
    paths[node] = count;
    parentEnds[head + 1] = parentEnd;
  }
  return end;
}
