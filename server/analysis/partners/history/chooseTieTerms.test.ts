import { createRandom } from '../../random';
import { chooseSize, growTiePath } from './chooseTieTerms';
import {
  aloneOf,
  fitTieWeights,
  lossesWith,
  prepareSamples,
  shapeLoss,
  termAt,
  TERM_COUNT,
} from './fitTieWeights';
import type { FitSample } from './sampleQuestion';
import { solveSymmetric } from './solveSymmetric';
import { TIE_FEATURES } from './tieFeatures';

const [RECENT, PARTNERS, CLOSENESS] = (['recent', 'partners', 'closeness'] as const).map((f) =>
  TIE_FEATURES.indexOf(f),
) as [number, number, number];
const options = { ridge: 1e-5, circumstanceRidge: 1e-5 };

/** Choices among ten made with 3 recent − 2 partners, and 2 × reach × recent; closeness says nothing. */
function drawSamples(count: number, seed: number): FitSample[] {
  const random = createRandom(seed);
  return Array.from({ length: count }, () => {
    const candidates = Array.from({ length: 10 }, () => [random(), random(), random()] as const);
    const reach = 2 * random() - 1;
    const odds = candidates.map(([recent, partners]) => Math.exp((3 + 2 * reach) * recent - 2 * partners));
    let draw = random() * odds.reduce((sum, x) => sum + x, 0);
    const answer = odds.findIndex((x) => (draw -= x) <= 0);
    candidates.unshift(...candidates.splice(answer, 1));
    const values = new Float32Array(10 * TIE_FEATURES.length);
    candidates.forEach(([recent, partners, closeness], k) => {
      values[k * TIE_FEATURES.length + RECENT] = recent;
      values[k * TIE_FEATURES.length + PARTNERS] = partners;
      values[k * TIE_FEATURES.length + CLOSENESS] = closeness;
    });
    const circumstances = { reach, size: 0, breadth: 0 };
    return { values, answers: 1, candidates: 10, offsets: new Float64Array(10), circumstances };
  });
}

const samples = drawSamples(2000, 1);
const prepared = prepareSamples(samples);

test('fitting finds back what made the choices', () => {
  const { weighting } = fitTieWeights(prepared, [RECENT, PARTNERS, RECENT + TIE_FEATURES.length], options);
  expect(weighting.weights.recent).toBeCloseTo(3, 0);
  expect(weighting.weights.partners).toBeCloseTo(-2, 0);
  expect(weighting.by.reach?.recent).toBeCloseTo(2, 0);
  expect(Object.keys(weighting.weights)).toEqual(['recent', 'partners']);
});

test('slope and loss agree', () => {
  const scaled = new Float64Array(TERM_COUNT);
  [scaled[RECENT], scaled[PARTNERS]] = [0.4, -0.1];
  const at = shapeLoss(prepared, scaled, { ridge: 0, circumstanceRidge: 0 });
  const moved = scaled.slice();
  moved[RECENT]! += 1e-5;
  const after = shapeLoss(prepared, moved, { ridge: 0, circumstanceRidge: 0 });
  expect((after.loss - at.loss) / 1e-5).toBeCloseTo(at.gradient[RECENT]!, 4);
  // One answer a question: the bound of the curvature is the curvature.
  expect((after.gradient[PARTNERS]! - at.gradient[PARTNERS]!) / 1e-5).toBeCloseTo(
    at.curvature[PARTNERS * TERM_COUNT + RECENT]!,
    4,
  );
});

test('the path takes what matters first, a circumstance after its feature, and nothing that is not there', () => {
  const { terms, weightings } = growTiePath(prepared, 40, options);
  expect(terms.slice(0, 3).map(termAt)).toEqual([
    { feature: 'recent' },
    { feature: 'partners' },
    { feature: 'recent', by: 'reach' },
  ]);
  terms.forEach((term, k) => expect(term === aloneOf(term) || terms.indexOf(aloneOf(term)) < k).toBe(true));
  expect(new Set(terms.map((term) => termAt(term).feature))).toEqual(
    new Set(['recent', 'partners', 'closeness']),
  );
  const held = drawSamples(2000, 2);
  const { size } = chooseSize(weightings.map((weighting) => lossesWith(held, weighting)));
  expect(size).toBe(3);
});

test('the smallest within one standard error of the least is kept', () => {
  const losses = [
    [4, 4, 4, 4],
    [1, 3, 2.2, 1.9],
    [1, 3, 2, 2],
    [1, 3, 2, 2.4],
  ].map((x) => Float64Array.from(x));
  const { size, best, table } = chooseSize(losses);
  expect([size, best]).toEqual([2, 3]);
  expect(table[1]!.more).toBeCloseTo(0.025, 12);
  expect(table[1]!.error).toBeCloseTo(Math.sqrt((0.04 + 0.01) / 4 - 0.025 ** 2) / 2, 12);
});

test('a symmetric system is solved, and one that is not positive refused', () => {
  const matrix = [Float64Array.of(4, 2), Float64Array.of(2, 3)];
  expect([...solveSymmetric(matrix, [8, 8])]).toEqual([expect.closeTo(1, 12), expect.closeTo(2, 12)]);
  expect(() => solveSymmetric([Float64Array.of(0)], [1])).toThrow(RangeError);
  expect([...solveSymmetric([], [])]).toEqual([]);
});
