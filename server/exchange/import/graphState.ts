import type { GraphReader, StatementRow } from '../../graph/changeGraph';
import { keyOf, partsOfKey, type NodeTable, type TableRow } from '../../graph/tables';
import { territoryTable } from '../../graph/territoryTables';
import { normalise } from '../sheets/normalise';
import type { Resolver } from '../sheets/parseCell';
import { isSheetId, sheets, type SheetId } from '../sheets/sheets';

/** Statements by {@link statementKey}. */
export type Statements = ReadonlyMap<string, readonly StatementRow[]>;

/** Names by identifier, of every sheet that can be referred to, and of `territories`. */
export type KnownNames = ReadonlyMap<string, ReadonlyMap<string, string | null>>;

/** What the graph holds, as far as an import asks. */
export interface GraphState {
  names: KnownNames;
  /** The rows of a sheet that have some keys, by key; others may be among them. */
  known(id: SheetId, keys: readonly string[]): Promise<ReadonlyMap<string, TableRow>>;
  /** How many rows a sheet has. */
  count(id: SheetId): Promise<number>;
  /** Every row of a sheet, one after the other. */
  each(id: SheetId): AsyncIterable<TableRow>;
  /** What is said of some subjects. */
  statements(subjects: readonly string[]): Promise<Statements>;
}

/** Where the statements about one column of one subject are kept. */
export function statementKey(subject: string, column: string): string {
  return `${subject}\u001f${column}`;
}

/** Sheets (and `territories`) that the columns of some sheets refer to. */
export function referredBy(ids: readonly SheetId[]): Set<string> {
  const to = new Set<string>(ids);
  for (const id of ids)
    for (const { type } of sheets[id].columns) if (type.is === 'reference') to.add(type.to);
  return to;
}

/**
 * Reads the names of all that the columns of some sheets may refer to.
 *
 * @param reader - inside the transaction that will write, or not
 */
export async function readNamesOf(reader: GraphReader, ids: readonly SheetId[]): Promise<KnownNames> {
  const names = new Map<string, ReadonlyMap<string, string | null>>();
  for (const to of referredBy(ids)) {
    if (to === 'territories') names.set(to, await reader.names(territoryTable, 'name'));
    else if (isSheetId(to) && sheets[to].table.kind === 'node')
      names.set(to, await reader.names(sheets[to].table as NodeTable, sheets[to].label));
  }
  return names;
}

/**
 * What the graph holds, read as it is asked for.
 *
 * @param reader - inside the transaction that will write, or not
 * @param names - see {@link readNamesOf}
 */
export function stateOf(reader: GraphReader, names: KnownNames): GraphState {
  return {
    names,
    known: async (id, keys) => {
      const { table } = sheets[id];
      const only = [...new Set(keys.map((key) => partsOfKey(key)[0]!))];
      const rows = only.length === 0 ? [] : await reader.rows(table, only);
      return new Map(rows.map((row) => [keyOf(table, row), row]));
    },
    count: (id) => reader.count(sheets[id].table),
    each: (id) => reader.each(sheets[id].table),
    statements: (subjects) => readStatements(reader, subjects),
  };
}

/**
 * Statements about single values, by {@link statementKey}.
 *
 * @param subjects - those of which to read; all when absent
 */
export async function readStatements(
  reader: GraphReader,
  subjects?: readonly string[],
): Promise<Map<string, StatementRow[]>> {
  const statements = new Map<string, StatementRow[]>();
  if (subjects?.length === 0) return statements;
  const found = await reader.query(
    `MATCH (s:Statement) ${subjects === undefined ? '' : 'WHERE s.subject IN $subjects'}
    RETURN s.subject AS subject, s.column AS column, s.value AS value, s.status AS status,
    s.statedOn AS statedOn, s.sourceId AS sourceId ORDER BY s.id`,
    { subjects: subjects ?? null },
  );
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
  constructor(private readonly names: KnownNames) {}

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
