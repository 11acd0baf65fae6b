import fc from 'fast-check';
import { modularity } from './modularity';
import { normalisedMutualInformation } from './normalisedMutualInformation';
import { compactPartition, partitionBySize, partitionOverlaps } from './partition';
import { karate, karateClubs, lesMiserables, lesMiserablesByHops } from './tests/classicGraphs';
import { drawnGraphs, graphOf, renumbered, renumberedValues } from './tests/randomGraphs';

const modulo = (count: number, by: number) =>
  compactPartition(Array.from({ length: count }, (_, node) => node % by));
const clubs = compactPartition(karateClubs.map((club) => (club === 'M' ? 0 : 1)));

describe('modularity', () => {
  // NetworkX 3.6.1, networkx.community.modularity.
  test.each([
    ['the clubs of the karate club', modularity(karate, clubs), 0.3582347140039448],
    ['Les Misérables by fives, weighted', modularity(lesMiserables, modulo(77, 5)), -0.0842028554431886],
    ['Les Misérables by fives, by hops', modularity(lesMiserablesByHops, modulo(77, 5)), -0.0800964101928204],
  ])('of %s is that of NetworkX', (_, found, expected) => {
    expect(found).toBeCloseTo(expected, 12);
  });

  test('does not depend on how nodes are numbered, and is 0 in one community', () => {
    fc.assert(
      fc.property(drawnGraphs(), (drawn) => {
        const labels = Array.from({ length: drawn.nodeCount }, (_, node) => node % 3);
        const before = modularity(graphOf(drawn), compactPartition(labels));
        const after = modularity(renumbered(drawn), compactPartition(renumberedValues(labels, drawn.order)));
        expect(after).toBeCloseTo(before, 10);
        expect(modularity(graphOf(drawn), modulo(drawn.nodeCount, 1))).toBeCloseTo(0, 10);
      }),
    );
  });
});

describe('normalised mutual information', () => {
  // scikit-learn 1.9.1, sklearn.metrics.normalized_mutual_info_score (arithmetic mean).
  test.each([
    ['by threes and fives', modulo(77, 3), modulo(77, 5), 0.0010513042811911434],
    ['by threes and by club', modulo(34, 3), clubs, 0.020603604602457193],
  ])('of partitions %s is that of scikit-learn', (_, first, second, expected) => {
    expect(normalisedMutualInformation(first, second)).toBeCloseTo(expected, 12);
  });

  test('is 1 for the same partition, symmetric, and blind to labels', () => {
    const labels = fc.array(fc.nat(4), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(labels, labels, (a, b) => {
        const length = Math.min(a.length, b.length);
        const [first, second] = [compactPartition(a.slice(0, length)), compactPartition(b.slice(0, length))];
        const agreement = normalisedMutualInformation(first, second);
        expect(normalisedMutualInformation(second, first)).toBeCloseTo(agreement, 12);
        expect(normalisedMutualInformation(partitionBySize(a.slice(0, length)), second)).toBeCloseTo(
          agreement,
          12,
        );
        expect(normalisedMutualInformation(first, first)).toBeCloseTo(1, 12);
      }),
    );
  });

  test('is 1 between two partitions in one block and refuses partitions of other nodes', () => {
    expect(normalisedMutualInformation(modulo(5, 1), modulo(5, 1))).toBe(1);
    expect(() => normalisedMutualInformation(modulo(5, 1), modulo(6, 1))).toThrow(RangeError);
  });
});

describe('partitions', () => {
  test('are renumbered by size, equal ones by first node', () => {
    expect([...partitionBySize([7, 3, 3, 9, 9, 1]).membership]).toEqual([2, 0, 0, 1, 1, 3]);
    expect(partitionBySize([])).toEqual({ membership: new Uint32Array(), communityCount: 0 });
  });

  test('count the nodes they share', () => {
    expect(partitionOverlaps(Uint32Array.of(0, 0, 1, 1), Uint32Array.of(0, 1, 1, 1))).toEqual([
      { first: 0, second: 0, shared: 1 },
      { first: 0, second: 1, shared: 1 },
      { first: 1, second: 1, shared: 2 },
    ]);
  });
});
