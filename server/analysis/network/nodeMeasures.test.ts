import fc from 'fast-check';
import { createGraph } from '../graph';
import { betweenness } from './betweenness';
import { constraint } from './constraint';
import { coreNumbers } from './coreNumber';
import { florentine, karate, lesMiserables, lesMiserablesByHops } from './tests/classicGraphs';
import { drawnGraphs, graphOf, renumbered, renumberedValues } from './tests/randomGraphs';

// NetworkX 3.6.1: betweenness_centrality(G, weight=None), constraint(G) and core_number(G); igraph 1.0.0 (Python) gives
// the same. Nodes of betweenness 0 are left out.
const published = {
  betweenness: {
    karate: {
      0: 0.437635,
      1: 0.053937,
      2: 0.143657,
      3: 0.011909,
      4: 0.000631,
      5: 0.029987,
      6: 0.029987,
      8: 0.055927,
      9: 0.000848,
      10: 0.000631,
      13: 0.045863,
      19: 0.032475,
      23: 0.017614,
      24: 0.00221,
      25: 0.00384,
      27: 0.022333,
      28: 0.001795,
      29: 0.002922,
      30: 0.014412,
      31: 0.138276,
      32: 0.145247,
      33: 0.304075,
    },
    florentine: {
      1: 0.521978,
      2: 0.054945,
      3: 0.021978,
      4: 0.102564,
      5: 0.093407,
      6: 0.113553,
      7: 0.091575,
      8: 0.212454,
      9: 0.142857,
      11: 0.104396,
      12: 0.254579,
    },
    lesMiserables: {
      1: 0.176842,
      10: 0.569989,
      17: 0.040629,
      23: 0.129645,
      24: 0.029002,
      25: 0.074901,
      26: 0.023796,
      27: 0.054332,
      28: 0.026491,
      29: 0.008041,
      31: 0.00864,
      39: 0.006925,
      41: 0.011488,
      46: 0.026316,
      48: 0.165113,
      49: 0.020211,
      50: 0.000217,
      51: 0.047599,
      52: 0.000351,
      55: 0.132032,
      57: 0.027661,
      58: 0.042553,
      59: 0.00125,
      61: 0.00125,
      62: 0.005267,
      63: 0.002185,
      64: 0.030754,
      65: 0.002185,
      66: 0.00015,
      68: 0.00496,
      69: 0.00496,
      70: 0.004862,
      71: 0.003874,
      75: 0.000439,
    },
  },
  constraint: {
    karate: [
      0.155423, 0.279535, 0.185177, 0.39666, 0.529417, 0.477485, 0.477485, 0.442712, 0.303601, 0.5, 0.529417,
      1.0, 0.622504, 0.323335, 0.57368, 0.57368, 0.78125, 0.590869, 0.57368, 0.373719, 0.57368, 0.590869,
      0.57368, 0.305824, 0.459877, 0.459877, 0.670902, 0.285069, 0.386913, 0.449409, 0.346006, 0.244575,
      0.249223, 0.156419,
    ],
    florentine: [
      1.0, 0.209877, 0.482253, 0.655864, 0.458333, 0.5, 0.459877, 0.459877, 0.333333, 0.5, 1.0, 0.482253,
      0.25, 1.0, 1.0,
    ],
    lesMiserables: [
      1.0, 0.382273, 0.791238, 0.758071, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 0.163448, 1.0, 0.682636, 1.0, 1.0, 1.0,
      0.461138, 0.402258, 0.461138, 0.459085, 0.452073, 0.455047, 0.456352, 0.238584, 0.399277, 0.261625,
      0.498943, 0.335305, 0.509142, 0.401302, 0.713558, 0.456552, 1.0, 0.783814, 0.457113, 0.457113, 0.491225,
      0.491225, 0.491225, 0.345053, 1.0, 0.260685, 0.584495, 0.758182, 1.042107, 1.0, 0.555556, 1.0, 0.241391,
      0.546418, 0.5, 0.52608, 0.5, 1.0, 0.669799, 0.249422, 0.810723, 0.264664, 0.290129, 0.37491, 0.417398,
      0.3997, 0.33297, 0.362253, 0.351042, 0.362464, 0.400815, 1.0, 0.387746, 0.376341, 0.385267, 0.346047,
      0.711166, 0.786947, 0.786947, 0.435073, 0.37596,
    ],
    lesMiserablesByHops: [
      1.0, 0.13483, 0.575439, 0.575439, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 0.070601, 1.0, 0.548526, 1.0, 1.0, 1.0,
      0.444949, 0.305899, 0.444949, 0.444949, 0.444949, 0.444949, 0.444949, 0.174415, 0.188689, 0.156851,
      0.196559, 0.152754, 0.346412, 0.321425, 0.675069, 0.382476, 1.0, 0.544359, 0.472442, 0.472442, 0.472442,
      0.472442, 0.472442, 0.35966, 1.0, 0.203442, 0.450822, 0.417116, 0.654707, 1.0, 0.5, 1.0, 0.129041,
      0.278666, 0.5, 0.240512, 0.5, 1.0, 0.437244, 0.128751, 0.603539, 0.21252, 0.196709, 0.274099, 0.297075,
      0.274099, 0.241861, 0.268851, 0.24044, 0.268851, 0.293646, 1.0, 0.25632, 0.25632, 0.240911, 0.26586,
      0.417116, 0.835744, 0.835744, 0.314377, 0.303109,
    ],
  },
  core: {
    karate: [
      4, 4, 4, 4, 3, 3, 3, 4, 4, 2, 3, 1, 2, 4, 2, 2, 2, 2, 2, 3, 2, 2, 2, 3, 3, 3, 2, 3, 3, 3, 4, 3, 4, 4,
    ],
    florentine: [1, 2, 2, 2, 2, 2, 2, 2, 2, 1, 1, 2, 2, 1, 1],
    lesMiserables: [
      1, 3, 3, 3, 1, 1, 1, 1, 1, 1, 8, 1, 2, 1, 1, 1, 7, 7, 7, 7, 7, 7, 7, 7, 7, 8, 6, 8, 2, 6, 2, 3, 1, 2, 6,
      6, 6, 6, 6, 2, 1, 8, 3, 3, 2, 1, 1, 1, 9, 4, 2, 4, 2, 1, 4, 9, 2, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 1, 8, 8,
      8, 8, 3, 2, 2, 7, 7,
    ],
  },
};

