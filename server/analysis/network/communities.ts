import type { Graph } from '../graph';
import { createRandom } from '../random';
import { moveNodes } from './communityMoves';
import { flowNetwork, gatherFlow, type FlowNetwork } from './flowNetwork';
import { descriptionLength, type DescriptionLength } from './mapEquation';
import { compactPartition, partitionBySize, type Partition } from './partition';

/** What the search for communities may be told. */
export interface CommunityOptions {
  /** Seed of the order of visits; 1 when left out. */
  seed?: number;
  /** Independent searches, the shortest description kept; at least 1, 1 when left out. */
  trials?: number;
}

/** Communities from the largest to the smallest, and how well they describe the network. */
export interface Communities extends Partition {
  description: DescriptionLength;
}

/** The relative shortening under which another round of refinement is not worth it. */
const LEAST_SHORTENING = 1e-5;
const MOST_ROUNDS = 10;

/**
 * Communities as groups in which a random walker stays long: the partition of least description length under
 * the two-level map equation, found by moves of nodes and of gathered modules, then refined by turns: every node
 * may leave its module, and every module is cut into submodules that may move whole. Unlike modularity it does
 * not merge small communities in a large network. Undirected and weighted; a node without a tie is alone.
 *
 * Reference: Rosvall & Bergstrom (2008), doi:10.1073/pnas.0706851105; Rosvall, Axelsson & Bergstrom (2009),
 * doi:10.1140/epjst/e2010-01179-1. The cut into submodules is made inside each module of the whole network, as
 * in Traag, Waltman & van Eck (2019), doi:10.1038/s41598-019-41695-z.
 *
 * @throws RangeError when `trials` is less than 1
 */
export function communities(graph: Graph, { seed = 1, trials = 1 }: CommunityOptions = {}): Communities {
  if (!(trials >= 1)) throw new RangeError(`${trials} trials: at least one is needed`);
  const random = createRandom(seed);
  const leaves = flowNetwork(graph);
  let best: Communities | undefined;
  for (let trial = 0; trial < trials; trial++) {
    const found = partitionBySize(search(leaves, random));
    const description = descriptionLength(leaves, found.membership);
    if (!best || description.total < best.description.total - 1e-12) best = { ...found, description };
  }
  return best!;
}

function search(leaves: FlowNetwork, random: () => number): Uint32Array {
  let membership = gatherAndMove(leaves, alone(leaves.nodeCount), random);
  let length = descriptionLength(leaves, membership).total;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const before = length;
    for (const refine of [gatherAndMove, moveSubmodules]) {
      const refined = refine(leaves, membership, random);
      const refinedLength = descriptionLength(leaves, refined).total;
      if (refinedLength >= length) continue;
      membership = refined;
      length = refinedLength;
    }
    if (before - length <= LEAST_SHORTENING * length) break;
  }
  return membership;
}

/** Moves nodes from where they are, gathers, moves what was gathered, until nothing moves. */
function gatherAndMove(leaves: FlowNetwork, initial: Uint32Array, random: () => number): Uint32Array {
  let network = leaves;
  let moved = compactPartition(moveNodes(network, initial, random));
  const membership = moved.membership.slice();
  while (moved.communityCount < network.nodeCount) {
    network = gatherFlow(network, moved.membership, moved.communityCount);
    moved = compactPartition(moveNodes(network, alone(network.nodeCount), random));
    for (let node = 0; node < membership.length; node++)
      membership[node] = moved.membership[membership[node]!]!;
  }
  return membership;
}

function moveSubmodules(leaves: FlowNetwork, membership: Uint32Array, random: () => number): Uint32Array {
  const cut = compactPartition(moveNodes(leaves, alone(leaves.nodeCount), random, membership));
  const initial = new Uint32Array(cut.communityCount);
  for (let node = 0; node < membership.length; node++) initial[cut.membership[node]!] = membership[node]!;
  const gathered = gatherFlow(leaves, cut.membership, cut.communityCount);
  const moved = gatherAndMove(gathered, compactPartition(initial).membership, random);
  return cut.membership.map((submodule) => moved[submodule]!);
}

function alone(nodeCount: number): Uint32Array {
  return Uint32Array.from({ length: nodeCount }, (_, node) => node);
}
