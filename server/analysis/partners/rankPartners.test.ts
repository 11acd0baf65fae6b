import fc from 'fast-check';
import type { PartnerBrief } from './brief';
import { generateRows } from './generateRows';
import { createPartnerProjection } from './projection';
import { comparePartners, rankPartners } from './rankPartners';
import type { Reason } from './reasons';
import type { PartnerRows } from './rows';
import { createQuestion, scoreAll } from './scores';
import { createScoreWithout } from './withoutRelations';
import { resolveBrief } from './brief';
import { DEFAULT_WEIGHTS } from './weights';

const none: PartnerRows = {
  actors: [],
  competences: [],
  themes: [],
  actorCompetences: [],
  actorThemes: [],
  productions: [],
  contributions: [],
  partnerships: [],
  stops: [],
};

const actor = (id: string, place: [number, number] | null = null, more: object = {}) => ({
  id,
  family: 'MUSEUM',
  latitude: place?.[0] ?? null,
  longitude: place?.[1] ?? null,
  territories: [] as string[],
  ...more,
});

const skill = (who: string, competence: string, level: number | null, status = 'documented' as const) => ({
  actor: who,
  competence,
  level,
  status,
  sourceId: 's',
  evidence: null,
});

const size = {
  actors: 14,
  competences: 12,
  themes: 8,
  actorCompetences: 24,
  actorThemes: 16,
  productions: 8,
  contributions: 26,
  partnerships: 20,
  stops: 8,
};

const generatedBrief: PartnerBrief = {
  actorId: 'a0',
  memberIds: ['a1'],
  needs: [{ competenceId: 'c2' }, { competenceId: 'c5', weight: 2 }, { competenceId: 'c0' }],
  themeIds: ['t3', 't4'],
  audiences: ['PRIMARY', 'FAMILY', 'GENERAL'],
  places: [
    { latitude: 50, longitude: 3 },
    { latitude: 49.2, longitude: 2 },
  ],
};

/** The same rows without the relationships a reason cites (found by what the citation says, as a reader would). */
function withoutCited(rows: PartnerRows, reason: Reason): PartnerRows {
  const cited = (type: string, from: string, to: string | null) =>
    reason.citations.some((c) => c.type === type && c.from === from && c.to === to);
  return {
    ...rows,
    actors: rows.actors.map((a) =>
      cited('LOCATED_IN', a.id, null) ? { ...a, latitude: null, longitude: null } : a,
    ),
    actorCompetences: rows.actorCompetences.filter((r) => !cited('HAS_COMPETENCE', r.actor, r.competence)),
    actorThemes: rows.actorThemes.filter((r) => !cited('WORKS_ON', r.actor, r.theme)),
    contributions: rows.contributions.filter((r) => !cited('CONTRIBUTED_TO', r.actor, r.production)),
    stops: rows.stops.filter((r) => !cited('HOSTED_BY', r.production, r.actor)),
    partnerships: rows.partnerships.filter((r) => !cited('PARTNER_IN', r.a, r.b)),
  };
}

/**
 * Each relationship once: what a citation names is found by its two ends, so that one said twice (two roles, two partnerships) would
 * be taken away twice where the reason cites the one that counts.
 */
function withoutRepeats(rows: PartnerRows): PartnerRows {
  const once = <T>(list: readonly T[], keyOf: (row: T) => string) => [
    ...new Map(list.map((row) => [keyOf(row), row])).values(),
  ];
  return {
    ...rows,
    actorCompetences: once(rows.actorCompetences, (row) => `${row.actor} ${row.competence}`),
    actorThemes: once(rows.actorThemes, (row) => `${row.actor} ${row.theme}`),
    contributions: once(rows.contributions, (row) => `${row.actor} ${row.production}`),
    stops: once(rows.stops, (row) => `${row.actor} ${row.production}`),
    partnerships: once(rows.partnerships, (row) => [row.a, row.b].sort().join(' ')),
  };
}

