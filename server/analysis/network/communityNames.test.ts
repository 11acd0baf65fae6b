import { communityNames, distinctiveValues, logLikelihoodRatio } from './communityNames';
import { compactPartition } from './partition';

describe('the log-likelihood ratio', () => {
  // SciPy 1.17.1, scipy.stats.chi2_contingency([[a, b], [c, d]], correction=False, lambda_='log-likelihood').
  test.each([
    [10, 20, 15, 100, 19.409264945766886],
    [6, 10, 30, 100, 4.327896215535415],
    [50, 60, 55, 1000, 309.55927295934464],
  ])('of %d of %d against %d of %d is that of SciPy', (inside, size, overall, all, expected) => {
    expect(logLikelihoodRatio(inside, size, overall, all)).toBeCloseTo(expected, 8);
  });

  test('is 0 where the share is the same, and finite where a count is 0', () => {
    expect(logLikelihoodRatio(5, 10, 50, 100)).toBeCloseTo(0, 12);
    expect(logLikelihoodRatio(10, 10, 10, 20)).toBeCloseTo(40 * Math.LN2, 10);
  });
});

describe('names of communities', () => {
  const partition = compactPartition([...Array<number>(10).fill(0), ...Array<number>(10).fill(1), 2]);
  const themes = Array.from({ length: 21 }, (_, node) => {
    if (node === 20) return [];
    return node < 10
      ? ['mer', 'patrimoine']
      : node === 10
        ? ['mer', 'patrimoine', 'astronomie']
        : ['patrimoine', 'astronomie'];
  });

  test('are what they have and others have not, not what everyone has', () => {
    const [first, second, third] = distinctiveValues(partition, themes);
    expect(first!.map(({ value }) => value)).toEqual(['mer']);
    expect(first![0]).toMatchObject({ count: 10, share: 1, distinctive: true });
    expect(first![0]!.lift).toBeCloseTo(21 / 11, 12);
    expect(second!.map(({ value }) => value)).toEqual(['astronomie']);
    expect(third).toEqual([]);
  });

  test('are merely the most frequent where nothing sets a community apart, and it is said', () => {
    const [all] = distinctiveValues(compactPartition([0, 0, 0]), [['mer'], ['mer', 'eau'], ['eau', 'mer']]);
    expect(all).toMatchObject([{ value: 'mer', count: 3, lift: 1, distinctive: false }]);
  });

  test('cover themes, families and places, as many as asked for', () => {
    const families = themes.map((_, node) => [node < 10 ? 'MUSEUM' : 'LABORATORY']);
    const places = themes.map((_, node) => [node < 10 ? 'Lille' : 'Amiens']);
    const named = communityNames(partition, { themes, families, places }, { most: 1 });
    expect(named).toHaveLength(3);
    expect(named[0]!.families.map(({ value }) => value)).toEqual(['MUSEUM']);
    expect(named[1]!.places.map(({ value }) => value)).toEqual(['Amiens']);
  });
});
