import fc from 'fast-check';
import { actorProjection } from './actorProjection';
import { networkChange } from './networkChange';
import { tieColumns, tieKinds, type Tie } from './tieColumns';
import { dateNumber, presenceAt } from './tieDates';

const tie = (a: string, b: string, more: Partial<Tie> = {}): Tie => ({
  a,
  b,
  kind: 'PARTNERSHIP',
  id: 'p1',
  sourceId: 's',
  ...more,
});

describe('dates', () => {
  test.each([
    ['2015', 'start', 20150101],
    ['2015', 'end', 20151231],
    [2015, 'end', 20151231],
    ['2015-06', 'start', 20150601],
    ['2015-06', 'end', 20150631],
    ['2015-06-30', 'end', 20150630],
  ] as const)('%s as %s is %d', (date, bound, expected) => {
    expect(dateNumber(date, bound)).toBe(expected);
  });

  test.each(['soon', '15', '2015-13', '2015-06-32', 20151])('%s is refused', (date) => {
    expect(() => dateNumber(date, 'start')).toThrow(RangeError);
  });

  test('what has ended is absent though its start be unknown; what has no start is unknown before its end', () => {
    expect(presenceAt(NaN, 20101231, 20150101)).toBe('absent');
    expect(presenceAt(NaN, 20201231, 20150101)).toBe('unknown');
    expect(presenceAt(NaN, NaN, 20150101)).toBe('unknown');
    expect(presenceAt(20150101, NaN, 20150101)).toBe('present');
    expect(presenceAt(20150102, NaN, 20150101)).toBe('absent');
  });
});

describe('the projection on actors', () => {
  test('weighs a pair by the things that tie it, each once, and gives them back', () => {
    const ties = [
      tie('b', 'a'),
      tie('a', 'b', { sourceId: 'another source of the same' }),
      tie('a', 'b', { id: 'x', kind: 'CONTRIBUTION' }),
      tie('b', 'c', { kind: 'HOSTING' }),
      tie('c', 'c'),
    ];
    const found = actorProjection(ties);
    expect(found.actorIds).toEqual(['a', 'b', 'c']);
    expect([...found.graph.neighbours]).toEqual([1, 0, 2, 1]);
    expect([...found.graph.weights]).toEqual([2, 2, 1, 1]);
    expect(found.proofsOf(1, 0)).toEqual(ties.slice(0, 3));
    expect(found.proofsOf(0, 2)).toEqual([]);
    expect(found.counts).toEqual({
      kept: 4,
      otherKinds: 0,
      otherDates: 0,
      undated: 0,
      absentActors: 0,
      loops: 1,
    });
  });

  test('counts only the kinds, the date and the actors asked for, and says what it left out', () => {
    const ties = [
      tie('a', 'b', { start: 2010, end: 2012 }),
      tie('b', 'c', { start: '2013-05' }),
      tie('a', 'c', { end: 2020 }),
      tie('a', 'd', { kind: 'SUPERVISION' }),
      tie('a', 'z', { start: 2010 }),
    ];
    const options = {
      actorIds: ['a', 'b', 'c', 'd'],
      kinds: ['PARTNERSHIP'] as const,
      date: '2014',
    };
    const kept = actorProjection(ties, options);
    expect(kept.counts).toEqual({
      kept: 2,
      otherKinds: 1,
      otherDates: 1,
      undated: 1,
      absentActors: 1,
      loops: 0,
    });
    expect(kept.graph).toMatchObject({ nodeCount: 4, edgeCount: 2 });
    const dated = actorProjection(ties, { ...options, undated: 'leaveOut' });
    expect(dated.graph.edgeCount).toBe(1);
    expect(dated.counts.undated).toBe(1);
  });

  test('shares what ties many between them, so that an actor gives 1 to each thing it takes part in', () => {
    const ties = [tie('a', 'b'), tie('a', 'c'), tie('b', 'c'), tie('a', 'b', { id: 'p2' })];
    const { graph } = actorProjection(ties, { weighting: 'shared' });
    expect([...graph.weights]).toEqual([1.5, 0.5, 1.5, 0.5, 0.5, 0.5]);
  });

  test('of no tie has the actors it was given and no edge', () => {
    expect(actorProjection([], { actorIds: ['a'] }).graph).toMatchObject({ nodeCount: 1, edgeCount: 0 });
    expect(actorProjection([]).graph.nodeCount).toBe(0);
  });

  test('refuses a kind it does not know', () => {
    expect(() => actorProjection([tie('a', 'b', { kind: 'FRIENDSHIP' as never })])).toThrow(RangeError);
  });

  const drawnTies = fc.array(
    fc.record({
      a: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
      b: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
      kind: fc.constantFrom(...tieKinds),
      id: fc.constantFrom('1', '2', '3'),
      start: fc.option(fc.integer({ min: 2000, max: 2020 })),
      end: fc.option(fc.integer({ min: 2000, max: 2020 })),
      sourceId: fc.constant('s'),
    }),
    { maxLength: 30 },
  );

  test('gives every kept tie as the proof of one edge, in whatever order ties come', () => {
    fc.assert(
      fc.property(drawnTies, (ties) => {
        const options = { date: 2010, actorIds: ['a', 'b', 'c', 'd', 'e'] };
        const found = actorProjection(ties, options);
        const proofs = new Set<Tie>();
        for (let a = 0; a < 5; a++)
          for (let b = a + 1; b < 5; b++) found.proofsOf(a, b).forEach((p) => proofs.add(p));
        expect(proofs.size).toBe(found.counts.kept);
        expect(actorProjection([...ties].reverse(), options).graph).toEqual(found.graph);
        const counted = Object.entries(found.counts).reduce(
          (sum, [key, n]) => (key === 'undated' ? sum : sum + n),
          0,
        );
        expect(counted).toBe(ties.length);
      }),
    );
  });

  test('changes back and forth alike', () => {
    fc.assert(
      fc.property(drawnTies, (ties) => {
        const columns = tieColumns(ties, ['a', 'b', 'c', 'd', 'e']);
        const forth = networkChange(columns, 5, 2005, 2015);
        const back = networkChange(columns, 5, 2015, 2005);
        expect(back).toEqual({
          ...forth,
          appeared: forth.ended,
          ended: forth.appeared,
          joined: forth.left,
          left: forth.joined,
        });
      }),
    );
  });
});

describe('the change between two dates', () => {
  test('tells what appeared, ended and went on, who came and left, and what cannot be told', () => {
    const ties = [
      tie('a', 'b', { start: 2000, end: 2005 }),
      tie('a', 'b', { id: 'p2', start: 2004 }),
      tie('b', 'c', { start: 2000, end: 2008 }),
      tie('b', 'd', { start: 2009 }),
      tie('a', 'd', {}),
    ];
    expect(networkChange(tieColumns(ties, ['a', 'b', 'c', 'd']), 4, 2004, 2010)).toEqual({
      appeared: [{ a: 1, b: 3 }],
      ended: [{ a: 1, b: 2 }],
      kept: [{ a: 0, b: 1 }],
      joined: [3],
      left: [2],
      persistence: 1 / 3,
      undatedTies: 1,
    });
  });

  test('of nothing persists neither fully nor not at all', () => {
    expect(networkChange(tieColumns([], []), 0, 2004, 2010).persistence).toBeNull();
  });
});
