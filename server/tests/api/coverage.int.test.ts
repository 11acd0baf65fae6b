import { parse } from 'csv-parse/sync';
import { createTestApi, type TestApi } from '../support/testApi';

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
});
afterAll(() => api.stop());

const young = '{ audience: UNDER_25, minutes: 30 }';

interface Unit {
  territoryId: string;
  code: string;
  access: number | null;
  people: number | null;
  peopleCovered: number;
  peopleWithNothing: number;
}

async function answer<T>(query: string): Promise<T> {
  const { data, errors } = await api.ask<Record<string, T>>(query);
  expect(errors).toEqual([]);
  return Object.values(data!)[0]!;
}

async function table(name: string, question: string): Promise<Record<string, string>[]> {
  const response = await fetch(`${api.origin}/coverage/${name}?${question}`);
  expect(response.status).toBe(200);
  return parse(await response.text(), { columns: true, bom: true });
}

const units = (level: string, input = young) =>
  answer<{ units: Unit[]; notes: { supply: number; reachedSupply: number }; regionPeople: number }>(
    `{ coverage(level: ${level}, input: ${input}) { regionPeople notes { supply reachedSupply }
       units { territoryId code access people peopleCovered peopleWithNothing } } }`,
  );

const total = (list: Unit[], of: (unit: Unit) => number) => list.reduce((sum, unit) => sum + of(unit), 0);

test('every level adds up to the same people and to the same supply', async () => {
  const communes = await units('COMMUNE');
  expect(communes.units).toHaveLength(3782);
  for (const level of ['DEPARTMENT', 'FORMER_REGION', 'REGION']) {
    const { units: larger } = await units(level);
    for (const of of [
      ({ people }: Unit) => people ?? 0,
      ({ access, people }: Unit) => (access ?? 0) * (people ?? 0),
      ({ peopleCovered }: Unit) => peopleCovered,
      ({ peopleWithNothing }: Unit) => peopleWithNothing,
    ])
      expect(total(larger, of)).toBeCloseTo(total(communes.units, of), 3);
  }
  expect(total(communes.units, (unit) => unit.peopleCovered + unit.peopleWithNothing)).toBeCloseTo(
    communes.regionPeople,
    3,
  );
});

test('the units asked for are given alone, with the figures they have among all', async () => {
  const all = await units('EPCI');
  const [first, second] = all.units;
  const asked = await answer<{ units: Unit[]; regionPeople: number }>(
    `{ coverage(level: EPCI, territoryIds: ["${second!.territoryId}", "${first!.territoryId}", "none"], input: ${young}) {
       regionPeople units { territoryId code access people peopleCovered peopleWithNothing } } }`,
  );
  expect(asked.units).toEqual([first, second]);
  expect(asked.regionPeople).toBe(all.regionPeople);
});

test('what people reach adds up to the supply that reaches them', async () => {
  const { units: communes, notes } = await units('COMMUNE');
  const shared = total(communes, ({ access, people }) => ((access ?? 0) * (people ?? 0)) / 10_000);
  expect(shared).toBeLessThanOrEqual(notes.reachedSupply + 1e-6);
  expect(shared).toBeGreaterThan(0.9 * notes.supply);
});

test('another program finds the same figures from the files of an answer', async () => {
  const question = `level=COMMUNE&input=${encodeURIComponent('{"audience":"UNDER_25","minutes":30}')}`;
  const [demand, supply, travel, answered] = await Promise.all(
    ['demand.csv', 'supply.csv', 'travel.csv', 'units.csv'].map((name) => table(name, question)),
  );
  const people = new Map(demand!.map(({ insee, people: count }) => [insee, Number(count)]));
  const weight = (minutes: number) => (minutes <= 10 ? 1 : minutes <= 20 ? 0.68 : minutes <= 30 ? 0.22 : 0);
  const demandOf = new Map<string, number>();
  for (const { insee, supply: point, minutes } of travel!)
    demandOf.set(point!, (demandOf.get(point!) ?? 0) + people.get(insee)! * weight(Number(minutes)));
  const weights = new Map(supply!.map(({ id, weight: own }) => [id, Number(own)]));
  const access = new Map<string, number>();
  for (const { insee, supply: point, minutes } of travel!)
    access.set(
      insee!,
      (access.get(insee!) ?? 0) + (weights.get(point!)! / demandOf.get(point!)!) * weight(Number(minutes)),
    );
  expect(answered!.length).toBe(3782);
  for (const { code, access: found } of answered!)
    if (found !== '') expect(Number(found)).toBeCloseTo((access.get(code!) ?? 0) * 10_000, 8);
});

test('the units come with their contours', async () => {
  const response = await fetch(`${api.origin}/coverage/units.geojson?level=EPCI`);
  const { features } = (await response.json()) as {
    features: { id: string; properties: { access: number }; geometry: { type: string } }[];
  };
  expect(features).toHaveLength(92);
  for (const { geometry } of features) expect(geometry.type).toMatch(/Polygon/);
});

test.each([
  ['input=%7B', /JSON/],
  ['input=%7B%22minutes%22%3A500%7D', /minutes/],
  ['level=PLANET', /level/],
])('a file asked with %s is refused, and said', async (question, message) => {
  const response = await fetch(`${api.origin}/coverage/units.csv?${question}`);
  expect(response.status).toBe(400);
  expect(await response.text()).toMatch(message);
});

