import { parse } from 'csv-parse/sync';
import readWorkbook from 'read-excel-file/node';
import { writeToken } from '../support/exchange';
import { createTestApi, type TestApi } from '../support/testApi';

let api: TestApi;

beforeAll(async () => {
  api = await createTestApi({ writeToken });
});
afterEach(() =>
  api.database.driver.executeQuery(
    `OPTIONAL MATCH (s:Source) WHERE s.id STARTS WITH 'insee-ages-communes' OR s.id = 'travel-times' OR s.id STARTS WITH 'reference-'
     OPTIONAL MATCH (t:TravelTimes) OPTIONAL MATCH (r:ReferenceTerritory) OPTIONAL MATCH (c:Commune {id: 'commune-80021'})
     REMOVE c.populationYear, c.population0to14, c.population15to24, c.populationAllAges DETACH DELETE s, t, r`,
    {},
    { database: api.database.name },
  ),
);
afterAll(() => api.stop());

const put = (path: string, body: string, token = writeToken) =>
  fetch(`${api.origin}/coverage/${path}`, {
    method: 'PUT',
    body,
    headers: { authorization: `Bearer ${token}` },
  });

interface Told {
  units: { code: string; people: number; nearestMinutes: number }[];
  notes: { importedPairs: number; communesOfMeasuredAges: number; communesOfEstimatedAges: number };
}
const communes = async (): Promise<Told> => {
  const { data } = await api.ask<{ coverage: Told }>(
    `{ coverage(level: COMMUNE, input: { audience: UNDER_25 }) { units { code people nearestMinutes }
       notes { importedPairs communesOfMeasuredAges communesOfEstimatedAges } } }`,
  );
  return data!.coverage;
};
const amiens = ({ units }: Told) => units.find(({ code }) => code === '80021')!;

test('ages of the census are measured from then on, those of other communes stay estimated', async () => {
  const before = await communes();
  expect(before.notes).toMatchObject({ communesOfMeasuredAges: 0, communesOfEstimatedAges: 3782 });
  const file = 'insee,pop_0_14,pop_15_24,pop_total\n80021,100,100,1000\n99999,1,1,3\n';
  const trial = await put('ages?name=recensement-2022.csv&trial=1', file);
  expect(await trial.json()).toMatchObject({ written: false, told: 1, year: 2022 });
  expect(amiens(await communes()).people).toBe(amiens(before).people);
  await put('ages?name=recensement-2022.csv', file);
  const after = await communes();
  expect(after.notes).toMatchObject({ communesOfMeasuredAges: 1, communesOfEstimatedAges: 3781 });
  const { data } = await api.ask<{ communes: { population: number; statedBy: { id: string }[] }[] }>(
    '{ communes(where: { code: { eq: "80021" } }) { population statedBy { id } } }',
  );
  expect(amiens(after).people).toBeCloseTo(data!.communes[0]!.population * 0.2, 6);
  expect(data!.communes[0]!.statedBy.map(({ id }) => id)).toContain('insee-ages-communes-2022');
  expect(after.units.filter((unit, i) => unit.people !== before.units[i]!.people)).toHaveLength(1);
});

test('an imported travel time wins over the model, and the answer says how many pairs', async () => {
  const before = await communes();
  expect(before.notes.importedPairs).toBe(0);
  const home = before.units.find(({ nearestMinutes }) => nearestMinutes > 12)!;
  await put('travel-times?name=m.csv', `origin,destination,minutes\n${home.code},80021,2.5\n`);
  const after = await communes();
  expect(after.notes.importedPairs).toBeGreaterThan(0);
  expect(after.units.find(({ code }) => code === home.code)!.nearestMinutes).toBe(2.5);
  // Importing again replaces the whole matrix.
  await put('travel-times?name=m.csv', 'origin,destination,minutes\n80021,02408,200\n');
  expect((await communes()).notes.importedPairs).toBe(0);
});

test.each([
  ['ages?name=x.csv', 'a;b\n1;2\n', writeToken, 400],
  ['travel-times?name=x.csv', '{ "a": "b" }', writeToken, 400],
  ['ages?name=x.csv', 'insee,pop_0_14,pop_15_24,pop_total\n80021,1,1,3\n', 'not-the-token', 403],
])('%s is refused: what it is no file of, or who may not write', async (path, body, token, status) => {
  expect((await put(path, body, token)).status).toBe(status);
});

const remove = (path: string, token = writeToken) =>
  fetch(`${api.origin}/coverage/${path}`, {
    method: 'DELETE',
    headers: { authorization: `Bearer ${token}` },
  });
