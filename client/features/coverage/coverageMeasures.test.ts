import { CROSSED_FROM } from '../../views/map/crossedColours';
import { knownClass, sumOfKinds } from './absent/knownClasses';
import { crossShade, quantileLimits, shade } from './coverageMeasures';
import {
  fromCandidateId,
  setAdded,
  shownAdded,
  toCandidateIds,
  toList,
  type CoverageState,
} from './coverageState';
import type { CoverageAnswer } from './coverageUnits';
import type { RegisterUnit } from './registerAnswer';

/** An answer as far as shading reads it: a unit a line of figures. */
const answerOf = (units: { access: number | null; young: number | null; minutes?: number | null }[]) =>
  ({
    classes: [],
    units: units.map(({ access, young, minutes = null }, k) => ({
      territoryId: `epci-${k}`,
      access,
      young,
      nearestMinutes: minutes,
    })),
  }) as unknown as CoverageAnswer;

test('two measures crossed: thirds of each, the first by rows, unknown in either is unknown', () => {
  const units = [0, 1, 2].flatMap((a) => [0, 1, 2].map((b) => ({ access: a, young: 100 * b })));
  const crossed = crossShade(
    answerOf([...units, { access: null, young: null }]),
    'acces',
    'jeunes',
    undefined,
  );
  expect(crossed.counts).toEqual(Array(9).fill(1));
  expect(crossed.unknown).toBe(1);
  expect(crossed.classes.get('epci-0')).toBe(CROSSED_FROM);
  expect(crossed.classes.get('epci-5')).toBe(CROSSED_FROM + 3 + 2);
  expect(crossed.classes.get('epci-9')).toBe('UNKNOWN');
});

test('fixed classes keep their limits and their empty classes, and the last one has no upper limit', () => {
  const { legend, classes, nothing } = shade(
    answerOf([
      { access: 0.3, young: 1 },
      { access: 7, young: 1 },
      { access: 0, young: 1 },
    ]),
    'acces',
    undefined,
    { bounds: 'fixes', unit: 'EQUAL' },
  );
  expect(legend.map(({ units }) => units)).toEqual([0, 1, 0, 0, 1]);
  expect(legend[4]).toEqual({ from: 2, to: Infinity, units: 1 });
  expect([classes.get('epci-0'), classes.get('epci-1'), classes.get('epci-2')]).toEqual([1, 4, 'NOTHING']);
  expect(nothing).toBe(1);
});

test('minutes are told from the farthest', () => {
  const { classes, legend } = shade(
    answerOf([
      { access: 1, young: 1, minutes: 5 },
      { access: 1, young: 1, minutes: 50 },
    ]),
    'proche',
    undefined,
    { bounds: 'fixes', unit: 'EQUAL' },
  );
  expect([classes.get('epci-0'), classes.get('epci-1')]).toEqual([4, 0]);
  expect(legend[0]!.from).toBe(45);
});

test.each([
  [[], []],
  [[1, 1, 1], [1]],
  [
    [1, 2, 3, 4, 5, 6],
    [1, 3, 5],
  ],
])('three thirds of %j start at %j', (values, limits) => {
  expect(quantileLimits(values, 3).filter(Number.isFinite)).toEqual(limits);
});

const cell = (over: Partial<RegisterUnit>): RegisterUnit => ({
  kind: 'MUSEUM',
  territoryId: 'epci-1',
  name: 'CC',
  inGraph: 0,
  inRegister: 4,
  sure: 1,
  toReview: 0,
  absent: 3,
  share: 0.25,
  ...over,
});

test('a unit where a register has nothing is not one of which nothing is known', () => {
  expect(knownClass(undefined)).toBe('SAME');
  expect(knownClass(cell({ inRegister: 0, sure: 0 }))).toBe('SAME');
  expect(knownClass(cell({ sure: 0 }))).toBe('NOTHING');
  expect([knownClass(cell({})), knownClass(cell({ sure: 4 }))]).toEqual([1, 4]);
});

test('kinds of a unit add up; what is in no unit is in no sum', () => {
  const sums = sumOfKinds([cell({}), cell({ kind: 'LAB', sure: 3, absent: 1 }), cell({ territoryId: null })]);
  expect([...sums.values()]).toMatchObject([{ inRegister: 8, sure: 4, absent: 4, share: 0.5 }]);
});

test('each scenario keeps its own places, and a list is read as people paste it', () => {
  const state = { scenario: 'C', ajouts: ['a'], ajoutsB: [], ajoutsC: ['c'] } as unknown as CoverageState;
  expect([shownAdded(state), shownAdded(state, 'A')]).toEqual([['c'], ['a']]);
  expect(setAdded(state, ['d'])).toEqual({ ajoutsC: ['d'] });
  expect(toList('02408, 80021;\n80021\t  coupole ')).toEqual(['02408', '80021', 'coupole']);
  expect(toCandidateIds(['02408', 'coupole'])).toEqual(['commune-02408', 'coupole']);
  expect(['commune-2A004', 'coupole'].map(fromCandidateId)).toEqual(['2A004', 'coupole']);
});
