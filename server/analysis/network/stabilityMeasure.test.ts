import type { ActorNetwork } from './actorNetwork';
import { communities } from './communities';
import { communityStability, startDraws } from './communityStability';
import { parameterValues } from './measure';
import { stabilityMeasure } from './stabilityMeasure';
import { lesMiserables } from './tests/classicGraphs';

/** A network that no measure has seen. */
const fresh = (): ActorNetwork => ({
  graph: { ...lesMiserables },
  actorIds: Array.from({ length: lesMiserables.nodeCount }, (_, node) => `n${node}`),
  categories: {},
  themes: [],
  phaseLevels: [],
  ties: null,
});
const figureOf = (answer: { figures: readonly { id: string; value: number | null }[] }, id: string) =>
  answer.figures.find((figure) => figure.id === id)?.value;

test('draws made one by one say at every number what as many in one go say', () => {
  const partition = communities(lesMiserables, { seed: 4, trials: 2 });
  const draws = startDraws(lesMiserables, partition, { seed: 7 });
  for (const count of [1, 3, 50]) {
    while (draws.made < count) draws.drawNext();
    const atOnce = communityStability(lesMiserables, partition, { draws: count, seed: 7 });
    expect(draws.stability()).toEqual(atOnce);
  }
});

test('what is too long for one answer is carried on until it says what one go would', () => {
  const limited = stabilityMeasure(3 * lesMiserables.edgeCount);
  const network = fresh();
  const values = parameterValues(limited, { draws: 50 }, network);
  const first = limited.compute(network, values);
  expect(first).toMatchObject({ isPartial: true, leftOut: [{ count: 47 }] });
  expect([figureOf(first, 'draws'), figureOf(first, 'drawsAsked')]).toEqual([3, 50]);

  expect(limited.advance!(network, values)).toBe(true);
  expect(figureOf(limited.compute(network, values), 'draws')).toBe(4);

  let parts = 1;
  while (limited.advance!(network, values)) parts++;
  expect(parts + 1).toBe(47);
  const whole = stabilityMeasure(Infinity).compute(fresh(), values);
  expect(whole.isPartial).toBe(false);
  expect(limited.compute(network, values)).toEqual(whole);
  expect(limited.advance!(network, values)).toBe(false);

  const shares = whole.tables[0]!.rows.map(([, share]) => Number(share));
  expect(shares).toHaveLength(figureOf(whole, 'uncertain')!);
  expect(shares).toEqual([...shares].sort((a, b) => a - b));
  expect(shares.every((share) => share < 0.9)).toBe(true);
});
