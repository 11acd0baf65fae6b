import fc from 'fast-check';
import { createGraph } from '../graph';
import { components, density, isolatedNodes } from './cohesion';
import { communitySizes } from './partition';
import { shortestPaths } from './shortestPaths';
import { florentine, florentineNames, karate, lesMiserables } from './tests/classicGraphs';
import { drawnGraphs, graphOf, renumbered } from './tests/randomGraphs';

describe('shortest paths', () => {
  // NetworkX 3.6.1, all_shortest_paths.
  test('between members 16 and 25 of the karate club are the two of NetworkX', () => {
    expect(shortestPaths(karate, 16, 25)).toEqual({
      hops: 4,
      pathCount: 2,
      paths: [
        [16, 5, 0, 31, 25],
        [16, 6, 0, 31, 25],
      ],
    });
  });

  test('between the Pazzi and the Lamberteschi go through the Medici, as in NetworkX', () => {
    const [from, to] = ['Pazzi', 'Lamberteschi'].map((name) => florentineNames.indexOf(name));
    const found = shortestPaths(florentine, from!, to!);
    expect(found.hops).toBe(5);
    expect(found.paths.map((path) => path.map((node) => florentineNames[node])).sort()).toEqual([
      ['Pazzi', 'Salviati', 'Medici', 'Albizzi', 'Guadagni', 'Lamberteschi'],
      ['Pazzi', 'Salviati', 'Medici', 'Tornabuoni', 'Guadagni', 'Lamberteschi'],
    ]);
  });

  test('are counted beyond those listed', () => {
    const edges = [1, 2, 3, 4].flatMap((middle) => [
      { source: 0, target: middle },
      { source: middle, target: 5 },
    ]);
    const found = shortestPaths(createGraph(6, edges), 0, 5, 3);
    expect(found).toMatchObject({ hops: 2, pathCount: 4 });
    expect(found.paths).toEqual([
      [0, 1, 5],
      [0, 2, 5],
      [0, 3, 5],
    ]);
  });

  test('do not exist between two components, and are of no tie from a node to itself', () => {
    const graph = createGraph(3, [{ source: 0, target: 1 }]);
    expect(shortestPaths(graph, 0, 2)).toEqual({ hops: null, paths: [], pathCount: 0 });
    expect(shortestPaths(graph, 2, 2)).toEqual({ hops: 0, paths: [[2]], pathCount: 1 });
    expect(() => shortestPaths(graph, 0, 3)).toThrow(RangeError);
    expect(() => shortestPaths(graph, 0, 1, 0)).toThrow(RangeError);
  });

  test('are as many both ways and however nodes are numbered', () => {
    fc.assert(
      fc.property(drawnGraphs(), (drawn) => {
        const found = shortestPaths(graphOf(drawn), 0, 1, 1000);
        const back = shortestPaths(graphOf(drawn), 1, 0, 1000);
        const moved = shortestPaths(renumbered(drawn), drawn.order[0]!, drawn.order[1]!, 1000);
        for (const other of [back, moved])
          expect([other.hops, other.pathCount, other.paths.length]).toEqual([
            found.hops,
            found.pathCount,
            found.paths.length,
          ]);
        expect(found.paths).toHaveLength(found.pathCount);
      }),
    );
  });
});

describe('cohesion', () => {
  // NetworkX 3.6.1, density.
  test('densities are those of NetworkX', () => {
    expect(density(karate)).toBeCloseTo(0.13903743315508021, 14);
    expect(density(florentine)).toBeCloseTo(0.19047619047619047, 14);
    expect(density(lesMiserables)).toBeCloseTo(0.08680792891319207, 14);
    expect(density(createGraph(1, []))).toBeNull();
  });

  test('components are numbered by size, and isolated nodes are components of one', () => {
    const graph = createGraph(6, [
      { source: 1, target: 2 },
      { source: 3, target: 4 },
      { source: 4, target: 5 },
    ]);
    expect([...components(graph).membership]).toEqual([2, 1, 1, 0, 0, 0]);
    expect(isolatedNodes(graph)).toEqual([0]);
    expect(isolatedNodes(createGraph(0, []))).toEqual([]);
  });

  test('two nodes are in one component when a path leads from one to the other', () => {
    fc.assert(
      fc.property(drawnGraphs(), (drawn) => {
        const graph = graphOf(drawn);
        const { membership, communityCount } = components(graph);
        for (let node = 0; node < graph.nodeCount; node++)
          expect(shortestPaths(graph, 0, node).hops !== null).toBe(membership[0] === membership[node]);
        const alone = communitySizes(membership, communityCount).filter((size) => size === 1).length;
        expect(isolatedNodes(graph)).toHaveLength(alone);
      }),
    );
  });
});