function expectClose(found: ArrayLike<number>, expected: ArrayLike<number>, digits: number): void {
  expect(found.length).toBe(expected.length);
  for (let node = 0; node < found.length; node++)
    if (Number.isNaN(expected[node])) expect(found[node]).toBeNaN();
    else expect(found[node]).toBeCloseTo(expected[node]!, digits);
}

const star = createGraph(
  5,
  [1, 2, 3, 4].map((target) => ({ source: 0, target })),
);

describe('betweenness', () => {
  test.each([
    ['the karate club', karate, published.betweenness.karate],
    ['the Florentine families', florentine, published.betweenness.florentine],
    ['Les Misérables', lesMiserables, published.betweenness.lesMiserables],
  ])('of %s is that of NetworkX', (_, graph, expected: Record<number, number>) => {
    const all = Array.from({ length: graph.nodeCount }, (_, node) => expected[node] ?? 0);
    expectClose(betweenness(graph).values, all, 5);
  });

  test('is 1 at the centre of a star and 0 where there are fewer than three nodes', () => {
    expect([...betweenness(star).values]).toEqual([1, 0, 0, 0, 0]);
    expect([...betweenness(createGraph(2, [{ source: 0, target: 1 }])).values]).toEqual([0, 0]);
    expect(betweenness(createGraph(0, [])).values).toHaveLength(0);
  });

  test('from as many pivots as nodes is exact; from fewer it is near, within its error', () => {
    const exact = betweenness(lesMiserables);
    expect(betweenness(lesMiserables, { pivots: 77 })).toEqual(exact);
    expect(exact.exact).toBe(true);
    let outside = 0;
    for (let seed = 0; seed < 40; seed++) {
      const drawn = betweenness(lesMiserables, { pivots: 40, seed });
      expect(drawn).toMatchObject({ exact: false, pivotCount: 40 });
      if (Math.abs(drawn.values[10]! - exact.values[10]!) > 2 * drawn.standardErrors[10]!) outside++;
    }
    expect(outside).toBeLessThan(6);
    expect(() => betweenness(karate, { pivots: 0 })).toThrow(RangeError);
  });

  test('from pivots is right on average', () => {
    const exact = betweenness(karate).values;
    const mean = new Float64Array(34);
    for (let seed = 0; seed < 400; seed++)
      betweenness(karate, { pivots: 10, seed }).values.forEach((value, node) => (mean[node]! += value / 400));
    for (let node = 0; node < 34; node++) expect(Math.abs(mean[node]! - exact[node]!)).toBeLessThan(0.02);
  });
});

describe('constraint', () => {
  test.each([
    ['the karate club', karate, published.constraint.karate],
    ['the Florentine families', florentine, published.constraint.florentine],
    ['Les Misérables by scenes', lesMiserables, published.constraint.lesMiserables],
    ['Les Misérables by hops', lesMiserablesByHops, published.constraint.lesMiserablesByHops],
  ])('of %s is that of NetworkX', (_, graph, expected) => {
    expectClose(constraint(graph), expected, 5);
  });

  test('is not defined without a tie, 1 with one contact, 1/4 with four that do not meet', () => {
    expect(constraint(createGraph(1, []))[0]).toBeNaN();
    expect([...constraint(star)]).toEqual([0.25, 1, 1, 1, 1]);
  });
});

describe('core numbers', () => {
  test.each([
    ['the karate club', karate, published.core.karate],
    ['the Florentine families', florentine, published.core.florentine],
    ['Les Misérables', lesMiserables, published.core.lesMiserables],
  ])('of %s are those of NetworkX', (_, graph, expected) => {
    expect([...coreNumbers(graph)]).toEqual(expected);
  });

  test('are those that peeling by hand finds', () => {
    fc.assert(
      fc.property(drawnGraphs(), (drawn) => {
        const graph = graphOf(drawn);
        const found = coreNumbers(graph);
        for (let k = 1; k <= 6; k++) {
          const inside = new Set(Array.from({ length: graph.nodeCount }, (_, node) => node));
          const ties = (node: number): number =>
            [...graph.neighbours.subarray(graph.offsets[node], graph.offsets[node + 1])].filter((n) =>
              inside.has(n),
            ).length;
          for (let before = -1; before !== inside.size;) {
            before = inside.size;
            for (const node of inside) if (ties(node) < k) inside.delete(node);
          }
          for (let node = 0; node < graph.nodeCount; node++) expect(found[node]! >= k).toBe(inside.has(node));
        }
      }),
    );
  });
});

describe('measures of nodes', () => {
  test('follow the nodes however they are numbered', () => {
    fc.assert(
      fc.property(drawnGraphs(), (drawn) => {
        const [before, after] = [graphOf(drawn), renumbered(drawn)];
        expectClose(betweenness(after).values, renumberedValues(betweenness(before).values, drawn.order), 10);
        expectClose(constraint(after), renumberedValues(constraint(before), drawn.order), 10);
        expectClose(coreNumbers(after), renumberedValues(coreNumbers(before), drawn.order), 10);
      }),
    );
  });
});
