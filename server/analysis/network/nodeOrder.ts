import type { Graph } from '../graph';

/**
 * Nodes in the order of a walk breadth first, component after component. Numbered so, nodes that are met together lie together in
 * memory, where the processor finds them sooner.
 */
export function breadthFirstOrder({ nodeCount, offsets, neighbours }: Graph): Uint32Array {
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

/** The same graph with its nodes numbered by their place in `order`, a permutation; rows are then in no order. */
export function renumberNodes(graph: Graph, order: Uint32Array): Graph {
  const { nodeCount } = graph;
  const placeOf = new Uint32Array(nodeCount);
  for (let place = 0; place < nodeCount; place++) placeOf[order[place]!] = place;
  const offsets = new Uint32Array(nodeCount + 1);
  const neighbours = new Uint32Array(graph.neighbours.length);
  const weights = new Float64Array(graph.weights.length);
  let end = 0;
  for (let place = 0; place < nodeCount; place++) {
    const node = order[place]!;
    for (let k = graph.offsets[node]!; k < graph.offsets[node + 1]!; k++) {
      neighbours[end] = placeOf[graph.neighbours[k]!]!;
      weights[end++] = graph.weights[k]!;
    }
    offsets[place + 1] = end;
  }
  return { ...graph, offsets, neighbours, weights };
}
