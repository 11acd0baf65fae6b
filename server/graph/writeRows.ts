import type { ManagedTransaction } from 'neo4j-driver';
import { runRows } from './runRows';
import {
  changedColumns,
  isSameValue,
  type Link,
  type LinkTable,
  type NodeField,
  type NodeTable,
  type RowChange,
  type Table,
  type TableRow,
} from './tables';
import { chunksOf, ROWS_A_STATEMENT, toProperties, type Property } from './writeGraph';

/** A node cannot be removed: others still point at it. */
export class StillReferencedError extends Error {
  override readonly name = 'StillReferencedError';

  /**
   * @param id - identifier of the node
   * @param by - some of those that point at it, as `Label/id`
   */
  constructor(
    readonly id: string,
    readonly by: readonly string[],
  ) {
    super(`${id} is still referred to by ${by.join(', ')}`);
  }
}

/** What the writing of rows needs to know and to tell. */
export interface WriteOptions {
  /** Source of ties whose row names none. */
  sourceId: string;
  /** Called before each statement with how many rows it writes; throws to give up. */
  checkpoint?: (rows: number) => void;
}

/**
 * Writes the changes of rows of several tables: nodes created, then changed, ties, relationships, then what is removed.
 * The changes are gone through twice and taken by pieces, so that they need not be held.
 *
 * @param tables - every table that a change names, in the order in which rows can refer to earlier ones
 * @throws StillReferencedError when a removed node is still pointed at; Error when an end does not exist
 */
export async function writeRows(
  transaction: ManagedTransaction,
  tables: readonly Table[],
  changes: Iterable<RowChange>,
  options: WriteOptions,
): Promise<void> {
  const run: Run = async (query, rows) => {
    let count = 0;
    for (const chunk of chunksOf(rows)) {
      options.checkpoint?.(chunk.length);
      count += await runRows(transaction, query, chunk);
    }
    return count;
  };
  const gone = new Map<string, string[]>();
  for (const [table, some] of byTable(tables, changes)) {
    if (table.kind !== 'node') continue;
    await writeNodes(run, table, some);
    for (const { before, after } of some) if (after === null) append(gone, table.name, before!.id as string);
  }
  for (const [table, some] of byTable(tables, changes))
    if (table.kind === 'node') await writeTies(run, table, some, options.sourceId);
    else await writeLinks(run, table, some, options.sourceId);
  for (const table of tables.toReversed())
    if (table.kind === 'node')
      for (const ids of chunksOf(gone.get(table.name) ?? [])) await removeNodes(transaction, table, ids);
}

/** Changes by pieces of one table each, in the order in which they come within a table. */
function* byTable(tables: readonly Table[], changes: Iterable<RowChange>): Generator<[Table, RowChange[]]> {
  const parts = new Map(tables.map((table) => [table.name, { table, some: [] as RowChange[] }]));
  for (const change of changes) {
    const part = parts.get(change.table)!;
    part.some.push(change);
    if (part.some.length < ROWS_A_STATEMENT) continue;
    yield [part.table, part.some];
    part.some = [];
  }
  for (const { table, some } of parts.values()) if (some.length > 0) yield [table, some];
}

type Run = (query: string, rows: object[]) => Promise<number>;

async function writeNodes(run: Run, table: NodeTable, changes: RowChange[]): Promise<void> {
  const groups = new Map<string, { id: string; properties: Record<string, unknown> }[]>();
  const updates: { id: string; properties: Record<string, unknown> }[] = [];
  const relabelled = new Map<string, { id: string }[]>();
  for (const { before, after } of changes) {
    if (after === null) continue;
    const row = { id: after.id as string, properties: nodeProperties(table, after, before) };
    const label = secondLabel(table, after);
    if (before === null) append(groups, label, row);
    else {
      if (Object.keys(row.properties).length > 0) updates.push(row);
      if (label !== secondLabel(table, before)) append(relabelled, label, { id: row.id });
    }
  }
  for (const [label, rows] of groups)
    await run(
      `UNWIND $rows AS row CREATE (n:${table.label}${label} {id: row.id}) SET n += row.properties RETURN count(*)`,
      rows,
    );
  await run(
    `UNWIND $rows AS row MATCH (n:${table.label} {id: row.id}) SET n += row.properties RETURN count(*)`,
    updates,
  );
  for (const [label, rows] of relabelled) {
    const others = Object.values(table.also?.labels ?? {}).map((name) => `:${name}`);
    await run(
      `UNWIND $rows AS row MATCH (n:${table.label} {id: row.id}) REMOVE n${others.join('')} SET n${label} RETURN count(*)`,
      rows,
    );
  }
}

