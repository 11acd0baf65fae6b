import type { GraphReader } from '../../../graph/changeGraph';
import { changedColumns, type CellValue, type RowChange, type TableRow } from '../../../graph/tables';
import { contoursTable, territoryTable } from '../../../graph/territoryTables';
import type { Outcome } from '../rowPlan';
import { territoryId } from '../territoryGraph';
import type { Area } from './readContours';
import type { TerritoryRecords } from './readTerritoryFiles';
import { peopleCells, toTerritoryRows, type FormerRegion, type Points } from './toTerritoryRows';
import { followSuccessors, successorOf, type Mention } from './vanished';

/** What was read of the files of a region, ready to be compared with the graph. */
export interface RegionReading {
  records: TerritoryRecords;
  areas: readonly Area[];
  points: Points;
  /** Packed contours; undefined when no file has any: those that are stored stay. */
  topology: string | undefined;
  former: readonly FormerRegion[];
}

/** What an import does with one territory. */
export interface PlannedTerritory {
  level: string;
  code: string;
  name: string;
  outcome: Exclude<Outcome, 'UNCHANGED' | 'REJECTED'>;
  /** Cells that change, of one that was there and stays. */
  cells: { column: string; before: CellValue; after: CellValue }[];
}

/** A territory of the graph that the files no longer have. */
export interface GoneTerritory {
  level: string;
  code: string;
  name: string;
  /** Name of the one that it became part of; null when nothing tells. */
  successor: string | null;
  /** Kept, its people no longer counted, since something that stands there has nowhere to go. */
  isKept: boolean;
  /** What stood there. */
  mentions: { label: string; movedTo: string | null }[];
}

/** What an import of territories does, before it is done. */
export interface TerritoryPlan {
  /** Of territories, level by level. */
  byLevel: Map<string, Record<Exclude<Outcome, 'REJECTED'>, number>>;
  territories: PlannedTerritory[];
  gone: GoneTerritory[];
  contours: 'CREATED' | 'UPDATED' | 'UNCHANGED' | 'NONE';
  changes: RowChange[];
}

/** The law that merged regions in 2016: it states the former ones. */
export const MERGER_LAW = {
  id: 'loi-2015-29',
  title: 'Loi n° 2015-29 du 16 janvier 2015 relative à la délimitation des régions',
  publisher: 'République française',
  url: 'https://www.legifrance.gouv.fr/loda/id/JORFTEXT000030109622',
  date: '2015-01-16',
  licence: null,
};

/** Beginning of the identifiers of the sources of imported territories. */
export const SOURCE_PREFIX = 'territoires-';

/**
 * Compares what was read with the graph: which territories are new, changed, gone, and what becomes of what stood in those.
 *
 * @param reader - inside the transaction that will write, or not
 * @param sourceId - source of what is new or changes
 */
export async function planTerritories(
  reader: GraphReader,
  reading: RegionReading,
  sourceId: string,
): Promise<TerritoryPlan> {
  const known = new Map((await reader.rows(territoryTable)).map((row) => [row.id as string, row]));
  const rows = toTerritoryRows(reading.records, reading.points, reading.former, known);
  const plan: TerritoryPlan = {
    byLevel: new Map(),
    territories: [],
    gone: [],
    contours: 'NONE',
    changes: [],
  };
  const gone = new Map(
    [...known].flatMap(([id, row]): [string, string | undefined][] => {
      if (rows.has(id)) return [];
      const isCommune = row.level === 'COMMUNE';
      return [
        [id, isCommune ? successorOf(row, reading.records.successors, rows, reading.areas) : undefined],
      ];
    }),
  );
  const { changes, mentions } = await followSuccessors(reader, gone);
  const kept = new Set(mentions.filter(({ to }) => to === null).map(({ from }) => from));
  for (const id of kept) rows.set(id, emptied(known.get(id)!, gone, kept));
  for (const [id, row] of rows) addTerritory(plan, known.get(id), row, sourceId);
  for (const [id, to] of gone) {
    const before = known.get(id)!;
    plan.gone.push(toGone(before, to && rows.get(to), kept.has(id), mentions, rows));
    if (!kept.has(id)) addRemoval(plan, before);
  }
  await planContours(reader, plan, reading.topology);
  plan.changes.push(...changes);
  return plan;
}