const imports = async () =>
  (
    await api.ask<{
      coverageImports: {
        communes: number;
        ages: { year: number; communes: number; figuresSource: { title: string } }[];
        travelTimes: { pairs: number; communes: number; figuresSource: { title: string } } | null;
        references: { referenceId: string; name: string; actors: number; figuresSource: { date: string } }[];
      };
    }>(
      `{ coverageImports { communes ages { year communes figuresSource { title } }
         travelTimes { pairs communes figuresSource { title } }
         references { referenceId name actors figuresSource { date } } } }`,
    )
  ).data!.coverageImports;

test('what was imported is told, with its vintage and its source, and can be forgotten', async () => {
  const ages = (year: number) => `insee,pop_0_14,pop_15_24,pop_total\n80021,100,100,${year}\n99999,1,1,3\n`;
  await put('ages?name=recensement-2021.csv', ages(1000));
  const report = (await (await put('ages?name=recensement-2022.csv', ages(1001))).json()) as object;
  expect(report).toMatchObject({
    changes: { added: 0, changed: 1, same: 0 },
    unknownCodes: { count: 1, first: ['99999'] },
  });
  await put('travel-times?name=m.csv', 'origin,destination,minutes\n02408,80021,2.5\n62041,80021,9\n');
  const told = await imports();
  expect(told.ages).toEqual([
    { year: 2022, communes: 1, figuresSource: { title: expect.stringContaining('2022') as string } },
  ]);
  expect(told.travelTimes).toMatchObject({ pairs: 2, communes: 2 });
  expect((await remove('ages', 'not-the-token')).status).toBe(403);
  expect(await (await remove('ages')).json()).toEqual({ forgotten: 1 });
  expect(await (await remove('travel-times')).json()).toMatchObject({ forgotten: 1 });
  expect(await imports()).toMatchObject({ communes: 3782, ages: [], travelTimes: null });
  const { data } = await api.ask<{ sources: object[] }>(
    '{ sources(where: { id: { startsWith: "insee-ages-communes" } }) { id publisher url } }',
  );
  expect(data!.sources).toEqual([]);
});

/** Two territories that exist nowhere. */
const elsewhere = [
  'code;nom;niveau;population;pop_0_14;pop_15_24;acteurs;acteurs MUSEUM;source;date;licence',
  'ILE;Île-Imaginaire;région;1000000;200000;100000;400;40;Annuaire imaginaire;2024;CC0',
  'PAY;Pays-de-Nulle-Part;pays;;;;;9;Recueil imaginaire;2023;',
].join('\n');
interface Against {
  units: { locationQuotient: number | null; pointsInside: number }[];
  quotientReference: {
    lacks: string[];
    byPhase: boolean;
    part: number | null;
    people: number | null;
    regionPart: number | null;
    regionActors: number;
    reference: { name: string; figuresSource: { title: string; date: string } };
  };
}
const against = async (id: string, input = '{ families: ["MUSEUM"], audience: UNDER_25 }') =>
  (
    await api.ask<{ coverage: Against }>(
      `{ coverage(level: REGION, input: ${input}, quotientReference: "${id}") { units { locationQuotient pointsInside }
         quotientReference { lacks byPhase part people regionPart regionActors
           reference { name figuresSource { title date } } } } }`,
    )
  ).data!.coverage;

test('another region is imported as a reference: quotients are told against it, with its figures and its source', async () => {
  const trial = (await (await put('references?name=ailleurs.csv&trial=1', elsewhere)).json()) as object;
  expect(trial).toMatchObject({ written: false, told: 2, changes: { added: 2 }, problems: [] });
  expect((await imports()).references).toEqual([]);
  await put('references?name=ailleurs.csv', elsewhere);
  expect((await imports()).references).toMatchObject([
    { referenceId: 'reference-pay', name: 'Pays-de-Nulle-Part' },
    { referenceId: 'reference-ile', name: 'Île-Imaginaire', actors: 400 },
  ]);
  const { units, quotientReference: told } = await against('reference-ile');
  expect(told).toMatchObject({ lacks: [], byPhase: false, part: 40, people: 300_000 });
  expect(told.reference).toEqual({
    name: 'Île-Imaginaire',
    figuresSource: { title: 'Annuaire imaginaire', date: '2024' },
  });
  expect(units[0]!.locationQuotient).toBeCloseTo(told.regionPart! / told.regionActors / (40 / 400), 9);
  // What a reference does not say is unknown, not zero.
  const country = await against('reference-pay');
  expect(country.quotientReference.lacks).toEqual(['ACTORS']);
  expect(country.units[0]!.locationQuotient).toBeNull();
  const labs = await against('reference-ile', '{ families: ["LAB"], themeIds: ["astronomie"] }');
  expect(labs.quotientReference.lacks).toEqual(['THEMES_OR_COMPETENCES', 'COUNTS']);
});

