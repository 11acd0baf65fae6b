import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Database } from '../../../database/driver';
import { changeGraph, readGraph, type GraphReader, type ImportRecord } from '../../../graph/changeGraph';
import { toStoredContours } from '../../../graph/readContours';
import type { RowChange, TableRow } from '../../../graph/tables';
import { inFrench } from '../../sheets/dates';
import { sheets } from '../../sheets/sheets';
import { digestOf } from '../importFile';
import { sentence } from '../reasons';
import { recordedTables } from '../recordedTables';
import { territoryTables } from '../seedTables';
import { parseTable } from '../table';
import {
  MERGER_LAW,
  planTerritories,
  readOtherRegion,
  SOURCE_PREFIX,
  type RegionReading,
  type TerritoryPlan,
} from './planTerritories';
import { readContours } from './readContours';
import { readTerritoryFiles } from './readTerritoryFiles';
import { TerritoryFilesError, type FileProblem, type TerritoryFile } from './territoryFile';
import { pointInside, toTopology } from './toTopology';

/** How the territories of a region are imported. */
export interface TerritoryImport {
  /** INSEE code of the région. */
  region: string;
  /** ISO instant. */
  at: string;
  /** Nothing is written. */
  isTrial: boolean;
  /** Rows that cannot be taken are left out; else one of them stops the import. */
  skipRejected?: boolean;
  /** Title of the source, when the files' own vintage is to be told. */
  sourceTitle?: string;
  by?: string;
}

/** What an import of territories read, and did or would do. */
export interface TerritoryReport extends Omit<TerritoryPlan, 'changes'> {
  /** Name of the région. */
  region: string;
  /** Rows that cannot be taken. */
  rejected: FileProblem[];
  /** INSEE codes of communes of the files without a population, and without a contour (empty when no file has any). */
  withoutPopulation: string[];
  withoutContour: string[];
  /** INSEE codes of which some file tells something, and which are in no file of communes: files of different years. */
  strangers: string[];
  /** Files that were not recognised. */
  unknown: string[];
  /** The dated change; null when nothing was written: a trial, rows refused, or nothing to change. */
  record: ImportRecord | null;
}

const FORMER_REGIONS = join(__dirname, '../../../../seeds/territories/former_regions.csv');

/**
 * Imports the communes, EPCI, départements, former regions and contours of a region from the files that publishers give, in one
 * transaction, as one dated change that can be undone. Doing it again changes nothing; newer files update, and what stood in
 * communes that are gone is moved to where they went, or keeps them.
 *
 * @param files - see {@link readTerritoryFiles}
 * @throws TerritoryFilesError; RegisterUnreadableError; FileRefusedError; TableError
 */
export async function importTerritories(
  database: Database,
  files: readonly TerritoryFile[],
  choice: TerritoryImport,
): Promise<TerritoryReport> {
  await readGraph(database, (reader) => refuseOther(reader, choice.region));
  const reading = await readRegionFiles(database, files, choice.region);
  const source = toSource(reading, choice);
  const isRefused = reading.records.problems.length > 0 && choice.skipRejected !== true;
  if (choice.isTrial || isRefused) {
    const plan = await readGraph(database, (reader) => planTerritories(reader, reading, source.id));
    return toReport(reading, plan, null);
  }
  let plan: TerritoryPlan | undefined;
  const set = await changeGraph(database, recordedTables(), async (reader) => {
    await refuseOther(reader, choice.region);
    plan = await planTerritories(reader, reading, source.id);
    if (plan.changes.length === 0) return null;
    const changes = [...(await newSources(reader, plan.changes, source)), ...plan.changes];
    return { record: toRecord(reading, plan, files, choice, source.id), changes, statements: [] };
  });
  return toReport(reading, plan!, set?.record ?? null);
}

/** A graph is of one region: figures of two would be added up. */
async function refuseOther(reader: GraphReader, region: string): Promise<void> {
  const other = await readOtherRegion(reader, region);
  if (other === null) return;
  throw new TerritoryFilesError(
    sentence(
      `La base contient déjà la région ${other}, et une base ne décrit qu’une région. Prenez-en une vide : MAILLAGE_SEED=skip MAILLAGE_DATA_DIR=<autre dossier>.`,
      `The database holds the region ${other} already, and describes one region only. Take an empty one: MAILLAGE_SEED=skip MAILLAGE_DATA_DIR=<another folder>.`,
    ),
  );
}

