import neo4j, { type Integer, type QueryResult, type Result } from 'neo4j-driver';
import { toNative } from '../database/toNative';
import type { CellValue, LinkTable, NodeField, NodeTable, Table, TableRow } from './tables';

/** Whatever runs a query: a session or a transaction. */
export interface Runner {
  run(query: string, parameters?: Record<string, unknown>): Result | Promise<QueryResult>;
}

/**
 * Reads the rows of a table, without order.
 *
 * @param runner - a session or a transaction; one query is run
 * @param only - identifiers of the nodes (or of the starts of the relationships) to read; all when absent
 * @returns no row for an empty graph
 */
export async function readTable(runner: Runner, table: Table, only?: readonly string[]): Promise<TableRow[]> {
  const rows: TableRow[] = [];
  for await (const row of eachRow(runner, table, only)) rows.push(row);
  return rows;
}

/**
 * Reads the rows of a table one after the other, as they come. In a transaction, no other query may run before the last one.
 *
 * @param only - see {@link readTable}
 */
export async function* eachRow(
  runner: Runner,
  table: Table,
  only?: readonly string[],
): AsyncGenerator<TableRow> {
  const { query, toRow } = table.kind === 'node' ? nodeReading(table) : linkReading(table);
  const filter = only === undefined ? 'true' : 'n.id IN $only';
  const asked = only === undefined ? null : [...only];
  for await (const record of runner.run(query.replace('$filter', filter), { only: asked }) as Result)
    yield toRow(record.get(0) as unknown[]);
  // Until a transaction ends, the driver keeps the parameters of each of its queries.
  if (asked !== null) asked.length = 0;
}

/** Counts the rows of a table. */
export async function countRows(runner: Runner, table: Table): Promise<number> {
  const pattern =
    table.kind === 'node'
      ? `(n:${table.label}) WHERE ${kindsOf(table)}`
      : `(:${table.from.label})-[n:${table.type}]->(:${table.to.label})`;
  const { records } = await runner.run(`MATCH ${pattern} RETURN count(n)`);
  return neo4j.integer.toNumber(records[0]!.get(0) as Integer);
}

/** What tells the nodes of a table from others of the same label. */
function kindsOf({ also }: NodeTable): string {
  const labels = Object.values(also?.labels ?? {});
  return labels.length === 0 ? 'true' : `(${labels.map((label) => `n:${label}`).join(' OR ')})`;
}

/** Reads identifiers and names of the nodes of a table, for references to be resolved and shown. */
export async function readNames(
  runner: Runner,
  table: NodeTable,
  label: string | undefined,
): Promise<Map<string, string | null>> {
  const names = new Map<string, string | null>();
  const query = `MATCH (n:${table.label}) RETURN n.id, ${label === undefined ? 'null' : `n.${label}`} ORDER BY n.id`;
  for await (const record of runner.run(query) as Result)
    names.set(record.get(0) as string, record.get(1) as string | null);
  return names;
}

/** Headers of the columns that are not of the model and that rows of a table have: they came with files, and were kept. */
export async function readKeptHeaders(runner: Runner, table: Table): Promise<Set<string>> {
  const headers = new Set<string>();
  const pattern =
    table.kind === 'node'
      ? `(n:${table.label})`
      : `(:${table.from.label})-[n:${table.type}]->(:${table.to.label})`;
  const query = `MATCH ${pattern} WHERE n.extra IS NOT NULL RETURN n.extra`;
  for await (const record of runner.run(query) as Result)
    for (const header of Object.keys(JSON.parse(record.get(0) as string) as object)) headers.add(header);
  return headers;
}

interface Reading {
  query: string;
  toRow: (cells: unknown[]) => TableRow;
}

function nodeReading(table: NodeTable): Reading {
  const cells = ['n.id', 'n.extra', ...table.fields.map((field) => toExpression(field, table))];
  return {
    query: `MATCH (n:${table.label}) WHERE ${kindsOf(table)} AND $filter RETURN [${cells.join(', ')}]`,
    toRow: ([id, extra, ...values]) => {
      const row: TableRow = { id: id as string };
      table.fields.forEach((field, index) => setCell(row, field, values[index]));
      return addExtra(row, extra);
    },
  };
}

function toExpression(field: NodeField, table: NodeTable): string {
  if ('link' in field) {
    const { type, direction, to, where = {}, sourced } = field.link;
    const constants = Object.entries(where).map(([name, value]) => `${name}: '${value}'`);
    const tie = `-[r:${type}${constants.length > 0 ? ` {${constants.join(', ')}}` : ''}]-`;
    const pattern = direction === 'OUT' ? `(n)${tie}>(x:${to})` : `(n)<${tie}(x:${to})`;
    return `[${pattern} | ${sourced ? '[x.id, r.sourceId]' : '[x.id]'}]`;
  }
  if ('ofLink' in field) {
    const of = table.fields.find((other) => other.column === field.ofLink);
    if (of === undefined || !('link' in of)) throw new Error(`${field.ofLink} is not a column of ties`);
    return `head([(n)-[r:${of.link.type}]->(x:${of.link.to}) | r.${field.property}])`;
  }
  return `n.${'partOf' in field ? field.partOf : field.property}`;
}

function setCell(row: TableRow, field: NodeField, value: unknown): void {
  if (!('link' in field)) {
    row[field.column] = toCell(value);
    return;
  }
  const ties = (value as [string, string?][]).sort(([a], [b]) => (a < b ? -1 : 1));
  if (field.link.many) row[field.column] = [...new Set(ties.map(([id]) => id))];
  else row[field.column] = ties[0]?.[0] ?? null;
  if (field.link.sourced && ties.length > 0)
    row[`~${field.column}`] = ties.map(([id, source]) => `${id}|${source ?? ''}`);
}

function linkReading(table: LinkTable): Reading {
  const cells = ['n.id', 'x.id', 'r.extra', ...table.fields.map(({ property }) => `r.${property}`)];
  return {
    query: `MATCH (n:${table.from.label})-[r:${table.type}]->(x:${table.to.label}) WHERE $filter RETURN [${cells.join(', ')}]`,
    toRow: ([from, to, extra, ...values]) => {
      const row: TableRow = { [table.from.column]: from as string, [table.to.column]: to as string };
      table.fields.forEach(({ column }, index) => (row[column] = toCell(values[index])));
      return addExtra(row, extra);
    },
  };
}

function toCell(value: unknown): CellValue {
  if (value === null || value === undefined) return null;
  if (typeof value !== 'object') return value as CellValue;
  if (neo4j.isInt(value)) return neo4j.integer.toNumber(value as Integer);
  if (Array.isArray(value)) return (value as string[]).slice().sort();
  return toNative(value) as string;
}

function addExtra(row: TableRow, extra: unknown): TableRow {
  if (typeof extra !== 'string') return row;
  for (const [name, value] of Object.entries(JSON.parse(extra) as Record<string, string>))
    row[`+${name}`] = value;
  return row;
}
