import { createGraph, type Edge } from '../graph';
import { createRandom } from '../random';
import { communities } from './communities';
import { communityStability, dropTies } from './communityStability';
import { compactPartition } from './partition';
import { karate, lesMiserables } from './tests/classicGraphs';

/** Two cliques of six and a node tied to two nodes of each: it could be in either. */
function betweenTwoCliques(): { edges: Edge[]; nodeCount: number } {
  const edges: Edge[] = [];
  for (const first of [0, 6])
    for (let i = 0; i < 6; i++)
      for (let j = i + 1; j < 6; j++) edges.push({ source: first + i, target: first + j });
  for (const target of [0, 1, 6, 7]) edges.push({ source: 12, target });
  return { edges, nodeCount: 13 };
}

describe('ties dropped at random', () => {
  test('are as many as asked, at least one, and leave the others as they were', () => {
    const random = createRandom(1);
    for (const [share, left] of [
      [0, 254],
      [0.001, 253],
      [0.05, 241],
      [0.5, 127],
      [1, 0],
    ] as const) {
      const graph = dropTies(lesMiserables, share, random);
      expect(graph.edgeCount).toBe(left);
      expect(graph.neighbours).toHaveLength(2 * left);
      const edges: Edge[] = [];
      for (let source = 0; source < 77; source++)
        for (let k = graph.offsets[source]!; k < graph.offsets[source + 1]!; k++) {
          const target = graph.neighbours[k]!;
          const row = lesMiserables.neighbours.subarray(
            lesMiserables.offsets[source],
            lesMiserables.offsets[source + 1],
          );
          const place = lesMiserables.offsets[source]! + row.indexOf(target);
          expect(lesMiserables.weights[place]).toBe(graph.weights[k]);
          if (source < target) edges.push({ source, target, weight: graph.weights[k]! });
        }
      expect(createGraph(77, edges)).toEqual(graph);
    }
  });

  test('are each tie equally often', () => {
    const random = createRandom(2);
    const dropped = new Map<string, number>();
    const keys = (graph: typeof karate): string[] =>
      [...graph.neighbours].flatMap((target, k) => {
        const source = graph.offsets.findLastIndex((offset) => offset <= k);
        return source < target ? [`${source}-${target}`] : [];
      });
    const all = keys(karate);
    for (let draw = 0; draw < 2000; draw++) {
      const left = new Set(keys(dropTies(karate, 0.1, random)));
      for (const key of all) if (!left.has(key)) dropped.set(key, (dropped.get(key) ?? 0) + 1);
    }
    const expected = (2000 * 8) / 78;
    for (const key of all)
      expect(Math.abs((dropped.get(key) ?? 0) - expected)).toBeLessThan(5 * Math.sqrt(expected));
  });
});

describe('stability of communities', () => {
  test('tells the actor between two groups from those inside', () => {
    const { edges, nodeCount } = betweenTwoCliques();
    const graph = createGraph(nodeCount, edges);
    const found = communities(graph, { trials: 5 });
    const { stays, byCommunity, draws } = communityStability(graph, found);
    expect(draws).toBe(50);
    for (let node = 0; node < 12; node++) expect(stays[node]).toBeGreaterThan(0.95);
    expect(stays[12]).toBeLessThan(0.9);
    expect(byCommunity).toHaveLength(found.communityCount);
  });

  test('is 1 everywhere when nothing is dropped from a clear network', () => {
    const graph = createGraph(
      12,
      betweenTwoCliques().edges.filter(({ source }) => source !== 12),
    );
    expect([...communityStability(graph, communities(graph), { dropped: 0, draws: 5 }).stays]).toEqual(
      Array(12).fill(1),
    );
  });

  test('keeps nobody in a community that is always merged into a larger', () => {
    const clique: Edge[] = [];
    for (let i = 0; i < 9; i++) for (let j = i + 1; j < 9; j++) clique.push({ source: i, target: j });
    const cut = compactPartition([0, 0, 0, 0, 0, 0, 1, 1, 1]);
    const { stays, byCommunity } = communityStability(createGraph(9, clique), cut, { draws: 5 });
    expect([...stays]).toEqual([1, 1, 1, 1, 1, 1, 0, 0, 0]);
    expect([...byCommunity]).toEqual([1, 0]);
  });

  test('comes again from the same seed and refuses what makes no sense', () => {
    const found = communities(karate);
    const once = communityStability(karate, found, { draws: 5, seed: 3 });
    expect(communityStability(karate, found, { draws: 5, seed: 3 })).toEqual(once);
    expect(() => communityStability(karate, found, { draws: 0 })).toThrow(RangeError);
    expect(() => communityStability(karate, found, { dropped: 2 })).toThrow(RangeError);
  });

  test('of a network without ties is 1: nobody can change', () => {
    const graph = createGraph(2, []);
    expect([...communityStability(graph, communities(graph), { draws: 2 }).stays]).toEqual([1, 1]);
  });
});
