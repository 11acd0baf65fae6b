import type { Database } from '../../../database/driver';
import { readGraph } from '../../../graph/changeGraph';
import { writeGraph, type GraphRows, type NodeRows } from '../../../graph/writeGraph';
import { forgetOldAges } from '../../../graph/forgetMeasured';
import {
  compareMeasured,
  emptyReport,
  UnknownCodes,
  type MeasuredReport,
  type MeasuredRequest,
} from './measuredReport';
import { readAges } from './readAges';
import { readTravelTable } from './readTravelTable';

const CENSUS_URL = 'https://www.insee.fr/fr/information/2008354';

/** A commune of the graph, with the ages that were imported of it. */
interface KnownCommune {
  insee: string;
  id: string;
  under15: number | null;
  from15To24: number | null;
  total: number | null;
}

/** Communes of the graph by INSEE code. */
async function readCommunes(database: Database): Promise<Map<string, KnownCommune>> {
  const rows = (await readGraph(database, (reader) =>
    reader.query(
      `MATCH (c:Commune) WITH c, properties(c) AS kept
       RETURN c.code AS insee, c.id AS id, kept.population0to14 AS under15, kept.population15to24 AS from15To24,
         kept.populationAllAges AS total
       ORDER BY insee LIMIT 100000`,
      {},
    ),
  )) as unknown as KnownCommune[];
  return new Map(rows.map((row) => [row.insee, row]));
}

/**
 * Imports ages by commune from a file of INSEE ({@link readAges}): from then on the young of those communes are measured, no longer
 * estimated from their département. Communes that the file does not tell of are left as they are.
 *
 * @throws MeasuredFormatError when the file is none of those known
 */
export async function importAges(
  database: Database,
  bytes: AsyncIterable<Uint8Array>,
  { name, day, isTrial }: MeasuredRequest,
): Promise<MeasuredReport> {
  const communes = await readCommunes(database);
  const unknown = new UnknownCodes();
  const reading = await readAges(bytes, (insee) => unknown.check(insee, communes.has(insee)));
  const year = reading.year ?? (Number(/(?:19|20)\d{2}/.exec(name)?.[0]) || null);
  const sourceId = year === null ? 'insee-ages-communes' : `insee-ages-communes-${year}`;
  const rows = [...reading.communes].map(([insee, { under15, from15To24, total }]) => ({
    id: communes.get(insee)!.id,
    populationYear: year,
    population0to14: Math.round(under15),
    population15to24: Math.round(from15To24),
    populationAllAges: Math.round(total),
  }));
  if (!isTrial) {
    await writeGraph(database, toAgesGraph(rows, toCensusSource(sourceId, year, day)));
    await forgetOldAges(
      database,
      sourceId,
      rows.map(({ id }) => id),
    );
  }
  return {
    ...emptyReport('AGES', isTrial),
    lines: reading.lines,
    communes: communes.size,
    told: rows.length,
    unreadable: reading.unreadable,
    leftOut: reading.incomplete,
    changes: compareAges([...communes.values()], rows),
    unknownCodes: unknown.told(),
    format: reading.format,
    year,
    sourceId,
  };
}

function compareAges(communes: readonly KnownCommune[], rows: NodeRows['rows']) {
  const before = communes.flatMap(({ id, under15, from15To24, total }) =>
    total === null ? [] : [[id, [under15, from15To24, total].join(' ')] as const],
  );
  const after = rows.map(
    ({ id, population0to14, population15to24, populationAllAges }) =>
      [id, [population0to14, population15to24, populationAllAges].join(' ')] as const,
  );
  return compareMeasured(new Map(before), new Map(after), (a, b) => a === b, false);
}

function toAgesGraph(rows: NodeRows['rows'], source: NodeRows['rows'][number]): GraphRows {
  return {
    nodes: [
      { label: 'Source', rows: [source] },
      { label: 'Territory', also: 'Commune', rows },
    ],
    relationships: [
      {
        type: 'STATED_BY',
        from: 'Territory',
        to: 'Source',
        rows: rows.map(({ id }) => ({ from: id, to: source.id })),
      },
    ],
  };
}

