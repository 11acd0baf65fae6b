import fc from 'fast-check';
import { createGraph, type Edge } from './graph';

const edgesOf = (nodeCount: number) =>
  fc.array(
    fc.record({
      source: fc.nat(nodeCount - 1),
      target: fc.nat(nodeCount - 1),
      weight: fc.integer({ min: 1, max: 9 }),
    }),
    { maxLength: 60 },
  );

describe('createGraph', () => {
  test('merges parallel edges, drops loops and sorts the rows', () => {
    const graph = createGraph(4, [
      { source: 3, target: 0, weight: 2 },
      { source: 1, target: 0 },
      { source: 0, target: 3 },
      { source: 2, target: 2 },
    ]);
    expect(graph.edgeCount).toBe(2);
    expect([...graph.offsets]).toEqual([0, 2, 3, 3, 4]);
    expect([...graph.neighbours]).toEqual([1, 3, 0, 0]);
    expect([...graph.weights]).toEqual([1, 3, 1, 3]);
  });

  test('gives the empty graph and the graph without edges', () => {
    expect(createGraph(0, [])).toMatchObject({ nodeCount: 0, edgeCount: 0 });
    expect([...createGraph(2, []).offsets]).toEqual([0, 0, 0]);
  });

  test.each<[Edge, RegExp]>([
    [{ source: 0, target: 2 }, /outside/],
    [{ source: -1, target: 0 }, /outside/],
    [{ source: 0, target: 1, weight: 0 }, /not positive/],
    [{ source: 0, target: 1, weight: NaN }, /not positive/],
  ])('refuses %p', (edge, message) => {
    expect(() => createGraph(2, [edge])).toThrow(message);
  });

  test('holds the same as a dense matrix, whatever the edges', () => {
    fc.assert(
      fc.property(edgesOf(8), (edges) => {
        const dense = new Map<string, number>();
        for (const { source, target, weight } of edges)
          if (source !== target)
            for (const key of [`${source} ${target}`, `${target} ${source}`])
              dense.set(key, (dense.get(key) ?? 0) + weight);
        const graph = createGraph(8, edges);
        const found = new Map<string, number>();
        for (let node = 0; node < 8; node++)
          for (let k = graph.offsets[node]!; k < graph.offsets[node + 1]!; k++) {
            found.set(`${node} ${graph.neighbours[k]}`, graph.weights[k]!);
            if (k > graph.offsets[node]!)
              expect(graph.neighbours[k]).toBeGreaterThan(graph.neighbours[k - 1]!);
          }
        expect(found).toEqual(dense);
      }),
    );
  });
});