describe('reasons of a rank', () => {
  /** Met over all runs of the property. */
  const kinds = new Set<string>();

  it('take away what a reason cites and the score falls by what it said', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), (seed) => {
        const rows = withoutRepeats(generateRows(seed, size));
        const ranking = rankPartners(
          createPartnerProjection(rows),
          generatedBrief,
          DEFAULT_WEIGHTS,
          {},
          { limit: 6 },
        );
        for (const partner of ranking.ranked)
          for (const reason of partner.reasons) {
            kinds.add(reason.kind);
            const rebuilt = createPartnerProjection(withoutCited(rows, reason));
            // Needs put aside must stay what they were: only the score of the candidate is looked at.
            const left = ranking.brief.needs.map(({ competenceId, weight }) => ({ competenceId, weight }));
            // None left: asking for none would be answered with the usual ones.
            const needs = left.length > 0 ? left : generatedBrief.needs;
            const [after] = comparePartners(rebuilt, { ...generatedBrief, needs }, [partner.actorId]);
            expect(partner.score - after!.score).toBeCloseTo(reason.loss, 9);
            expect(reason.loss).toBeGreaterThan(0);
            expect(reason.citations.length).toBeGreaterThan(0);
          }
      }),
      { numRuns: 60 },
    );
  });

  it('every kind of reason was met by the property', () => {
    expect([...kinds].sort()).toEqual([
      'COVERS_NEED',
      'IS_NEAR',
      'REACHES_AUDIENCE',
      'SHARES_BROADER_THEME',
      'SHARES_PARTNER',
      'SHARES_PRODUCTION',
      'SHARES_THEME',
    ]);
  });

  it('scoring one actor with nothing left out is scoring all', () => {
    for (const seed of [1, 2, 3, 4, 5]) {
      const projection = createPartnerProjection(generateRows(seed, { ...size, actors: 40 }));
      const question = createQuestion(projection, resolveBrief(projection, generatedBrief), DEFAULT_WEIGHTS);
      const { scores } = scoreAll(projection, question);
      for (let a = 0; a < projection.actorCount; a++)
        expect(createScoreWithout(projection, question, a)(new Set())).toBeCloseTo(scores[a]!, 12);
    }
  });

  it('parts and points add to the score, and the score lies between 0 and what it could be', () => {
    const projection = createPartnerProjection(generateRows(7, { ...size, actors: 60 }));
    for (const partner of rankPartners(projection, generatedBrief).ranked) {
      expect(partner.parts.reduce((sum, part) => sum + part.points, 0)).toBeCloseTo(partner.score, 12);
      expect(partner.parts.reduce((sum, part) => sum + part.weight, 0)).toBeCloseTo(1, 12);
      expect(partner.score).toBeGreaterThanOrEqual(0);
      expect(partner.score).toBeLessThanOrEqual(partner.possible);
      expect(partner.possible).toBeLessThanOrEqual(1 + 1e-12);
      for (const part of partner.parts) if (part.value !== null) expect(part.value).toBeLessThanOrEqual(1);
    }
  });
});

describe('cover', () => {
  const rows: PartnerRows = {
    ...none,
    actors: ['exact', 'narrower', 'broader', 'sibling', 'level1', 'levelUnknown', 'blank'].map((id) =>
      actor(id),
    ),
    competences: [
      { id: 'digital', phase: 'FABRICATION', broader: null },
      { id: 'video', phase: 'FABRICATION', broader: 'digital' },
      { id: 'drone', phase: 'FABRICATION', broader: 'video' },
      { id: 'podcast', phase: 'FABRICATION', broader: 'digital' },
    ],
    actorCompetences: [
      skill('exact', 'video', 3),
      skill('narrower', 'drone', 3),
      skill('broader', 'digital', 3),
      skill('sibling', 'podcast', 3),
      skill('level1', 'video', 1),
      skill('levelUnknown', 'video', null),
    ],
  };
  const projection = createPartnerProjection(rows);
  const ranking = rankPartners(projection, { needs: [{ competenceId: 'video' }] });
  const score = (id: string) => ranking.ranked.find((p) => p.actorId === id)?.score;

  it.each([
    ['exact', 1],
    ['narrower', 1],
    ['broader', 0.5],
    ['sibling', 0],
    ['level1', 1 / 3],
    ['levelUnknown', 1 / 3],
  ])('%s is worth %f', (id, expected) => expect(score(id)).toBeCloseTo(expected, 12));

  it('counts apart the actor of whom nothing is known', () => {
    expect(ranking.unknownIds).toEqual(['blank']);
    expect(ranking.total).toBe(6);
    expect(score('blank')).toBeUndefined();
  });

  it('puts aside a need that the asker has, with the proof, and keeps one that it has only broader', () => {
    const { brief } = rankPartners(projection, {
      actorId: 'broader',
      memberIds: ['narrower'],
      needs: [{ competenceId: 'video' }, { competenceId: 'podcast' }],
    });
    expect(brief.needs.map((need) => need.competenceId)).toEqual(['podcast']);
    expect(brief.held).toMatchObject([
      {
        competenceId: 'video',
        citation: { type: 'HAS_COMPETENCE', from: 'narrower', to: 'drone', sourceId: 's' },
      },
    ]);
  });

  it('says phase by phase what each would bring and how sure it is', () => {
    const partner = ranking.ranked[0]!;
    expect(partner.actorId).toBe('exact');
    expect(partner.brings.map(({ phase, needs }) => [phase, needs.map((need) => need.competenceId)])).toEqual(
      [
        ['VALIDATION', []],
        ['FABRICATION', ['video']],
        ['DIFFUSION', []],
      ],
    );
    expect(partner.certainty).toEqual({ documented: 1, register: 0, declared: 0, inferred: 0 });
  });

  it('refuses what it does not know rather than answer beside it', () => {
    expect(() => rankPartners(projection, { needs: [{ competenceId: 'juggling' }] })).toThrow(/juggling/);
    expect(() => rankPartners(projection, { actorId: 'nobody' })).toThrow(/nobody/);
    expect(() => rankPartners(projection, {}, { ...DEFAULT_WEIGHTS, near: -1 })).toThrow(/near/);
    expect(() => createPartnerProjection({ ...rows, actorCompetences: [skill('exact', 'nope', 1)] })).toThrow(
      /nope/,
    );
  });

  it('gives an empty ranking of an empty network', () => {
    expect(rankPartners(createPartnerProjection(none), {})).toMatchObject({
      ranked: [],
      total: 0,
      unknownIds: [],
    });
  });
});

