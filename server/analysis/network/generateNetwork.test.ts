import { communitySizes } from './partition';
import { components } from './cohesion';
import { eiIndex } from './eiIndex';
import { generatedActorNetwork, generateNetwork } from './generateNetwork';

const options = { actorCount: 3000, tieCount: 20_000, seed: 4 };

describe('a generated network', () => {
  const generated = generateNetwork(options);
  const network = generatedActorNetwork(generated);
  const degrees = Array.from(
    { length: 3000 },
    (_, node) => network.graph.offsets[node + 1]! - network.graph.offsets[node]!,
  );

  test('has the size asked for and comes again from the same seed', () => {
    expect(network.graph).toMatchObject({ nodeCount: 3000, edgeCount: 20_000 });
    expect(generateNetwork(options)).toEqual(generated);
    expect(generateNetwork({ ...options, seed: 5 }).ties).not.toEqual(generated.ties);
  });

  test('has a heavy tail: a power law of exponent between 2 and 3.5 above ten ties (maximum likelihood)', () => {
    // Clauset, Shalizi & Newman (2009), doi:10.1137/070710111, equation 3.7.
    const tail = degrees.filter((degree) => degree >= 10);
    const exponent = 1 + tail.length / tail.reduce((sum, degree) => sum + Math.log(degree / 9.5), 0);
    expect(exponent).toBeGreaterThan(2);
    expect(exponent).toBeLessThan(3.5);
    expect(Math.max(...degrees)).toBeGreaterThan(10 * (40_000 / 3000));
  });

  test('has a geography: ties are mostly near, and towns of unequal size', () => {
    expect(eiIndex(network.graph, network.categories['formerRegion']!).index).toBeLessThan(0);
    const towns = new Map<number, number>();
    for (const { town } of generated.actors) towns.set(town, (towns.get(town) ?? 0) + 1);
    const sizes = [...towns.values()].sort((a, b) => b - a);
    expect(sizes[0]! / sizes[Math.floor(sizes.length / 2)]!).toBeGreaterThan(5);
  });

  test('holds together but for some, and leaves dates and competences unknown', () => {
    const { membership, communityCount } = components(network.graph);
    expect(communitySizes(membership, communityCount)[0]).toBeGreaterThan(2700);
    expect(generated.ties.some(({ start }) => start === null)).toBe(true);
    expect(network.phaseLevels.some((levels) => levels === null)).toBe(true);
  });

  test('refuses a size that cannot be', () => {
    expect(() => generateNetwork({ actorCount: 1, tieCount: 0, seed: 1 })).toThrow(RangeError);
    expect(() => generateNetwork({ actorCount: 10, tieCount: 40, seed: 1 })).toThrow(RangeError);
  });
});
