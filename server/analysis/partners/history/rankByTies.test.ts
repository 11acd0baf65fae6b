import { rankByTies, weightsFor } from './rankByTies';
import type { TieWeighting } from './rankByTies';
import { tieCircumstances, TIE_FEATURES, tieFeatures } from './tieFeatures';
import { createTieHistory } from './tieHistory';
import { createTieModel } from './tieModel';
import { walkFrom } from './walks';

/** Two projects of last year and one of now: 0 with 1, 1 with 2 and 3, 0 with 2 on the theme. Nobody knows 4, who worked alone. */
const history = createTieHistory(
  { count: 5, place: Int32Array.of(0, 0, 1, 1, -1), kind: Int32Array.of(0, 1, 0, 1, 0) },
  1,
  [
    { members: [0, 1], leader: 0, year: 2020, themes: [] },
    { members: [1, 2, 3], leader: 1, year: 2020, themes: [] },
    { members: [0, 2], leader: 0, year: 2021, themes: [0] },
    { members: [4], leader: 4, year: 2021, themes: [0] },
  ],
);
const model = createTieModel(history, 2021);
const fresh = Math.exp(-1 / 1.5);

const plain = (weights: TieWeighting['weights']): TieWeighting => ({
  weights,
  by: {},
  usual: { reach: 0, size: 0, breadth: 0 },
  farthest: { reach: 4, size: 2, breadth: 2 },
});

test('a walk follows recent projects first, and another member of each evenly', () => {
  const [one, two] = walkFrom(model, [0]);
  const toOne = fresh / (1 + fresh);
  expect([...one!]).toEqual([0, expect.closeTo(toOne, 12), expect.closeTo(1 - toOne, 12), 0, 0]);
  // From 1: half of the time back to 0, else to 2 or 3. From 2: back to 0 by the project of now, or to 1 or 3.
  expect(two![3]).toBeCloseTo(toOne / 4 + ((1 - toOne) * (fresh / (1 + fresh))) / 2, 12);
  expect(two!.reduce((sum, x) => sum + x, 0)).toBeCloseTo(1, 12);
});

test('a walk that prefers the themes follows their projects eleven times more', () => {
  const onThemes = Uint8Array.of(0, 0, 1, 1);
  expect(walkFrom(model, [0], onThemes)[0]![2]).toBeCloseTo(11 / (11 + fresh), 12);
});

test('who worked alone is reached by nobody and counts for its themes', () => {
  const columns = tieFeatures(model, { members: [4], themes: [0] });
  expect([...columns.walk1]).toEqual([0, 0, 0, 0, 0]);
  expect(columns.themeRecent[4]).toBeCloseTo(Math.log1p(1 / 0.1), 12);
  expect(columns.themeShare[4]).toBe(1);
  for (const feature of TIE_FEATURES) expect(columns[feature].every(Number.isFinite)).toBe(true);
});

test('those who made a project with two of the members at least stand out', () => {
  const columns = tieFeatures(model, { members: [1, 2], themes: [] });
  expect(columns.sharedProjects[3]).toBeCloseTo(Math.log1p(((4 / 3) * Math.sqrt(fresh)) / 0.02), 12);
  expect(columns.sharedProjects[0]).toBe(0);
  expect(columns.sharedOnThemes.every((x) => x === 0)).toBe(true);
  expect([...columns.membersMet]).toEqual([1, 0.5, 0.5, 1, 0]);
});

test('parts add up to the score; members and those left out are not ranked', () => {
  const weighting = plain({ walk2: 1, recent: 0.5, partners: -0.1 });
  const ranked = rankByTies(model, { members: [0], themes: [0] }, weighting, new Set([2]), 10);
  expect(ranked.map(({ organisation }) => organisation).sort()).toEqual([1, 3, 4]);
  for (const { score, parts } of ranked) {
    expect(parts.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(score, 10);
    for (const { value, weight, points } of parts) expect(points).toBe(value * weight);
  }
  expect(ranked.map(({ score }) => score)).toEqual(
    [...ranked.map(({ score }) => score)].sort((x, y) => y - x),
  );
});

test('weights follow the circumstances, to a bound', () => {
  const weighting: TieWeighting = {
    weights: { recent: 1 },
    by: { reach: { recent: 0.5 }, size: { recent: -1 } },
    usual: { reach: 1, size: 1, breadth: 1 },
    farthest: { reach: 4, size: 2, breadth: 2 },
  };
  expect(weightsFor(weighting, { reach: 1, size: 1, breadth: 9 }).recent).toBe(1);
  expect(weightsFor(weighting, { reach: 2, size: 1.5, breadth: 1 }).recent).toBe(1);
  expect(weightsFor(weighting, { reach: 100, size: 1, breadth: 1 }).recent).toBe(3);
});

test('the circumstances are what is known: partners of those who ask, size to expect', () => {
  expect(tieCircumstances(model, { members: [0], themes: [0] })).toEqual({
    reach: Math.log(3),
    size: expect.closeTo(Math.log(2) / 2, 12),
    breadth: Math.log(3),
  });
  expect(tieCircumstances(model, { members: [0, 1, 2], themes: [] }).size).toBeCloseTo(Math.log(3), 12);
});

test('first meetings are told from the others, by date', () => {
  // 0 met 1 a year ago and 2 now; 2 met three others, never twice; who worked alone met nobody.
  expect([...model.newPartners]).toEqual([
    expect.closeTo(1 + fresh, 12),
    expect.closeTo(3 * fresh, 12),
    expect.closeTo(1 + 2 * fresh, 12),
    expect.closeTo(2 * fresh, 12),
    0,
  ]);
  const again = createTieModel(
    createTieHistory({ count: 2, place: Int32Array.of(0, 0), kind: Int32Array.of(0, 0) }, 1, [
      { members: [0, 1], leader: 0, year: 2021, themes: [] },
      { members: [0, 1], leader: 1, year: 2021, themes: [] },
    ]),
    2021,
  );
  expect([...again.openness]).toEqual([1 / 3, 1 / 3]);
});

test('a place that is not known is nobody’s', () => {
  expect([...tieFeatures(model, { members: [0, 2], themes: [] }).samePlace]).toEqual([0.5, 0.5, 0.5, 0.5, 0]);
  expect([...tieFeatures(model, { members: [4], themes: [] }).samePlace]).toEqual([0, 0, 0, 0, 0]);
});

test('only what weighs is told', () => {
  const [first] = rankByTies(model, { members: [0], themes: [0] }, plain({ walk2: 1 }), new Set(), 1);
  expect(first!.parts.map(({ feature }) => feature)).toEqual(['walk2']);
});
