/** An undirected tie between two nodes, given by index. */
export interface Edge {
  source: number;
  target: number;
  /** Positive; 1 when left out. */
  weight?: number;
}

/**
 * An undirected weighted graph in compressed sparse rows: the neighbours of node `i` are
 * `neighbours[offsets[i] .. offsets[i + 1])`, sorted by index, each edge standing once in the row of each end.
 */
export interface Graph {
  nodeCount: number;
  /** Undirected edges, parallel ones merged, loops left out. */
  edgeCount: number;
  /** Length `nodeCount + 1`. */
  offsets: Uint32Array;
  /** Length `2 * edgeCount`. */
  neighbours: Uint32Array;
  /** Length `2 * edgeCount`; the weight of the edge at the same place. */
  weights: Float64Array;
}

/**
 * Builds a graph from a list of edges. Parallel edges are merged and their weights added; loops are dropped.
 *
 * @param nodeCount - number of nodes, indices `0 .. nodeCount - 1`; 0 gives the empty graph
 * @throws RangeError when an end is not an index of a node or a weight is not positive
 */
export function createGraph(nodeCount: number, edges: Iterable<Edge>): Graph {
  const ends: number[] = [];
  const values: number[] = [];
  const degree = new Uint32Array(nodeCount + 1);
  for (const { source, target, weight = 1 } of edges) {
    if (!(source >= 0 && source < nodeCount && target >= 0 && target < nodeCount))
      throw new RangeError(`edge ${source}–${target} is outside 0..${nodeCount - 1}`);
    if (!(weight > 0)) throw new RangeError(`edge ${source}–${target} has weight ${weight}, not positive`);
    if (source === target) continue;
    ends.push(source, target);
    values.push(weight);
    degree[source]!++;
    degree[target]!++;
  }
  return mergeRows(nodeCount, ends, values, degree);
}

function mergeRows(nodeCount: number, ends: number[], values: number[], degree: Uint32Array): Graph {
  const start = new Uint32Array(nodeCount + 1);
  for (let i = 0; i < nodeCount; i++) start[i + 1] = start[i]! + degree[i]!;
  const fill = start.slice();
  const rawNeighbours = new Uint32Array(ends.length);
  const rawWeights = new Float64Array(ends.length);
  for (let e = 0; e < values.length; e++) {
    const a = ends[2 * e]!;
    const b = ends[2 * e + 1]!;
    rawNeighbours[fill[a]!] = b;
    rawWeights[fill[a]!++] = values[e]!;
    rawNeighbours[fill[b]!] = a;
    rawWeights[fill[b]!++] = values[e]!;
  }
  const offsets = new Uint32Array(nodeCount + 1);
  let end = 0;
  for (let i = 0; i < nodeCount; i++) {
    const order = Array.from({ length: degree[i]! }, (_, k) => start[i]! + k);
    order.sort((x, y) => rawNeighbours[x]! - rawNeighbours[y]!);
    const row = order.map((k) => [rawNeighbours[k]!, rawWeights[k]!] as const);
    for (const [neighbour, weight] of row) {
      if (end > offsets[i]! && rawNeighbours[end - 1] === neighbour) rawWeights[end - 1]! += weight;
      else {
        rawNeighbours[end] = neighbour;
        rawWeights[end++] = weight;
      }
    }
    offsets[i + 1] = end;
  }
  return {
    nodeCount,
    edgeCount: end / 2,
    offsets,
    neighbours: rawNeighbours.slice(0, end),
    weights: rawWeights.slice(0, end),
  };
}
