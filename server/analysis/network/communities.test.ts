import fc from 'fast-check';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { createGraph, type Edge, type Graph } from '../graph';
import { components } from './cohesion';
import { communities } from './communities';
import { mapEquation } from './mapEquation';
import { normalisedMutualInformation } from './normalisedMutualInformation';
import { communitySizes, compactPartition } from './partition';
import { florentine, karate, lesMiserables, lesMiserablesByHops } from './tests/classicGraphs';
import { drawnGraphs, graphOf, renumbered, renumberedValues } from './tests/randomGraphs';

/** Cliques of `size` nodes in a ring, each tied to the next by one tie. */
function ringOfCliques(count: number, size: number): { nodeCount: number; edges: Edge[] } {
  const edges: Edge[] = [];
  for (let clique = 0; clique < count; clique++) {
    const first = clique * size;
    for (let i = 0; i < size; i++)
      for (let j = i + 1; j < size; j++) edges.push({ source: first + i, target: first + j });
    edges.push({ source: first, target: ((clique + 1) % count) * size + 1 });
  }
  return { nodeCount: count * size, edges };
}

/** The map equation by its definition: entropies of the two kinds of code books, weighted by their use. */
function byDefinition(graph: Graph, membership: readonly number[]): number {
  const total = graph.weights.reduce((sum, weight) => sum + weight, 0);
  if (total === 0) return 0;
  const entropy = (rates: readonly number[]): number => {
    const all = rates.reduce((sum, rate) => sum + rate, 0);
    return -rates.reduce((sum, rate) => sum + (rate > 0 ? (rate / all) * Math.log2(rate / all) : 0), 0) || 0;
  };
  const modules = [...new Set(membership)].map((module) => {
    const nodes = membership.flatMap((held, node) => (held === module ? [node] : []));
    const visits = nodes.map((node) =>
      graph.weights
        .subarray(graph.offsets[node], graph.offsets[node + 1])
        .reduce((sum, weight) => sum + weight / total, 0),
    );
    let exit = 0;
    for (const node of nodes)
      for (let k = graph.offsets[node]!; k < graph.offsets[node + 1]!; k++)
        if (membership[graph.neighbours[k]!] !== module) exit += graph.weights[k]! / total;
    return { visits, exit };
  });
  const exits = modules.map(({ exit }) => exit);
  const sum = (rates: readonly number[]): number => rates.reduce((a, b) => a + b, 0);
  return (
    sum(exits) * entropy(exits) +
    sum(modules.map(({ visits, exit }) => (exit + sum(visits)) * entropy([exit, ...visits])))
  );
}

describe('communities', () => {
  // infomap 2.16.0 (Python), `--two-level --num-trials 50 --seed 1`: codelength, modules, one-level codelength.
  test.each([
    ['the karate club', karate, 4.3117926458018285, 3, 4.704422598883342],
    ['the Florentine families', florentine, 3.446961727359891, 4, 3.7209505944546684],
    ['Les Misérables by hops', lesMiserablesByHops, 4.679966117806476, 8, 5.743646402386577],
    ['Les Misérables by scenes', lesMiserables, 4.204714637183613, 10, 5.336153539995759],
  ])('describe %s as briefly as infomap', (_, graph, codeLength, count, oneLevel) => {
    const found = communities(graph, { seed: 1, trials: 200 });
    expect(found.description.total).toBeCloseTo(codeLength, 10);
    expect(found.communityCount).toBe(count);
    expect(found.description.oneLevel).toBeCloseTo(oneLevel, 10);
  });

  test('are the cliques of a ring of 60, which modularity would merge two by two', () => {
    const { nodeCount, edges } = ringOfCliques(60, 5);
    const found = communities(createGraph(nodeCount, edges));
    const planted = compactPartition(Array.from({ length: nodeCount }, (_, node) => Math.floor(node / 5)));
    expect(normalisedMutualInformation(found, planted)).toBeCloseTo(1, 12);
  });

  test('of a graph without ties are its nodes, and of no node none', () => {
    expect([...communities(createGraph(3, [])).membership]).toEqual([0, 1, 2]);
    expect(communities(createGraph(0, []))).toMatchObject({ communityCount: 0, description: { total: 0 } });
  });

  test('come again from the same seed', () => {
    expect(communities(lesMiserables, { seed: 9 })).toEqual(communities(lesMiserables, { seed: 9 }));
  });

  test('refuse fewer than one trial', () => {
    expect(() => communities(karate, { trials: 0 })).toThrow(RangeError);
  });

  test('never join two components, never describe worse than one module, and are numbered by size', () => {
    fc.assert(
      fc.property(drawnGraphs(), (drawn) => {
        const graph = graphOf(drawn);
        const { membership, communityCount, description } = communities(graph, { trials: 3 });
        expect(description.total).toBeLessThanOrEqual(
          mapEquation(graph, new Uint32Array(graph.nodeCount)).total + 1e-9,
        );
        const sizes = [...communitySizes(membership, communityCount)];
        expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
        expect(Math.min(...sizes)).toBeGreaterThan(0);
        const piece = components(graph).membership;
        expect(new Set([...membership].map((community, node) => `${community} ${piece[node]}`)).size).toBe(
          communityCount,
        );
      }),
    );
  });

  test('of a graph made of cliques are the same however its nodes are numbered', () => {
    const { nodeCount, edges } = ringOfCliques(8, 5);
    const numbers = Array.from({ length: nodeCount }, (_, node) => node);
    const before = communities(createGraph(nodeCount, edges));
    fc.assert(
      fc.property(fc.shuffledSubarray(numbers, { minLength: nodeCount }), (order) => {
        const after = communities(renumbered({ nodeCount, edges, order }));
        const moved = compactPartition(renumberedValues(before.membership, order));
        expect(normalisedMutualInformation(after, moved)).toBeCloseTo(1, 12);
      }),
      { numRuns: 30 },
    );
  });
});

describe('the map equation', () => {
  test('is the sum of the entropies that define it', () => {
    fc.assert(
      fc.property(drawnGraphs(8), fc.array(fc.nat(3), { minLength: 8, maxLength: 8 }), (drawn, labels) => {
        const membership = [...compactPartition(labels.slice(0, drawn.nodeCount)).membership];
        const graph = graphOf(drawn);
        expect(mapEquation(graph, membership).total).toBeCloseTo(byDefinition(graph, membership), 9);
      }),
    );
  });
});

const benchmark = join(process.env['MAILLAGE_BENCHMARKS'] ?? '', 'communities', 'lfr-10000-mu03');
const present = process.env['MAILLAGE_BENCHMARKS'] !== undefined && existsSync(`${benchmark}.edges.gz`);
if (!present) console.info('LFR benchmark skipped: MAILLAGE_BENCHMARKS names no folder that has it');

(present ? describe : describe.skip)('communities of the LFR benchmark', () => {
  test('agree with the planted ones by at least 0.98', () => {
    const lines = (file: string): string[] => gunzipSync(readFileSync(file)).toString().trim().split('\n');
    const edges = lines(`${benchmark}.edges.gz`).map((line) => {
      const [source, target] = line.split(' ').map(Number);
      return { source: source!, target: target! };
    });
    const planted = compactPartition(lines(`${benchmark}.truth.gz`).map(Number));
    const found = communities(createGraph(planted.membership.length, edges));
    expect(normalisedMutualInformation(found, planted)).toBeGreaterThanOrEqual(0.98);
    // infomap 2.16.0, `--two-level --num-trials 1`: codelength and modules.
    expect(found.description.total).toBeCloseTo(9.04612092962007, 8);
    expect(found.communityCount).toBe(222);
  });
});
