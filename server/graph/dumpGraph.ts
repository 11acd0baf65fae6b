import { createHash } from 'node:crypto';
import neo4j, { type ManagedTransaction, type Result } from 'neo4j-driver';
import type { Database } from '../database/driver';
import { chunksOf } from './writeGraph';

/** A value with its type, so that it comes back as it was: numbers without a fraction are floats unless said otherwise. */
type DumpedValue =
  | string
  | number
  | boolean
  | { i: string }
  | { d: string }
  | { p: [number, number, number] }
  | { f: string }
  | DumpedValue[];

/** A node (by a number of the dump) or a relationship between two of them. */
export type DumpLine =
  | { n: number; l: string[]; p: Record<string, DumpedValue> }
  | { r: string; a: number; b: number; p: Record<string, DumpedValue> };

/** How much a graph holds, and what its whole content is recognised by. */
export interface GraphContent {
  nodes: number;
  relationships: number;
  /** SHA-256 that depends on every label, type, property and tie, and not on the order in which they are read. */
  checksum: string;
}

const TIMEOUT = 30 * 60_000;
/** Stands for the numbers of a dump while it is restored. */
const NUMBER = '__dump';

/**
 * Reads the whole graph in one transaction.
 *
 * @param write - receives every node, then every relationship
 */
export async function dumpGraph(
  database: Database,
  write: (line: DumpLine) => Promise<void>,
): Promise<GraphContent> {
  return inTransaction(database, 'READ', (transaction) => readAll(transaction, write));
}

/** Counts what the graph holds and computes its checksum, without writing anything. */
export async function summariseGraph(database: Database): Promise<GraphContent> {
  return inTransaction(database, 'READ', (transaction) => readAll(transaction, async () => undefined));
}

async function readAll(
  transaction: ManagedTransaction,
  write: (line: DumpLine) => Promise<void>,
): Promise<GraphContent> {
  const numbers = new Map<string, { number: number; digest: Buffer }>();
  const sum = new ChecksumSet();
  const nodes = transaction.run('MATCH (n) RETURN elementId(n), labels(n), properties(n)') as Result;
  for await (const record of nodes) {
    const [element, labels, properties] = [0, 1, 2].map((index) => record.get(index) as unknown) as [
      string,
      string[],
      Record<string, unknown>,
    ];
    const line: DumpLine = { n: numbers.size, l: labels.sort(), p: toDumped(properties) };
    const digest = sum.add(JSON.stringify([line.l, line.p]));
    numbers.set(element, { number: line.n, digest });
    await write(line);
  }
  let relationships = 0;
  const found = transaction.run(
    'MATCH (a)-[r]->(b) RETURN type(r), elementId(a), elementId(b), properties(r)',
  ) as Result;
  for await (const record of found) {
    const [type, from, to, properties] = [0, 1, 2, 3].map((index) => record.get(index) as unknown) as [
      string,
      string,
      string,
      Record<string, unknown>,
    ];
    const a = numbers.get(from)!;
    const b = numbers.get(to)!;
    const line: DumpLine = { r: type, a: a.number, b: b.number, p: toDumped(properties) };
    sum.add(JSON.stringify([type, line.p, a.digest.toString('base64'), b.digest.toString('base64')]));
    relationships += 1;
    await write(line);
  }
  return { nodes: numbers.size, relationships, checksum: sum.value() };
}

/** Digests added up, so that their order does not matter, while two that are equal do not cancel out. */
class ChecksumSet {
  private readonly total = new BigUint64Array(4);

  /** Adds one thing, and gives its own digest. */
  add(text: string): Buffer {
    const digest = createHash('sha256').update(text).digest();
    for (let part = 0; part < 4; part += 1)
      this.total[part] = BigInt.asUintN(64, this.total[part]! + digest.readBigUInt64BE(part * 8));
    return digest;
  }

  /** The digest of all, in hexadecimal. */
  value(): string {
    return createHash('sha256')
      .update([...this.total].join(' '))
      .digest('hex');
  }
}

function toDumped(properties: Record<string, unknown>): Record<string, DumpedValue> {
  const names = Object.keys(properties).sort();
  return Object.fromEntries(names.map((name) => [name, toDumpedValue(properties[name])]));
}

