import type { FlowNetwork } from './flowNetwork';
import { shuffle } from '../random';

/** The least gain of description length, in nats, for which a node moves; smaller ones are rounding. */
const LEAST_GAIN = 1e-11;

/** Nodes are visited in an order drawn inside runs of so many: those near in number are then near in time and in memory. */
const RUN = 1024;

/** What the map equation sums over: by module its visit rate and the flow that leaves it. */
interface Modules {
  membership: Uint32Array;
  /** Four numbers a module, side by side since they are read together: see the places below. */
  terms: Float64Array;
  /** The sum of the flows that leave modules. */
  totalExit: number;
  size: Uint32Array;
  /** Numbers of modules without a node, from which a node may found one. */
  empty: number[];
}

/** Places among the terms of a module: the flow that leaves it, its visit rate, `xlogx(exit)` and `xlogx(exit + flow)`. */
const [EXIT, FLOW, EXIT_TERM, WHOLE_TERM] = [0, 1, 2, 3] as const;

/** The node looked at: what taking it out of its module leaves there, and where it goes. */
interface Visit {
  /** By module, the flow between the node and it; 0 but during a visit. */
  flowTo: Float64Array;
  /** Modules met, `touchedCount` of them. */
  touched: Uint32Array;
  touchedCount: number;
  /** The module where it is best, -1 when it stays, and the flow between the two. */
  best: number;
  flowToBest: number;
}

/** Nodes still to be looked at, first come first served. */
interface Queue {
  nodes: Uint32Array;
  isWaiting: Uint8Array;
  head: number;
  count: number;
}

/** What may limit the moves. */
export interface MoveLimits {
  /** A node only joins modules of nodes that bear the same number here. */
  within?: Uint32Array;
  /** 1 for the nodes to be looked at first, others follow when something moves beside them; all nodes when left out. */
  active?: Uint8Array;
}

/**
 * Moves nodes one at a time to the module, neighbouring or new, that shortens the description most, until none
 * does: the core loop of Rosvall, Axelsson & Bergstrom (2009), doi:10.1140/epjst/e2010-01179-1. Only nodes
 * whose neighbourhood changed are looked at again.
 *
 * @param initial - module of each node, numbers below `nodeCount`
 * @param random - gives the order in which nodes are visited
 * @returns the module of each node, numbers below `nodeCount`, with gaps
 */
export function moveNodes(
  network: FlowNetwork,
  initial: Uint32Array,
  random: () => number,
  { within, active }: MoveLimits = {},
): Uint32Array {
  const { nodeCount } = network;
  const modules = createModules(network, initial);
  const queue = createQueue(nodeCount, active, random);
  const visit: Visit = {
    flowTo: new Float64Array(nodeCount),
    touched: new Uint32Array(nodeCount),
    touchedCount: 0,
    best: -1,
    flowToBest: 0,
  };
  while (queue.count > 0) {
    const node = queue.nodes[queue.head]!;
    queue.head = queue.head + 1 === nodeCount ? 0 : queue.head + 1;
    queue.count--;
    queue.isWaiting[node] = 0;
    meetModules(network, modules.membership, node, visit, within);
    const moves = moveToBest(network, modules, node, visit);
    if (moves) awaken(network, modules.membership, node, queue);
  }
  return modules.membership;
}

function createQueue(nodeCount: number, active: Uint8Array | undefined, random: () => number): Queue {
  const nodes = new Uint32Array(nodeCount);
  let count = 0;
  for (let node = 0; node < nodeCount; node++) if (!active || active[node]) nodes[count++] = node;
  for (let start = 0; start < count; start += RUN)
    shuffle(nodes.subarray(start, Math.min(count, start + RUN)), random);
  return { nodes, isWaiting: active?.slice() ?? new Uint8Array(nodeCount).fill(1), head: 0, count };
}

function createModules(network: FlowNetwork, initial: Uint32Array): Modules {
  const { nodeCount, offsets, neighbours, arcFlow, nodeFlow } = network;
  const terms = new Float64Array(4 * nodeCount);
  const size = new Uint32Array(nodeCount);
  let totalExit = 0;
  for (let node = 0; node < nodeCount; node++) {
    const module = initial[node]!;
    terms[4 * module + FLOW]! += nodeFlow[node]!;
    size[module]!++;
    for (let k = offsets[node]!; k < offsets[node + 1]!; k++)
      if (initial[neighbours[k]!] !== module) {
        terms[4 * module + EXIT]! += arcFlow[k]!;
        totalExit += arcFlow[k]!;
      }
  }
  const empty: number[] = [];
  for (let module = nodeCount - 1; module >= 0; module--) {
    const place = 4 * module;
    terms[place + EXIT_TERM] = xlogx(terms[place + EXIT]!);
    terms[place + WHOLE_TERM] = xlogx(terms[place + EXIT]! + terms[place + FLOW]!);
    if (size[module] === 0) empty.push(module);
  }
  return { membership: initial.slice(), terms, totalExit, size, empty };
}

