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

/**
 * Rows are sorted by writing the matrix out transposed: it is symmetric, so its transpose is itself, and rows
 * visited in order fill every column in order. Linear in the number of edges.
 */
function mergeRows(nodeCount: number, ends: number[], values: number[], degree: Uint32Array): Graph {
  const start = new Uint32Array(nodeCount + 1);
  for (let i = 0; i < nodeCount; i++) start[i + 1] = start[i]! + degree[i]!;
  const raw = { neighbours: new Uint32Array(ends.length), weights: new Float64Array(ends.length) };
  const fill = start.slice();
  for (let e = 0; e < values.length; e++) {
    const a = ends[2 * e]!;
    const b = ends[2 * e + 1]!;
    raw.neighbours[fill[a]!] = b;
    raw.weights[fill[a]!++] = values[e]!;
    raw.neighbours[fill[b]!] = a;
    raw.weights[fill[b]!++] = values[e]!;
  }
  const sorted = { neighbours: new Uint32Array(ends.length), weights: new Float64Array(ends.length) };
  fill.set(start);
  for (let node = 0; node < nodeCount; node++)
    for (let k = start[node]!; k < start[node + 1]!; k++) {
      const place = fill[raw.neighbours[k]!]!++;
      sorted.neighbours[place] = node;
      sorted.weights[place] = raw.weights[k]!;
    }
  return mergeParallel(nodeCount, start, sorted.neighbours, sorted.weights);
}

function mergeParallel(
  nodeCount: number,
  start: Uint32Array,
  neighbours: Uint32Array,
  weights: Float64Array,
): Graph {
  const offsets = new Uint32Array(nodeCount + 1);
  let end = 0;
  for (let node = 0; node < nodeCount; node++) {
    for (let k = start[node]!; k < start[node + 1]!; k++)
      if (end > offsets[node]! && neighbours[end - 1] === neighbours[k]) weights[end - 1]! += weights[k]!;
      else {
        neighbours[end] = neighbours[k]!;
        weights[end++] = weights[k]!;
      }
    offsets[node + 1] = end;
  }
  return {
    nodeCount,
    edgeCount: end / 2,
    offsets,
    neighbours: neighbours.slice(0, end),
    weights: weights.slice(0, end),
  };
}
