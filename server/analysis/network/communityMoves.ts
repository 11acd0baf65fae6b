import type { FlowNetwork } from './flowNetwork';
import { shuffle } from '../random';

/** The least gain of description length, in nats, for which a node moves; smaller ones are rounding. */
const LEAST_GAIN = 1e-11;

/** What the map equation sums over: by module its visit rate and the flow that leaves it. */
interface Modules {
  membership: Uint32Array;
  flow: Float64Array;
  exit: Float64Array;
  /** By module, the two terms of the map equation it enters with: `xlogx(exit)` and `xlogx(exit + flow)`. */
  exitTerm: Float64Array;
  wholeTerm: Float64Array;
  /** The sum of `exit`. */
  totalExit: number;
  size: Uint32Array;
  /** Numbers of modules without a node, from which a node may found one. */
  empty: number[];
}

/**
 * Moves nodes one at a time to the module, neighbouring or new, that shortens the description most, until none
 * does: the core loop of Rosvall, Axelsson & Bergstrom (2009), doi:10.1140/epjst/e2010-01179-1. Only nodes
 * whose neighbourhood changed are looked at again.
 *
 * @param initial - module of each node, numbers below `nodeCount`
 * @param random - gives the order in which nodes are visited
 * @param within - when given, a node only joins modules of nodes that bear the same number here
 * @returns the module of each node, numbers below `nodeCount`, with gaps
 */
export function moveNodes(
  network: FlowNetwork,
  initial: Uint32Array,
  random: () => number,
  within?: Uint32Array,
): Uint32Array {
  const modules = createModules(network, initial);
  const { nodeCount } = network;
  const queue = shuffle(
    Uint32Array.from({ length: nodeCount }, (_, node) => node),
    random,
  );
  const waiting = new Uint8Array(nodeCount).fill(1);
  const flowTo = new Float64Array(nodeCount);
  const touched = new Uint32Array(nodeCount);
  let head = 0;
  let waitingCount = nodeCount;
  while (waitingCount > 0) {
    const node = queue[head]!;
    head = head + 1 === nodeCount ? 0 : head + 1;
    waitingCount--;
    waiting[node] = 0;
    const target = bestModule(network, modules, node, flowTo, touched, within);
    if (target < 0) continue;
    for (let k = network.offsets[node]!; k < network.offsets[node + 1]!; k++) {
      const neighbour = network.neighbours[k]!;
      if (waiting[neighbour] || modules.membership[neighbour] === target) continue;
      waiting[neighbour] = 1;
      let tail = head + waitingCount++;
      if (tail >= nodeCount) tail -= nodeCount;
      queue[tail] = neighbour;
    }
  }
  return modules.membership;
}

function createModules(network: FlowNetwork, initial: Uint32Array): Modules {
  const { nodeCount, offsets, neighbours, arcFlow, nodeFlow } = network;
  const flow = new Float64Array(nodeCount);
  const exit = new Float64Array(nodeCount);
  const size = new Uint32Array(nodeCount);
  let totalExit = 0;
  for (let node = 0; node < nodeCount; node++) {
    const module = initial[node]!;
    flow[module]! += nodeFlow[node]!;
    size[module]!++;
    for (let k = offsets[node]!; k < offsets[node + 1]!; k++)
      if (initial[neighbours[k]!] !== module) {
        exit[module]! += arcFlow[k]!;
        totalExit += arcFlow[k]!;
      }
  }
  const empty: number[] = [];
  for (let module = nodeCount - 1; module >= 0; module--) if (size[module] === 0) empty.push(module);
  return {
    membership: initial.slice(),
    flow,
    exit,
    exitTerm: exit.map(xlogx),
    wholeTerm: exit.map((leaving, module) => xlogx(leaving + flow[module]!)),
    totalExit,
    size,
    empty,
  };
}

