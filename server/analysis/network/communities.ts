import type { Graph } from '../graph';
import { createRandom } from '../random';
import { searchModules } from './communitySearch';
import { flowNetwork } from './flowNetwork';
import { descriptionLength, type DescriptionLength } from './mapEquation';
import { breadthFirstOrder, renumberNodes } from './nodeOrder';
import { partitionBySize, type Partition } from './partition';

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
  const order = breadthFirstOrder(graph);
  const leaves = flowNetwork(renumberNodes(graph, order));
  let best: { membership: Uint32Array; description: DescriptionLength } | undefined;
  for (let trial = 0; trial < trials; trial++) {
    const { membership } = searchModules(leaves, random);
    const description = descriptionLength(leaves, membership);
    if (!best || description.total < best.description.total - 1e-12) best = { membership, description };
  }
  const labels = new Uint32Array(graph.nodeCount);
  order.forEach((node, place) => (labels[node] = best!.membership[place]!));
  return { ...partitionBySize(labels), description: best!.description };
}
