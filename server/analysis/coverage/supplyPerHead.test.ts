import { locationQuotient } from './locationQuotient';
import { supplyPerHead } from './supplyPerHead';

const commune = (insee: string, epci: string | null, region = '32') => ({
  insee,
  epci,
  department: '80',
  formerRegion: null,
  region,
});
const communes = [
  commune('1', 'A'),
  commune('2', 'A'),
  commune('3', 'B'),
  commune('4', 'B', '28'),
  commune('5', null),
];
const options = { level: 'EPCI' as const, region: '32' };

describe('supply per head inside a unit', () => {
  it('divides what lies in it by who lives in it', () => {
    const supply = [
      { commune: '1', weight: 2 },
      { commune: '2', weight: 1 },
      { commune: '4', weight: 9 },
      { commune: null, weight: 1 },
      { commune: '5', weight: 1 },
    ];
    const { units, pointsOutside } = supplyPerHead(communes, [100, 200, 50, 1000, 7], supply, options);
    expect(units).toEqual([
      { unit: 'A', supply: 3, points: 2, people: 300, unknown: 0, value: 0.01 },
      { unit: 'B', supply: 0, points: 0, people: 50, unknown: 0, value: 0 },
    ]);
    expect(pointsOutside).toBe(3);
  });

  it('says nothing of a unit whose people are unknown, and counts them', () => {
    const { units } = supplyPerHead(
      communes,
      [100, NaN, NaN, 1000, 7],
      [{ commune: '3', weight: 1 }],
      options,
    );
    expect(units.map(({ value, unknown }) => [value, unknown])).toEqual([
      [0, 1],
      [null, 1],
    ]);
    expect(() => supplyPerHead(communes, [], [], options)).toThrow(RangeError);
    expect(() => supplyPerHead(communes, [1, 1, 1, 1, 1], [{ commune: '1', weight: NaN }], options)).toThrow(
      /weight/,
    );
  });
});

describe('location quotient', () => {
  const units = [
    { unit: 'A', part: 6, whole: 100 },
    { unit: 'B', part: 2, whole: 100 },
  ];

  it('compares a unit with the region', () => {
    expect(locationQuotient(units)).toEqual([
      { unit: 'A', value: 1.5 },
      { unit: 'B', value: 0.5 },
    ]);
  });

  it('compares with imported figures of elsewhere', () => {
    expect(locationQuotient(units, { part: 1, whole: 50 }).map(({ value }) => value)).toEqual([3, 1]);
  });

  it('cannot say without a whole, a reference or a known part', () => {
    const odd = [...units, { unit: 'C', part: 0, whole: 0 }, { unit: 'D', part: NaN, whole: 5 }];
    expect(locationQuotient(odd).map(({ value }) => value)).toEqual([1.5, 0.5, null, null]);
    expect(locationQuotient(units, { part: 0, whole: 50 })[0]).toEqual({ unit: 'A', value: null });
    expect(() => locationQuotient([{ unit: 'A', part: -1, whole: 1 }])).toThrow(/negative/);
  });
});
