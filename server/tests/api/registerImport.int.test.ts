import { applyJob, askAsWriter, sendFile, waitFor, writeToken } from '../support/exchange';
import { createTestApi, type TestApi } from '../support/testApi';

jest.setTimeout(180_000);
let api: TestApi;

beforeAll(async () => {
  api = await createTestApi({ writeToken });
});
afterAll(() => api.stop());

/** A file of our own making in the shape of Muséofile; but for the two that are known, no row is a real place. */
const fileOf = (rows: readonly string[]) =>
  ['Identifiant;Nom_officiel;Ville;Code_postal;code_insee;URL', ...rows].join('\n');

interface Museum {
  id: string;
  name: string;
  museofile: string;
  locatedIn: { id: string; code: string; name: string }[];
}
const museums = async () =>
  (
    await api.ask<{ structures: Museum[] }>(
      '{ structures(limit: 500, where: { family: { eq: MUSEUM } }) { id name museofile locatedIn { id code name } } }',
    )
  ).data!.structures;

/** How many actors of any family bear a number of Muséofile. */
const numbered = async () => {
  const { data } = await api.ask<{ structures: { museofile: string | null }[] }>(
    '{ structures(limit: 500) { museofile } }',
  );
  return data!.structures.filter(({ museofile }) => museofile !== null).length;
};

const registerOf = async (id: string) =>
  (
    await askAsWriter<{ importJob: { register: Record<string, unknown>; status: string } }>(
      api,
      `query Job($id: ID!) { importJob(id: $id) { status register { format rows sure doubtful absent outside problems bearers isPartial goneActorIds } } }`,
      { id },
    )
  ).data!.importJob;

/** What the only row that is created would hold, as its report says it. */
const createdCells = async (id: string) => {
  const { data } = await askAsWriter<{
    importRows: { rows: { cells: { column: string; address: string; after: string }[] }[] };
  }>(
    api,
    'query Rows($id: ID!) { importRows(id: $id, outcomes: [CREATED]) { rows { cells { column address after } } } }',
    { id },
  );
  const { cells } = data!.importRows.rows[0]!;
  expect(new Set(cells.map(({ address }) => address))).toEqual(new Set(['']));
  return Object.fromEntries(cells.map(({ column, after }) => [column, after]));
};

const undo = (id: string) =>
  askAsWriter(api, 'mutation Undo($id: ID!) { undoChange(id: $id) { id } }', { id });

