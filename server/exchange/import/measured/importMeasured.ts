import type { Database } from '../../../database/driver';
import { readGraph } from '../../../graph/changeGraph';
import { writeGraph, type GraphRows, type NodeRows } from '../../../graph/writeGraph';
import { readAges, type AgesFormat } from './readAges';
import { readTravelTable, type TravelReading } from './readTravelTable';

/** What an import of measured figures did, or would do. */
export interface MeasuredReport {
  kind: 'AGES' | 'TRAVEL_TIMES';
  /** False for a trial. */
  written: boolean;
  lines: number;
  /** Communes of the graph, and those that the file tells of (ages), or pairs of them (travel times). */
  communes: number;
  told: number;
  /** Lines that could not be read, and those left out for another reason. */
  unreadable: number;
  leftOut: number;
  /** The file's format and year, for ages. */
  format: AgesFormat | null;
  year: number | null;
  sourceId: string;
}

/** What is imported, and how. */
export interface MeasuredRequest {
  /** Name of the file, as its publisher gave it: the year of a census is often there only. */
  name: string;
  /** ISO day of the import. */
  day: string;
  /** Only say what would be written. */
  isTrial: boolean;
}

const CENSUS_URL = 'https://www.insee.fr/fr/information/2008354';

/** Communes of the graph by INSEE code. */
async function readCommunes(database: Database): Promise<Map<string, string>> {
  const rows = (await readGraph(database, (reader) =>
    reader.query('MATCH (c:Commune) RETURN c.code AS insee, c.id AS id ORDER BY insee LIMIT 100000', {}),
  )) as unknown as { insee: string; id: string }[];
  return new Map(rows.map(({ insee, id }) => [insee, id]));
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
  const reading = await readAges(bytes, (insee) => communes.has(insee));
  const year = reading.year ?? (Number(/(?:19|20)\d{2}/.exec(name)?.[0]) || null);
  const sourceId = year === null ? 'insee-ages-communes' : `insee-ages-communes-${year}`;
  const rows = [...reading.communes].map(([insee, { under15, from15To24, total }]) => ({
    id: communes.get(insee)!,
    populationYear: year,
    population0to14: Math.round(under15),
    population15to24: Math.round(from15To24),
    populationAllAges: Math.round(total),
  }));
  if (!isTrial) await writeGraph(database, toAgesGraph(rows, toCensusSource(sourceId, year, day)));
  return {
    kind: 'AGES',
    written: !isTrial,
    lines: reading.lines,
    communes: communes.size,
    told: rows.length,
    unreadable: reading.unreadable,
    leftOut: reading.incomplete,
    format: reading.format,
    year,
    sourceId,
  };
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
  const reading = await readTravelTable(bytes, (insee) => communes.has(insee));
  const sourceId = 'travel-times';
  if (!isTrial) {
    const source = { id: sourceId, title: `Temps de trajet importés : ${name}`, retrieved: day };
    await writeGraph(database, await toTravelGraph(database, reading, source));
  }
  return {
    kind: 'TRAVEL_TIMES',
    written: !isTrial,
    lines: reading.lines,
    communes: communes.size,
    told: reading.pairs,
    unreadable: reading.unreadable,
    leftOut: reading.elsewhere + reading.tooLong,
    format: null,
    year: null,
    sourceId,
  };
}

/** Every destination of the file, and those of the matrix before, emptied. */
async function toTravelGraph(
  database: Database,
  { byDestination }: TravelReading,
  source: NodeRows['rows'][number],
): Promise<GraphRows> {
  const before = (await readGraph(database, (reader) =>
    reader.query('MATCH (t:TravelTimes) RETURN t.destination AS destination LIMIT 100000', {}),
  )) as unknown as { destination: string }[];
  const destinations = new Set([...before.map(({ destination }) => destination), ...byDestination.keys()]);
  const rows = [...destinations].map((destination) => ({
    id: `travel-times-${destination}`,
    destination,
    times: toText(byDestination.get(destination)),
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
