import type { TableRow } from '../../graph/tables';
import { labelOf } from '../sheets/labelOf';
import { sheetIds, sheets, type SheetId } from '../sheets/sheets';
import type { GraphState } from './graphState';
import type { Plan, PlanOptions, RowPlan } from './plan';
import { sentence } from './reasons';

/**
 * Adds to a plan the rows that are in the graph and not in the file: counted when they are to be kept, else removed,
 * unless a row that stays still points at them.
 *
 * @param seen - keys that the file has, by sheet; a sheet that the file does not have is not touched
 * @param add - receives each row, with its change when it is removed
 */
export function planRemovals(
  plan: Plan,
  seen: ReadonlyMap<SheetId, ReadonlySet<string>>,
  state: GraphState,
  absent: PlanOptions['absent'],
  add: (row: RowPlan) => void,
): void {
  const gone = new Map<SheetId, Map<string, TableRow>>();
  for (const [id, keys] of seen) {
    const missing = [...(state.rows.get(id) ?? [])].filter(([key]) => !keys.has(key));
    plan.absent += missing.length;
    gone.set(id, new Map(missing));
  }
  if (absent === 'KEEP') return;
  const users = new Map<string, string>();
  noteUsers(users, plan, gone, state);
  for (const id of sheetIds.toReversed())
    for (const [key, before] of gone.get(id) ?? []) {
      const row = toRemoval(id, key, before, users.get(`${id}/${key}`));
      if (row.change === undefined) note(users, id, before);
      add(row);
    }
}

/** A row to remove, or refused because another that stays refers to it. */
function toRemoval(id: SheetId, key: string, before: TableRow, user: string | undefined): RowPlan {
  const about = { sheet: id, table: '', line: 0, key, label: labelOf(id, before), positions: new Map() };
  if (user === undefined)
    return { ...about, outcome: 'REMOVED', change: { table: id, key, before, after: null }, issues: [] };
  const reason = sentence(
    `N’est pas retirée : « ${user} » s’y réfère encore.`,
    `Is not removed: “${user}” still refers to it.`,
  );
  const issues = [{ severity: 'ERROR' as const, address: '', header: '', reason }];
  return { ...about, outcome: 'REJECTED', change: undefined, issues };
}

/** Notes, for each thing that a row which stays refers to, the name of one such row. */
function noteUsers(
  users: Map<string, string>,
  plan: Plan,
  gone: ReadonlyMap<SheetId, ReadonlyMap<string, TableRow>>,
  state: GraphState,
): void {
  const changed = new Map(plan.changes.map((change) => [`${change.table}/${change.key}`, change.after]));
  for (const [id, rows] of state.rows)
    for (const [key, row] of rows)
      if (!gone.get(id)?.has(key)) note(users, id, changed.get(`${id}/${key}`) ?? row);
  for (const { table, before, after } of plan.changes)
    if (before === null && after !== null) note(users, table as SheetId, after);
}

function note(users: Map<string, string>, id: SheetId, row: TableRow): void {
  for (const { key, type } of sheets[id].columns) {
    if (type.is !== 'reference') continue;
    for (const to of [row[key] ?? []].flat()) users.set(`${type.to}/${String(to)}`, labelOf(id, row));
  }
}
