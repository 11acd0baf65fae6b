import { anyActor, filterActors, statementAge, type ActorFilter } from './actorFilter';
import { sortDirectory } from './directory';
import { smallActors } from './tests/smallRegion';

const filter = (asked: Partial<ActorFilter>) => {
  const { matching, counts } = filterActors(smallActors, { ...anyActor, ...asked }, 2026);
  return { ids: matching.map((place) => smallActors[place]!.id).join(''), counts };
};

test.each<[Partial<ActorFilter>, string]>([
  [{}, 'abcdef'],
  [{ families: ['LAB', 'LIBRARY'] }, 'be'],
  [{ competences: ['val'] }, 'ab'],
  [{ phases: ['FABRICATION'] }, 'c'],
  [{ themes: ['nature'] }, 'ad'],
  [{ themes: ['water'] }, 'a'],
  [{ territories: ['epci-2'] }, 'f'],
  [{ territories: ['departement-1'], kinds: ['LAB'] }, 'b'],
  [{ has: ['NEEDS'] }, 'd'],
  [{ known: ['TO_DECLARE'] }, 'def'],
  [{ ages: ['UNDER_2_YEARS'] }, 'a'],
  [{ ages: ['UNDATED'] }, 'bdef'],
  [{ found: new Set(['a', 'f']) }, 'af'],
])('%o keeps %s', (asked, ids) => expect(filter(asked).ids).toBe(ids));

test('a facet is counted by what the other choices leave, its own left aside', () => {
  const { counts } = filter({ families: ['LAB'], territories: ['epci-1'] });
  expect(Object.fromEntries(counts.families)).toEqual({ UNIVERSITY: 1, LAB: 1, MUSEUM: 1 });
  expect(counts.territories.get('commune-1')).toBe(1);
  expect(counts.territories.get('epci-2')).toBeUndefined();
  expect(Object.fromEntries(counts.phases)).toEqual({ VALIDATION: 1 });
});

test('choosing a value leaves as many actors as its count said', () => {
  const { counts } = filter({ known: ['DECLARED'] });
  for (const [family, count] of counts.families)
    expect(filter({ known: ['DECLARED'], families: [family] }).ids).toHaveLength(count);
});

test.each([
  [null, 'UNDATED'],
  ['2025', 'UNDER_2_YEARS'],
  ['2021-06', 'FROM_2_TO_5_YEARS'],
  ['2012-01-01', 'OVER_5_YEARS'],
])('a statement of %s is %s in 2026', (latest, age) => expect(statementAge(latest, 2026)).toBe(age));

test.each([
  ['NAME', 'abcdef'],
  ['PARTNERS', 'abcdef'],
  ['LATEST', 'acbdef'],
  ['PLACE', 'cabdef'],
] as const)('sorted by %s: %s, what is unknown last', (order, ids) => {
  const places = smallActors.map((_, place) => place);
  expect(
    sortDirectory(smallActors, places, order)
      .map((place) => smallActors[place]!.id)
      .join(''),
  ).toBe(ids);
});

test('a competence without a level counts as the first, no competence as none', () => {
  expect(smallActors[1]!.levels).toEqual([1, 0, 0]);
  expect(smallActors[3]!).toMatchObject({ declared: false, levels: [0, 0, 0] });
});