describe('place and filters', () => {
  const lille: [number, number] = [50.6366, 3.0635];
  const rows: PartnerRows = {
    ...none,
    actors: [
      actor('lille', lille, { territories: ['59350', '59'] }),
      actor('laon', [49.5639, 3.6199], { territories: ['02'], family: 'LIBRARY' }),
      actor('nowhere'),
      actor('paris', [48.8566, 2.3522], { outside: true }),
      actor('asker', lille),
    ],
    themes: [{ id: 'water', broader: null }],
    actorThemes: ['lille', 'laon', 'nowhere', 'paris'].map((who) => ({
      actor: who,
      theme: 'water',
      sourceId: 's',
    })),
    partnerships: [
      { a: 'asker', b: 'lille', kind: 'PARTNER', start: null, end: null, sourceId: 's' },
      { a: 'lille', b: 'laon', kind: 'PARTNER', start: null, end: null, sourceId: 's2' },
    ],
  };
  const projection = createPartnerProjection(rows);
  const ids = (filters: object) =>
    rankPartners(projection, { actorId: 'asker', themeIds: ['water'] }, DEFAULT_WEIGHTS, filters)
      .ranked.map((p) => p.actorId)
      .sort();

  it('an unknown place is unknown, not far: said, and it could score as the nearest', () => {
    const [nowhere, here] = comparePartners(projection, { actorId: 'asker', themeIds: ['water'] }, [
      'nowhere',
      'lille',
    ]);
    expect(nowhere!.distanceKm).toBeNull();
    expect(nowhere!.parts.find((p) => p.part === 'near')).toMatchObject({ value: null, points: 0 });
    expect(here!.parts.find((p) => p.part === 'near')!.value).toBeCloseTo(1, 9);
    expect(nowhere!.possible).toBeGreaterThan(nowhere!.score);
  });

  it('nearness is exp(−km ÷ 40) of the distance shown', () => {
    const [laon] = comparePartners(projection, { actorId: 'asker' }, ['laon']);
    expect(laon!.distanceKm!).toBeGreaterThan(120);
    expect(laon!.distanceKm!).toBeLessThan(130);
    expect(laon!.parts.find((p) => p.part === 'near')!.value).toBeCloseTo(
      Math.exp(-laon!.distanceKm! / 40),
      12,
    );
  });

  it.each([
    [{ families: ['LIBRARY'] }, ['laon']],
    [{ territories: ['59', '02'] }, ['laon', 'lille']],
    [{ maxKm: 10 }, ['lille']],
    [{ novelty: 'NEW' }, ['laon', 'nowhere', 'paris']],
    [{ novelty: 'KNOWN' }, ['lille']],
    [{ outside: false }, ['laon', 'lille', 'nowhere']],
    [{ excludedIds: ['paris', 'laon'] }, ['lille', 'nowhere']],
  ])('filter %j keeps %j', (filters, expected) => expect(ids(filters)).toEqual(expected));

  it('counts who was left out and why, the unknown place apart from the far one', () => {
    const { leftOut } = rankPartners(projection, { actorId: 'asker' }, DEFAULT_WEIGHTS, { maxKm: 10 });
    expect(leftOut).toMatchObject({ member: 1, distance: 2, unknownPlace: 1 });
  });

  it('says who is already a partner, and through whom another could be met', () => {
    const [lilleScore, laon] = comparePartners(projection, { actorId: 'asker' }, ['lille', 'laon']);
    expect(lilleScore!.partnership).toMatchObject([{ type: 'PARTNER_IN', from: 'asker', to: 'lille' }]);
    expect(laon!.partnership).toEqual([]);
    expect(laon!.introducer).toMatchObject({
      actorId: 'lille',
      fromMembers: [{ sourceId: 's' }],
      toCandidate: [{ sourceId: 's2' }],
      others: 0,
    });
    // One shared partner tied to two actors: 1 ÷ 2, saturating.
    expect(laon!.parts.find((p) => p.part === 'network')!.value).toBeCloseTo(0.5 / 0.7, 12);
  });
});
