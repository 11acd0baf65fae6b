import { z } from 'zod';
import type { Database } from '../database/driver';
import { toNative } from '../database/toNative';
import {
  importKinds,
  readGraph,
  statementStatuses,
  type GraphReader,
  type ImportRecord,
} from './changeGraph';
import type { RowChange } from './tables';

const count = z.int().nonnegative().default(0);
const text = z
  .string()
  .nullish()
  .transform((value) => value ?? null);

const recordSchema = z.object({
  id: z.string(),
  kind: z.enum(importKinds).catch('SEED'),
  title: z.string().catch(''),
  fileName: text,
  checksum: z.string().catch(''),
  appliedAt: z.string(),
  sourceId: text,
  status: z.enum(statementStatuses).catch('DOCUMENTED'),
  by: z.string().catch(''),
  created: count,
  updated: count,
  removed: count,
  unchanged: count,
  rejected: count,
  undoOf: text,
  undoneBy: text,
});

/** A dated change as it is stored. */
export interface AppliedImport extends ImportRecord {
  /** Identifier of the change that undid it. */
  undoneBy: string | null;
}

const cell = z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.null()]);
const row = z.record(z.string(), cell).nullable();
const differencesSchema = z.array(z.object({ table: z.string(), key: z.string(), before: row, after: row }));

/** What one change did to one subject; rows that were there and stay have only the columns that differ. */
export interface SubjectChange {
  importId: string;
  /** `Label/id`. */
  subject: string;
  /** ISO instant. */
  at: string;
  rows: RowChange[];
}

/** The dated changes of the graph, the newest first. */
export async function readImports(
  database: Database,
  limit: number,
  offset: number,
): Promise<AppliedImport[]> {
  const found = await readGraph(database, (reader) =>
    reader.query(
      `MATCH (i:Import) WHERE i.appliedAt IS NOT NULL RETURN properties(i) AS record
      ORDER BY i.appliedAt DESC, i.id SKIP toInteger($offset) LIMIT toInteger($limit)`,
      { limit, offset },
    ),
  );
  return found.map(({ record }) => recordSchema.parse(toNative(record)));
}

/** One dated change; undefined when nothing was written under that identifier. */
export async function readImport(reader: GraphReader, id: string): Promise<AppliedImport | undefined> {
  const [found] = await reader.query(
    'MATCH (i:Import {id: $id}) WHERE i.appliedAt IS NOT NULL RETURN properties(i) AS record LIMIT 1',
    { id },
  );
  return found && recordSchema.parse(toNative(found.record));
}

const SUBJECTS_AT_ONCE = 400;

/** What one dated change did, subject by subject, some hundreds at a time. */
export async function* eachChangesOf(reader: GraphReader, importId: string): AsyncGenerator<SubjectChange[]> {
  let after = `${importId}/`;
  for (;;) {
    const found = await reader.query(
      `MATCH (c:Change) WHERE c.id > $after AND c.id STARTS WITH $prefix
      RETURN properties(c) AS change ORDER BY c.id LIMIT toInteger($limit)`,
      { after, prefix: `${importId}/`, limit: SUBJECTS_AT_ONCE },
    );
    if (found.length === 0) return;
    after = (found.at(-1)!.change as { id: string }).id;
    yield toChanges(found);
  }
}

/** What happened to one subject, the newest first. */
export async function readHistory(
  database: Database,
  subject: string,
  limit: number,
): Promise<SubjectChange[]> {
  return toChanges(
    await readGraph(database, (reader) =>
      reader.query(
        `MATCH (c:Change {subject: $subject}) RETURN properties(c) AS change
        ORDER BY c.at DESC, c.id LIMIT toInteger($limit)`,
        { subject, limit },
      ),
    ),
  );
}

function toChanges(found: Record<string, unknown>[]): SubjectChange[] {
  return found.map(({ change }) => {
    const { importId, subject, at, rows } = change as Record<string, string>;
    return {
      importId: importId!,
      subject: subject!,
      at: at!,
      rows: differencesSchema.parse(JSON.parse(rows!)),
    };
  });
}