/** Moves the node where it is best and returns that module, or -1 when it stays. */
function bestModule(
  network: FlowNetwork,
  modules: Modules,
  node: number,
  flowTo: Float64Array,
  touched: Uint32Array,
  within: Uint32Array | undefined,
): number {
  const { offsets, neighbours, arcFlow } = network;
  const { membership } = modules;
  let touchedCount = 0;
  for (let k = offsets[node]!; k < offsets[node + 1]!; k++) {
    const neighbour = neighbours[k]!;
    if (within && within[neighbour] !== within[node]) continue;
    const module = membership[neighbour]!;
    if (flowTo[module] === 0) touched[touchedCount++] = module;
    flowTo[module]! += arcFlow[k]!;
  }
  const own = membership[node]!;
  const leaving = leave(network, modules, node, flowTo[own]!);
  let best = -1;
  let bestChange = -LEAST_GAIN;
  for (let t = 0; t < touchedCount; t++) {
    const module = touched[t]!;
    if (module === own) continue;
    const change = leaving.change + joinChange(network, modules, node, module, flowTo[module]!, leaving.exit);
    if (change < bestChange) {
      bestChange = change;
      best = module;
    }
  }
  if (modules.size[own]! > 1 && modules.empty.length > 0) {
    const founded = modules.empty.at(-1)!;
    const change = leaving.change + joinChange(network, modules, node, founded, 0, leaving.exit);
    if (change < bestChange) best = founded;
  }
  if (best >= 0) place(network, modules, node, best, flowTo[own]!, flowTo[best]!);
  for (let t = 0; t < touchedCount; t++) flowTo[touched[t]!] = 0;
  return best;
}

/** What taking the node out of its module changes, the old term of all exits included. */
function leave(
  network: FlowNetwork,
  modules: Modules,
  node: number,
  flowToOwn: number,
): { change: number; exit: number } {
  const own = modules.membership[node]!;
  const newExit = positive(modules.exit[own]! - network.exitFlow[node]! + 2 * flowToOwn);
  const newFlow = positive(modules.flow[own]! - network.nodeFlow[node]!);
  return {
    change:
      2 * (modules.exitTerm[own]! - xlogx(newExit)) +
      xlogx(newExit + newFlow) -
      modules.wholeTerm[own]! -
      xlogx(modules.totalExit),
    exit: newExit - modules.exit[own]!,
  };
}

/** What putting the node into a module changes, the new term of all exits included. */
function joinChange(
  network: FlowNetwork,
  modules: Modules,
  node: number,
  module: number,
  flowToModule: number,
  exitOfLeaving: number,
): number {
  const exit = modules.exit[module]!;
  const newExit = positive(exit + network.exitFlow[node]! - 2 * flowToModule);
  return (
    xlogx(modules.totalExit + exitOfLeaving + newExit - exit) +
    2 * (modules.exitTerm[module]! - xlogx(newExit)) +
    xlogx(newExit + modules.flow[module]! + network.nodeFlow[node]!) -
    modules.wholeTerm[module]!
  );
}

function place(
  network: FlowNetwork,
  modules: Modules,
  node: number,
  target: number,
  flowToOwn: number,
  flowToTarget: number,
): void {
  const own = modules.membership[node]!;
  const ownExit = positive(modules.exit[own]! - network.exitFlow[node]! + 2 * flowToOwn);
  const targetExit = positive(modules.exit[target]! + network.exitFlow[node]! - 2 * flowToTarget);
  modules.totalExit += ownExit - modules.exit[own]! + targetExit - modules.exit[target]!;
  modules.exit[own] = ownExit;
  modules.exit[target] = targetExit;
  modules.flow[own] = positive(modules.flow[own]! - network.nodeFlow[node]!);
  modules.flow[target]! += network.nodeFlow[node]!;
  for (const module of [own, target]) {
    modules.exitTerm[module] = xlogx(modules.exit[module]!);
    modules.wholeTerm[module] = xlogx(modules.exit[module]! + modules.flow[module]!);
  }
  if (modules.empty.at(-1) === target) modules.empty.pop();
  if (--modules.size[own]! === 0) modules.empty.push(own);
  modules.size[target]!++;
  modules.membership[node] = target;
}

/** Rounding leaves a trace where exact arithmetic leaves nothing. */
function positive(flow: number): number {
  return flow > 1e-15 ? flow : 0;
}

/** The unit of information does not change which move is best; the natural logarithm is the quickest. */
function xlogx(x: number): number {
  return x > 0 ? x * Math.log(x) : 0;
}
