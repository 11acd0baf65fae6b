import type { Graph } from '../graph';
import type { Partition } from './partition';

/**
 * Modularity: `Q = Σ_c [ W_c ÷ W − (S_c ÷ 2W)² ]`, where W is the weight of all ties, `W_c` of those inside the
 * community and `S_c` of all that its nodes have. Between −0.5 and 1; 0 without ties.
 *
 * Reference: Newman & Girvan (2004), doi:10.1103/PhysRevE.69.026113; weighted: Newman (2004),
 * doi:10.1103/PhysRevE.70.056131.
 */
export function modularity(graph: Graph, { membership, communityCount }: Partition): number {
  const { nodeCount, offsets, neighbours, weights } = graph;
  const strength = new Float64Array(communityCount);
  let inside = 0;
  let twiceTotal = 0;
  for (let node = 0; node < nodeCount; node++)
    for (let k = offsets[node]!; k < offsets[node + 1]!; k++) {
      strength[membership[node]!]! += weights[k]!;
      twiceTotal += weights[k]!;
      if (membership[node] === membership[neighbours[k]!]) inside += weights[k]!;
    }
  if (twiceTotal === 0) return 0;
  return strength.reduce((q, held) => q - (held / twiceTotal) ** 2, inside / twiceTotal);
}
