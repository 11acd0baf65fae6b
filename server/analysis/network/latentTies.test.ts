import fc from 'fast-check';
import { createGraph } from '../graph';
import type { PhaseLevels } from './actorNetwork';
import { arcPlace } from './actorProjection';
import { complementarity, type LatentTieInput } from './latentTieRanking';
import { latentTies } from './latentTies';

const validates: PhaseLevels = [1, 0, 0];
const diffuses: PhaseLevels = [0, 0, 1];

const drawnInput: fc.Arbitrary<LatentTieInput> = fc.integer({ min: 2, max: 12 }).chain((count) => {
  const level = fc.constantFrom(0, 1 / 3, 2 / 3, 1);
  const node = fc.nat(count - 1);
  return fc
    .record({
      edges: fc.array(fc.record({ source: node, target: node }), { maxLength: 10 }),
      phaseLevels: fc.array(fc.option(fc.tuple(level, level, level)), { minLength: count, maxLength: count }),
      themes: fc.array(fc.subarray(['a', 'b', 'c', 'd', 'e']), { minLength: count, maxLength: count }),
      actorIds: fc.shuffledSubarray(
        Array.from({ length: count }, (_, number) => `actor-${number}`),
        { minLength: count },
      ),
    })
    .map(({ edges, ...rest }) => ({ ...rest, graph: createGraph(count, edges) }));
});

/** Every pair without a tie by the definition, without any shortcut. */
function byDefinition({
  graph,
  phaseLevels,
  themes,
  actorIds,
}: LatentTieInput): { pair: string[]; score: number }[] {
  const withTheme = themes.filter((held) => held.length > 0).length;
  const idf = (theme: string): number =>
    Math.log(withTheme / themes.filter((held) => held.includes(theme)).length);
  const norm = (held: readonly string[]): number => Math.hypot(...held.map(idf));
  const found = [];
  for (let a = 0; a < actorIds.length; a++)
    for (let b = a + 1; b < actorIds.length; b++) {
      const [ofA, ofB] = [phaseLevels[a], phaseLevels[b]];
      if (!ofA || !ofB || arcPlace(graph, a, b) >= 0) continue;
      const shared = themes[a]!.filter((theme) => themes[b]!.includes(theme));
      const norms = norm(themes[a]!) * norm(themes[b]!);
      if (norms === 0) continue;
      const cosine = shared.reduce((sum, theme) => sum + idf(theme) ** 2, 0) / norms;
      const score = Math.sqrt((complementarity(ofA, ofB) * cosine * shared.length) / (shared.length + 1));
      if (score > 0) found.push({ pair: [actorIds[a]!, actorIds[b]!].sort(), score });
    }
  return found.sort((x, y) => y.score - x.score);
}

describe('complementarity', () => {
  test.each<[PhaseLevels, PhaseLevels, number]>([
    [validates, diffuses, 2 / 3],
    [validates, [0, 1, 1], (2 * Math.SQRT2) / 3],
    [validates, validates, 0],
    [[1, 1, 1], diffuses, 0],
    [[1, 1 / 3, 0], [0, 1, 1], (2 * Math.sqrt(1 * (2 / 3 + 1))) / 3],
  ])('of %p and %p is %d', (a, b, expected) => {
    expect(complementarity(a, b)).toBeCloseTo(expected, 12);
    expect(complementarity(b, a)).toBeCloseTo(expected, 12);
  });
});

describe('latent ties', () => {
  const input: LatentTieInput = {
    actorIds: ['lab', 'museum', 'library', 'silent', 'other'],
    graph: createGraph(5, [
      { source: 0, target: 2 },
      { source: 1, target: 2 },
    ]),
    phaseLevels: [validates, diffuses, diffuses, null, diffuses],
    themes: [['eau', 'mer'], ['eau', 'mer'], ['eau', 'mer'], ['eau'], []],
  };

  test('are the pairs without a tie that share themes and complete each other, with what speaks for them', () => {
    const { ties, withoutCompetence, withoutTheme } = latentTies({
      ...input,
      themes: [...input.themes.slice(0, 4), ['vent']],
    });
    expect(ties).toHaveLength(1);
    expect(ties[0]).toMatchObject({
      a: 0,
      b: 1,
      complementarity: 2 / 3,
      phaseGains: [-1, 0, 1],
      commonContacts: [2],
      connected: true,
      sharedThemes: [
        { theme: 'mer', idf: Math.log(5 / 3) },
        { theme: 'eau', idf: Math.log(5 / 4) },
      ],
    });
    expect(ties[0]!.themeScore).toBeCloseTo(2 / 3, 12);
    expect(ties[0]!.score).toBeCloseTo(2 / 3, 12);
    expect([withoutCompetence, withoutTheme]).toEqual([1, 0]);
  });

  test('do not rank an actor without a competence or without a theme, and count them', () => {
    const { ties, withoutCompetence, withoutTheme } = latentTies(input);
    expect(ties.every(({ a, b }) => a < 3 && b < 3)).toBe(true);
    expect(withoutCompetence).toBe(1);
    // `eau` is everyone's: the fourth actor has no other theme, the fifth has none.
    expect(withoutTheme).toBe(2);
    expect(() => latentTies(input, 0)).toThrow(RangeError);
  });

  test('are the best of all pairs, however few are asked for', () => {
    fc.assert(
      fc.property(drawnInput, fc.integer({ min: 1, max: 8 }), (drawn, most) => {
        const expected = byDefinition(drawn);
        const { ties } = latentTies(drawn, most);
        expect(ties).toHaveLength(Math.min(most, expected.length));
        ties.forEach((tie, place) => expect(tie.score).toBeCloseTo(expected[place]!.score, 10));
        for (const tie of ties) {
          const pair = [drawn.actorIds[tie.a]!, drawn.actorIds[tie.b]!].sort();
          const same = expected.find((other) => other.pair.join() === pair.join());
          expect(same?.score).toBeCloseTo(tie.score, 10);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('are the same pairs in the same order however actors and themes are ordered', () => {
    fc.assert(
      fc.property(drawnInput, (drawn) => {
        const reversed: LatentTieInput = {
          actorIds: [...drawn.actorIds].reverse(),
          phaseLevels: [...drawn.phaseLevels].reverse(),
          themes: [...drawn.themes].reverse().map((held) => [...held].reverse()),
          graph: createGraph(
            drawn.graph.nodeCount,
            [...drawn.graph.neighbours].map((target, k) => ({
              source: drawn.graph.nodeCount - 1 - drawn.graph.offsets.findLastIndex((offset) => offset <= k),
              target: drawn.graph.nodeCount - 1 - target,
            })),
          ),
        };
        const named = (input: LatentTieInput, most: number) =>
          latentTies(input, most).ties.map(({ a, b, score, sharedThemes }) => [
            input.actorIds[a],
            input.actorIds[b],
            score,
            sharedThemes,
          ]);
        expect(named(reversed, 4)).toEqual(named(drawn, 4));
      }),
      { numRuns: 300 },
    );
  });
});
