import { applyJob, askAsWriter, sendFile, waitFor, writeToken } from '../support/exchange';
import { createTestApi, type TestApi } from '../support/testApi';

let api: TestApi;

beforeAll(async () => {
  api = await createTestApi({ writeToken });
});
afterAll(() => api.stop());

const LD = 'application/ld+json';
const undo = (id: string) =>
  askAsWriter(api, 'mutation Undo($id: ID!) { undoChange(id: $id) { id } }', { id });

interface Proven {
  column: string;
  value: string | null;
  isConflicting: boolean;
  isKept: boolean;
  statements: { value: string; status: string; source: { id: string; title: string } | null }[];
}
const provenance = async (id: string) =>
  (
    await api.ask<{ provenance: Proven[] }>(
      `{ provenance(actorId: "${id}") { column value isConflicting isKept
        statements { value status statedOn source { id title } } } }`,
    )
  ).data!.provenance;

describe('provenance', () => {
  it('opens each value to its source', async () => {
    const values = await provenance('iemn');
    expect(values.map(({ column }) => column)).toEqual(
      expect.arrayContaining(['family', 'name', 'commune', 'rnsr', 'supervisors']),
    );
    for (const { statements } of values) {
      expect(statements.length).toBeGreaterThan(0);
      for (const { source } of statements) expect(source!.title).toMatch(/\w/);
    }
  });

  it('shows contradicting statements, the one of the best status standing', async () => {
    const file = 'id,website\nombelliscience,https://register.example.org\n';
    const job = await sendFile(api, 'registre.csv', file, 'actors');
    await askAsWriter(
      api,
      `mutation Change($id: ID!) { changeImport(id: $id, status: REGISTER,
        source: { id: "reg-test", title: "Registre d’essai" }) { id } }`,
      { id: job.id },
    );
    const checked = await waitFor(api, job.id);
    expect(checked.counts).toMatchObject({ updated: 0, unchanged: 1 });
    expect((await applyJob(api, checked)).state).toBe('APPLIED');
    const site = (await provenance('ombelliscience')).find(({ column }) => column === 'website')!;
    expect(site).toMatchObject({ value: 'https://ombelliscience.fr', isConflicting: true });
    expect(site.statements.map(({ value, status }) => [value, status])).toEqual([
      ['https://ombelliscience.fr', 'DOCUMENTED'],
      ['https://register.example.org', 'REGISTER'],
    ]);
    const first = await api.ask<{ toVerify: { actors: { actor: { id: string }; toVerify: string[] }[] } }>(
      '{ toVerify(limit: 1) { total actors { actor { id } toVerify } } }',
    );
    expect(first.data!.toVerify.actors[0]).toMatchObject({ actor: { id: 'ombelliscience' } });
    expect((await undo(job.id)).errors).toEqual([]);
    const after = (await provenance('ombelliscience')).find(({ column }) => column === 'website')!;
    expect(after.isConflicting).toBe(false);
  });

  it('tells what files bring beyond the model, each from who gave it, and nothing that is about persons', async () => {
    const send = async (name: string, surface: string) => {
      const file = `id,Surface d’exposition,Courriel du référent\nombelliscience,${surface},x@example.org\n`;
      const job = await applyJob(api, await sendFile(api, name, file, 'actors'));
      expect(job.state).toBe('APPLIED');
      return job.id;
    };
    const kept = async () =>
      (await provenance('ombelliscience'))
        .filter(({ isKept }) => isKept)
        .map((one) => ({
          ...one,
          statements: one.statements.map(({ value, status, source }) => [value, status, source!.title]),
        }));
    const ids = [await send('salles-1.csv', '450 m²')];
    const told = (value: string, title: string) => [
      {
        ...{ column: '+Surface d’exposition', value, isConflicting: false, isKept: true },
        statements: [[value, 'DECLARED', title]],
      },
    ];
    expect(await kept()).toEqual(told('450 m²', 'salles-1.csv'));
    ids.push(await send('salles-2.csv', '500 m²'));
    expect(await kept()).toEqual(told('500 m²', 'salles-2.csv'));
    const { data } = await api.ask<{ toVerify: { actors: { actor: { id: string } }[] } }>(
      '{ toVerify(reasons: [CONTRADICTORY], limit: 500) { actors { actor { id } } } }',
    );
    expect(data!.toVerify.actors.map(({ actor }) => actor.id)).not.toContain('ombelliscience');
    await undo(ids[1]!);
    expect(await kept()).toEqual(told('450 m²', 'salles-1.csv'));
    await undo(ids[0]!);
    expect(await kept()).toEqual([]);
  });
});