test('a reference is replaced by the next of its code, refused whole with line and column, and forgotten', async () => {
  await put('references?name=a.csv', elsewhere);
  const next = (await (
    await put('references?name=b.csv', elsewhere.replace('400;40', '500;25'))
  ).json()) as object;
  expect(next).toMatchObject({ changes: { added: 0, changed: 1, same: 1, gone: 0 } });
  expect((await against('reference-ile')).quotientReference.part).toBe(25);
  const refused = await put('references?name=c.csv', elsewhere.replace('400;40', '400;quarante'));
  expect(refused.status).toBe(400);
  expect(await refused.text()).toContain('c.csv, line 2, column acteurs MUSEUM');
  expect((await against('reference-ile')).quotientReference.part).toBe(25);
  expect(await (await remove('references/reference-ile')).json()).toEqual({ forgotten: 1 });
  expect((await imports()).references.map(({ name }) => name)).toEqual(['Pays-de-Nulle-Part']);
});

test('the aggregates of a region are what another one imports: against itself every quotient of the region is 1', async () => {
  const file = await (await fetch(`${api.origin}/coverage/aggregates.csv`)).text();
  const report = (await (await put('references?name=aggregates.csv', file)).json()) as { told: number };
  expect(report).toMatchObject({ told: 1, problems: [], ignored: [] });
  const { referenceId } = (await imports()).references[0]!;
  for (const input of ['{}', '{ families: ["MUSEUM", "LIBRARY"], phases: ["VALIDATION", "DIFFUSION"] }']) {
    const { units, quotientReference } = await against(referenceId, input);
    expect(quotientReference).toMatchObject({ lacks: [], byPhase: true, part: units[0]!.pointsInside });
    expect(units[0]!.locationQuotient).toBeCloseTo(1, 9);
  }
});

const register = [
  'Identifiant;Nom_officiel;Lieu;Adresse;Ville;Code_postal;code_insee;URL;Telephone',
  'M9001;Musée imaginaire des confins;Château imaginaire;1 rue du Rêve;Amiens;80000;80021;;03 00 00 00 00',
  'M9002;Musée imaginaire du large;;chez Mme Untel, quai du Songe;Boulogne-sur-Mer;62200;62160;https://exemple.invalid;',
].join('\n');
const send = (format: string, body: string) =>
  fetch(`${api.origin}/coverage/register.${format}?level=EPCI`, { method: 'POST', body });

test('a register tells who is absent, by kind and EPCI, and what coverage would be with them', async () => {
  const response = await send('json', register);
  expect(response.status).toBe(200);
  const answer = (await response.json()) as {
    kinds: { kind: string; inRegister: number; absent: number; inGraph: number; share: number }[];
    units: { territoryId: string; absent: number }[];
    rows: { row: string; status: string; epci: string; department: string }[];
    change: { regionBefore: number; regionAfter: number };
  };
  expect(answer.kinds).toMatchObject([{ kind: 'MUSEUM', inRegister: 2, absent: 2, share: 0 }]);
  expect(answer.kinds[0]!.inGraph).toBeGreaterThan(20);
  const absent = answer.units.filter((unit) => unit.absent > 0).map(({ territoryId }) => territoryId);
  expect(absent.sort()).toEqual(['epci-246200729', 'epci-248000531']);
  expect(answer.rows.map(({ row, status, department }) => [row, status, department])).toEqual([
    ['M9001', 'ABSENT', 'Somme'],
    ['M9002', 'ABSENT', 'Pas-de-Calais'],
  ]);
  const { data } = await api.ask<{ coverage: { regionPeople: number } }>(
    '{ coverage(level: REGION) { regionPeople } }',
  );
  // Two actors more, shared among everybody who can reach them: supply is conserved (a little goes across the border).
  const gained = answer.change.regionAfter - answer.change.regionBefore;
  expect(gained).toBeLessThanOrEqual((2 / data!.coverage.regionPeople) * 10_000 + 1e-9);
  expect(gained).toBeGreaterThan((1.9 / data!.coverage.regionPeople) * 10_000);
});

test('the list to write to is a table, the absent first', async () => {
  const rows: Record<string, string>[] = parse(await (await send('csv', register)).text(), {
    columns: true,
    bom: true,
  });
  expect(rows.map(({ status, name, commune }) => [status, name, commune])).toContainEqual([
    'ABSENT',
    'Musée imaginaire des confins',
    'Amiens',
  ]);
  const address = ({ name, address: street, postalCode, town, website }: Record<string, string>) =>
    [name, street, postalCode, town, website].join('|');
  expect(rows.map(address)).toEqual([
    'Musée imaginaire des confins|Château imaginaire, 1 rue du Rêve|80000|Amiens|',
    'Musée imaginaire du large||62200|Boulogne-sur-Mer|https://exemple.invalid',
  ]);
  const workbook = await send('xlsx', register);
  expect(workbook.headers.get('content-type')).toContain('spreadsheetml');
  const [sheet] = await readWorkbook(Buffer.from(await workbook.arrayBuffer()));
  expect(sheet!.data[1]!.slice(0, 4)).toEqual([
    'ABSENT',
    'M9001',
    'Musée imaginaire des confins',
    'Château imaginaire, 1 rue du Rêve',
  ]);
  expect((await send('json', 'a;b\n1;2\n')).status).toBe(400);
  expect((await send('json', '')).status).toBe(400);
});

