import fc from 'fast-check';
import { createGraph } from '../graph';
import { createRandom, shuffle } from '../random';
import { eiIndex } from './eiIndex';
import { mixing } from './mixing';
import { karate, karateClubs, lesMiserablesByHops } from './tests/classicGraphs';
import { drawnGraphs, graphOf, renumbered, renumberedValues } from './tests/randomGraphs';

const byThrees = Array.from({ length: 77 }, (_, node) => String(node % 3));

describe('the mixing matrix', () => {
  // NetworkX 3.6.1: attribute_assortativity_coefficient and attribute_mixing_dict (which counts each end).
  test('of the karate club is that of NetworkX', () => {
    const found = mixing(karate, karateClubs);
    expect(found.assortativity).toBeCloseTo(0.717530864197531, 12);
    expect(found.cells.map(({ first, second, observed }) => [first, second, observed])).toEqual([
      ['M', 'M', 35],
      ['M', 'O', 11],
      ['O', 'O', 32],
    ]);
    expect(mixing(lesMiserablesByHops, byThrees).assortativity).toBeCloseTo(-0.1138130356786925, 12);
  });

  test('has the mean and the deviation of matchings of ends drawn at random', () => {
    const random = createRandom(5);
    const ends = Array.from({ length: 34 }, (_, node) =>
      Array<string>(karate.offsets[node + 1]! - karate.offsets[node]!).fill(karateClubs[node]!),
    ).flat();
    const draws = 5000;
    const sums = new Map<string, { sum: number; squares: number }>();
    for (let draw = 0; draw < draws; draw++) {
      shuffle(ends, random);
      const counts: Record<string, number> = { MM: 0, MO: 0, OO: 0 };
      for (let end = 0; end < ends.length; end += 2) counts[[ends[end], ends[end + 1]].sort().join('')]!++;
      for (const [cell, count] of Object.entries(counts)) {
        const held = sums.get(cell) ?? { sum: 0, squares: 0 };
        sums.set(cell, { sum: held.sum + count, squares: held.squares + count * count });
      }
    }
    for (const cell of mixing(karate, karateClubs).cells) {
      const { sum, squares } = sums.get(cell.first + cell.second)!;
      const mean = sum / draws;
      const deviation = Math.sqrt(squares / draws - mean * mean);
      expect(Math.abs(cell.expected - mean)).toBeLessThan((4 * deviation) / Math.sqrt(draws));
      expect(cell.deviation / deviation).toBeCloseTo(1, 1);
      expect(cell.z).toBeCloseTo((cell.observed - cell.expected) / cell.deviation, 12);
    }
  });

  test('counts apart the ties of which an end is unknown', () => {
    const graph = createGraph(4, [
      { source: 0, target: 1 },
      { source: 1, target: 2 },
      { source: 2, target: 3 },
    ]);
    const found = mixing(graph, ['a', 'b', null, 'a']);
    expect(found).toMatchObject({ tieCount: 1, unknownTies: 2, categories: ['a', 'b'] });
    expect(found.cells.map(({ observed }) => observed)).toEqual([0, 1, 0]);
  });

  test('of a network without ties, or of one category, says nothing of chance', () => {
    const none = mixing(createGraph(2, []), ['a', 'b']);
    expect(none.assortativity).toBeNull();
    expect(none.cells[0]).toMatchObject({ observed: 0, expected: 0, ratio: null, z: null });
    const one = mixing(karate, Array(34).fill('a'));
    expect(one).toMatchObject({ assortativity: null });
    expect(one.cells).toMatchObject([{ observed: 78, expected: 78, ratio: 1, z: null }]);
  });

  test('adds up to the ties, observed and by chance, however nodes are numbered', () => {
    fc.assert(
      fc.property(drawnGraphs(), (drawn) => {
        const categories = Array.from({ length: drawn.nodeCount }, (_, node) => 'abc'[node % 3]!);
        const found = mixing(graphOf(drawn), categories);
        const sum = (key: 'observed' | 'expected') => found.cells.reduce((all, cell) => all + cell[key], 0);
        expect(sum('observed')).toBe(found.tieCount);
        expect(sum('expected')).toBeCloseTo(found.tieCount, 9);
        expect(mixing(renumbered(drawn), renumberedValues(categories, drawn.order))).toEqual(found);
      }),
    );
  });
});

describe('the E–I index', () => {
  test('of the karate club is (11 − 67) ÷ 78, by its 11 friendships across', () => {
    const found = eiIndex(karate, karateClubs);
    expect(found).toMatchObject({ internal: 67, external: 11, unknownTies: 0 });
    expect(found.index).toBeCloseTo(-56 / 78, 12);
    expect(found.byCategory.get('M')).toEqual({ internal: 35, external: 11, index: -24 / 46 });
  });

  test('is 1 when all ties cross, −1 when none does, and unknown without ties', () => {
    const pair = createGraph(2, [{ source: 0, target: 1 }]);
    expect(eiIndex(pair, ['a', 'b']).index).toBe(1);
    expect(eiIndex(pair, ['a', 'a']).index).toBe(-1);
    expect(eiIndex(pair, ['a', null])).toMatchObject({ index: null, unknownTies: 1 });
  });

  test('agrees with the mixing matrix', () => {
    fc.assert(
      fc.property(drawnGraphs(), (drawn) => {
        const categories = Array.from({ length: drawn.nodeCount }, (_, node) => [null, 'a', 'b'][node % 3]!);
        const graph = graphOf(drawn);
        const found = eiIndex(graph, categories);
        const { cells } = mixing(graph, categories);
        const within = cells.reduce((sum, cell) => sum + (cell.first === cell.second ? cell.observed : 0), 0);
        expect(found.internal).toBe(within);
      }),
    );
  });
});
