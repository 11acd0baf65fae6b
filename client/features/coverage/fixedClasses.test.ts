import { measures, shade } from './coverageMeasures';
import type { SupplyUnit } from './coverageState';
import type { CoverageAnswer } from './coverageUnits';
import { fixedLimits } from './fixedClasses';

const units = [
  'EQUAL',
  'CAPACITY',
  'OPENING',
  'ATTENDANCE',
  'VISITS',
] as const satisfies readonly SupplyUnit[];
const levels = ['COMMUNE', 'EPCI', 'DEPARTMENT', 'FORMER_REGION', 'REGION'] as const;

/** Of one or two figures that count, besides zeros. */
const isRound = (limit: number) =>
  /^\d{1,2}0*$|^0\.0*\d{1,2}$|^\d\.\d$/.test(String(limit)) || limit === 1.25;

test.each(measures)(
  'the five classes of %s rise from 0 by round figures, in every unit and at every level',
  (measure) => {
    for (const unit of units)
      for (const level of levels) {
        const limits = fixedLimits(measure, unit, level);
        expect(limits).toHaveLength(5);
        expect(limits[0]).toBe(0);
        expect([...limits].sort((a, b) => a - b)).toEqual(limits);
        expect(limits.filter((limit) => !isRound(limit))).toEqual([]);
      }
  },
);

test.each<[SupplyUnit, number[]]>([
  ['EQUAL', [0, 0.25, 0.5, 1, 2]],
  ['OPENING', [0, 2.5, 5, 10, 20]],
  ['CAPACITY', [0, 25, 50, 100, 200]],
  ['ATTENDANCE', [0, 2500, 5000, 10_000, 20_000]],
])('access counted in %s is told in classes of that order', (unit, limits) => {
  expect(fixedLimits('acces', unit, 'EPCI')).toEqual(limits);
  const answer = {
    level: 'EPCI',
    classes: [],
    units: limits.map((limit, k) => ({ territoryId: `epci-${k}`, access: limit * 1.1 + limits[1]! / 2 })),
  } as unknown as CoverageAnswer;
  const { legend } = shade(answer, 'acces', undefined, { bounds: 'fixes', unit });
  expect(legend.map(({ units: count }) => count)).toEqual([1, 1, 1, 1, 1]);
});

test('young people are told in classes of the level', () => {
  expect(fixedLimits('jeunes', 'EQUAL', 'COMMUNE')[4]).toBe(10_000);
  expect(fixedLimits('jeunes', 'ATTENDANCE', 'DEPARTMENT')[1]).toBe(100_000);
});