describe('a register', () => {
  it('is recognised, its doubts decided, imported, and a newer vintage updates without doubling', async () => {
    const before = await museums();
    const known = before.find(({ museofile, locatedIn }) => museofile && locatedIn.length > 0)!;
    const near = before.find(
      ({ id, museofile, locatedIn }) => id !== known.id && museofile && locatedIn.length > 0,
    )!;
    const [town, other] = [known.locatedIn[0]!, near.locatedIn[0]!];
    const first = [
      `${known.museofile};NOM EN CAPITALES;${town.name};;${town.code};`,
      `;${near.name};${other.name};;${other.code};`,
      `M9998;Musée imaginaire des Essais;${town.name};;${town.code};http://https://www.musee-imaginaire.example`,
      `M9999;Musée d’une autre région;Marseille;13001;13055;`,
      // A commune that the graph knows for an actor it has there, of another region nonetheless.
      `M9997;Musée d’une autre région;Rouen;76000;76540;`,
    ];
    const job = await sendFile(api, 'museofile.csv', fileOf(first));
    expect(job.state).toBe('CHECKED');
    const { register, status } = await registerOf(job.id);
    expect(status).toBe('REGISTER');
    expect(register).toMatchObject({ format: 'MUSEOFILE', rows: 3, outside: 2, absent: 1 });
    expect(register).toMatchObject({ bearers: await numbered(), isPartial: true, goneActorIds: [] });

    const { data } = await askAsWriter<{
      importDoubts: { total: number; rows: { row: string; candidates: { actor: { id: string } }[] }[] };
    }>(
      api,
      'query Doubts($id: ID!) { importDoubts(id: $id) { total rows { row candidates { actor { id } probability } } } }',
      {
        id: job.id,
      },
    );
    for (const { row, candidates } of data!.importDoubts.rows) {
      const decided = await askAsWriter(
        api,
        'mutation Decide($id: ID!, $row: String!, $actor: ID!) { decideImportDoubts(id: $id, decisions: [{ row: $row, actorId: $actor }]) { id } }',
        { id: job.id, row, actor: candidates[0]!.actor.id },
      );
      expect(decided.errors).toEqual([]);
    }
    // Whoever asks for the rest to be removed is not heard: a register is not the whole directory.
    const insists = await askAsWriter(
      api,
      'mutation Change($id: ID!) { changeImport(id: $id, absentRows: REMOVE) { id } }',
      { id: job.id },
    );
    expect(insists.errors).toEqual([]);
    const checked = await waitFor(api, job.id);
    expect(checked).toMatchObject({ absent: null, counts: { created: 1, removed: 0, rejected: 0 } });
    expect(await createdCells(job.id)).toMatchObject({
      commune: town.name,
      sources: expect.stringMatching(/^Musées de France \(Muséofile\), fichier importé le /) as string,
    });
    expect((await applyJob(api, checked)).state).toBe('APPLIED');
    const after = await museums();
    expect(after).toHaveLength(before.length + 1);
    expect(after.find(({ id }) => id === known.id)!.name).toBe(known.name);
    const created = after.find(({ museofile }) => museofile === 'M9998')!;
    expect(created.name).toBe('Musée imaginaire des Essais');

    const newer = first.map((row) => row.replace('www.musee-imaginaire.example', 'www.nouveau.example'));
    const again = await sendFile(api, 'museofile-2.csv', fileOf(newer));
    expect(again.counts).toMatchObject({ created: 0, updated: 1, rejected: 0 });
    expect((await applyJob(api, again)).state).toBe('APPLIED');
    expect(await museums()).toHaveLength(before.length + 1);

    const written = newer.map((row) =>
      row.replace('http://https://www.nouveau.example', 'http://nouveau.example/'),
    );
    const same = await sendFile(api, 'museofile-same.csv', fileOf(written));
    expect(same.counts).toMatchObject({ created: 0, updated: 0, rejected: 0 });

    const most = before.flatMap(({ museofile, name }) =>
      museofile && museofile !== known.museofile ? `${museofile};${name};${town.name};;${town.code};` : [],
    );
    const last = await sendFile(api, 'museofile-3.csv', fileOf([newer[0]!, ...most]));
    expect((await registerOf(last.id)).register).toMatchObject({
      isPartial: false,
      goneActorIds: expect.arrayContaining([created.id]) as string[],
    });

    expect((await undo(again.id)).errors).toEqual([]);
    expect((await undo(job.id)).errors).toEqual([]);
    expect(await museums()).toEqual(before);
  });

  it('in JSON is read as its publisher gives it; JSON that is none is refused', async () => {
    const row = {
      numero_national_de_structure: '209999999X',
      libelle: 'Laboratoire imaginaire',
      code_commune: '80021',
    };
    const job = await sendFile(api, 'rnsr.json', JSON.stringify([row]));
    expect(job.state).toBe('CHECKED');
    expect((await registerOf(job.id)).register).toMatchObject({ format: 'RNSR', rows: 1, absent: 1 });
    expect(job.counts).toMatchObject({ created: 1, rejected: 0 });
    const none = await sendFile(api, 'x.json', '[{"a":1}]');
    expect(none).toMatchObject({ state: 'REFUSED', messageFr: expect.stringContaining('registre') });
  });

  it('says what is not taken of it, and why', async () => {
    const place = (id: string, changes: object) => ({
      ...{ id, nom: `Lieu imaginaire ${id}`, typologie: 'BIB', services: 'x', code_insee: '80021' },
      ...changes,
    });
    const places = [
      place('imaginaire-1', { pivot: '00000000000000' }),
      place('imaginaire-2', { latitude: 43.3, longitude: 5.4 }),
      place('imaginaire-3', { typologie: 'PE' }),
    ];
    const job = await sendFile(api, 'lieux.json', JSON.stringify(places));
    const { data } = await askAsWriter<{ importRemarks: object }>(
      api,
      `query Remarks($id: ID!) {
        importRemarks(id: $id) { total rows { line column reasonFr reasonEn } leftOut { said rows } }
      }`,
      { id: job.id },
    );
    expect(data!.importRemarks).toEqual({
      total: 2,
      rows: [
        {
          ...{ line: 1, column: 'pivot' },
          reasonFr: '« 00000000000000 » remplit une case et n’identifie rien : il n’est pas pris.',
          reasonEn: '“00000000000000” fills a cell and identifies nothing: it is not taken.',
        },
        {
          ...{ line: 2, column: 'latitude' },
          reasonFr: 'La position « 43.3, 5.4 » est loin de la commune : elle n’est pas prise.',
          reasonEn: 'The position “43.3, 5.4” is far from the commune: it is not taken.',
        },
      ],
      leftOut: [{ said: 'PE', rows: 1 }],
    });
  });

  it('of research organisations places its rows, bears several identifiers, and a newer vintage updates them', async () => {
    const row = (changes: string[]) =>
      ['0800001Z', 'Université', 'Université imaginaire des essais', '', '0zzzzzz99', '80021', 'Amiens', '']
        .map((cell, index) => changes[index] ?? cell)
        .join(';');
    const header = 'uai;type_d_etablissement;uo_lib;siret;identifiant_ror;com_code;com_nom;url';
    const job = await sendFile(api, 'etablissements.csv', `${header}\n${row([])}`);
    expect((await registerOf(job.id)).register).toMatchObject({ format: 'HIGHER_EDUCATION', absent: 1 });
    expect(await absencesOf(job.id)).toMatchObject({
      total: 1,
      unplaced: 0,
      rows: [{ name: 'Université imaginaire des essais', commune: { name: 'Amiens' } }],
      places: [{ absent: 1, rows: 1, epci: { name: expect.stringContaining('Amiens') as string } }],
    });
    expect((await applyJob(api, job)).state).toBe('APPLIED');
    const created = async () =>
      (
        await api.ask<{ structures: object[] }>(
          '{ structures(where: { uai: { eq: "0800001Z" } }) { family ror website } }',
        )
      ).data!.structures;
    expect(await created()).toEqual([
      { family: 'UNIVERSITY', ror: 'https://ror.org/0zzzzzz99', website: null },
    ]);
    const newer = row([]).replace(/;$/, ';https://essais.example');
    const again = await sendFile(api, 'etablissements-2.csv', `${header}\n${newer}`);
    expect(again.counts).toMatchObject({ created: 0, updated: 1 });
    expect((await applyJob(api, again)).state).toBe('APPLIED');
    expect(await created()).toEqual([expect.objectContaining({ website: 'https://essais.example' })]);
    for (const { id } of [again, job]) expect((await undo(id)).errors).toEqual([]);
  });
});

