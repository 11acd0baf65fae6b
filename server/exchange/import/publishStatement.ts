import { createHash } from 'node:crypto';
import type { Database } from '../../database/driver';
import { changeGraph, type ImportRecord } from '../../graph/changeGraph';
import type { RowChange, TableRow } from '../../graph/tables';
import { slug } from '../sheets/normalise';
import { sheets, tablesOf } from '../sheets/sheets';

/** A need or an offer ready to be written: everything was checked but the existence of its source. */
export interface StatementToPublish {
  statementFr: string;
  actorId?: string | null;
  competenceIds?: readonly string[] | null;
  themeIds?: readonly string[] | null;
  territoryIds?: readonly string[] | null;
  /** Last ISO day it holds. */
  expiresOn: string;
  /** A known source; else `source` is recorded. */
  sourceId?: string | null;
  source?: { title: string; publisher: string; url?: string | null; date?: string | null } | null;
  /** Identifier of the dated change; a repeated one is refused. */
  changeId: string;
  /** ISO instant; its day is that of publication. */
  at: string;
  by: string;
}

/** A statement as it was stored, its ends by identifier, in order. */
export interface WrittenStatement {
  id: string;
  statementFr: string;
  publishedOn: string;
  expiresOn: string;
  actor: string | null;
  competences: string[];
  themes: string[];
  territories: string[];
  sourceId: string;
}

/** The source that a need or an offer names is not in the graph. */
export class UnknownSourceError extends Error {
  override readonly name = 'UnknownSourceError';

  /** @param sourceId - identifier of the source */
  constructor(readonly sourceId: string) {
    super(`No source has the identifier ${JSON.stringify(sourceId)}`);
  }
}

const tableOf = { NEED: 'needs', OFFER: 'offers' } as const;
const sorted = (ids: readonly string[] | null | undefined) => [...new Set(ids ?? [])].sort();

/**
 * Publishes a need or an offer as one dated change of the graph, with its source, in one transaction; it can be undone as any
 * change.
 *
 * @param more - columns that only this kind has
 * @throws UnknownSourceError; AlreadyAppliedError when the change was made already
 */
export async function publishStatement(
  database: Database,
  kind: 'NEED' | 'OFFER',
  asked: StatementToPublish,
  more: TableRow = {},
): Promise<WrittenStatement> {
  const table = tableOf[kind];
  const suffix = createHash('sha256').update(asked.changeId).digest('hex').slice(0, 8);
  const id = `${kind.toLowerCase()}-${slug(asked.statementFr).slice(0, 40).replace(/-$/, '')}-${suffix}`;
  const source = toSourceRow(asked, id);
  const written = toWritten(asked, id, asked.sourceId ?? (source!.id as string));
  const { sourceId, ...columns } = written;
  const row: TableRow = { ...columns, ...more, sources: [sourceId] };
  await changeGraph(database, tablesOf(['sources', table]), async (reader) => {
    const known = await reader.rows(sheets.sources.table, [sourceId]);
    if (source === null && known.length === 0) throw new UnknownSourceError(sourceId);
    const changes: RowChange[] = [
      ...(source === null ? [] : [{ table: 'sources', key: sourceId, before: null, after: source }]),
      { table, key: id, before: null, after: row },
    ];
    return { record: toRecord(kind, asked, sourceId, changes), changes, statements: [] };
  });
  return written;
}

function toWritten(asked: StatementToPublish, id: string, sourceId: string): WrittenStatement {
  return {
    id,
    statementFr: asked.statementFr,
    publishedOn: asked.at.slice(0, 10),
    expiresOn: asked.expiresOn,
    actor: asked.actorId ?? null,
    competences: sorted(asked.competenceIds),
    themes: sorted(asked.themeIds),
    territories: sorted(asked.territoryIds),
    sourceId,
  };
}

function toSourceRow({ source, at }: StatementToPublish, id: string): TableRow | null {
  if (!source) return null;
  return {
    id: `src-${id}`,
    title: source.title,
    publisher: source.publisher,
    url: source.url ?? `urn:maillage:${id}`,
    date: source.date ?? at.slice(0, 10),
    retrieved: at.slice(0, 10),
    licence: null,
  };
}

function toRecord(
  kind: 'NEED' | 'OFFER',
  asked: StatementToPublish,
  sourceId: string,
  changes: readonly RowChange[],
): ImportRecord {
  return {
    id: asked.changeId,
    kind,
    title: asked.statementFr.slice(0, 120),
    fileName: null,
    checksum: createHash('sha256').update(JSON.stringify(changes)).digest('hex'),
    appliedAt: asked.at,
    sourceId,
    status: 'DECLARED',
    by: asked.by,
    created: changes.length,
    updated: 0,
    removed: 0,
    unchanged: 0,
    rejected: 0,
    undoOf: null,
  };
}
