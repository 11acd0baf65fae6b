import type { Graph } from '../graph';

/**
 * The stationary flow of a random walker on an undirected weighted graph: a share of all flow on every node and
 * on every arc, in compressed sparse rows. Also the same after nodes were gathered into groups, whose inner
 * arcs are left out (a walker that stays inside leaves nothing).
 */
export interface FlowNetwork {
  nodeCount: number;
  /** Length `nodeCount + 1`. */
  offsets: Uint32Array;
  neighbours: Uint32Array;
  /** Flow on each arc; an edge has one arc each way. */
  arcFlow: Float64Array;
  /** Visit rate of each node, the sum over its arcs, inner ones included; the sum over nodes is 1. */
  nodeFlow: Float64Array;
  /** Flow that leaves each node: the sum of its arcs in the rows. */
  exitFlow: Float64Array;
}

/** The flow on a graph: weight over twice the total weight. Without edges every flow is 0. */
export function flowNetwork(graph: Graph): FlowNetwork {
  const { nodeCount, offsets, neighbours, weights } = graph;
  let total = 0;
  for (let k = 0; k < weights.length; k++) total += weights[k]!;
  const arcFlow = new Float64Array(weights.length);
  const nodeFlow = new Float64Array(nodeCount);
  for (let node = 0; node < nodeCount; node++)
    for (let k = offsets[node]!; k < offsets[node + 1]!; k++) {
      arcFlow[k] = weights[k]! / total;
      nodeFlow[node]! += arcFlow[k]!;
    }
  return { nodeCount, offsets, neighbours, arcFlow, nodeFlow, exitFlow: nodeFlow.slice() };
}

/** `x log2 x`, and 0 where x is not positive. */
export function plogp(x: number): number {
  return x > 0 ? x * Math.log2(x) : 0;
}

/**
 * Gathers nodes into groups: one node a group, arcs between groups added up.
 *
 * @param membership - group of each node, every number of `0 .. groupCount - 1` used
 */
export function gatherFlow(network: FlowNetwork, membership: Uint32Array, groupCount: number): FlowNetwork {
  const { nodeCount, neighbours, offsets, arcFlow } = network;
  const { starts, members } = membersByGroup(membership, groupCount);
  const nodeFlow = new Float64Array(groupCount);
  for (let node = 0; node < nodeCount; node++) nodeFlow[membership[node]!]! += network.nodeFlow[node]!;
  const exitFlow = new Float64Array(groupCount);
  const groupOffsets = new Uint32Array(groupCount + 1);
  const groupNeighbours = new Uint32Array(neighbours.length);
  const groupFlow = new Float64Array(neighbours.length);
  const placeOf = new Int32Array(groupCount).fill(-1);
  let end = 0;
  for (let group = 0; group < groupCount; group++) {
    const rowStart = end;
    for (let m = starts[group]!; m < starts[group + 1]!; m++) {
      const node = members[m]!;
      for (let k = offsets[node]!; k < offsets[node + 1]!; k++) {
        const other = membership[neighbours[k]!]!;
        if (other === group) continue;
        let place = placeOf[other]!;
        if (place < rowStart) {
          place = end++;
          placeOf[other] = place;
          groupNeighbours[place] = other;
        }
        groupFlow[place]! += arcFlow[k]!;
        exitFlow[group]! += arcFlow[k]!;
      }
    }
    groupOffsets[group + 1] = end;
  }
  return {
    nodeCount: groupCount,
    offsets: groupOffsets,
    neighbours: groupNeighbours.slice(0, end),
    arcFlow: groupFlow.slice(0, end),
    nodeFlow,
    exitFlow,
  };
}

/** The nodes of each group: those of `g` are `members[starts[g] .. starts[g + 1])`, in order of index. */
export function membersByGroup(
  membership: Uint32Array,
  groupCount: number,
): { starts: Uint32Array; members: Uint32Array } {
  const starts = new Uint32Array(groupCount + 1);
  for (let node = 0; node < membership.length; node++) starts[membership[node]! + 1]!++;
  for (let group = 0; group < groupCount; group++) starts[group + 1]! += starts[group]!;
  const fill = starts.slice();
  const members = new Uint32Array(membership.length);
  for (let node = 0; node < membership.length; node++) members[fill[membership[node]!]!++] = node;
  return { starts, members };
}