/** Adds up the flow between the node and each module beside it. */
function meetModules(
  { offsets, neighbours, arcFlow }: FlowNetwork,
  membership: Uint32Array,
  node: number,
  visit: Visit,
  within: Uint32Array | undefined,
): void {
  const { flowTo, touched } = visit;
  const end = offsets[node + 1]!;
  let count = 0;
  for (let k = offsets[node]!; k < end; k++) {
    const neighbour = neighbours[k]!;
    if (within !== undefined && within[neighbour] !== within[node]) continue;
    const module = membership[neighbour]!;
    const flow = flowTo[module]!;
    if (flow === 0) touched[count++] = module;
    flowTo[module] = flow + arcFlow[k]!;
  }
  visit.touchedCount = count;
}

/** Moves the node where it is best, if anywhere, and leaves the visit ready for the next one. */
function moveToBest(network: FlowNetwork, modules: Modules, node: number, visit: Visit): boolean {
  const { terms, membership, size, empty } = modules;
  const exitFlow = network.exitFlow[node]!;
  const nodeFlow = network.nodeFlow[node]!;
  const own = membership[node]!;
  const from = 4 * own;
  const exit = positive(terms[from + EXIT]! - exitFlow + 2 * visit.flowTo[own]!);
  const flow = positive(terms[from + FLOW]! - nodeFlow);
  const exitTerm = xlogx(exit);
  const wholeTerm = xlogx(exit + flow);
  const leaving =
    2 * (terms[from + EXIT_TERM]! - exitTerm) +
    wholeTerm -
    terms[from + WHOLE_TERM]! -
    xlogx(modules.totalExit);
  const otherExits = modules.totalExit + exit - terms[from + EXIT]!;
  const founded = size[own]! > 1 && empty.length > 0 ? empty[empty.length - 1]! : -1;
  chooseModule(terms, visit, own, founded, leaving, otherExits, exitFlow, nodeFlow);
  const { best } = visit;
  if (best < 0) return false;
  terms[from + EXIT] = exit;
  terms[from + FLOW] = flow;
  terms[from + EXIT_TERM] = exitTerm;
  terms[from + WHOLE_TERM] = wholeTerm;
  const to = 4 * best;
  const newExit = positive(terms[to + EXIT]! + exitFlow - 2 * visit.flowToBest);
  modules.totalExit = otherExits + newExit - terms[to + EXIT]!;
  terms[to + EXIT] = newExit;
  terms[to + FLOW]! += nodeFlow;
  terms[to + EXIT_TERM] = xlogx(newExit);
  terms[to + WHOLE_TERM] = xlogx(newExit + terms[to + FLOW]!);
  if (best === founded) empty.pop();
  if (--size[own]! === 0) empty.push(own);
  size[best]!++;
  membership[node] = best;
  return true;
}

/**
 * The module where the node shortens the description most; leaves `flowTo` at zeros.
 *
 * @param founded - a module without a node, or -1 when the node cannot found one
 * @param leaving - what taking the node out of its own module changes, the old term of all exits included
 * @param otherExits - the sum of the flows that leave modules once it is taken out
 */
function chooseModule(
  terms: Float64Array,
  visit: Visit,
  own: number,
  founded: number,
  leaving: number,
  otherExits: number,
  exitFlow: number,
  nodeFlow: number,
): void {
  const { flowTo, touched, touchedCount } = visit;
  let best = -1;
  let flowToBest = 0;
  let bestChange = -LEAST_GAIN;
  const last = founded < 0 ? touchedCount : touchedCount + 1;
  for (let t = 0; t < last; t++) {
    const module = t === touchedCount ? founded : touched[t]!;
    const shared = flowTo[module]!;
    flowTo[module] = 0;
    if (module === own) continue;
    const place = 4 * module;
    const exit = terms[place + EXIT]!;
    const newExit = positive(exit + exitFlow - 2 * shared);
    const change =
      leaving +
      xlogx(otherExits + newExit - exit) +
      2 * (terms[place + EXIT_TERM]! - xlogx(newExit)) +
      xlogx(newExit + terms[place + FLOW]! + nodeFlow) -
      terms[place + WHOLE_TERM]!;
    if (change >= bestChange) continue;
    bestChange = change;
    best = module;
    flowToBest = shared;
  }
  visit.best = best;
  visit.flowToBest = flowToBest;
}

/** The neighbours that are not in the node's module are to be looked at again. */
function awaken(
  { nodeCount, offsets, neighbours }: FlowNetwork,
  membership: Uint32Array,
  node: number,
  queue: Queue,
): void {
  const { nodes, isWaiting } = queue;
  const target = membership[node]!;
  const end = offsets[node + 1]!;
  for (let k = offsets[node]!; k < end; k++) {
    const neighbour = neighbours[k]!;
    if (isWaiting[neighbour] || membership[neighbour] === target) continue;
    isWaiting[neighbour] = 1;
    let tail = queue.head + queue.count++;
    if (tail >= nodeCount) tail -= nodeCount;
    nodes[tail] = neighbour;
  }
}

/** Rounding leaves a trace where exact arithmetic leaves nothing. */
function positive(flow: number): number {
  return flow > 1e-15 ? flow : 0;
}

/** The unit of information does not change which move is best; the natural logarithm is the quickest. */
function xlogx(x: number): number {
  return x > 0 ? x * Math.log(x) : 0;
}
