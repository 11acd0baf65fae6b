import type { GraphReader, StatementRow } from '../../graph/changeGraph';
import { keyOf, type NodeTable, type TableRow } from '../../graph/tables';
import { normalise } from '../sheets/normalise';
import type { Resolver } from '../sheets/parseCell';
import { isSheetId, sheetIds, sheets, type SheetId } from '../sheets/sheets';

/** What the graph holds of the sheets that an import is about. */
export interface GraphState {
  /** Rows by key, of the sheets that were asked for. */
  rows: ReadonlyMap<SheetId, ReadonlyMap<string, TableRow>>;
  /** Names by identifier, of every sheet that can be referred to, and of `territories`. */
  names: ReadonlyMap<string, ReadonlyMap<string, string | null>>;
  /** Statements by `subject` and column, see {@link statementKey}. */
  statements: ReadonlyMap<string, readonly StatementRow[]>;
}

/** Where the statements about one column of one subject are kept. */
export function statementKey(subject: string, column: string): string {
  return `${subject}\u001f${column}`;
}

const territories: NodeTable = { kind: 'node', name: 'territories', label: 'Territory', fields: [] };

/** Sheets (and `territories`) that the columns of some sheets refer to. */
export function referredBy(ids: readonly SheetId[]): Set<string> {
  const to = new Set<string>(ids);
  for (const id of ids)
    for (const { type } of sheets[id].columns) if (type.is === 'reference') to.add(type.to);
  return to;
}

/**
 * Reads what the graph holds of some sheets, and the names of all that others refer to.
 *
 * @param reader - inside the transaction that will write, or not
 * @param ids - sheets of which rows are read; statements are read when there is one
 * @param named - sheets whose columns may refer to something; the same by default
 */
export async function readState(
  reader: GraphReader,
  ids: readonly SheetId[],
  named: readonly SheetId[] = ids,
): Promise<GraphState> {
  const rows = new Map<SheetId, Map<string, TableRow>>();
  for (const id of sheetIds.filter((one) => ids.includes(one))) {
    const { table } = sheets[id];
    rows.set(id, new Map((await reader.rows(table)).map((row) => [keyOf(table, row), row])));
  }
  const names = new Map<string, ReadonlyMap<string, string | null>>();
  for (const to of referredBy(named)) {
    if (to === 'territories') names.set(to, await reader.names(territories, 'name'));
    else if (isSheetId(to) && sheets[to].table.kind === 'node')
      names.set(to, await namesOf(reader, to, rows.get(to)));
  }
  const statements = ids.length === 0 ? new Map() : await readStatements(reader);
  return { rows, names, statements };
}

async function namesOf(
  reader: GraphReader,
  id: SheetId,
  rows: ReadonlyMap<string, TableRow> | undefined,
): Promise<ReadonlyMap<string, string | null>> {
  const { label, table } = sheets[id];
  if (rows === undefined) return reader.names(table as NodeTable, label);
  const name = (row: TableRow) => (label === undefined ? null : ((row[label] ?? null) as string | null));
  return new Map([...rows.values()].map((row) => [row.id as string, name(row)]));
}

/** Every statement about single values, by {@link statementKey}. */
export async function readStatements(reader: GraphReader): Promise<Map<string, StatementRow[]>> {
  const found = await reader.query(
    `MATCH (s:Statement) RETURN s.subject AS subject, s.column AS column, s.value AS value, s.status AS status,
    s.statedOn AS statedOn, s.sourceId AS sourceId ORDER BY s.id`,
    {},
  );
  const statements = new Map<string, StatementRow[]>();
  for (const row of found as unknown as StatementRow[]) {
    const key = statementKey(row.subject, row.column);
    const known = statements.get(key);
    if (known === undefined) statements.set(key, [row]);
    else known.push(row);
  }
  return statements;
}

/** Finds references among what the graph holds and what the file brings. */
export class StateResolver implements Resolver {
  private readonly added = new Map<string, Map<string, string | null>>();
  private readonly indexes = new Map<string, Map<string, string[]>>();

  /** @param names - names by identifier, by sheet */
  constructor(private readonly names: GraphState['names']) {}

  /** Makes a row of the file something that others can refer to. */
  add(to: string, id: string, name: string | null): void {
    const known = this.added.get(to) ?? new Map<string, string | null>();
    this.added.set(to, known.set(id, name));
    if (name !== null) push(this.indexOf(to), normalise(name), id);
  }

  /** Takes back what {@link add} did, for a row that is refused. */
  remove(to: string, id: string): void {
    this.added.get(to)?.delete(id);
  }

  /** Whether there is such an identifier, in the graph or in the file. */
  has(to: string, id: string): boolean {
    return this.names.get(to)?.has(id) === true || this.added.get(to)?.has(id) === true;
  }

  resolve(to: string, text: string, prefix: string): ReturnType<Resolver['resolve']> {
    if (prefix !== '' && this.has(to, prefix + text)) return { id: prefix + text };
    if (this.has(to, text)) return { id: text };
    const ids = (this.indexOf(to).get(normalise(text)) ?? []).filter(
      (id) => id.startsWith(prefix) && this.has(to, id),
    );
    const [first] = ids;
    if (first === undefined) return undefined;
    return ids.length === 1 ? { id: first } : { several: ids };
  }

  private indexOf(to: string): Map<string, string[]> {
    let index = this.indexes.get(to);
    if (index === undefined) {
      this.indexes.set(to, (index = new Map()));
      for (const [id, name] of this.names.get(to) ?? []) if (name !== null) push(index, normalise(name), id);
    }
    return index;
  }
}

function push(index: Map<string, string[]>, name: string, id: string): void {
  const known = index.get(name);
  if (known === undefined) index.set(name, [id]);
  else if (!known.includes(id)) known.push(id);
}
