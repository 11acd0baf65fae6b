import { unzipSync, zipSync, strFromU8, strToU8 } from 'fflate';
import { applyJob, askAsWriter, sendFile, waitFor, writeToken } from '../support/exchange';
import { createTestApi, type TestApi } from '../support/testApi';

jest.setTimeout(180_000);
let api: TestApi;

beforeAll(async () => {
  api = await createTestApi({ writeToken });
});
afterAll(() => api.stop());

const download = async (path: string) =>
  new Uint8Array(await (await fetch(`${api.origin}${path}`)).arrayBuffer());

interface Row {
  outcome: string;
  label: string;
  cells: { column: string; address: string; before: string | null; after: string | null }[];
  issues: { address: string; reasonFr: string }[];
}
const rowsOf = async (id: string) =>
  (
    await askAsWriter<{ importRows: { total: number; rows: Row[] } }>(
      api,
      `query Rows($id: ID!) { importRows(id: $id) { total rows {
        outcome label cells { column address before after } issues { address reasonFr } } } }`,
      { id },
    )
  ).data!.importRows.rows;

const websiteOf = async (id: string) =>
  (await api.ask<{ actors: { website: string }[] }>(`{ actors(where: { id: { eq: "${id}" } }) { website } }`))
    .data!.actors[0]!.website;

describe('a workbook that was exported', () => {
  it.each(['fr', 'en'])('comes back without any change (%s)', async (lang) => {
    const job = await sendFile(
      api,
      `maillage-${lang}.xlsx`,
      await download(`/export/maillage.xlsx?lang=${lang}`),
    );
    expect(job).toMatchObject({ state: 'CHECKED', absent: 0, messageFr: null });
    expect(job.counts).toEqual({ created: 0, updated: 0, unchanged: 2847, removed: 0, rejected: 0 });
  });

  it('comes back without any change as a folder of CSV files', async () => {
    const job = await sendFile(api, 'maillage.zip', await download('/export/maillage.zip'));
    expect(job.counts).toEqual({ created: 0, updated: 0, unchanged: 2847, removed: 0, rejected: 0 });
  });
});

describe('a file with three cells changed and one broken', () => {
  it('is told row by row, corrected, applied, seen with its source, and undone', async () => {
    const files = unzipSync(await download('/export/maillage.zip'));
    const original = strFromU8(files['actors.csv']!);
    const changed = original
      .replace('https://ombelliscience.fr', 'https://www.ombelliscience.fr')
      .replace(',INERIS,', ',Ineris,')
      .replace('ineris,STRUCTURE,RESEARCH_ORGANISATION', 'ineris,STRUCTURE,COMPANY_FOUNDATION');
    const broken = changed.replace(/^(iemn,LAB,)LAB,/m, '$1LABO,');
    const pack = (text: string) => zipSync({ ...files, 'actors.csv': strToU8(text) });

    const first = await sendFile(api, 'actors.zip', pack(broken));
    expect(first.counts).toMatchObject({ created: 0, updated: 2, removed: 0, rejected: 1 });
    const told = (await rowsOf(first.id)).filter((row) => row.outcome !== 'UNCHANGED');
    const [fault] = told.filter((row) => row.outcome === 'REJECTED');
    expect(fault!.issues[0]).toMatchObject({
      address: expect.stringMatching(/^C\d+$/),
      reasonFr: expect.stringContaining('« LABO » n’est pas dans la liste'),
    });
    const stopped = await applyJob(api, first);
    expect(stopped).toMatchObject({ state: 'CHECKED', messageFr: expect.stringContaining('refusées') });

    const second = await sendFile(api, 'actors.zip', pack(changed));
    expect(second.counts).toMatchObject({ updated: 2, rejected: 0 });
    expect((await applyJob(api, second)).state).toBe('APPLIED');
    expect(await websiteOf('ombelliscience')).toBe('https://www.ombelliscience.fr');

    const { data } = await api.ask<{
      actorHistory: { change: { sourceId: string; source: { title: string } } }[];
    }>(
      '{ actorHistory(actorId: "ombelliscience") { change { sourceId source { title } } rows { cells { column before after } } } }',
    );
    expect(data!.actorHistory[0]).toMatchObject({
      change: { source: { title: 'actors.zip' } },
      rows: [
        {
          cells: [
            {
              column: 'website',
              before: 'https://ombelliscience.fr',
              after: 'https://www.ombelliscience.fr',
            },
          ],
        },
      ],
    });

    const again = await sendFile(api, 'actors.zip', pack(changed));
    expect(again.counts).toMatchObject({ created: 0, updated: 0, rejected: 0 });

    const undo = await askAsWriter<{ undoChange: { kind: string } }>(
      api,
      'mutation Undo($id: ID!) { undoChange(id: $id, by: "test") { kind undoOf counts { updated removed } } }',
      { id: second.id },
    );
    expect(undo.data!.undoChange).toMatchObject({
      kind: 'UNDO',
      undoOf: second.id,
      counts: { updated: 2, removed: 0 },
    });
    expect(await websiteOf('ombelliscience')).toBe('https://ombelliscience.fr');
    const after = strFromU8(unzipSync(await download('/export/maillage.zip'))['actors.csv']!);
    expect(after).toBe(original);
  });
});

