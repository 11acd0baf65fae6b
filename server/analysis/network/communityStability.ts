import type { Graph } from '../graph';
import { createRandom, drawIndex } from '../random';
import { arcPlace } from './actorProjection';
import { communities } from './communities';
import { partitionOverlaps, type Partition } from './partition';

/** How the network is shaken. */
export interface StabilityOptions {
  /** Networks drawn; 50 when left out. */
  draws?: number;
  /** Share of the ties dropped in each, in `0..1`; 0.05 when left out. At least one tie is dropped. */
  dropped?: number;
  /** 1 when left out. */
  seed?: number;
}

/** How firmly each node is in its community. */
export interface CommunityStability {
  /** Share of the draws in which the node stays with its community, by node. */
  stays: Float64Array;
  /** Mean over the nodes of each community. */
  byCommunity: Float64Array;
  draws: number;
}

/** Draws made one after the other, kept so that more can be made later: those of the seed, in its order. */
export interface StabilityDraws {
  /** Draws made so far. */
  readonly made: number;
  /** Makes the next one. */
  drawNext(): void;
  /** What the draws made so far say; `NaN` everywhere before the first. */
  stability(): CommunityStability;
}

/**
 * Starts the draws of {@link communityStability}, none of them made. After `n` draws they say exactly what `n` draws made in one
 * go say, whatever happened between them.
 *
 * @throws RangeError when `dropped` is not in `0..1`
 */
export function startDraws(
  graph: Graph,
  partition: Partition,
  { dropped = 0.05, seed = 1 }: Omit<StabilityOptions, 'draws'> = {},
): StabilityDraws {
  if (!(dropped >= 0 && dropped <= 1)) throw new RangeError(`a share of ${dropped} cannot be dropped`);
  const random = createRandom(seed);
  const stayed = new Float64Array(graph.nodeCount);
  let made = 0;
  return {
    get made() {
      return made;
    },
    drawNext() {
      const shaken = dropTies(graph, dropped, random);
      const found = communities(shaken, { seed: drawIndex(random, 2 ** 31) });
      const matched = matchCommunities(partition, found);
      for (let node = 0; node < graph.nodeCount; node++)
        if (matched[partition.membership[node]!] === found.membership[node]) stayed[node]!++;
      made++;
    },
    stability() {
      const stays = stayed.map((count) => count / made);
      return { stays, byCommunity: meanByCommunity(partition, stays), draws: made };
    },
  };
}

/**
 * Stability of communities: ties are dropped at random (as many in each draw, all sets alike), communities are searched again,
 * each old community is matched with at most one new (largest shared number first, then largest share), and a
 * node stays when it is in the match of its community. A community without a match keeps nobody.
 *
 * Reference: Karrer, Levina & Newman (2008), doi:10.1103/PhysRevE.77.046119, who perturb the network and compare; matching by
 * overlap as in Hopcroft, Khan, Kulis & Selman (2004), doi:10.1073/pnas.0307750100.
 *
 * @throws RangeError when `draws` is less than 1 or `dropped` is not in `0..1`
 */
export function communityStability(
  graph: Graph,
  partition: Partition,
  { draws = 50, ...options }: StabilityOptions = {},
): CommunityStability {
  if (!(draws >= 1)) throw new RangeError(`${draws} draws: at least one is needed`);
  const made = startDraws(graph, partition, options);
  while (made.made < draws) made.drawNext();
  return made.stability();
}

/** The graph without a given share of its ties (one at least, unless the share is 0), drawn without repetition. */
export function dropTies(graph: Graph, share: number, random: () => number): Graph {
  const { nodeCount, edgeCount, offsets, neighbours, weights } = graph;
  const dropped = drawDropped(graph, share > 0 ? Math.max(1, Math.round(share * edgeCount)) : 0, random);
  const left: Graph = {
    nodeCount,
    edgeCount: 0,
    offsets: new Uint32Array(nodeCount + 1),
    neighbours: neighbours.slice(),
    weights: weights.slice(),
  };
  let end = 0;
  for (let node = 0; node < nodeCount; node++) {
    for (let k = offsets[node]!; k < offsets[node + 1]!; k++) {
      if (dropped[k]) continue;
      left.neighbours[end] = neighbours[k]!;
      left.weights[end++] = weights[k]!;
    }
    left.offsets[node + 1] = end;
  }
  return {
    ...left,
    edgeCount: end / 2,
    neighbours: left.neighbours.subarray(0, end),
    weights: left.weights.subarray(0, end),
  };
}

/** Marks both arcs of the ties drawn. */
function drawDropped(graph: Graph, count: number, random: () => number): Uint8Array {
  const { nodeCount, edgeCount, offsets, neighbours } = graph;
  const sources = new Uint32Array(edgeCount);
  const places = new Uint32Array(edgeCount);
  let edges = 0;
  for (let node = 0; node < nodeCount; node++)
    for (let k = offsets[node]!; k < offsets[node + 1]!; k++)
      if (neighbours[k]! > node) {
        sources[edges] = node;
        places[edges++] = k;
      }
  const dropped = new Uint8Array(neighbours.length);
  for (let rest = edgeCount; rest > Math.max(0, edgeCount - count); rest--) {
    const chosen = drawIndex(random, rest);
    const place = places[chosen]!;
    dropped[place] = 1;
    dropped[arcPlace(graph, neighbours[place]!, sources[chosen]!)] = 1;
    places[chosen] = places[rest - 1]!;
    sources[chosen] = sources[rest - 1]!;
  }
  return dropped;
}

/** For each community of the first partition, its match in the second, or -1. */
function matchCommunities(first: Partition, second: Partition): Int32Array {
  const sizes = new Uint32Array(second.communityCount);
  for (const community of second.membership) sizes[community]!++;
  const overlaps = partitionOverlaps(first.membership, second.membership);
  overlaps.sort((a, b) => b.shared - a.shared || sizes[a.second]! - sizes[b.second]!);
  const match = new Int32Array(first.communityCount).fill(-1);
  const taken = new Uint8Array(second.communityCount);
  for (const overlap of overlaps) {
    if (match[overlap.first]! >= 0 || taken[overlap.second]) continue;
    match[overlap.first] = overlap.second;
    taken[overlap.second] = 1;
  }
  return match;
}

function meanByCommunity({ membership, communityCount }: Partition, stays: Float64Array): Float64Array {
  const sums = new Float64Array(communityCount);
  const sizes = new Uint32Array(communityCount);
  for (let node = 0; node < stays.length; node++) {
    sums[membership[node]!]! += stays[node]!;
    sizes[membership[node]!]!++;
  }
  return sums.map((sum, community) => sum / sizes[community]!);
}