async function readRegionFiles(
  database: Database,
  files: readonly TerritoryFile[],
  region: string,
): Promise<RegionReading> {
  const outside = await readGraph(database, (reader) =>
    reader.query(
      'MATCH (c:Commune) WHERE NOT c.inRegion RETURN c.code AS code ORDER BY code LIMIT 40000',
      {},
    ),
  );
  const also = new Set(outside.map(({ code }) => code as string));
  const records = await readTerritoryFiles(files, region, also);
  const areas = await readContours(records.contours, records);
  const points = new Map(areas.map(({ properties, geometry }) => [properties.insee, pointInside(geometry)]));
  const former = parseTable(
    'former_regions.csv',
    await readFile(FORMER_REGIONS, 'utf8'),
    territoryTables.former_regions,
  );
  return {
    records,
    areas,
    points,
    topology: areas.length === 0 ? undefined : toStoredContours(JSON.stringify(toTopology(areas))).topology,
    former: former.filter((one) => one.region === region),
  };
}

function toSource({ records, areas }: RegionReading, { region, at, sourceTitle }: TerritoryImport) {
  const day = at.slice(0, 10);
  const id = `${SOURCE_PREFIX}${region}-${day}`;
  const what = areas.length > 0 ? 'communes, EPCI, populations, contours' : 'communes, EPCI, populations';
  return {
    id,
    title:
      sourceTitle ??
      `Territoires de la région ${records.region.name} : ${what} (fichiers importés le ${inFrench(day)})`,
    publisher: areas.length > 0 ? 'INSEE, DGCL, IGN' : 'INSEE, DGCL',
    url: `urn:maillage:${id}`,
    date: day,
    licence: 'Licence Ouverte 2.0',
  };
}

/** The sources that rows name and the graph does not know, as rows to create. */
async function newSources(
  reader: GraphReader,
  changes: readonly RowChange[],
  source: ReturnType<typeof toSource>,
): Promise<RowChange[]> {
  const named = new Set(changes.flatMap(({ after }) => (after?.sources ?? []) as string[]));
  const known = new Set((await reader.rows(sheets.sources.table, [...named])).map(({ id }) => id));
  return [source, MERGER_LAW]
    .filter(({ id }) => named.has(id) && !known.has(id))
    .map((one) => {
      const after: TableRow = { ...one, retrieved: one === source ? one.date : null };
      return { table: sheets.sources.table.name, key: one.id, before: null, after };
    });
}

function toRecord(
  { records }: RegionReading,
  plan: TerritoryPlan,
  files: readonly TerritoryFile[],
  { at, by = '' }: TerritoryImport,
  sourceId: string,
): ImportRecord {
  const total = (outcome: 'CREATED' | 'UPDATED' | 'UNCHANGED' | 'REMOVED') =>
    [...plan.byLevel.values()].reduce((sum, counts) => sum + counts[outcome], 0);
  return {
    id: randomUUID(),
    kind: 'TERRITORIES',
    title: `Territoires : ${records.region.name}`,
    fileName: files
      .map(({ name }) => name)
      .join(', ')
      .slice(0, 300),
    checksum: digestOf(plan.changes),
    appliedAt: at,
    sourceId,
    status: 'REGISTER',
    by,
    created: total('CREATED'),
    updated: total('UPDATED') + movedRows(plan),
    removed: total('REMOVED'),
    unchanged: total('UNCHANGED'),
    rejected: records.problems.length,
    undoOf: null,
  };
}

const movedRows = ({ changes }: TerritoryPlan) =>
  changes.filter(({ table }) => table !== 'territories' && table !== 'contours').length;

function toReport(
  { records, points, areas }: RegionReading,
  { changes: _, ...plan }: TerritoryPlan,
  record: ImportRecord | null,
): TerritoryReport {
  const codes = (list: typeof records.communes) => list.map(({ insee }) => insee).sort();
  return {
    ...plan,
    region: records.region.name,
    rejected: records.problems,
    withoutPopulation: codes(records.communes.filter(({ population }) => population === null)),
    withoutContour:
      areas.length === 0 ? [] : codes(records.communes.filter(({ insee }) => !points.has(insee))),
    strangers: records.strangers,
    unknown: records.unknown,
    record,
  };
}
