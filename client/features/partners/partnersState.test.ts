import { readParams, writeParams } from '../../lib/urlCodecs';
import {
  countFilters,
  emptyBrief,
  hasBrief,
  hasOwnWeights,
  partnersCodecs,
  toBriefInput,
  toFiltersInput,
  toggled,
  toWeightsInput,
} from './partnersState';

const read = (query: string) => readParams(partnersCodecs, new URLSearchParams(query));

test('an address tells the whole project, and is asked as such', () => {
  const state = read(
    'type=EXHIBITION&themes=water&publics=LOWER_SECONDARY&lieux=departement-02&competences=fab-design,dif-host-expo&acteur=a&avec=b',
  );
  expect(toBriefInput(state)).toEqual({
    actorId: 'a',
    memberIds: ['b'],
    needs: [
      { competenceId: 'fab-design', weight: 1 },
      { competenceId: 'dif-host-expo', weight: 1 },
    ],
    themeIds: ['water'],
    audiences: ['LOWER_SECONDARY'],
    productionType: 'EXHIBITION',
    territoryIds: ['departement-02'],
  });
});

test.each([
  ['', false],
  ['km=20&equipe=a', false],
  ['lieux=departement-02', false],
  ['acteur=a', true],
  ['themes=water', true],
  ['avec=b', true],
])('the address “%s” tells enough of a project: %s', (query, said) => {
  expect(hasBrief(read(query))).toBe(said);
});

test('filters and weights are those asked, the usual ones when nothing is said', () => {
  expect(toFiltersInput(read(''))).toEqual({
    families: null,
    territoryIds: null,
    maxKm: null,
    novelty: 'ANY',
    outside: true,
    excludedIds: null,
  });
  expect(toFiltersInput(read('km=40&connus=nouveaux&dehors=0&familles=MUSEUM&sans=x,y'))).toEqual({
    families: ['MUSEUM'],
    territoryIds: null,
    maxKm: 40,
    novelty: 'NEW',
    outside: false,
    excludedIds: ['x', 'y'],
  });
  expect(toWeightsInput(read(''))).toEqual({
    cover: 0.6,
    theme: 0.15,
    near: 0.1,
    network: 0.1,
    audience: 0.05,
  });
  expect(countFilters(read('km=40&dehors=0'))).toBe(2);
  expect([hasOwnWeights(read('')), hasOwnWeights(read('theme=80'))]).toEqual([false, true]);
});

test('starting again leaves filters and weights, and nothing of the project', () => {
  const before = new URLSearchParams('type=GAME&besoin=n&equipe=a&km=40&theme=80');
  expect(writeParams(partnersCodecs, before, emptyBrief).toString()).toBe('km=40&theme=80');
});

test('a value is put in a list, then taken out', () => {
  expect(toggled(['a'], 'b')).toEqual(['a', 'b']);
  expect(toggled(['a', 'b'], 'a')).toEqual(['b']);
});