test('a year of the region in one call: what is there all year and what came, apart and together', async () => {
  const response = await fetch(`${api.origin}/coverage/units.csv?level=EPCI&year=2018`);
  const rows: Record<string, string>[] = parse(await response.text(), { columns: true, bom: true });
  expect(rows).toHaveLength(92);
  expect(rows.some(({ accessReceived }) => Number(accessReceived) > 0)).toBe(true);
  for (const { access, accessResident, accessReceived } of rows)
    expect(Number(accessResident) + Number(accessReceived)).toBeCloseTo(Number(access), 9);
});

interface Weighed {
  regionAccess: number | null;
  regionPeopleWithNothing: number;
  units: { access: number | null }[];
  supply: { weight: number | null; weightAssumed: boolean }[];
  notes: {
    points: number;
    pointsOfUnknownWeight: number;
    pointsOfKnownWeight: number;
    assumedWeight: number | null;
    supply: number | null;
  };
}
const weighed = async (input: string) =>
  (
    await api.ask<{ coverage: Weighed }>(
      `{ coverage(level: EPCI, input: ${input}) { regionAccess regionPeopleWithNothing units { access }
         supply { weight weightAssumed }
         notes { points pointsOfUnknownWeight pointsOfKnownWeight assumedWeight supply } } }`,
    )
  ).data!.coverage;

test('supply weighs by visitors where they are known; the others weigh what is assumed, and are told apart', async () => {
  const [equal, attended] = [await weighed('{}'), await weighed('{ weighting: ATTENDANCE }')];
  expect(equal.notes).toMatchObject({ pointsOfUnknownWeight: 0, assumedWeight: 1 });
  const { pointsOfKnownWeight, pointsOfUnknownWeight, assumedWeight } = attended.notes;
  expect(pointsOfKnownWeight).toBeGreaterThan(10);
  expect(pointsOfKnownWeight + pointsOfUnknownWeight).toBe(equal.notes.points);
  expect(assumedWeight).toBeGreaterThan(100);
  expect(attended.supply.filter(({ weightAssumed }) => weightAssumed)).toHaveLength(pointsOfUnknownWeight);
  expect(attended.supply.every(({ weight }) => weight! > 0)).toBe(true);
  expect(attended.regionPeopleWithNothing).toBe(equal.regionPeopleWithNothing);
});

test('where no weight is known access is unknown, not nothing; a weight that is given is used for all, added ones too', async () => {
  const [equal, unknown] = [await weighed('{}'), await weighed('{ weighting: CAPACITY }')];
  expect(unknown.notes).toMatchObject({ pointsOfKnownWeight: 0, assumedWeight: null, supply: null });
  expect(unknown.regionAccess).toBeNull();
  expect(unknown.regionPeopleWithNothing).toBe(equal.regionPeopleWithNothing);
  expect(unknown.units.every(({ access }) => access === null || access === 0)).toBe(true);
  expect(unknown.units.filter(({ access }) => access === null).length).toBeGreaterThan(50);
  const given = await weighed('{ weighting: CAPACITY, assumedWeight: 50 }');
  expect(given.regionAccess).toBeCloseTo(50 * equal.regionAccess!, 6);
  const scenario = async (input: string) =>
    (
      await api.ask<{
        coverageScenario: { regionBefore: number | null; regionAfter: number | null; added: object[] };
      }>(
        `{ coverageScenario(level: REGION, input: ${input}, added: [{ communeId: "commune-02408" }]) {
           assumedWeight regionBefore regionAfter newlyReached added { weight weightAssumed } } }`,
      )
    ).data!.coverageScenario;
  const blind = await scenario('{ weighting: CAPACITY }');
  expect(blind).toMatchObject({
    assumedWeight: null,
    regionAfter: null,
    added: [{ weight: null, weightAssumed: true }],
  });
  const [plain, fifty] = [await scenario('{}'), await scenario('{ weighting: CAPACITY, assumedWeight: 50 }')];
  expect(fifty).toMatchObject({ assumedWeight: 50, added: [{ weight: 50, weightAssumed: true }] });
  expect(fifty.regionAfter).toBeCloseTo(50 * plain.regionAfter!, 6);
});
