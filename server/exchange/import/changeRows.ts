import type { Database } from '../../database/driver';
import {
  changeGraph,
  type GraphReader,
  type ImportKind,
  type ImportRecord,
  type StatementRow,
} from '../../graph/changeGraph';
import type { RowChange } from '../../graph/tables';
import { tablesOf } from '../sheets/sheets';
import { digestOf } from './importFile';

/** A change that a person makes, otherwise than by a file. */
export interface RowsRequest {
  id: string;
  kind: ImportKind;
  title: string;
  /** ISO instant. */
  at: string;
  by: string;
  sourceId: string | null;
  /** Of a merge: the actor that went. */
  mergedId?: string;
  /** Of a merge: the actor that it went into. */
  survivorId?: string;
}

/**
 * Changes rows of any sheets in one transaction, as one dated change that can be undone.
 *
 * @param compute - from what is read inside the transaction, the changes and the statements to keep
 * @returns the dated change; null when there was nothing to change
 */
export async function changeRows(
  database: Database,
  request: RowsRequest,
  compute: (reader: GraphReader) => Promise<{ changes: RowChange[]; statements?: StatementRow[] }>,
): Promise<ImportRecord | null> {
  const { at, ...about } = request;
  const set = await changeGraph(database, tablesOf(), async (reader) => {
    const { changes, statements = [] } = await compute(reader);
    if (changes.length === 0) return null;
    const count = (test: (change: RowChange) => boolean) => changes.filter(test).length;
    const record: ImportRecord = {
      ...about,
      appliedAt: at,
      fileName: null,
      checksum: digestOf(changes),
      status: 'DECLARED',
      created: count(({ before }) => before === null),
      updated: count(({ before, after }) => before !== null && after !== null),
      removed: count(({ after }) => after === null),
      unchanged: 0,
      rejected: 0,
      undoOf: null,
    };
    return { record, changes, statements };
  });
  return set?.record ?? null;
}
