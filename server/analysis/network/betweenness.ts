import type { Graph } from '../graph';
import { createRandom, drawIndex } from '../random';
import { breadthFirstOrder, renumberNodes } from './nodeOrder';

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
  /**
   * 0 for a node not met, else 1 to 3 in turn by step: neighbours are at most one step apart, so this tells which is nearer, in a
   * quarter of the memory.
   */
  turn: Uint8Array;
  paths: Float64Array;
  /** Sum over the nodes farther by one step of `(1 + what passes through them) ÷ their paths`. */
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

function createSearch(graph: Graph, order: Uint32Array): Search {
  const { nodeCount, edgeCount } = graph;
  const { offsets, neighbours } = renumberNodes(graph, order);
  return {
    offsets,
    neighbours,
    turn: new Uint8Array(nodeCount),
    paths: new Float64Array(nodeCount),
    dependency: new Float64Array(nodeCount),
    queue: new Uint32Array(nodeCount),
    parents: new Uint32Array(edgeCount),
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
  const { turn, dependency, paths, queue, parents, parentEnds } = search;
  const reached = countPaths(search, source);
  for (let q = reached - 1; q > 0; q--) {
    const node = queue[q]!;
    const own = dependency[node]! * paths[node]!;
    const share = (1 + own) / paths[node]!;
    for (let k = parentEnds[q]!; k < parentEnds[q + 1]!; k++) dependency[parents[k]!]! += share;
    sums[node]! += own;
    if (squares) squares[node]! += own * own;
  }
  for (let q = 0; q < reached; q++) {
    const node = queue[q]!;
    turn[node] = 0;
    dependency[node] = 0;
  }
}

/**
 * Counts shortest paths from the source. A node taken from the queue pulls the paths of its neighbours one step nearer
 * (whose counts are final), which lists its parents at one go.
 */
function countPaths(search: Search, source: number): number {
  const { offsets, neighbours, turn, paths, queue, parents, parentEnds } = search;
  let end = 1;
  let parentEnd = 0;
  queue[0] = source;
  turn[source] = 1;
  parentEnds[0] = 0;
  for (let head = 0; head < end; head++) {
    const node = queue[head]!;
    const now = turn[node]!;
    const nearer = now === 1 ? 3 : now - 1;
    const farther = now === 3 ? 1 : now + 1;
    const last = offsets[node + 1]!;
    let count = head === 0 ? 1 : 0;
    for (let k = offsets[node]!; k < last; k++) {
      const neighbour = neighbours[k]!;
      const there = turn[neighbour]!;
      if (there === 0) {
        turn[neighbour] = farther;
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