function toCensusSource(id: string, year: number | null, day: string) {
  return {
    id,
    title: `Population par âge et commune, recensement${year === null ? '' : ` ${year}`}`,
    publisher: 'INSEE',
    url: CENSUS_URL,
    date: year === null ? null : `${year}`,
    retrieved: day,
    licence: 'Licence Ouverte 2.0',
  };
}

/**
 * Imports a matrix of travel times between communes ({@link readTravelTable}): from then on its times win over those of the model,
 * pair by pair. The matrix that was there before is replaced whole.
 *
 * @throws MeasuredFormatError when the file has no origin, destination and minutes
 */
export async function importTravelTimes(
  database: Database,
  bytes: AsyncIterable<Uint8Array>,
  { name, day, isTrial }: MeasuredRequest,
): Promise<MeasuredReport> {
  const communes = await readCommunes(database);
  const unknown = new UnknownCodes();
  const reading = await readTravelTable(bytes, (insee) => unknown.check(insee, communes.has(insee)));
  const before = await readTexts(database);
  const after = new Map(
    [...before.keys(), ...reading.byDestination.keys()].map((destination) => [
      destination,
      toText(reading.byDestination.get(destination)),
    ]),
  );
  const sourceId = 'travel-times';
  if (!isTrial) await writeGraph(database, toTravelGraph(after, toTravelSource(sourceId, name, day)));
  return {
    ...emptyReport('TRAVEL_TIMES', isTrial),
    lines: reading.lines,
    communes: communes.size,
    told: reading.pairs,
    unreadable: reading.unreadable,
    leftOut: reading.elsewhere + reading.tooLong,
    changes: compareMeasured(toPairs(before), toPairs(after), (a, b) => a === b, true),
    unknownCodes: unknown.told(),
    sourceId,
  };
}

/** The matrix that is there: times of each destination as {@link toText} writes them. */
async function readTexts(database: Database): Promise<Map<string, string>> {
  const rows = (await readGraph(database, (reader) =>
    reader.query(
      `MATCH (t:TravelTimes) WITH properties(t) AS kept
       RETURN kept.destination AS destination, kept.times AS times ORDER BY destination LIMIT 100000`,
      {},
    ),
  )) as unknown as { destination: string; times: string }[];
  return new Map(rows.map(({ destination, times }) => [destination, times]));
}

/** Minutes as they are written, by destination and origin. */
function toPairs(texts: ReadonlyMap<string, string>): Map<string, string> {
  const pairs = new Map<string, string>();
  for (const [destination, text] of texts)
    for (const pair of text.split(' ')) {
      const [origin, minutes] = pair.split(':');
      if (minutes !== undefined) pairs.set(`${destination} ${origin}`, minutes);
    }
  return pairs;
}

function toTravelSource(id: string, name: string, day: string): NodeRows['rows'][number] {
  return {
    id,
    title: `Temps de trajet importés : ${name}`,
    publisher: 'Fichier importé',
    url: `urn:maillage:${id}`,
    retrieved: day,
  };
}

/** Every destination of the file, and those of the matrix before, emptied. */
function toTravelGraph(texts: ReadonlyMap<string, string>, source: NodeRows['rows'][number]): GraphRows {
  const rows = [...texts].map(([destination, times]) => ({
    id: `travel-times-${destination}`,
    destination,
    times,
  }));
  return {
    nodes: [
      { label: 'Source', rows: [source] },
      { label: 'TravelTimes', rows },
    ],
    relationships: [],
  };
}

/** Times of a destination as one text, `62041:12.5 80021:47`: a node each pair would be millions of nodes. */
function toText(times: ReadonlyMap<string, number> | undefined): string {
  return [...(times ?? [])]
    .map(([origin, minutes]) => `${origin}:${Math.round(minutes * 100) / 100}`)
    .join(' ');
}
