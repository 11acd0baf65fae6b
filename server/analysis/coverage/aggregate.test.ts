import { aggregate, type CommuneMembership } from './aggregate';

const commune = (
  insee: string,
  epci: string | null,
  department = '80',
  region: string | null = '32',
): CommuneMembership => ({
  insee,
  epci,
  department,
  formerRegion: department === '80' ? 'PICARDIE' : 'NORD_PAS_DE_CALAIS',
  region,
});

const communes = [
  commune('80001', 'A'),
  commune('80002', 'A'),
  commune('62001', 'A', '62'),
  commune('76001', 'B', '76', '28'),
  commune('80003', 'B'),
  commune('80004', null),
];
const people = [100, 300, 50, 1000, 200, 10];
const values = [1, 2, 4, 99, 0, 7];

describe('aggregation', () => {
  it('weighs communes by their people', () => {
    const [a] = aggregate(communes, people, values, { level: 'EPCI', region: '32' });
    expect(a).toMatchObject({
      unit: 'A',
      value: (100 + 600 + 200) / 450,
      people: 450,
      communes: 3,
      crossesBorder: false,
    });
  });

  it('counts only the communes of the region of an EPCI that crosses its border, and says so', () => {
    const b = aggregate(communes, people, values, { level: 'EPCI', region: '32' })[1];
    expect(b).toMatchObject({
      unit: 'B',
      value: 0,
      people: 200,
      communes: 1,
      communesOutside: 1,
      crossesBorder: true,
    });
    const short = aggregate(communes.slice(4, 5), [200], [0], {
      level: 'EPCI',
      region: '32',
      communesOfUnit: new Map([['B', 107]]),
    });
    expect(short[0]).toMatchObject({ communesOutside: 0, crossesBorder: true });
  });

  it('counts each commune once, listed twice or in an EPCI over two départements', () => {
    const twice = [...communes, communes[0]!];
    const units = aggregate(twice, [...people, 100], [...values, 1], { level: 'DEPARTMENT', region: '32' });
    expect(units.map(({ unit, people: p }) => [unit, p])).toEqual([
      ['62', 50],
      ['80', 610],
    ]);
    const former = aggregate(communes, people, values, { level: 'FORMER_REGION', region: '32' });
    const [region] = aggregate(communes, people, values, { level: 'REGION', region: '32' });
    expect(former.reduce((sum, unit) => sum + unit.total, 0)).toBe(region!.total);
    expect(former.reduce((sum, unit) => sum + unit.people, 0)).toBe(660);
  });

  it('leaves unknown people and unknown values out of the mean and counts them', () => {
    const [a] = aggregate(communes.slice(0, 3), [100, NaN, 50], [1, 2, NaN], { level: 'EPCI', region: null });
    expect(a).toMatchObject({ value: 1, people: 100, unknown: 2, communes: 3 });
    const [none] = aggregate(communes.slice(0, 1), [0], [1], { level: 'COMMUNE', region: null });
    expect(none).toMatchObject({ unit: '80001', value: null });
    expect(aggregate([], [], [], { level: 'EPCI', region: null })).toEqual([]);
    expect(() => aggregate(communes, [], [], { level: 'EPCI', region: null })).toThrow(RangeError);
  });
});