function append<T>(groups: Map<string, T[]>, name: string, value: T): void {
  const known = groups.get(name);
  if (known === undefined) groups.set(name, [value]);
  else known.push(value);
}

function secondLabel({ also }: NodeTable, row: TableRow): string {
  const label = also?.labels[String(row[also.column])];
  return label === undefined ? '' : `:${label}`;
}

/** Properties to set; all of them for a created node, those that differ for a changed one. */
function nodeProperties(table: NodeTable, after: TableRow, before: TableRow | null): Record<string, unknown> {
  const properties: Record<string, Property> = {};
  const differ = new Set(before === null ? Object.keys(after) : changedColumns(before, after));
  for (const field of table.fields)
    if ('property' in field && !('ofLink' in field) && differ.has(field.column))
      properties[field.property] = after[field.column] ?? null;
  if (differ.size > 0) Object.assign(properties, table.derive?.(after), extraOf(after));
  return toProperties(properties);
}

function extraOf(row: TableRow): Record<string, string | null> {
  const extra = Object.entries(row).filter(([column, value]) => column.startsWith('+') && value !== null);
  if (extra.length === 0) return { extra: null };
  return {
    extra: JSON.stringify(Object.fromEntries(extra.map(([column, value]) => [column.slice(1), value]))),
  };
}

type LinkField = NodeField & { link: Link };

async function writeTies(run: Run, table: NodeTable, changes: RowChange[], sourceId: string): Promise<void> {
  for (const field of table.fields) {
    if (!('link' in field)) continue;
    const created: object[] = [];
    const added: object[] = [];
    const removed: object[] = [];
    for (const { before, after } of changes) {
      const olds = targets(before, field.column);
      const news = targets(after, field.column);
      const id = (after ?? before)!.id as string;
      for (const to of news)
        if (!olds.includes(to))
          (before === null ? created : added).push({
            id,
            to,
            properties: tieProperties(table, field, after!, to, sourceId),
          });
      for (const to of olds) if (!news.includes(to)) removed.push({ id, to });
      const changed = changedTie(table, field, before, after);
      if (changed !== undefined) added.push({ id, to: news[0]!, properties: changed });
    }
    await removeTies(run, table, field, removed);
    await addTies(run, table, field, created, 'CREATE');
    await addTies(run, table, field, added, 'MERGE');
  }
}

function targets(row: TableRow | null, column: string): string[] {
  const value = row?.[column] ?? null;
  if (value === null) return [];
  return Array.isArray(value) ? value : [String(value)];
}

function tieProperties(
  table: NodeTable,
  { column, link }: LinkField,
  row: TableRow,
  to: string,
  sourceId: string,
): Record<string, unknown> {
  const known = ((row[`~${column}`] ?? []) as string[]).find((tie) => tie.startsWith(`${to}|`));
  const own = Array.isArray(row.sources) ? row.sources[0] : undefined;
  const source = known?.slice(to.length + 1) || (own ?? sourceId);
  const properties: Record<string, Property> = { ...(link.sourced ? { sourceId: source } : {}) };
  for (const field of table.fields)
    if ('ofLink' in field && field.ofLink === column) properties[field.property] = row[field.column] ?? null;
  return toProperties(properties);
}

/** Properties of a tie that stays while a column about it differs. */
function changedTie(
  table: NodeTable,
  { column }: LinkField,
  before: TableRow | null,
  after: TableRow | null,
) {
  if (before === null || after === null || !isSameValue(before[column], after[column])) return undefined;
  if (after[column] === null || Array.isArray(after[column])) return undefined;
  const fields = table.fields.filter((field) => 'ofLink' in field && field.ofLink === column);
  const differ = fields.filter((field) => !isSameValue(before[field.column], after[field.column]));
  if (differ.length === 0) return undefined;
  return toProperties(
    Object.fromEntries(
      differ.map((field) => [(field as { property: string }).property, after[field.column] ?? null]),
    ),
  );
}

