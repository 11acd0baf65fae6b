import { countActors, countKey, referenceCount, type ReferenceFigures } from './referenceFigures';

const figures = (counts: Record<string, number>, actors: number | null = 100): ReferenceFigures => ({
  population: null,
  under15: null,
  from15To24: null,
  actors,
  counts: new Map(Object.entries(counts)),
});

test.each([
  [null, null, '*'],
  ['MUSEUM', null, 'MUSEUM'],
  [null, ['DIFFUSION'], '*:DIFFUSION'],
  ['MUSEUM', ['DIFFUSION', 'VALIDATION'], 'MUSEUM:VALIDATION+DIFFUSION'],
])('the count of %s in %j is called %s', (family, phases, key) => {
  expect(countKey(family, phases)).toBe(key);
});

test('families add up; a reference by family alone answers by family alone; what is not counted is missing, not zero', () => {
  const known = figures({ 'MUSEUM:DIFFUSION': 8, 'LIBRARY:DIFFUSION': 2, FABLAB: 5, '*:DIFFUSION': 40 });
  const ask = (families: string[] | null, phases: string[] | null) =>
    referenceCount(known, { families, phases });
  expect(ask(['MUSEUM', 'LIBRARY'], ['DIFFUSION'])).toEqual({ part: 10, byPhase: true, missing: [] });
  expect(ask(['FABLAB'], ['DIFFUSION'])).toEqual({ part: 5, byPhase: false, missing: [] });
  expect(ask(null, ['DIFFUSION'])).toMatchObject({ part: 40 });
  expect(ask([], null)).toMatchObject({ part: 100 });
  expect(ask(['MUSEUM', 'FABLAB'], ['DIFFUSION'])).toEqual({
    part: null,
    byPhase: true,
    missing: ['FABLAB:DIFFUSION'],
  });
  expect(ask(null, ['VALIDATION'])).toMatchObject({ part: null, missing: ['*:VALIDATION'] });
});

test('the counts of a region answer every choice as counting its actors does', () => {
  const actors = [
    { family: 'MUSEUM', phases: ['DIFFUSION'] },
    { family: 'MUSEUM', phases: ['DIFFUSION', 'VALIDATION'] },
    { family: 'LAB', phases: ['VALIDATION'] },
    { family: 'LAB', phases: [] },
  ];
  const told = { ...figures({}, actors.length), counts: countActors(actors) };
  for (const families of [null, ['MUSEUM'], ['LAB'], ['MUSEUM', 'LAB']])
    for (const phases of [null, ['DIFFUSION'], ['VALIDATION'], ['VALIDATION', 'DIFFUSION']]) {
      const kept = actors.filter(
        (actor) =>
          (families?.includes(actor.family) ?? true) &&
          (phases === null || actor.phases.some((phase) => phases.includes(phase))),
      );
      expect(referenceCount(told, { families, phases })).toMatchObject({ part: kept.length, byPhase: true });
    }
});
