import { createHash } from 'node:crypto';
import type { Database } from '../../database/driver';
import { changeGraph, type ImportRecord } from '../../graph/changeGraph';
import type { NeedRow } from '../../graph/readNeeds';
import type { RowChange, TableRow } from '../../graph/tables';
import { slug } from '../sheets/normalise';
import { sheets, tablesOf } from '../sheets/sheets';

/** A need ready to be written: everything was checked but the existence of its source. */
export interface NeedToPublish {
  statementFr: string;
  actorId?: string | null;
  group?: string | null;
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

/** The source that a need names is not in the graph. */
export class UnknownSourceError extends Error {
  override readonly name = 'UnknownSourceError';

  /** @param id - identifier of the source */
  constructor(id: string) {
    super(`No source has the identifier ${JSON.stringify(id)}`);
  }
}

const sorted = (ids: readonly string[] | null | undefined) => [...new Set(ids ?? [])].sort();

/**
 * Publishes a need as one dated change of the graph, with its source, in one transaction; it can be undone as any change.
 *
 * @returns the need as it is stored
 * @throws UnknownSourceError; AlreadyAppliedError when the change was made already
 */
export async function publishNeed(database: Database, need: NeedToPublish): Promise<NeedRow> {
  const suffix = createHash('sha256').update(need.changeId).digest('hex').slice(0, 8);
  const id = `need-${slug(need.statementFr).slice(0, 40).replace(/-$/, '')}-${suffix}`;
  const source = toSourceRow(need, id);
  const sourceId = need.sourceId ?? (source!.id as string);
  const row = toNeedRow(need, id, sourceId);
  await changeGraph(database, tablesOf(['sources', 'needs']), async (reader) => {
    const known = await reader.rows(sheets.sources.table, [sourceId]);
    if (source === null && known.length === 0) throw new UnknownSourceError(sourceId);
    const changes: RowChange[] = [
      ...(source === null ? [] : [{ table: 'sources', key: sourceId, before: null, after: source }]),
      { table: 'needs', key: id, before: null, after: row },
    ];
    return { record: toRecord(need, sourceId, changes), changes, statements: [] };
  });
  return {
    id,
    statementFr: need.statementFr,
    year: Number(need.at.slice(0, 4)),
    publishedOn: need.at.slice(0, 10),
    expiresOn: need.expiresOn,
    group: need.group ?? null,
    actor: need.actorId ?? null,
    competences: sorted(need.competenceIds),
    themes: sorted(need.themeIds),
    territories: sorted(need.territoryIds),
    sourceId,
  };
}

function toSourceRow({ source, at }: NeedToPublish, needId: string): TableRow | null {
  if (!source) return null;
  return {
    id: `src-${needId}`,
    title: source.title,
    publisher: source.publisher,
    url: source.url ?? `urn:maillage:${needId}`,
    date: source.date ?? at.slice(0, 10),
    retrieved: at.slice(0, 10),
    licence: null,
  };
}

function toNeedRow(need: NeedToPublish, id: string, sourceId: string): TableRow {
  return {
    id,
    statementFr: need.statementFr,
    actor: need.actorId ?? null,
    group: need.group ?? null,
    competences: sorted(need.competenceIds),
    year: Number(need.at.slice(0, 4)),
    themes: sorted(need.themeIds),
    territories: sorted(need.territoryIds),
    publishedOn: need.at.slice(0, 10),
    expiresOn: need.expiresOn,
    sources: [sourceId],
  };
}

function toRecord(need: NeedToPublish, sourceId: string, changes: readonly RowChange[]): ImportRecord {
  return {
    id: need.changeId,
    kind: 'NEED',
    title: need.statementFr.slice(0, 120),
    fileName: null,
    checksum: createHash('sha256').update(JSON.stringify(changes)).digest('hex'),
    appliedAt: need.at,
    sourceId,
    status: 'DECLARED',
    by: need.by,
    created: changes.length,
    updated: 0,
    removed: 0,
    unchanged: 0,
    rejected: 0,
    undoOf: null,
  };
}
