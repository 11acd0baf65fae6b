import { parse } from 'csv-parse/sync';
import { writeToken } from '../support/exchange';
import { createTestApi, type TestApi } from '../support/testApi';

let api: TestApi;

beforeAll(async () => {
  api = await createTestApi({ writeToken });
});
afterEach(() =>
  api.database.driver.executeQuery(
    `OPTIONAL MATCH (s:Source) WHERE s.id STARTS WITH 'insee-ages-communes' OR s.id = 'travel-times'
     OPTIONAL MATCH (t:TravelTimes) OPTIONAL MATCH (c:Commune {id: 'commune-80021'})
     REMOVE c.populationYear, c.population0to14, c.population15to24, c.populationAllAges DETACH DELETE s, t`,
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

const register = [
  'Identifiant;Nom_officiel;Ville;Code_postal;code_insee;URL',
  'M9001;Musée imaginaire des confins;Amiens;80000;80021;',
  'M9002;Musée imaginaire du large;Boulogne-sur-Mer;62200;62160;',
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

test('supply weighs by visitors where they are known, and says how many actors it had to leave out', async () => {
  const notes = async (weighting: string) =>
    (
      await api.ask<{
        coverage: { notes: { points: number; pointsOfUnknownWeight: number; supply: number } };
      }>(
        `{ coverage(level: REGION, input: { weighting: ${weighting} }) { notes { points pointsOfUnknownWeight supply } } }`,
      )
    ).data!.coverage.notes;
  const [equal, attended] = [await notes('EQUAL'), await notes('ATTENDANCE')];
  expect(equal.pointsOfUnknownWeight).toBe(0);
  expect(attended.points).toBeGreaterThan(10);
  expect(attended.points + attended.pointsOfUnknownWeight).toBe(equal.points);
  expect(attended.supply).toBeGreaterThan(500_000);
});
