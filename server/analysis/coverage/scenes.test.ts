import fc from 'fast-check';
import {
  accessibility,
  DEFAULT_COVERAGE,
  toDestinations,
  toOrigins,
  type CoverageScene,
} from './accessibility';
import { leastServed } from './leastServed';
import { nearest } from './nearest';
import { leastFifth, sensitivity } from './sensitivity';
import { createTravelMatrix } from './travelMatrix';
import { whatIf } from './whatIf';

/** A string of communes, 0.1° of latitude (11 km) apart, two to an EPCI. */
function stringOf(people: readonly (number | null)[], supplyAt: readonly number[]): CoverageScene {
  const communes = people.map((population, i) => ({
    insee: `C${i}`,
    epci: `E${i >> 1}`,
    department: '80',
    formerRegion: 'P',
    region: '32',
    population,
    areaKm2: 10,
    lat: 48 + i / 10,
    lon: 3,
  }));
  const points = supplyAt.map((i, k) => ({ id: `S${k}`, commune: `C${i}`, lat: null, lon: null }));
  return {
    communes,
    people: Float64Array.from(people, (p) => p ?? NaN),
    points,
    weights: points.map(() => 1),
    parameters: DEFAULT_COVERAGE,
  };
}

const EPCI = { level: 'EPCI' as const, region: '32' };

describe('what if', () => {
  const options = { ...EPCI, reachMinutes: 14, atLeast: 1 };
  const scene = stringOf([1000, 200, 300, 400, 500, null, 700, 800], [0]);

  it('changes nothing when nothing is added', () => {
    const answer = whatIf(scene, [], options);
    expect([...answer.after]).toEqual([...answer.before]);
    expect(answer).toMatchObject({ newlyReached: 0, newlyReachedCommunes: [], unknown: 1 });
    expect(answer.units.map(({ gain }) => gain)).toEqual([0, 0, 0, 0]);
  });

  it('tells who gains, and who is newly reached, each once', () => {
    const answer = whatIf(scene, [{ id: 'new', commune: 'C6', lat: null, lon: null, weight: 1 }], options);
    expect(answer.newlyReachedCommunes).toEqual(['C6']);
    expect(answer).toMatchObject({ reachedBefore: 1000, reachedAfter: 1700, newlyReached: 700 });
    expect(answer.units[0]!.unit).toBe('E3');
    expect(answer.units[0]!.gain).toBeGreaterThan(0);
  });

  it('may ask for two points in reach', () => {
    const added = { id: 'new', commune: 'C0', lat: null, lon: null, weight: 1 };
    expect(whatIf(scene, [added], { ...options, atLeast: 2 })).toMatchObject({
      reachedBefore: 0,
      newlyReached: 1000,
    });
  });

  it('is access computed again with the added points, and takes from nobody', () => {
    const places = fc.array(fc.nat(7), { maxLength: 4 });
    fc.assert(
      fc.property(places, places, (existing, extra) => {
        const before = stringOf([1000, 200, 300, 400, 500, 60, 700, 800], existing);
        const added = extra.map((i, k) => ({
          id: `N${k}`,
          commune: `C${i}`,
          lat: null,
          lon: null,
          weight: 0.5,
        }));
        const answer = whatIf(before, added, options);
        const again = accessibility({
          ...before,
          points: [...before.points, ...added],
          weights: [...Array.from(before.weights), ...added.map(() => 0.5)],
        });
        answer.after.forEach((value, i) => {
          expect(value).toBeCloseTo(again.access[i]!, 12);
          expect(value).toBeGreaterThanOrEqual(answer.before[i]!);
        });
      }),
    );
  });
});

