import type { Graph } from '../graph';
import { flowNetwork, plogp, type FlowNetwork } from './flowNetwork';

/** The shortest average description, in bits a step, that a partition gives of a walk on the graph. */
export interface DescriptionLength {
  /** The whole: `index + modules`. */
  total: number;
  /** Naming the module one enters. */
  index: number;
  /** Naming the node one visits, or that one leaves its module. */
  modules: number;
  /** Without modules: the entropy of the visit rates. */
  oneLevel: number;
}

/**
 * The two-level map equation: `L(M) = q H(Q) + Σᵢ pᵢ↻ H(Pᵢ)`, where `q` is the rate of changing module, `Q`
 * the rates of leaving each, `pᵢ↻` the rate of being in module i or leaving it and `Pᵢ` the rates of its nodes and
 * of its exit. Expanded: `plogp(Σqᵢ) − 2Σplogp(qᵢ) − Σplogp(pₐ) + Σplogp(qᵢ + pᵢ)`. Undirected, weighted.
 *
 * Reference: Rosvall & Bergstrom (2008), doi:10.1073/pnas.0706851105; Rosvall, Axelsson & Bergstrom (2009),
 * doi:10.1140/epjst/e2010-01179-1.
 *
 * @param membership - module of each node, numbers below the number of nodes
 * @returns zeros for a graph without edges
 */
export function mapEquation(graph: Graph, membership: ArrayLike<number>): DescriptionLength {
  return descriptionLength(flowNetwork(graph), membership);
}

/** The same as {@link mapEquation} where the flow is already known. */
export function descriptionLength(
  { nodeCount, offsets, neighbours, arcFlow, nodeFlow }: FlowNetwork,
  membership: ArrayLike<number>,
): DescriptionLength {
  const exit = new Float64Array(nodeCount);
  const flow = new Float64Array(nodeCount);
  for (let node = 0; node < nodeCount; node++) {
    const module = membership[node]!;
    flow[module]! += nodeFlow[node]!;
    for (let k = offsets[node]!; k < offsets[node + 1]!; k++)
      if (membership[neighbours[k]!] !== module) exit[module]! += arcFlow[k]!;
  }
  const oneLevel = oneLevelLength(nodeFlow);
  const { index, modules } = partLengths(exit, flow);
  return { total: index + modules + oneLevel, index, modules: modules + oneLevel, oneLevel };
}

/** The description length without modules: the entropy of the visit rates. */
export function oneLevelLength(nodeFlow: Float64Array): number {
  let length = 0;
  for (let node = 0; node < nodeFlow.length; node++) length -= plogp(nodeFlow[node]!);
  return length;
}

/**
 * The parts of the map equation that depend on the modules: the index, and what the modules take less the length without modules.
 *
 * @param exit - flow that leaves each module
 * @param flow - visit rate of each module
 */
export function partLengths(exit: Float64Array, flow: Float64Array): { index: number; modules: number } {
  let totalExit = 0;
  let exitTerm = 0;
  let moduleTerm = 0;
  for (let module = 0; module < exit.length; module++) {
    totalExit += exit[module]!;
    exitTerm += plogp(exit[module]!);
    moduleTerm += plogp(exit[module]! + flow[module]!);
  }
  return { index: plogp(totalExit) - exitTerm, modules: moduleTerm - exitTerm };
}