function toDumpedValue(value: unknown): DumpedValue {
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : { f: String(value) };
  if (neo4j.isInt(value)) return { i: value.toString() };
  if (Array.isArray(value)) return value.map(toDumpedValue);
  if (neo4j.isPoint(value as object)) {
    const { srid, x, y } = value as { srid: unknown; x: number; y: number };
    return { p: [Number(srid), x, y] };
  }
  if (neo4j.isDate(value as object)) return { d: String(value) };
  throw new Error(`A value of an unexpected type cannot be backed up: ${String(value)}`);
}

/**
 * Puts the nodes and relationships of a dump into an empty graph, a few thousand a transaction, so that a large one does not
 * fill the memory of the database. When it fails, what was put is taken away again.
 *
 * @param lines - nodes before the relationships between them
 */
export async function restoreGraph(database: Database, lines: AsyncIterable<DumpLine>): Promise<void> {
  const elements = new Map<number, string>();
  const groups = new Map<string, DumpLine[]>();
  const flushAll = (some: Map<string, DumpLine[]>) =>
    inTransaction(database, 'WRITE', (transaction) => flush(transaction, some, elements)).then(() =>
      some.clear(),
    );
  let isTies = false;
  try {
    for await (const line of lines) {
      if ('r' in line && !isTies) {
        await flushAll(groups);
        isTies = true;
      }
      const kind = 'r' in line ? line.r : line.l.join(':');
      const group = groups.get(kind) ?? [];
      groups.set(kind, group);
      group.push(line);
      if (group.length >= 2000) await flushAll(new Map([[kind, group.splice(0)]]));
    }
    await flushAll(groups);
  } catch (error) {
    await empty(database);
    throw error;
  }
}

async function empty(database: Database): Promise<void> {
  const session = database.driver.session({ database: database.name });
  try {
    await session.run('MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 2000 ROWS');
  } finally {
    await session.close();
  }
}

const NAME = /^[A-Za-z_]\w*$/;

async function flush(
  transaction: ManagedTransaction,
  groups: Map<string, DumpLine[]>,
  elements: Map<number, string>,
): Promise<void> {
  for (const [kind, group] of groups) {
    if (group.length === 0) continue;
    if (!kind.split(':').every((name) => NAME.test(name))) throw new Error(`Not a name: ${kind}`);
    for (const some of chunksOf(group)) await write(transaction, kind, some, elements);
  }
}

async function write(
  transaction: ManagedTransaction,
  kind: string,
  lines: DumpLine[],
  elements: Map<number, string>,
): Promise<void> {
  const [first] = lines;
  if ('n' in first!) {
    const rows = lines.map((line) => ({ number: (line as { n: number }).n, properties: toStored(line.p) }));
    const { records } = await transaction.run(
      `UNWIND $rows AS row CREATE (n:${kind}) SET n = row.properties RETURN row.number AS ${NUMBER}, elementId(n) AS element`,
      { rows },
    );
    for (const record of records) elements.set(record.get(NUMBER) as number, record.get('element') as string);
    return;
  }
  const rows = lines.map((line) => {
    const { a, b, p } = line as { a: number; b: number; p: Record<string, DumpedValue> };
    return { a: elements.get(a)!, b: elements.get(b)!, properties: toStored(p) };
  });
  await transaction.run(
    `UNWIND $rows AS row MATCH (a) WHERE elementId(a) = row.a MATCH (b) WHERE elementId(b) = row.b
    CREATE (a)-[r:${kind}]->(b) SET r = row.properties`,
    { rows },
  );
}

function toStored(properties: Record<string, DumpedValue>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(properties).map(([name, value]) => [name, toStoredValue(value)]));
}

function toStoredValue(value: DumpedValue): unknown {
  if (typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(toStoredValue);
  if ('i' in value) return neo4j.int(value.i);
  if ('f' in value) return Number(value.f);
  if ('p' in value) return new neo4j.types.Point(value.p[0], value.p[1], value.p[2]);
  const [year, month, day] = value.d.split('-').map(Number);
  return new neo4j.types.Date(year!, month!, day!);
}

async function inTransaction<T>(
  database: Database,
  mode: 'READ' | 'WRITE',
  work: (transaction: ManagedTransaction) => Promise<T>,
): Promise<T> {
  const session = database.driver.session({
    database: database.name,
    defaultAccessMode: neo4j.session[mode],
    fetchSize: 5000,
  });
  try {
    return mode === 'READ'
      ? await session.executeRead(work, { timeout: TIMEOUT })
      : await session.executeWrite(work, { timeout: TIMEOUT });
  } finally {
    await session.close();
  }
}
