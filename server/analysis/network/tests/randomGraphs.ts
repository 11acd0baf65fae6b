import fc from 'fast-check';
import { createGraph, type Edge, type Graph } from '../../graph';

/** A drawn graph, as edges, so that a test can number its nodes otherwise. */
export interface DrawnGraph {
  nodeCount: number;
  edges: Edge[];
  /** New number of each node. */
  order: number[];
}

/** Graphs of up to `mostNodes` nodes with whole weights, and a renumbering of their nodes. */
export function drawnGraphs(mostNodes = 12): fc.Arbitrary<DrawnGraph> {
  return fc.integer({ min: 2, max: mostNodes }).chain((nodeCount) =>
    fc.record({
      nodeCount: fc.constant(nodeCount),
      edges: fc.array(
        fc.record({
          source: fc.nat(nodeCount - 1),
          target: fc.nat(nodeCount - 1),
          weight: fc.integer({ min: 1, max: 4 }),
        }),
        { maxLength: 3 * nodeCount },
      ),
      order: fc.shuffledSubarray(
        Array.from({ length: nodeCount }, (_, node) => node),
        { minLength: nodeCount },
      ),
    }),
  );
}

export function graphOf({ nodeCount, edges }: DrawnGraph): Graph {
  return createGraph(nodeCount, edges);
}

/** The same graph with its nodes renumbered. */
export function renumbered({ nodeCount, edges, order }: DrawnGraph): Graph {
  return createGraph(
    nodeCount,
    edges.map(({ source, target, weight }) => ({ source: order[source]!, target: order[target]!, weight })),
  );
}

/** Values by node, put in the order of the renumbered nodes. */
export function renumberedValues<T>(values: ArrayLike<T>, order: readonly number[]): T[] {
  const moved: T[] = [];
  order.forEach((number, node) => (moved[number] = values[node]!));
  return moved;
}
