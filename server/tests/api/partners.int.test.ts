import { createTestApi, type TestApi } from '../support/testApi';

interface Meaning {
  kind: string;
  id: string;
}
interface Team {
  members: {
    actorId: string;
    locked: boolean;
    actor: { name: string };
    covers: { competenceId: string; citation: { type: string; sourceId: string | null } }[];
  }[];
  pairs: unknown[];
}
interface TeamSearch {
  size: number;
  bound: number;
  proven: boolean;
  teams: Team[];
  uncovered: { competenceId: string; elsewhere: { why: string; actorId: string }[] }[];
}

const needIds = ['fab-design', 'fab-scenography', 'dif-host-expo', 'val-discipline'];
const brief = {
  needs: needIds.map((competenceId) => ({ competenceId, weight: 1 })),
  themeIds: ['water'],
  audiences: ['LOWER_SECONDARY'],
  productionType: 'EXHIBITION',
  territoryIds: ['departement-02'],
};
const teamQuery = `query ($brief: PartnerBriefInput!, $filters: PartnerFiltersInput, $lockedIds: [ID!], $count: Int!) {
  teamsFor(brief: $brief, filters: $filters, lockedIds: $lockedIds, count: $count) {
    size bound proven
    teams {
      members { actorId locked actor { name } covers { competenceId citation { type sourceId } } }
      pairs { steps km }
    }
    uncovered { competenceId elsewhere { why actorId } }
  }
}`;

describe('who plans a project', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await createTestApi();
  });
  afterAll(() => api.stop());

  async function teams(variables: Record<string, unknown>): Promise<TeamSearch> {
    const answer = await api.ask<{ teamsFor: TeamSearch }>(teamQuery, { brief, count: 3, ...variables });
    expect(answer.errors).toEqual([]);
    return answer.data!.teamsFor;
  }

  it('is understood in a French sentence, word by word', async () => {
    const { data, errors } = await api.ask<{
      readBrief: { chips: (Meaning & { text: string; label: string })[]; unread: { text: string }[] };
    }>(
      `{ readBrief(sentence: "Exposition sur l’eau pour des collégiens dans l’Aisne, avec un trébuchet") {
        chips { kind id text label } unread { text } } }`,
    );
    expect(errors).toEqual([]);
    expect(data!.readBrief.chips.map(({ kind, id, text }) => [kind, id, text])).toEqual([
      ['PRODUCTION_TYPE', 'EXHIBITION', 'Exposition'],
      ['THEME', 'water', 'eau'],
      ['AUDIENCE', 'LOWER_SECONDARY', 'collégiens'],
      ['TERRITORY', 'departement-02', 'Aisne'],
    ]);
    expect(data!.readBrief.chips[3]!.label).toBe('Aisne');
    expect(data!.readBrief.unread.map(({ text }) => text)).toEqual(['trébuchet']);
  });

  it('is understood in English too, and what is misspelt is only suggested', async () => {
    const { data } = await api.ask<{
      readBrief: { chips: Meaning[]; unread: { text: string; suggestions: Meaning[] }[] };
    }>(
      `{ readBrief(sentence: "an exhibition about biodiversty for families in Aisne", language: "en") {
        chips { kind id } unread { text suggestions { kind id } } } }`,
    );
    const { chips, unread } = data!.readBrief;
    expect(chips).toEqual(
      expect.arrayContaining([
        { kind: 'PRODUCTION_TYPE', id: 'EXHIBITION' },
        { kind: 'AUDIENCE', id: 'FAMILY' },
        { kind: 'TERRITORY', id: 'departement-02' },
      ]),
    );
    expect(unread.map(({ text }) => text)).toEqual(['biodiversty']);
    expect(unread[0]!.suggestions).toContainEqual({ kind: 'THEME', id: 'biodiversity' });
  });

  it('gets the smallest teams, each covering every need with its proof', async () => {
    const search = await teams({});
    expect(search).toMatchObject({ proven: true, uncovered: [] });
    expect(search.bound).toBe(search.size);
    expect(search.teams).toHaveLength(3);
    for (const { members, pairs } of search.teams) {
      expect(members).toHaveLength(search.size);
      expect(pairs).toHaveLength((members.length * (members.length - 1)) / 2);
      expect(new Set(members.flatMap(({ covers }) => covers.map((cover) => cover.competenceId)))).toEqual(
        new Set(needIds),
      );
      for (const { actor, covers } of members) {
        expect(actor.name).toMatch(/./);
        for (const { citation } of covers) {
          expect(citation.type).toBe('HAS_COMPETENCE');
          expect(citation.sourceId).toMatch(/./);
        }
      }
    }
  });

  it('is told who stands near, with the commune and the source that says so', async () => {
    const { data, errors } = await api.ask<{
      partnersFor: {
        ranked: {
          distanceKm: number | null;
          reasons: { kind: string; citations: { type: string; to: string | null; source: unknown }[] }[];
        }[];
      };
    }>(
      `query ($brief: PartnerBriefInput!) { partnersFor(brief: $brief, limit: 50) { ranked {
        distanceKm reasons { kind citations { type to source { title } } } } } }`,
      { brief },
    );
    expect(errors).toEqual([]);
    const near = data!.partnersFor.ranked.flatMap(({ reasons }) =>
      reasons.filter(({ kind }) => kind === 'IS_NEAR').flatMap(({ citations }) => citations),
    );
    expect(near.length).toBeGreaterThan(10);
    for (const citation of near)
      expect(citation).toEqual({
        type: 'LOCATED_IN',
        to: expect.stringMatching(/^commune-/) as string,
        source: { title: expect.stringMatching(/./) as string },
      });
  });

  it('keeps somebody in, leaves somebody out', async () => {
    const [first] = (await teams({ count: 1 })).teams;
    const left = first!.members[0]!.actorId;
    const again = await teams({ filters: { excludedIds: [left], outside: false } });
    for (const { members } of again.teams) expect(members.map(({ actorId }) => actorId)).not.toContain(left);
    const kept = await teams({ lockedIds: ['ecomusee-avesnois'], count: 2 });
    expect(kept.proven).toBe(true);
    for (const { members } of kept.teams)
      expect(members.find(({ actorId }) => actorId === 'ecomusee-avesnois')?.locked).toBe(true);
  });

  it('is told what nobody nearby covers, and who has it elsewhere', async () => {
    const near = await teams({ filters: { maxKm: 1, families: ['LIBRARY'], outside: false } });
    const missing = near.uncovered.find(({ competenceId }) => competenceId === 'fab-scenography');
    expect(missing!.elsewhere.length).toBeGreaterThan(0);
    expect(new Set(missing!.elsewhere.map(({ why }) => why))).not.toContain('MEMBER');
  });

  it.each([
    ['an unknown actor', { lockedIds: ['nobody'] }, 'NOT_FOUND'],
    ['too many teams', { count: 60 }, 'INVALID_INPUT'],
    ['an unknown place', { brief: { territoryIds: ['departement-99'] } }, 'NOT_FOUND'],
  ])('is refused %s', async (_, variables, code) => {
    const { errors } = await api.ask(teamQuery, { brief, count: 3, ...variables });
    expect(errors[0]?.extensions.code).toBe(code);
  });
});

