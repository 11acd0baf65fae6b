import { moveNodes } from './communityMoves';
import { gatherFlow, type FlowNetwork } from './flowNetwork';
import { oneLevelLength, partLengths } from './mapEquation';
import { communitySizes, compactPartition, type Partition } from './partition';

/** Modules, and their description length less that of a description without modules. */
interface Modules extends Partition {
  length: number;
}

/** The relative shortening under which another round of refinement is not worth it. */
const LEAST_SHORTENING = 1e-5;
const MOST_ROUNDS = 10;

/**
 * One search of the modules of least description length: moves of nodes and of gathered modules, then rounds of refinement in
 * which nodes may leave their modules, and submodules move whole. Each round only looks at what changed since the one before.
 *
 * @param random - gives the order in which nodes are visited
 */
export function searchModules(leaves: FlowNetwork, random: () => number): Partition {
  const oneLevel = oneLevelLength(leaves.nodeFlow);
  let found = gatherAndMove(leaves, alone(leaves.nodeCount), random);
  let submodules = alone(leaves.nodeCount);
  let whenMoved: Partition | undefined;
  let whenCut: Partition | undefined;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const before = found.length;
    const active = whenMoved && withNeighbours(leaves, changedNodes(whenMoved, found));
    found = shorter(found, gatherAndMove(leaves, found.membership, random, active));
    whenMoved = found;
    submodules = cutModules(leaves, found, submodules, random, whenCut && changedNodes(whenCut, found));
    whenCut = found;
    found = shorter(found, moveSubmodules(leaves, found, submodules, random));
    if (before - found.length <= LEAST_SHORTENING * (oneLevel + found.length)) break;
  }
  return found;
}

const shorter = (found: Modules, other: Modules): Modules => (other.length < found.length ? other : found);

/** Moves nodes from where they are, gathers, moves what was gathered, until nothing moves. */
function gatherAndMove(
  leaves: FlowNetwork,
  initial: Uint32Array,
  random: () => number,
  active?: Uint8Array,
): Modules {
  let network = leaves;
  let moved = compactPartition(moveNodes(network, initial, random, { active }));
  const { membership } = moved;
  while (moved.communityCount < network.nodeCount) {
    network = gatherFlow(network, moved.membership, moved.communityCount);
    moved = compactPartition(moveNodes(network, alone(network.nodeCount), random));
    for (let node = 0; node < membership.length; node++)
      membership[node] = moved.membership[membership[node]!]!;
  }
  const { index, modules } = partLengths(network.exitFlow, network.nodeFlow);
  return { membership, communityCount: moved.communityCount, length: index + modules };
}

/**
 * Cuts modules into submodules, each inside one module.
 *
 * @param submodules - the last cut, by a node of each submodule
 * @param changed - 1 for the nodes of modules to cut, the others keep their submodules; all nodes when left out
 * @returns for each node the first of its submodule
 */
function cutModules(
  leaves: FlowNetwork,
  { membership }: Partition,
  submodules: Uint32Array,
  random: () => number,
  changed?: Uint8Array,
): Uint32Array {
  const initial = changed ? submodules.map((first, node) => (changed[node] ? node : first)) : submodules;
  const cut = moveNodes(leaves, initial, random, { within: membership, active: changed });
  const firsts = new Int32Array(cut.length).fill(-1);
  return cut.map((submodule, node) => {
    if (firsts[submodule]! < 0) firsts[submodule] = node;
    return firsts[submodule]!;
  });
}

function moveSubmodules(
  leaves: FlowNetwork,
  { membership }: Partition,
  submodules: Uint32Array,
  random: () => number,
): Modules {
  const cut = compactPartition(submodules);
  const initial = new Uint32Array(cut.communityCount);
  for (let node = 0; node < membership.length; node++) initial[cut.membership[node]!] = membership[node]!;
  const gathered = gatherFlow(leaves, cut.membership, cut.communityCount);
  const moved = gatherAndMove(gathered, compactPartition(initial).membership, random);
  return { ...moved, membership: cut.membership.map((submodule) => moved.membership[submodule]!) };
}

/** Marks the nodes of the modules that are no module of an earlier partition. */
function changedNodes(before: Partition, now: Partition): Uint8Array {
  const sizesBefore = communitySizes(before.membership, before.communityCount);
  const sizes = communitySizes(now.membership, now.communityCount);
  const earlier = new Int32Array(now.communityCount).fill(-1);
  const isChanged = new Uint8Array(now.communityCount);
  for (let node = 0; node < now.membership.length; node++) {
    const module = now.membership[node]!;
    const old = before.membership[node]!;
    if (earlier[module]! < 0) earlier[module] = old;
    if (earlier[module] !== old || sizesBefore[old] !== sizes[module]) isChanged[module] = 1;
  }
  return Uint8Array.from(now.membership, (module) => isChanged[module]!);
}

/** Marks the neighbours of marked nodes as well. */
function withNeighbours({ nodeCount, offsets, neighbours }: FlowNetwork, marked: Uint8Array): Uint8Array {
  const spread = marked.slice();
  for (let node = 0; node < nodeCount; node++)
    if (marked[node]) for (let k = offsets[node]!; k < offsets[node + 1]!; k++) spread[neighbours[k]!] = 1;
  return spread;
}

function alone(nodeCount: number): Uint32Array {
  return Uint32Array.from({ length: nodeCount }, (_, node) => node);
}