const absencesOf = async (id: string) =>
  (
    await askAsWriter<{ importAbsences: object }>(
      api,
      `query Absences($id: ID!) { importAbsences(id: $id) { total unplaced rows { name commune { name } }
        places { absent rows epci { name } } } }`,
      { id },
    )
  ).data!.importAbsences;

describe('an agenda', () => {
  it('becomes dated events of the region, hosted by whoever bears the name of the place; a newer export updates them', async () => {
    const event = (uid: number, city: string, insee: string, end: string) => ({
      uid,
      title: { fr: `Rencontre imaginaire ${uid}` },
      timings: [{ begin: '2026-05-02T10:00:00+0200', end }],
      location: { name: 'OMBELLISCIENCE', city, insee },
    });
    const events = [
      event(1, 'Amiens', '80021', '2026-05-02T12:00:00+0200'),
      event(2, 'Marseille', '13055', '2026-05-02T12:00:00+0200'),
    ];
    const elsewhere = await sendFile(api, 'ailleurs.json', JSON.stringify({ events: events.slice(1) }));
    expect(elsewhere).toMatchObject({
      state: 'CHECKED',
      messageFr: expect.stringContaining('aucun événement de la région'),
    });
    const job = await sendFile(api, 'agenda.json', JSON.stringify({ events }));
    expect(job).toMatchObject({
      state: 'CHECKED',
      messageFr: expect.stringContaining('laissés de côté : 1'),
    });
    expect(job.counts).toMatchObject({ created: 1, rejected: 0 });
    const { data } = await askAsWriter<{ importRows: { rows: { label: string }[] } }>(
      api,
      'query Rows($id: ID!) { importRows(id: $id) { rows { label } } }',
      { id: job.id },
    );
    // In words and names, not in codes and identifiers.
    expect(data!.importRows.rows.map(({ label }) => label)).toEqual([
      'Rencontre – Ombelliscience – Amiens – OMBELLISCIENCE – 2026-05-02',
    ]);
    expect((await applyJob(api, job)).state).toBe('APPLIED');
    const read = async () =>
      (
        await api.ask<{ events: object[] }>(
          '{ events(where: { id: { eq: "openagenda-1" } }) { kind start end hostedBy { id } takesPlaceIn { code } } }',
        )
      ).data!.events;
    expect(await read()).toEqual([
      {
        kind: 'MEETING',
        start: '2026-05-02',
        end: '2026-05-02',
        hostedBy: [{ id: 'ombelliscience' }],
        takesPlaceIn: [{ code: '80021' }],
      },
    ]);
    const newer = [event(1, 'Amiens', '80021', '2026-05-04T12:00:00+0200')];
    const again = await sendFile(api, 'agenda-2.json', JSON.stringify({ events: newer }));
    expect(again.counts).toMatchObject({ created: 0, updated: 1 });
    expect((await applyJob(api, again)).state).toBe('APPLIED');
    expect(await read()).toEqual([expect.objectContaining({ end: '2026-05-04' })]);
    for (const { id } of [again, job]) expect((await undo(id)).errors).toEqual([]);
    expect(await read()).toEqual([]);
  });
});
