import type { Feature, MultiPolygon, Polygon } from 'geojson';
import type { GraphReader } from '../../../graph/changeGraph';
import { keyOf, type RowChange, type TableRow } from '../../../graph/tables';
import { labelOf } from '../../sheets/labelOf';
import { sheetIds, sheets, type SheetId } from '../../sheets/sheets';
import { territoryId } from '../territoryGraph';
import { contains } from './toTopology';

/** Something that stood in a territory which is gone, or referred to it. */
export interface Mention {
  sheet: SheetId;
  /** Name of the row. */
  label: string;
  /** Identifier of the territory that is gone. */
  from: string;
  /** Where it is now; null: the territory is kept for it. */
  to: string | null;
}

/** What refers to territories that are gone, and what is changed so that nothing is lost. */
export interface Aftermath {
  changes: RowChange[];
  mentions: Mention[];
}

/**
 * Where a commune that is gone went: the one that the files say it became part of or, failing that, the one whose contour its
 * point is in.
 *
 * @param row - the commune as the graph has it
 * @param successors - INSEE codes, old → new
 * @param rows - territories once imported, by identifier
 * @returns identifier of a commune of `rows`; undefined when nothing tells
 */
export function successorOf(
  row: TableRow,
  successors: ReadonlyMap<string, string>,
  rows: ReadonlyMap<string, TableRow>,
  areas: readonly Feature<Polygon | MultiPolygon, { insee: string }>[],
): string | undefined {
  let code = successors.get(String(row.code));
  for (let step = 0; code !== undefined && step < 10; step += 1) {
    if (rows.has(territoryId.commune(code))) return territoryId.commune(code);
    code = successors.get(code);
  }
  const { latitude, longitude } = row;
  if (typeof latitude !== 'number' || typeof longitude !== 'number') return undefined;
  const around = areas.find(({ geometry }) => contains(geometry, longitude, latitude));
  return around && territoryId.commune(around.properties.insee);
}

/**
 * Finds everything of the sheets that refers to territories which are gone (actors that stand there, events, needs…) and moves it to their
 * successors; what has none stays where it is.
 *
 * @param gone - identifier of each territory that is gone → of its successor, when it has one
 */
export async function followSuccessors(
  reader: GraphReader,
  gone: ReadonlyMap<string, string | undefined>,
): Promise<Aftermath> {
  const aftermath: Aftermath = { changes: [], mentions: [] };
  if (gone.size === 0) return aftermath;
  for (const id of sheetIds) {
    const columns = sheets[id].columns
      .filter(({ type }) => type.is === 'reference' && type.to === 'territories')
      .map(({ key }) => key);
    if (columns.length === 0) continue;
    for await (const row of reader.each(sheets[id].table)) follow(id, row, columns, gone, aftermath);
  }
  return aftermath;
}

function follow(
  sheet: SheetId,
  row: TableRow,
  columns: readonly string[],
  gone: ReadonlyMap<string, string | undefined>,
  { changes, mentions }: Aftermath,
): void {
  const after: TableRow = { ...row };
  let isMoved = false;
  for (const column of columns)
    for (const from of [row[column] ?? []].flat().map(String)) {
      if (!gone.has(from)) continue;
      const to = gone.get(from) ?? null;
      mentions.push({ sheet, label: labelOf(sheet, row), from, to });
      if (to === null) continue;
      isMoved = true;
      replace(after, column, from, to);
    }
  const { table } = sheets[sheet];
  if (isMoved) changes.push({ table: sheet, key: keyOf(table, row), before: row, after });
}

/** Replaces one identifier by another in a cell, and in what is kept of the sources of its ties. */
function replace(row: TableRow, column: string, from: string, to: string): void {
  const value = row[column];
  row[column] = Array.isArray(value)
    ? [...new Set(value.map((one) => (one === from ? to : one)))].sort()
    : to;
  const ties = row[`~${column}`];
  if (Array.isArray(ties))
    row[`~${column}`] = ties.map((tie) =>
      tie.startsWith(`${from}|`) ? `${to}${tie.slice(from.length)}` : tie,
    );
}
