import {
  collapse,
  firstStepLeft,
  firstWay,
  parsePins,
  parseStep,
  pinText,
  stepAlong,
  stepText,
} from './steps';

test.each([
  ['a~ineris.TIE', { key: 'a~ineris', relation: 'TIE', most: 60 }],
  ['l~commune-80021.SHOWN_IN.120', { key: 'l~commune-80021', relation: 'SHOWN_IN', most: 120 }],
  ['a~v1.2.TIE', { key: 'a~v1.2', relation: 'TIE', most: 60 }],
])('%s is a step, and is written back the same', (text, step) => {
  expect(parseStep(text)).toEqual(step);
  expect(stepText(parseStep(text)!)).toBe(text);
});

test.each(['', 'a~ineris', 'a~ineris.KISSES', '.TIE'])('%j is no step', (text) => {
  expect(parseStep(text)).toBeNull();
});

test('nodes put by hand are read back where they were', () => {
  expect(parsePins([pinText('a~x.y', { x: 12.4, y: -7 }), 'nonsense'])).toEqual({
    'a~x.y': { x: 12, y: -7 },
  });
});

test('collapsing a node takes away its steps and those of what it brought', () => {
  const from: Record<string, string | null> = { a: null, b: 'a', c: 'b', d: 'a' };
  const steps = ['a', 'b', 'c', 'd'].map((key) => ({ key, relation: 'TIE' as const, most: 60 }));
  expect(collapse(steps, 'b', (key) => from[key] ?? null).map(({ key }) => key)).toEqual(['a', 'd']);
  expect(collapse(steps, 'a', (key) => from[key] ?? null)).toEqual([]);
});

test('one follows ties first, else what there is most of, and each step brings more than is shown', () => {
  const ways = [
    { relation: 'THEME' as const, total: 9, shown: 2 },
    { relation: 'PLACE' as const, total: 1, shown: 0 },
  ];
  expect(firstWay(ways)?.relation).toBe('THEME');
  expect(firstWay([...ways, { relation: 'TIE', total: 1, shown: 1 }])?.relation).toBe('TIE');
  expect(firstWay([])).toBeUndefined();
  expect(stepText(stepAlong('a~x', ways[0]!))).toBe('a~x.THEME.62');
});

test('of what is left, ties come first, and nothing is left when all is shown', () => {
  const shown = { relation: 'TIE' as const, total: 4, shown: 4 };
  const themes = { relation: 'THEME' as const, total: 9, shown: 2 };
  const places = { relation: 'PLACE' as const, total: 1, shown: 0 };
  const step = (ways: Parameters<typeof firstStepLeft>[1]) => firstStepLeft('a~x', ways);
  expect(step([places, themes, { ...shown, total: 5 }])).toEqual({ key: 'a~x', relation: 'TIE', most: 64 });
  expect(step([places, themes, shown])?.relation).toBe('THEME');
  expect(step([shown])).toBeNull();
});
