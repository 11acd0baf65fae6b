import { applyJob, askAsWriter, sendFile, writeToken } from '../support/exchange';
import { createTestApi, type TestApi } from '../support/testApi';

interface Offer {
  offerId: string;
  open: boolean;
  needCount: number;
  actorId: string | null;
}
interface Need {
  needId: string;
  open: boolean;
}

const offer = {
  statementFr: 'Une salle de cent mètres carrés pour accueillir une exposition.',
  actorId: 'ecomusee-avesnois',
  competenceIds: ['dif-host-expo'],
  themeIds: ['water'],
  source: { title: 'Message du 4 mai', publisher: 'Écomusée de l’Avesnois' },
};
const publishing = `mutation ($offer: OfferInput!) { publishOffer(offer: $offer, by: "test") {
  offerId open needCount actorId actor { name } competences { id } source { title } } }`;
/** Longer than a reading of the graph is believed. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 700));

describe('who offers something', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await createTestApi({ writeToken });
  });
  afterAll(() => api?.stop());

  async function undoLast(kind: string): Promise<void> {
    const { data } = await api.ask<{ datedChanges: { id: string; kind: string }[] }>(
      '{ datedChanges(limit: 1) { id kind } }',
    );
    expect(data!.datedChanges[0]!.kind).toBe(kind);
    const { errors } = await askAsWriter(api, 'mutation ($id: ID!) { undoChange(id: $id) { kind } }', {
      id: data!.datedChanges[0]!.id,
    });
    expect(errors).toEqual([]);
    await settled();
  }

  it('publishes it with its source, finds the needs it answers, and is found from each of them', async () => {
    const { data, errors } = await askAsWriter<{ publishOffer: Offer }>(api, publishing, { offer });
    expect(errors).toEqual([]);
    const published = data!.publishOffer;
    expect(published).toMatchObject({
      open: true,
      actorId: 'ecomusee-avesnois',
      competences: [{ id: 'dif-host-expo' }],
      source: { title: 'Message du 4 mai' },
    });
    expect(published.needCount).toBeGreaterThan(0);
    await settled();
    const { offerId } = published;
    const needs = (
      await api.ask<{ needsForOffer: Need[] }>(
        'query ($offerId: ID!) { needsForOffer(offerId: $offerId, limit: 100) { needId open } }',
        { offerId },
      )
    ).data!.needsForOffer;
    expect(needs).toHaveLength(published.needCount);
    for (const { needId, open } of needs) {
      expect(open).toBe(true);
      const back = await api.ask<{ publishedOffers: Offer[] }>(
        'query ($needId: ID!) { publishedOffers(needId: $needId) { offerId } }',
        { needId },
      );
      expect(back.data!.publishedOffers.map((one) => one.offerId)).toContain(offerId);
    }
    const listed = await api.ask<{ byCompetence: Offer[]; byActor: Offer[]; other: Offer[] }>(
      `{ byCompetence: publishedOffers(competenceId: "dif-host-expo") { offerId }
         byActor: publishedOffers(actorId: "ecomusee-avesnois") { offerId }
         other: publishedOffers(competenceId: "fab-scenography") { offerId } }`,
    );
    const has = (list: Offer[]) => list.some((one) => one.offerId === offerId);
    expect([has(listed.data!.byCompetence), has(listed.data!.byActor), has(listed.data!.other)]).toEqual([
      true,
      true,
      false,
    ]);
    await undoLast('OFFER');
    const after = await api.ask<{ publishedOffers: Offer[] }>(
      '{ publishedOffers(actorId: "ecomusee-avesnois", ended: true) { offerId } }',
    );
    expect(after.data!.publishedOffers.map((one) => one.offerId)).not.toContain(offerId);
  });

  it('is not matched once it ended, nor is a need', async () => {
    const ended = await sendFile(
      api,
      'besoins.csv',
      [
        'Énoncé,Acteur,Compétences,Publié le,Expire le,Sources',
        'Un lieu pour exposer avant 2020.,ecomusee-avesnois,dif-host-expo,2018-01-01,2019-12-31,seed-2017',
      ].join('\n'),
      'needs',
    );
    expect(ended).toMatchObject({ state: 'CHECKED', counts: { created: 1, rejected: 0 } });
    await applyJob(api, ended);
    await settled();
    const asked = await api.ask<{ open: Need[]; all: Need[] }>(
      `{ open: publishedNeeds(actorId: "ecomusee-avesnois", limit: 100) { needId open }
         all: publishedNeeds(actorId: "ecomusee-avesnois", ended: true, limit: 100) { needId open } }`,
    );
    const [gone] = asked.data!.all.filter(({ open }) => !open);
    expect(gone).toBeDefined();
    expect(asked.data!.open.map(({ needId }) => needId)).not.toContain(gone!.needId);
    const matched = await api.ask<Record<'ended' | 'open', { total: number; ranked: { actorId: string }[] }>>(
      `query ($needId: ID!) {
        ended: needMatches(needId: $needId, limit: 1) { total ranked { actorId } }
        open: needMatches(needId: "need-27", limit: 1) { total ranked { actorId } } }`,
      { needId: gone!.needId },
    );
    expect(matched.data!.ended).toEqual({ total: 0, ranked: [] });
    const { actorId } = matched.data!.open.ranked[0]!;
    const answered = await api.ask<{ needsFor: { need: Need }[] }>(
      'query ($actorId: ID!) { needsFor(actorId: $actorId, limit: 100) { need { needId } } }',
      { actorId },
    );
    expect(answered.data!.needsFor.length).toBeGreaterThan(0);
    expect(answered.data!.needsFor.map(({ need }) => need.needId)).not.toContain(gone!.needId);
    await undoLast('WORKBOOK');
  });

  it.each([
    ['an unknown actor', { ...offer, actorId: 'nobody' }, 'NOT_FOUND'],
    ['nothing in particular', { ...offer, competenceIds: [], themeIds: [] }, 'INVALID_INPUT'],
    ['no source', { ...offer, source: null }, 'INVALID_INPUT'],
    ['two sources', { ...offer, sourceId: 'seed-2017' }, 'INVALID_INPUT'],
    ['a source that does not exist', { ...offer, source: null, sourceId: 'no-such' }, 'NOT_FOUND'],
    ['a day gone by', { ...offer, expiresOn: '2020-01-01' }, 'INVALID_INPUT'],
    ['an address that is none', { ...offer, source: { ...offer.source, url: 'ftp:x' } }, 'INVALID_INPUT'],
  ])('is refused with %s, and told what to do', async (_, given, code) => {
    const { errors } = await askAsWriter(api, publishing, { offer: given });
    expect(errors[0]?.extensions).toMatchObject({ code, todo: expect.stringMatching(/./) as string });
  });

  it('needs the token', async () => {
    const { errors } = await api.ask(publishing, { offer });
    expect(errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });
});