interface PublishedNeed {
  needId: string;
  open: boolean;
  matchCount: number;
  actorId: string | null;
}

describe('needs', () => {
  let api: TestApi;
  const token = 'the-write-token-of-these-tests';
  beforeAll(async () => {
    api = await createTestApi({ writeToken: token });
  });
  afterAll(() => api.stop());

  async function publish(
    need: Record<string, unknown>,
    authorization?: string,
  ): Promise<{ data?: { publishNeed: PublishedNeed | null }; errors?: { extensions: { code: string } }[] }> {
    const response = await fetch(`${api.origin}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/graphql-response+json',
        ...(authorization === undefined ? {} : { authorization }),
      },
      body: JSON.stringify({
        query: `mutation ($need: NeedInput!) { publishNeed(need: $need, by: "test") {
          needId open matchCount actorId source { title } competences { id } } }`,
        variables: { need },
      }),
    });
    return (await response.json()) as never;
  }

  const need = {
    statementFr: 'Un lieu du Laonnois pour une exposition sur l’eau.',
    actorId: 'ecomusee-avesnois',
    competenceIds: ['dif-host-expo'],
    themeIds: ['water'],
    territoryIds: ['departement-02'],
    source: { title: 'Message du 3 mai', publisher: 'Écomusée de l’Avesnois' },
  };

  it('all thirty-five of the seed are answered by somebody', async () => {
    const { data } = await api.ask<{ publishedNeeds: PublishedNeed[] }>(
      '{ publishedNeeds(limit: 100) { needId open matchCount } }',
    );
    const seeded = data!.publishedNeeds.filter(({ needId }) => /^need-\d\d$/.test(needId));
    expect(seeded).toHaveLength(35);
    expect(seeded.filter(({ matchCount, open }) => matchCount === 0 || !open)).toEqual([]);
  });

  it('show who answers them, by what the need seeks and nothing else', async () => {
    const { data, errors } = await api.ask<{
      needMatches: {
        total: number;
        need: { matchCount: number };
        ranked: { brings: { needs: { competenceId: string }[] }[] }[];
      };
    }>(
      '{ needMatches(needId: "need-27", limit: 100) { total need { matchCount } ranked { brings { needs { competenceId } } } } }',
    );
    expect(errors).toEqual([]);
    const { total, need: asked, ranked } = data!.needMatches;
    expect(ranked).toHaveLength(total);
    expect(asked.matchCount).toBe(total);
    for (const { brings } of ranked)
      expect(brings.flatMap(({ needs }) => needs.map(({ competenceId }) => competenceId))).toEqual([
        'dif-host-expo',
      ]);
  });

  it('are the same from either side', async () => {
    const matches = await api.ask<{ needMatches: { ranked: { actorId: string; score: number }[] } }>(
      '{ needMatches(needId: "need-09", limit: 100) { ranked { actorId score } } }',
    );
    const { actorId, score } = matches.data!.needMatches.ranked[2]!;
    const needsFor = await api.ask<{ needsFor: { need: PublishedNeed; score: { score: number } }[] }>(
      'query ($actorId: ID!) { needsFor(actorId: $actorId, limit: 100) { need { needId actorId } score { score } } }',
      { actorId },
    );
    const answered = needsFor.data!.needsFor;
    expect(answered.find((one) => one.need.needId === 'need-09')!.score.score).toBeCloseTo(score, 12);
    expect(answered.filter((one) => one.need.actorId === actorId)).toEqual([]);
    const scores = answered.map((one) => one.score.score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
  });

  it('are published with the token, found at once, undone as any change', async () => {
    const { data, errors } = await publish(need, `Bearer ${token}`);
    expect(errors).toBeUndefined();
    expect(data!.publishNeed).toMatchObject({
      open: true,
      actorId: 'ecomusee-avesnois',
      source: { title: 'Message du 3 mai' },
      competences: [{ id: 'dif-host-expo' }],
    });
    expect(data!.publishNeed!.matchCount).toBeGreaterThan(5);
    const { needId } = data!.publishNeed!;
    await new Promise((resolve) => setTimeout(resolve, 700));
    const listed = await api.ask<{ publishedNeeds: PublishedNeed[]; datedChanges: { id: string }[] }>(
      '{ publishedNeeds(competenceId: "dif-host-expo", limit: 100) { needId } datedChanges(limit: 1) { id kind } }',
    );
    expect(listed.data!.publishedNeeds.map((one) => one.needId)).toContain(needId);
    expect(listed.data!.datedChanges[0]).toMatchObject({ kind: 'NEED' });
    const undo = await fetch(`${api.origin}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({
        query: 'mutation ($id: ID!) { undoChange(id: $id) { kind } }',
        variables: { id: listed.data!.datedChanges[0]!.id },
      }),
    });
    expect(await undo.json()).toEqual({ data: { undoChange: { kind: 'UNDO' } } });
    const after = await api.ask<{ needs: unknown[] }>(
      'query ($id: ID!) { needs(where: { id: { eq: $id } }) { id } }',
      {
        id: needId,
      },
    );
    expect(after.data!.needs).toEqual([]);
  });

  it.each([
    ['without the token', need, undefined, 'UNAUTHENTICATED'],
    ['with another token', need, 'Bearer not-the-write-token', 'FORBIDDEN'],
    ['without who needs it', { ...need, actorId: null }, `Bearer ${token}`, 'INVALID_INPUT'],
    [
      'without what is needed',
      { ...need, competenceIds: [], themeIds: null },
      `Bearer ${token}`,
      'INVALID_INPUT',
    ],
    ['without a source', { ...need, source: null }, `Bearer ${token}`, 'INVALID_INPUT'],
    ['with a day gone by', { ...need, expiresOn: '2020-01-01' }, `Bearer ${token}`, 'INVALID_INPUT'],
    ['with a day that is none', { ...need, expiresOn: '2027-02-30' }, `Bearer ${token}`, 'INVALID_INPUT'],
    ['for an unknown competence', { ...need, competenceIds: ['flying'] }, `Bearer ${token}`, 'NOT_FOUND'],
    [
      'with an unknown source',
      { ...need, source: null, sourceId: 'no-such' },
      `Bearer ${token}`,
      'NOT_FOUND',
    ],
  ])('are not published %s', async (_, given, authorization, code) => {
    const count = '{ graphSummary { needs sources } }';
    const before = await api.ask(count);
    const { errors } = await publish(given, authorization);
    expect(errors?.[0]?.extensions.code).toBe(code);
    expect((await api.ask(count)).data).toEqual(before.data);
  });
});
