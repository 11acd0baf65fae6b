import { regionTies } from './regionTies';
import { smallActors, smallGraph, smallRegion } from './tests/smallRegion';
import { anyTie } from './tieFilter';
import { tiePaths } from './tiePaths';
import { territoryIndex, territoryProfile } from './territoryProfile';

const ids = smallActors.map(({ id }) => id);
const between = (from: string, to: string, filter = anyTie) => tiePaths(smallGraph, ids, from, to, filter, 5);

test('every proven tie, by what proves it', () => {
  const ties = regionTies(smallRegion).map(({ a, b, kind, proof }) => `${a}${b} ${kind} ${proof}`);
  expect(ties).toEqual([
    'ab PARTNERSHIP PARTNERSHIP',
    'ac SUPERVISION PARTNERSHIP',
    'ab PARTNERSHIP PARTNERSHIP',
    'bc CONTRIBUTION PRODUCTION',
    'bd CONTRIBUTION PRODUCTION',
    'cd CONTRIBUTION PRODUCTION',
    'eb HOSTING EVENT',
    'ec HOSTING EVENT',
    'ed HOSTING EVENT',
  ]);
});

test('the shortest ways, each step with what proves it, the best proven first', () => {
  const found = between('a', 'd')!;
  expect(found).toMatchObject({ hops: 2, pathCount: 2 });
  expect(found.paths.map((path) => path.map(({ to }) => to).join(''))).toEqual(['bd', 'cd']);
  expect(found.paths[0]![0]!.proofs.map(({ id }) => id)).toEqual(['p1', 'p3']);
});

test('no way, no step, nobody', () => {
  expect(between('a', 'f')).toMatchObject({ hops: null, paths: [] });
  expect(between('a', 'a')).toMatchObject({ hops: 0, paths: [[]], pathCount: 1 });
  expect(between('a', 'nobody')).toBeNull();
});

test('only the ties that count', () => {
  expect(between('a', 'd', { ...anyTie, kinds: ['SUPERVISION', 'CONTRIBUTION'] })!.paths).toHaveLength(1);
});

describe('a territory', () => {
  const index = territoryIndex(smallRegion, smallActors);

  test('knows who stands in it, who serves it, what came, what is absent', () => {
    const profile = territoryProfile(index, 'epci-1')!;
    expect(profile).toMatchObject({
      actorIds: ['a', 'b', 'c'],
      servingActorIds: [],
      population: 1000,
      communes: 2,
      communesOfUnknownPopulation: 1,
      above: ['departement-1', 'region-1'],
      below: ['commune-2', 'commune-1'],
      absentFamilies: [{ family: 'LIBRARY', elsewhere: 1 }],
    });
    expect(profile.stops.map(({ eventId }) => eventId)).toEqual(['e1']);
    expect(territoryProfile(index, 'epci-2')!.servingActorIds).toEqual(['f']);
  });

  test('counts a commune once whichever way it is part of it', () => {
    expect(territoryProfile(index, 'region-1')).toMatchObject({ communes: 3, population: 1500 });
    expect(territoryProfile(index, 'departement-2')).toMatchObject({
      actorIds: ['c'],
      below: ['epci-1', 'epci-2'],
    });
  });

  test('stands beside its peers, by actors for each inhabitant, itself included', () => {
    expect(territoryProfile(index, 'epci-1')!.peers).toEqual([
      { territoryId: 'epci-1', actors: 3, stops: 1, population: 1000 },
      { territoryId: 'epci-2', actors: 0, stops: 0, population: 500 },
    ]);
    expect(territoryProfile(index, 'commune-2')!.peers.map(({ territoryId }) => territoryId)).toEqual([
      'commune-1',
      'commune-2',
    ]);
  });

  test('of unknown population has no population, not zero', () => {
    expect(territoryProfile(index, 'commune-2')!.population).toBeNull();
    expect(territoryProfile(index, 'nowhere')).toBeNull();
  });
});
