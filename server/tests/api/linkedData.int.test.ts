import { convertIcsCalendar } from 'ts-ics';
import { parse } from 'csv-parse/sync';
import { expand } from 'jsonld';
import { Parser } from 'n3';
import readWorkbook from 'read-excel-file/node';
import { createTestApi, type TestApi } from '../support/testApi';

let api: TestApi;

beforeAll(async () => {
  api = await createTestApi();
});
afterAll(() => api.stop());

const get = (path: string, accept = '*/*') => fetch(`${api.origin}${path}`, { headers: { accept } });
const skos = 'http://www.w3.org/2004/02/skos/core#';

describe('what leaves the graph is read by other programs', () => {
  it('as a workbook', async () => {
    const response = await get('/export/maillage.xlsx');
    const sheets = await readWorkbook(Buffer.from(await response.arrayBuffer()));
    const names = sheets.map(({ sheet }) => sheet);
    expect(names.slice(0, 5)).toEqual(['Lisez-moi', 'Sources', 'Compétences', 'Thèmes', 'Acteurs']);
    const actors = sheets[4]!.data;
    expect(actors).toHaveLength(298);
    const header = actors[0] as string[];
    const row = actors.find(([id]) => id === 'ombelliscience')!;
    expect(row[header.indexOf('Famille')]).toBe('Réseau, fédération, observatoire');
    expect(row[header.indexOf('Commune (code INSEE)')]).toBe('Amiens [80021]');
  });

  it('as CSV', async () => {
    const rows = parse(await (await get('/export/actorCompetences.csv')).text(), { columns: true });
    expect(rows).toHaveLength(628);
  });

  it('as vocabularies in Turtle, the same as in JSON-LD', async () => {
    const triples = new Parser().parse(await (await get('/export/competences.ttl')).text());
    const concepts = triples.filter(({ object }) => object.value === `${skos}Concept`);
    expect(concepts).toHaveLength(69);
    const tops = triples.filter(({ predicate }) => predicate.value === `${skos}topConceptOf`);
    expect(tops).toHaveLength(9);
    const expanded = await expand((await (await get('/export/competences.jsonld')).json()) as object);
    const values = expanded.flatMap((node) => Object.keys(node)).length;
    expect(values).toBeGreaterThan(69 * 5);
    expect(expanded.filter((node) => (node['@type'] as string[]).includes(`${skos}Concept`))).toHaveLength(
      69,
    );
  });

  it('as a catalogue', async () => {
    const triples = new Parser().parse(await (await get('/export/catalogue.ttl')).text());
    const dcat = 'http://www.w3.org/ns/dcat#';
    expect(triples.filter(({ object }) => object.value === `${dcat}Dataset`)).toHaveLength(18);
    const urls = triples.filter(({ predicate }) => predicate.value === `${dcat}downloadURL`);
    for (const { object } of urls)
      expect({ url: object.value, status: (await fetch(object.value, { method: 'HEAD' })).status }).toEqual({
        url: object.value,
        status: 200,
      });
  });

  it('as a calendar of stops', async () => {
    const text = await (await get('/export/etapes.ics?production=popup-histoire-naturelle')).text();
    expect(Math.max(...text.split('\r\n').map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
    const { events = [] } = convertIcsCalendar(undefined, text);
    expect(events.length).toBeGreaterThan(5);
    const first = events.find(({ location }) => location?.includes('Flixecourt'))!;
    expect(first.summary).toBe("Les Pop'up de l'Histoire naturelle");
    expect(first.start.date.toISOString().slice(0, 10)).toBe('2024-10-15');
    expect(first.end!.date.toISOString().slice(0, 10)).toBe('2024-11-17');
  });

  it('as points on a map, actors without a commune without a point', async () => {
    const map = (await (await get('/export/acteurs.geojson')).json()) as {
      features: { geometry: { coordinates: number[] } | null; properties: { id: string } }[];
    };
    expect(map.features).toHaveLength(297);
    expect(map.features.filter(({ geometry }) => geometry === null)).toHaveLength(52);
    const amiens = map.features.find(({ properties }) => properties.id === 'ombelliscience')!;
    expect(amiens.geometry!.coordinates[0]).toBeCloseTo(2.3, 1);
    expect(amiens.geometry!.coordinates[1]).toBeCloseTo(49.9, 1);
  });

  it('as a sitemap', async () => {
    const xml = await (await get('/sitemap.xml')).text();
    expect(xml).toContain(`<loc>${api.origin}/acteurs/ombelliscience</loc>`);
  });
});

describe('the address of a thing', () => {
  it('gives its description to a program that asks for it', async () => {
    const response = await get('/acteurs/iemn', 'application/ld+json');
    expect(response.headers.get('content-type')).toMatch('application/ld+json');
    expect(response.headers.get('vary')).toMatch('Accept');
    const [actor] = await expand((await response.json()) as object);
    expect(actor!['@type']).toEqual(['https://schema.org/ResearchOrganization']);
    expect(actor!['@id']).toBe(`${api.origin}/acteurs/iemn`);
  });

  it('gives a concept in Turtle', async () => {
    const response = await get('/competences/val-physics', 'text/turtle');
    const triples = new Parser().parse(await response.text());
    expect(triples.find(({ predicate }) => predicate.value === `${skos}broader`)!.object.value).toBe(
      `${api.origin}/competences/val-discipline`,
    );
  });

  it('says when there is none', async () => {
    expect((await get('/acteurs/personne-de-ce-nom.jsonld')).status).toBe(404);
  });

  it('leaves browsers to the pages', async () => {
    const response = await get('/acteurs/iemn', 'text/html');
    expect(response.headers.get('content-type')).not.toMatch('json');
  });
});
