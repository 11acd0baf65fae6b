import type { Database } from '../../../database/driver';
import { readGraph } from '../../../graph/changeGraph';
import { writeGraph, type GraphRows, type NodeRows } from '../../../graph/writeGraph';
import { slug } from '../../sheets/normalise';
import { refuseFile } from '../files/limits';
import { MeasuredProblemsError } from './measuredProblem';
import { compareMeasured, emptyReport, type MeasuredReport, type MeasuredRequest } from './measuredReport';
import { readReferences, type ReferenceRow } from './readReferences';

/** Largest file of references, in bytes: a row each, of a few hundred cells. */
const MOST_BYTES = 5_000_000;

type NodeRow = NodeRows['rows'][number];

/**
 * Imports territories elsewhere that the region may be compared with ({@link readReferences}): each with its figures and the source that says them, all in one
 * transaction. A reference of the same code is replaced whole; the others stay.
 *
 * @throws MeasuredFormatError when the file is none; FileRefusedError when it is too large or no text
 * @throws MeasuredProblemsError when something has to be mended and it is no trial: then nothing is written
 */
export async function importReferences(
  database: Database,
  bytes: AsyncIterable<Uint8Array>,
  { name, day, isTrial }: MeasuredRequest,
): Promise<MeasuredReport> {
  const reading = readReferences(await gather(bytes));
  const nodes = new Map(reading.rows.map((row) => [referenceId(row.code), toNode(row)]));
  const sources = reading.rows.map((row) => toSource(row, day));
  const before = await readReferenceNodes(database);
  if (!isTrial && reading.problems.length > 0) throw new MeasuredProblemsError(name, reading.problems);
  if (!isTrial) await writeGraph(database, toGraph([...nodes.values()], sources));
  return {
    ...emptyReport('REFERENCES', isTrial),
    lines: reading.lines,
    told: nodes.size,
    changes: compareMeasured(
      before,
      new Map([...nodes].map(([id, node]) => [id, toComparable(node)])),
      (a, b) => a === b,
      false,
    ),
    problems: reading.problems,
    ignored: reading.ignored,
    names: reading.rows.map((row) => row.name),
  };
}

/** Identifier of a reference, and of its source, from its code. */
export function referenceId(code: string): string {
  return `reference-${slug(code)}`;
}

async function gather(bytes: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of bytes) {
    size += piece.byteLength;
    if (size > MOST_BYTES)
      refuseFile(
        `Ce fichier dépasse ${MOST_BYTES / 1e6} Mo.`,
        `This file is larger than ${MOST_BYTES / 1e6} MB.`,
      );
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

const COMPARED = [
  'code',
  'name',
  'level',
  'population',
  'population0to14',
  'population15to24',
  'actors',
  'counts',
];

const toComparable = (node: Record<string, unknown>) =>
  COMPARED.map((property) => String(node[property] ?? '')).join('\u001f');

async function readReferenceNodes(database: Database): Promise<Map<string, string>> {
  const rows = (await readGraph(database, (reader) =>
    reader.query('MATCH (r:ReferenceTerritory) RETURN properties(r) AS kept ORDER BY r.id LIMIT 10000', {}),
  )) as unknown as { kept: Record<string, unknown> & { id: string } }[];
  return new Map(rows.map(({ kept }) => [kept.id, toComparable(kept)]));
}

function toNode(row: ReferenceRow): NodeRow {
  return {
    id: referenceId(row.code),
    code: row.code,
    name: row.name,
    level: row.level,
    population: row.population,
    population0to14: row.under15,
    population15to24: row.from15To24,
    actors: row.actors,
    counts: [...row.counts].map(([key, count]) => `${key}=${count}`).sort(),
  };
}

function toSource({ code, source }: ReferenceRow, day: string): NodeRow {
  const id = referenceId(code);
  return {
    id,
    title: source.title,
    publisher: source.publisher ?? 'Fichier importé',
    url: source.url ?? `urn:maillage:${id}`,
    date: source.date,
    retrieved: day,
    licence: source.licence,
  };
}

function toGraph(nodes: NodeRow[], sources: NodeRow[]): GraphRows {
  return {
    nodes: [
      { label: 'Source', rows: sources },
      { label: 'ReferenceTerritory', rows: nodes },
    ],
    relationships: [
      {
        type: 'STATED_BY',
        from: 'ReferenceTerritory',
        to: 'Source',
        rows: nodes.map(({ id }) => ({ from: id, to: id })),
      },
    ],
  };
}