describe('what to verify', () => {
  it('counts what the seed does not know', async () => {
    const { data } = await api.ask<{ declare: { total: number }; unplaced: { total: number } }>(
      '{ declare: toVerify(reasons: [TO_DECLARE]) { total } unplaced: toVerify(reasons: [UNPLACED]) { total } }',
    );
    expect(data).toEqual({ declare: { total: 56 }, unplaced: { total: 52 } });
  });

  it('is grouped by family, nobody lost', async () => {
    const { data } = await api.ask<{ trustBy: { count: number; completeness: number }[] }>(
      '{ trustBy(grouping: FAMILY) { key count freshness completeness documented toVerify } }',
    );
    expect(data!.trustBy.reduce((sum, { count }) => sum + count, 0)).toBe(297);
    for (const { completeness } of data!.trustBy) {
      expect(completeness).toBeGreaterThanOrEqual(0);
      expect(completeness).toBeLessThanOrEqual(1);
    }
  });
});

describe('duplicates', () => {
  const file = [
    'id,kind,family,name,acronym,commune,website',
    'ombelliscience-bis,STRUCTURE,NETWORK,Association Ombelliscience,,80021,http://www.ombelliscience.fr/',
  ].join('\n');
  const links =
    'actor,competence,status\nombelliscience-bis,dif-touring,DECLARED\nombelliscience-bis,dif-network,DECLARED\n';
  const candidates = async () =>
    (
      await api.ask<{
        duplicateCandidates: { actorIds: string[]; probability: number; reasons: { field: string }[] }[];
      }>(
        '{ duplicateCandidates(limit: 200) { actorIds probability byIdentifier reasons { field level weight } } }',
      )
    ).data!.duplicateCandidates;
  const isPair = ({ actorIds }: { actorIds: string[] }) => actorIds.includes('ombelliscience-bis');
  const later = () => new Promise((resolve) => setTimeout(resolve, 700));

  it('are found with their reasons, told apart, merged with everything that refers to them, and undone', async () => {
    const known = await api.ask<{ competences: { id: string }[] }>('{ competences(limit: 200) { id } }');
    const ids = known.data!.competences.map(({ id }) => id);
    const touring = ids.find((id) => id === 'dif-touring') ?? ids.find((id) => id.startsWith('dif-l'))!;
    const actors = await applyJob(api, await sendFile(api, 'bis.csv', file, 'actors'));
    const ties = await applyJob(
      api,
      await sendFile(api, 'liens.csv', links.replace('dif-touring', touring), 'actorCompetences'),
    );
    expect([actors.state, ties.state]).toEqual(['APPLIED', 'APPLIED']);
    await later();
    const pair = (await candidates()).find(isPair)!;
    expect(pair.actorIds).toEqual(['ombelliscience', 'ombelliscience-bis']);
    expect(pair.probability).toBeGreaterThan(0.95);
    expect(pair.reasons.map(({ field }) => field)).toEqual(['name', 'commune', 'kind', 'website']);

    const apart = (areDistinct: boolean) =>
      askAsWriter(
        api,
        `mutation { tellApart(a: "ombelliscience-bis", b: "ombelliscience", areDistinct: ${areDistinct}) }`,
      );
    await apart(true);
    await later();
    expect((await candidates()).some(isPair)).toBe(false);
    await apart(false);

    const merged = await askAsWriter<{ mergeActors: { id: string; title: string } }>(
      api,
      'mutation { mergeActors(keep: "ombelliscience", drop: "ombelliscience-bis", take: ["name"]) { id title } }',
    );
    expect(merged.errors).toEqual([]);
    expect(merged.data!.mergeActors.title).toBe('Association Ombelliscience → Ombelliscience');
    const read = () =>
      api.ask<{ actors: { id: string; name: string; competences: { id: string }[] }[] }>(
        '{ actors(where: { id: { startsWith: "ombelliscience" } }) { id name competences { id } statedBy { id } } }',
      );
    const one = (await read()).data!.actors;
    expect(one).toHaveLength(1);
    expect(one[0]!.name).toBe('Association Ombelliscience');
    expect(one[0]!.competences.map(({ id }) => id)).toContain(touring);
    const lead = async (path: string) => {
      const answer = await fetch(`${api.origin}${path}`, { headers: { accept: LD }, redirect: 'manual' });
      return [answer.status, answer.headers.get('location')];
    };
    expect(await lead('/acteurs/ombelliscience-bis')).toEqual([307, '/acteurs/ombelliscience']);
    expect(await lead('/acteurs/ombelliscience-bis.jsonld')).toEqual([307, '/acteurs/ombelliscience.jsonld']);
    expect(await lead('/acteurs/nobody-at-all')).toEqual([404, null]);

    expect((await undo(merged.data!.mergeActors.id)).errors).toEqual([]);
    const two = (await read()).data!.actors;
    expect(two.map(({ id }) => id).sort()).toEqual(['ombelliscience', 'ombelliscience-bis']);
    expect(await lead('/acteurs/ombelliscience-bis')).toEqual([200, null]);
    expect((await undo(actors.id)).errors[0]!.extensions).toMatchObject({ code: 'INVALID_INPUT' });
    expect((await undo(ties.id)).errors).toEqual([]);
    expect((await undo(actors.id)).errors).toEqual([]);
  });
});

