import type { TableRow } from '../../graph/tables';
import { keyOf } from '../../graph/tables';
import { labelOf } from '../sheets/labelOf';
import { sheetIds, sheets, type SheetId } from '../sheets/sheets';
import type { GraphState } from './graphState';
import type { Plan } from './plan';
import { sentence } from './reasons';
import type { RowPlan } from './rowPlan';

/**
 * Adds to a plan the rows that are in the graph and not in the file: removed, unless a row that stays still points at them.
 *
 * @param seen - keys that the file has, by sheet; a sheet that the file does not have is not touched
 */
export async function planRemovals(
  plan: Plan,
  seen: ReadonlyMap<SheetId, ReadonlyMap<string, number>>,
  state: GraphState,
): Promise<void> {
  const { gone, users } = await sortOut(plan, seen, state);
  for (const id of sheetIds.toReversed())
    for (const [key, before] of gone.get(id) ?? []) {
      const row = toRemoval(id, key, before, users.get(`${id}/${key}`));
      if (row.change === undefined) note(users, id, before);
      plan.rows.add(row);
    }
}

/** The rows that the file does not have and, for each thing that a row which stays refers to, the name of one such row. */
async function sortOut(
  plan: Plan,
  seen: ReadonlyMap<SheetId, ReadonlyMap<string, number>>,
  state: GraphState,
): Promise<{ gone: Map<SheetId, Map<string, TableRow>>; users: Map<string, string> }> {
  const users = new Map<string, string>();
  const changed = new Map<string, TableRow>();
  for (const { table, key, before, after } of plan.changes) {
    if (after === null) continue;
    if (before === null) note(users, table as SheetId, after);
    else changed.set(`${table}/${key}`, after);
  }
  const gone = new Map<SheetId, Map<string, TableRow>>();
  for (const id of sheetIds) {
    const keys = seen.get(id);
    const missing = new Map<string, TableRow>();
    for await (const row of state.each(id)) {
      const key = keyOf(sheets[id].table, row);
      if (keys === undefined || keys.has(key)) note(users, id, changed.get(`${id}/${key}`) ?? row);
      else missing.set(key, row);
    }
    gone.set(id, missing);
  }
  return { gone, users };
}

/** A row to remove, or refused because another that stays refers to it. */
function toRemoval(id: SheetId, key: string, before: TableRow, user: string | undefined): RowPlan {
  const about = { sheet: id, table: '', line: 0, key, label: labelOf(id, before), positions: NOWHERE };
  if (user === undefined)
    return { ...about, outcome: 'REMOVED', change: { table: id, key, before, after: null }, issues: [] };
  const reason = sentence(
    `N’est pas retirée : « ${user} » s’y réfère encore.`,
    `Is not removed: “${user}” still refers to it.`,
  );
  const issues = [{ severity: 'ERROR' as const, address: '', header: '', reason }];
  return { ...about, outcome: 'REJECTED', change: undefined, issues };
}

const NOWHERE: RowPlan['positions'] = new Map();

function note(users: Map<string, string>, id: SheetId, row: TableRow): void {
  for (const { key, type } of sheets[id].columns) {
    if (type.is !== 'reference') continue;
    for (const to of [row[key] ?? []].flat()) users.set(`${type.to}/${String(to)}`, labelOf(id, row));
  }
}