test('the least served come with why, how many and how surely', async () => {
  const verdicts = await answer<{
    stability: { share: number }[];
    leastServed: {
      access: number;
      people: number;
      stability: number;
      reasons: { people: number }[];
      nearestName: string | null;
    }[];
  }>(
    `{ coverageVerdicts(level: EPCI, input: ${young}, limit: 10) { draws stability { territoryId share }
       leastServed { access people stability reason reasons { people } nearestName minutesToNearest territory { name } } } }`,
  );
  expect(verdicts.stability).toHaveLength(92);
  const { leastServed } = verdicts;
  expect(leastServed.length).toBeGreaterThan(0);
  for (const unit of leastServed) {
    expect(unit.stability).toBeGreaterThanOrEqual(0.9);
    expect(unit.reasons.reduce((sum, { people }) => sum + people, 0)).toBeCloseTo(unit.people, 3);
    expect(unit.nearestName).toBeTruthy();
  }
  expect(leastServed.map(({ access }) => access)).toEqual(
    leastServed.map(({ access }) => access).sort((a, b) => a - b),
  );
});

test('EPCI where nothing is in reach of many young people are told as asked', async () => {
  const { leastServed } = await answer<{ leastServed: { access: number; young: number }[] }>(
    `{ coverageVerdicts(level: EPCI, input: { audience: UNDER_25, minutes: 15, families: ["SCIENCE_CENTRE"] },
       limit: 200, minStability: 0, minYoung: 5000, onlyNothing: true) { leastServed { access young } } }`,
  );
  expect(leastServed.length).toBeGreaterThan(5);
  for (const { access, young: count } of leastServed) {
    expect(access).toBe(0);
    expect(count).toBeGreaterThanOrEqual(5000);
  }
});

test('inequality between and within EPCI adds up, and more points reach fewer people', async () => {
  const summary = await answer<{
    region: { inequality: { gini: number; theil: number; theilBetween: number; theilWithin: number } };
    formerRegions: { name: string }[];
    reach: { people: number }[];
  }>(
    `{ coverageSummary(input: ${young}) { region { inequality { gini theil theilBetween theilWithin } }
       formerRegions { name access shareCovered inequality { gini } } reach { points people share } } }`,
  );
  const { gini, theil, theilBetween, theilWithin } = summary.region.inequality;
  expect(gini).toBeGreaterThan(0);
  expect(theilBetween + theilWithin).toBeCloseTo(theil, 12);
  expect(summary.formerRegions.map(({ name }) => name).sort()).toEqual(['Nord-Pas-de-Calais', 'Picardie']);
  const people = summary.reach.map(({ people: count }) => count);
  expect(people).toEqual([...people].sort((a, b) => b - a));
});

test('an added place adds all of its weight and takes from nobody', async () => {
  const scenario = await answer<{
    units: { people: number; before: number | null; after: number | null; gain: number | null }[];
    newlyReached: number;
    reachedAfter: number;
    reachedBefore: number;
  }>(
    `{ coverageScenario(level: COMMUNE, input: ${young}, added: [{ communeId: "commune-80021", weight: 2 }]) {
       units { people before after gain } newlyReached reachedBefore reachedAfter } }`,
  );
  let shared = 0;
  for (const { people, gain } of scenario.units) {
    expect(gain ?? 0).toBeGreaterThanOrEqual(0);
    shared += ((gain ?? 0) * people) / 10_000;
  }
  expect(shared).toBeCloseTo(2, 6);
  expect(scenario.reachedAfter - scenario.reachedBefore).toBeCloseTo(scenario.newlyReached, 6);
});

test('what is added to an EPCI stands in its most populated commune', async () => {
  const { added } = await answer<{ added: { name: string }[] }>(
    '{ coverageScenario(added: [{ communeId: "epci-248000531" }]) { added { name communeId } } }',
  );
  expect(added).toMatchObject([{ name: 'Amiens', communeId: 'commune-80021' }]);
});

test('the best places reach exactly what the scenario with them says', async () => {
  const input = '{ audience: UNDER_25, minutes: 20 }';
  const siting = await answer<{
    places: { communeId: string; gain: number }[];
    covered: number;
    bound: number;
    proven: boolean;
    candidates: number;
  }>(
    `{ coverageSiting(input: ${input}, places: 3) { places { communeId gain } covered bound proven proof candidates } }`,
  );
  expect(siting).toMatchObject({ candidates: 3782, proven: true });
  expect(siting.places).toHaveLength(3);
  const added = siting.places.map(({ communeId }) => `{ communeId: "${communeId}" }`).join(' ');
  const scenario = await answer<{ newlyReached: number }>(
    `{ coverageScenario(level: EPCI, input: ${input}, added: [${added}]) { newlyReached } }`,
  );
  expect(scenario.newlyReached).toBeCloseTo(siting.covered, 3);
});

test('candidates of a list that are not known are named', async () => {
  const siting = await answer(
    `{ coverageSiting(places: 1, candidates: LIST, candidateIds: ["commune-80021", "commune-99999", "nobody"]) {
      candidates unknownCandidateIds } }`,
  );
  expect(siting).toEqual({ candidates: 1, unknownCandidateIds: ['commune-99999', 'nobody'] });
});

test.each([
  [
    'a commune that does not exist',
    '{ coverageScenario(added: [{ communeId: "commune-0" }]) { newlyReached } }',
  ],
  ['a place at nowhere', '{ coverageScenario(added: [{ weight: 1 }]) { newlyReached } }'],
  ['too many places', '{ coverageSiting(places: 21) { covered } }'],
  ['a list of nothing', '{ coverageSiting(candidates: LIST) { covered } }'],
  ['half a reference', '{ coverage(quotientPart: 3) { regionPeople } }'],
  ['nobody', '{ coverage(input: { ages: { under15: 0 } }) { regionPeople } }'],
])('%s is refused, and said', async (_what, query) => {
  const { errors } = await api.ask(query);
  expect(errors[0]).toMatchObject({ extensions: { code: 'INVALID_INPUT' } });
});