describe('survey campaigns', () => {
  it('give the figures of the first survey: 150 contacted, 103 answered, 27 studied', async () => {
    const { data } = await api.ask(
      `{ first: surveyCampaign(surveyId: "omb-2017") { statedContacted statedAnswered statedRate }
         studied: surveyCampaign(surveyId: "omb-2017-esr") { statedAnswered } }`,
    );
    expect(data).toEqual({
      first: { statedContacted: 150, statedAnswered: 103, statedRate: 103 / 150 },
      studied: { statedAnswered: 27 },
    });
  });

  it('are created, followed and counted', async () => {
    const created = await askAsWriter<{ createSurveyCampaign: { id: string } }>(
      api,
      `mutation { createSurveyCampaign(title: "Enquête d’essai", year: 2026, sourceId: "seed-2017",
        actorIds: ["ombelliscience", "iemn", "ineris"]) { id counted { toContact rate } } }`,
    );
    expect(created.data!.createSurveyCampaign).toEqual({
      id: 'enquete-d-essai',
      counted: { toContact: 3, rate: null },
    });
    const set = (status: string, actors: string) =>
      askAsWriter<{
        setSurveyStatus: {
          counted: object;
          byFamily: object[];
          byDepartment: object[];
          byEpci: object[];
          entries: object[];
        };
      }>(
        api,
        `mutation { setSurveyStatus(surveyId: "enquete-d-essai", sourceId: "seed-2017", status: ${status},
          actorIds: ${actors}) { counted { toContact contacted answered refused gone rate }
          byFamily { key progress { answered } } byDepartment { key progress { contacted rate } }
          byEpci { key progress { contacted } } entries { name status } } }`,
      );
    await set('CONTACTED', '["ombelliscience", "iemn", "ineris"]');
    const { data } = await set('ANSWERED', '["iemn"]');
    expect(data!.setSurveyStatus.counted).toEqual({
      toContact: 0,
      contacted: 3,
      answered: 1,
      refused: 0,
      gone: 0,
      rate: 1 / 3,
    });
    expect(data!.setSurveyStatus.byDepartment).toEqual([
      { key: 'departement-59', progress: { contacted: 1, rate: 1 } },
      { key: 'departement-60', progress: { contacted: 1, rate: 0 } },
      { key: 'departement-80', progress: { contacted: 1, rate: 0 } },
    ]);
    expect(data!.setSurveyStatus.byEpci).toHaveLength(3);
    expect(data!.setSurveyStatus.entries).toHaveLength(3);
    const changes = await api.ask<{ datedChanges: { id: string; kind: string }[] }>(
      '{ datedChanges(limit: 3) { id kind } }',
    );
    for (const { id, kind } of changes.data!.datedChanges) {
      expect(kind).toBe('SURVEY');
      expect((await undo(id)).errors).toEqual([]);
    }
  });
});
