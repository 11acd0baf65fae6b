import type { Database } from '../../database/driver';
import { readGraph } from '../../graph/changeGraph';
import { keyOf, type NodeTable, type TableRow } from '../../graph/tables';
import { referredBy } from '../import/graphState';
import type { Names } from '../sheets/cellText';
import { isSheetId, sheetIds, sheets, type SheetId } from '../sheets/sheets';

/** What is taken out of the graph. */
export interface ExportSelection {
  /** Sheets to take; all when absent. */
  sheets?: readonly SheetId[];
  /** Actors to take, with all that is about them; all when absent. */
  actors?: readonly string[];
}

/** Rows of some sheets, in order of their keys, and the names of all that they refer to. */
export interface ExportedTables {
  rows: ReadonlyMap<SheetId, readonly TableRow[]>;
  names: Names;
}

const territories: NodeTable = { kind: 'node', name: 'territories', label: 'Territory', fields: [] };
/** Sheets that an export of some actors keeps whole: what words mean. */
const VOCABULARIES = new Set<SheetId>(['competences', 'themes']);

/** Reads the rows to be exported, and the names of what they refer to. */
export async function readExport(
  database: Database,
  selection: ExportSelection = {},
): Promise<ExportedTables> {
  const ids = sheetIds.filter((id) => selection.sheets?.includes(id) ?? true);
  return readGraph(database, async (reader) => {
    const rows = new Map<SheetId, TableRow[]>();
    for (const id of selection.actors === undefined ? ids : sheetIds) {
      const { table } = sheets[id];
      const keyed = (await reader.rows(table)).map((row) => [keyOf(table, row), row] as const);
      rows.set(
        id,
        keyed.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, row]) => row),
      );
    }
    const names = new Map<string, ReadonlyMap<string, string | null>>();
    for (const to of referredBy(ids)) {
      if (to === 'territories') names.set(to, await reader.names(territories, 'name'));
      else if (isSheetId(to) && sheets[to].table.kind === 'node')
        names.set(to, await reader.names(sheets[to].table as NodeTable, sheets[to].label));
    }
    const chosen = selection.actors === undefined ? rows : selectRows(rows, new Set(selection.actors));
    return { rows: new Map(ids.map((id) => [id, chosen.get(id) ?? []])), names };
  });
}

/**
 * Keeps the rows that are about some actors: themselves, what refers to them, what that refers to, and the vocabularies.
 *
 * @param rows - rows of every sheet
 */
export function selectRows(
  rows: ReadonlyMap<SheetId, readonly TableRow[]>,
  actors: ReadonlySet<string>,
): Map<SheetId, TableRow[]> {
  const kept = new Map<SheetId, Set<TableRow>>();
  const keep = (id: SheetId, row: TableRow) => {
    const some = kept.get(id) ?? new Set<TableRow>();
    kept.set(id, some);
    if (some.has(row)) return;
    some.add(row);
    for (const { type, key } of sheets[id].columns) {
      if (type.is !== 'reference' || !isSheetId(type.to) || type.to === 'actors') continue;
      for (const to of [row[key] ?? []].flat()) {
        const target = byId.get(`${type.to}/${String(to)}`);
        if (target !== undefined) keep(type.to, target);
      }
    }
  };
  const byId = new Map<string, TableRow>();
  for (const [id, some] of rows)
    if (sheets[id].table.kind === 'node') for (const row of some) byId.set(`${id}/${row.id as string}`, row);
  for (const [id, some] of rows) {
    const columns = sheets[id].columns.filter(({ type }) => type.is === 'reference' && type.to === 'actors');
    for (const row of some) {
      const isAbout = columns.some(
        ({ key }) =>
          key !== 'parent' &&
          key !== 'supervisors' &&
          [row[key] ?? []].flat().some((to) => actors.has(String(to))),
      );
      if (id === 'actors' ? actors.has(row.id as string) : isAbout || VOCABULARIES.has(id)) keep(id, row);
    }
  }
  return new Map([...rows].map(([id, some]) => [id, some.filter((row) => kept.get(id)?.has(row))]));
}

/** Columns that came with workbooks and are not of the model, in alphabetical order. */
export function extraColumns(rows: readonly TableRow[]): string[] {
  const names = new Set<string>();
  for (const row of rows) for (const name in row) if (name.startsWith('+')) names.add(name);
  return [...names].sort();
}