describe('a foreign file', () => {
  const survey = [
    'Nom de la structure;Ville;Site web;Catégorie;Téléphone;Public accueilli',
    'Club de sciences d’essai;Amiens;www.exemple.fr;Éducation populaire;03 22 00 00 00;1 234,5',
    'Autre club d’essai;80021;;Centre de sciences;;',
    'Club sans commune connue;Ville-qui-n’existe-pas;;Musée;;',
  ].join('\r\n');

  it('is understood by its headers, keeps what is unknown but for what is about persons, creates, and is undone', async () => {
    const job = await sendFile(api, 'enquête.csv', windows1252(survey));
    expect(job.tables[0]).toMatchObject({ sheet: 'actors' });
    expect(job.tables[0]!.columns.map(({ column }) => column)).toEqual([
      'name',
      'commune',
      'website',
      'family',
      null,
      '+',
    ]);
    expect(job.counts).toMatchObject({ created: 2, rejected: 1 });
    const done = await applyJob(api, job, true);
    expect(done.state).toBe('APPLIED');
    const csv = strFromU8(
      unzipSync(await download('/export/maillage.zip?actors=club-de-sciences-d-essai'))['actors.csv']!,
    );
    expect(csv).not.toContain('03 22 00 00 00');
    expect(csv).toContain('Public accueilli');
    expect(csv).toContain('"1 234,5"');
    expect(csv).toContain('https://www.exemple.fr');
    // Columns that were kept are known when they come back, and a cell that was emptied takes its value away.
    const back = await sendFile(api, 'actors.csv', csv.replace('https://www.exemple.fr', ''));
    expect(new Set(back.tables[0]!.columns.map(({ how }) => how))).toEqual(new Set(['HEADER']));
    expect(back.counts).toEqual({ created: 0, updated: 1, unchanged: 0, removed: 0, rejected: 0 });
    const { errors } = await askAsWriter(api, 'mutation Undo($id: ID!) { undoChange(id: $id) { id } }', {
      id: job.id,
    });
    expect(errors).toEqual([]);
    const gone = await api.ask<{ actors: unknown[] }>(
      '{ actors(where: { id: { eq: "club-de-sciences-d-essai" } }) { id } }',
    );
    expect(gone.data!.actors).toEqual([]);
  });
});

describe('writing', () => {
  it('needs the token', async () => {
    const without = await fetch(`${api.origin}/import?name=x.csv`, { method: 'POST', body: 'a,b' });
    expect(without.status).toBe(401);
    const wrong = await fetch(`${api.origin}/import?name=x.csv`, {
      method: 'POST',
      headers: { authorization: 'Bearer not-the-token-at-all' },
      body: 'a,b',
    });
    expect(wrong.status).toBe(403);
    const { errors } = await api.ask('mutation { undoChange(id: "x") { id } }');
    expect(errors[0]!.extensions.code).toBe('UNAUTHENTICATED');
  });

  it('is refused for what is no table, with a reason', async () => {
    const job = await sendFile(api, 'image.png', new Uint8Array([0x89, 0x50, 0, 0, 0, 0]));
    expect(job).toMatchObject({ state: 'REFUSED', messageFr: expect.stringContaining('CSV') });
  });

  it('tells of an import that it does not know that nothing was written', async () => {
    expect((await waitFor(api, 'never-seen')).state).toBe('NOTHING_WRITTEN');
  });
});

/** Bytes as a French spreadsheet saves CSV; only the characters that the test uses. */
function windows1252(text: string): Uint8Array {
  return Uint8Array.from([...text.replaceAll('’', '\u0092')].map((letter) => letter.codePointAt(0)!));
}