/** A territory that is no longer one, kept for what stands there: nobody is counted in it twice. */
function emptied(row: TableRow, gone: ReadonlyMap<string, unknown>, kept: ReadonlySet<string>): TableRow {
  const stays = (id: string) => !gone.has(id) || kept.has(id);
  const none = {
    population0to14: null,
    population15to24: null,
    populationAllAges: null,
    populationYear: null,
  };
  return { ...row, ...peopleCells(null), ...none, partOf: ((row.partOf ?? []) as string[]).filter(stays) };
}

function addTerritory(
  plan: TerritoryPlan,
  before: TableRow | undefined,
  row: TableRow,
  sourceId: string,
): void {
  const columns = before === undefined ? [] : changedColumns(before, row);
  const isSame = before !== undefined && columns.length === 0;
  count(plan, row, isSame ? 'UNCHANGED' : before === undefined ? 'CREATED' : 'UPDATED');
  if (isSame) return;
  const others = ((before?.sources ?? []) as string[]).filter((id) => !id.startsWith(SOURCE_PREFIX));
  // The law tells what the former regions were, the files how many people live there.
  const law = row.level === 'FORMER_REGION' ? [MERGER_LAW.id] : [];
  const after = { ...row, sources: [...new Set([...others, ...law, sourceId])].sort() };
  const { level, code, name } = row as Record<string, string>;
  plan.territories.push({
    ...{ level: level!, code: code!, name: name! },
    outcome: before === undefined ? 'CREATED' : 'UPDATED',
    cells: columns.map((column) => ({
      column,
      before: before![column] ?? null,
      after: row[column] ?? null,
    })),
  });
  plan.changes.push({ table: territoryTable.name, key: row.id as string, before: before ?? null, after });
}

function addRemoval(plan: TerritoryPlan, before: TableRow): void {
  const { level, code, name } = before as Record<string, string>;
  plan.territories.push({ level: level!, code: code!, name: name!, outcome: 'REMOVED', cells: [] });
  plan.changes.push({ table: territoryTable.name, key: before.id as string, before, after: null });
  count(plan, before, 'REMOVED');
}

function count({ byLevel }: TerritoryPlan, { level }: TableRow, outcome: Exclude<Outcome, 'REJECTED'>): void {
  const counts = byLevel.get(String(level)) ?? { CREATED: 0, UPDATED: 0, UNCHANGED: 0, REMOVED: 0 };
  counts[outcome] += 1;
  byLevel.set(String(level), counts);
}

function toGone(
  row: TableRow,
  successor: TableRow | '' | undefined,
  isKept: boolean,
  mentions: readonly Mention[],
  rows: ReadonlyMap<string, TableRow>,
): GoneTerritory {
  const { level, code, name } = row as Record<string, string>;
  return {
    ...{ level: level!, code: code!, name: name!, isKept },
    successor: successor ? String(successor.name) : null,
    mentions: mentions
      .filter(({ from }) => from === row.id)
      .map(({ label, to }) => ({ label, movedTo: to === null ? null : String(rows.get(to)?.name ?? to) })),
  };
}

async function planContours(
  reader: GraphReader,
  plan: TerritoryPlan,
  topology: string | undefined,
): Promise<void> {
  if (topology === undefined) return;
  const [before] = await reader.rows(contoursTable);
  if (before?.topology === topology) {
    plan.contours = 'UNCHANGED';
    return;
  }
  plan.contours = before === undefined ? 'CREATED' : 'UPDATED';
  const after = { id: 'contours', topology };
  plan.changes.push({ table: contoursTable.name, key: 'contours', before: before ?? null, after });
}

/** Identifier of the région of which the graph holds territories; null when it holds none, or that one. */
export async function readOtherRegion(reader: GraphReader, region: string): Promise<string | null> {
  const [other] = await reader.query(
    'MATCH (r:Region) WHERE r.id <> $id RETURN r.name AS name ORDER BY r.id LIMIT 1',
    { id: territoryId.region(region) },
  );
  return (other?.name as string | undefined) ?? null;
}