function tiePattern({ direction, type, where = {} }: Link): string {
  const constants = Object.entries(where).map(([name, value]) => `${name}: '${value}'`);
  const tie = `-[r:${type}${constants.length > 0 ? ` {${constants.join(', ')}}` : ''}]-`;
  return direction === 'OUT' ? `(n)${tie}>(x)` : `(n)<${tie}(x)`;
}

/** Ties of a node that was just created are there once only: they are created without being looked for. */
async function addTies(
  run: Run,
  table: NodeTable,
  { link }: LinkField,
  rows: object[],
  how: 'CREATE' | 'MERGE',
): Promise<void> {
  const written = await run(
    `UNWIND $rows AS row MATCH (n:${table.label} {id: row.id}) MATCH (x:${link.to} {id: row.to})
    ${how} ${tiePattern(link)} SET r += row.properties RETURN count(*)`,
    rows,
  );
  checkCount(written, rows.length, link.type);
}

async function removeTies(run: Run, table: NodeTable, { link }: LinkField, rows: object[]): Promise<void> {
  await run(
    `UNWIND $rows AS row MATCH (n:${table.label} {id: row.id}) MATCH (x:${link.to} {id: row.to})
    MATCH ${tiePattern(link)} DELETE r RETURN count(*)`,
    rows,
  );
}

function checkCount(written: number, wanted: number, type: string): void {
  if (written !== wanted) throw new Error(`${wanted - written} ${type} have an end that does not exist`);
}

async function writeLinks(run: Run, table: LinkTable, changes: RowChange[], sourceId: string): Promise<void> {
  const { type, from, to } = table;
  const match = `UNWIND $rows AS row MATCH (n:${from.label} {id: row.from}) MATCH (x:${to.label} {id: row.to})`;
  const isKeyed = table.identity.length > 0;
  const tie = `(n)-[r:${type}${isKeyed ? ' {key: row.key}' : ''}]->(x)`;
  const created: object[] = [];
  const updated: object[] = [];
  const removed: object[] = [];
  for (const { before, after } of changes) {
    const row = linkEnds(table, (after ?? before)!);
    if (after === null) removed.push(row);
    else
      (before === null ? created : updated).push({
        ...row,
        properties: linkProperties(table, after, sourceId),
      });
  }
  const written = await run(`${match} CREATE ${tie} SET r += row.properties RETURN count(*)`, created);
  checkCount(written, created.length, type);
  const changed = await run(`${match} MATCH ${tie} SET r += row.properties RETURN count(*)`, updated);
  checkCount(changed, updated.length, type);
  await run(`${match} MATCH ${tie} DELETE r RETURN count(*)`, removed);
}

function linkEnds(table: LinkTable, row: TableRow): { from: string; to: string; key: string } {
  const key = table.identity
    .map((column) => row[column] ?? '')
    .join(' ')
    .trim();
  return { from: row[table.from.column] as string, to: row[table.to.column] as string, key };
}

function linkProperties(table: LinkTable, row: TableRow, sourceId: string): Record<string, unknown> {
  const properties: Record<string, Property> = { ...table.derive?.(row), ...extraOf(row) };
  for (const { column, property } of table.fields) properties[property] = row[column] ?? null;
  properties.sourceId ??= sourceId;
  return toProperties(properties);
}

async function removeNodes(
  transaction: ManagedTransaction,
  { label }: NodeTable,
  ids: readonly string[],
): Promise<void> {
  const { records } = await transaction.run(
    `UNWIND $ids AS id MATCH (n:${label} {id: id})--(x) WITH id, collect(DISTINCT labels(x)[0] + '/' + x.id)[..5] AS by RETURN id, by ORDER BY id LIMIT 1`,
    { ids },
  );
  const [first] = records;
  if (first !== undefined)
    throw new StillReferencedError(first.get('id') as string, first.get('by') as string[]);
  await transaction.run(`UNWIND $ids AS id MATCH (n:${label} {id: id}) DELETE n`, { ids });
}