describe('sensitivity', () => {
  const scene = stringOf([1000, 200, 300, 400, 500, 60, 700, 800, 10, 20], [0, 1, 2, 4, 4, 5]);

  it('is the same for the same seed, and within 0..1', () => {
    const a = sensitivity(scene, { ...EPCI, seed: 7, draws: 50 });
    const b = sensitivity(scene, { ...EPCI, seed: 7, draws: 50 });
    expect(a).toEqual(b);
    expect(a.draws).toBe(50);
    for (const { share } of a.units) expect(share >= 0 && share <= 1).toBe(true);
  });

  it('is sure of the unit that nothing reaches whatever is assumed', () => {
    const { units } = sensitivity(scene, { ...EPCI, seed: 1, draws: 60 });
    expect(units.find(({ unit }) => unit === 'E4')).toEqual({
      unit: 'E4',
      value: 0,
      inLeastFifth: true,
      share: 1,
    });
    expect(units.find(({ unit }) => unit === 'E0')!.share).toBe(0);
  });

  it('gives back the verdict itself when nothing is shaken but the decay', () => {
    const far = stringOf([100, 100, 100, 100, 100, 100, 100, 100, 100, 100], [0]);
    const still = { catchment: [1, 1] as const, speed: [1, 1] as const, weightSpread: 0, draws: 20, seed: 3 };
    for (const { inLeastFifth, share } of sensitivity(far, { ...EPCI, ...still }).units)
      expect(share).toBe(inLeastFifth ? 1 : 0);
  });

  it('keeps imported times when speeds are drawn', () => {
    const matrix = createTravelMatrix([{ origin: 'C9', destination: 'C0', minutes: 1 }]);
    const { units } = sensitivity({ ...scene, matrix }, { ...EPCI, seed: 1, draws: 40 });
    expect(units.find(({ unit }) => unit === 'E4')!.share).toBeLessThan(1);
  });

  it('counts ties into the least fifth, and nobody without a value', () => {
    const values = [3, 0, 0, 5, null, 0, 9, 8, 7, 6].map((value) => ({ value }));
    expect(leastFifth(values).filter(Boolean)).toHaveLength(3);
    expect(leastFifth([{ value: null }])).toEqual([false]);
    expect(() => sensitivity(scene, { ...EPCI, seed: 1, draws: 0 })).toThrow(/draws/);
    expect(() => sensitivity(scene, { ...EPCI, seed: 1, speed: [2, 1] })).toThrow(/range/);
  });
});

describe('the least served', () => {
  /** C0..C1 share one venue among 50,000; C4 has one to itself; C8..C9 have nothing. */
  const scene = stringOf([40_000, 10_000, 10, 10, 100, 100, 40, 20, 900, 1100], [0, 4]);
  const access = accessibility(scene);
  const density = access.density;
  const found = nearest(
    toOrigins(scene.communes, density),
    toDestinations(scene.points, scene.communes, density),
  );
  const input = {
    communes: scene.communes,
    people: scene.people,
    access,
    weights: scene.weights,
    decay: scene.parameters.decay,
    catchmentMinutes: scene.parameters.catchmentMinutes,
    nearest: found,
  };

  it('say how many people, what is nearest and why', () => {
    const [first, second] = leastServed(input, EPCI);
    expect(first).toMatchObject({
      unit: 'E4',
      value: 0,
      people: 2000,
      reason: 'NOTHING_IN_REACH',
      nearest: 1,
      stability: null,
    });
    expect(first!.kmToNearest).toBeCloseTo(((900 * 4 + 1100 * 5) * 11.1195) / 2000, 2);
    expect(second).toMatchObject({ unit: 'E0', reason: 'SHARED_AMONG_MANY', nearest: 0 });
    expect(leastServed(input, EPCI).find(({ unit }) => unit === 'E3')).toMatchObject({
      reason: 'FAR',
      people: 60,
    });
    expect(second!.peopleByReason.SHARED_AMONG_MANY + second!.peopleByReason.FAR).toBe(50_000);
  });

  it('keep only steady verdicts when asked', () => {
    const stability = new Map([
      ['E4', 1],
      ['E0', 0.4],
    ]);
    const list = leastServed({ ...input, stability }, { ...EPCI, minStability: 0.9 });
    expect(list.map(({ unit, stability: share }) => [unit, share])).toEqual([['E4', 1]]);
    expect(leastServed(input, { ...EPCI, limit: 2, minPeople: 3000 }).map(({ unit }) => unit)).toEqual([
      'E0',
    ]);
  });

  it('leave out communes whose people are unknown', () => {
    const people = scene.people.slice();
    people[8] = NaN;
    people[9] = NaN;
    expect(leastServed({ ...input, people }, EPCI).map(({ unit }) => unit)).not.toContain('E4');
  });
});
