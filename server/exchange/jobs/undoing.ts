import { join } from 'node:path';
import type { Connection, Database } from '../../database/driver';
import { readGraph, type ImportRecord } from '../../graph/changeGraph';
import { readImport } from '../../graph/readChanges';
import { StillReferencedError } from '../../graph/writeRows';
import { RestartedThread } from '../../threads/restartedThread';
import { CannotUndoError, undoImport, type UndoRequest } from '../import/undoImport';

/** Rows of a change up to which it is undone on the spot: a thread takes longer to start. */
const MOST_HERE = 5000;
/** What the heap of the thread may hold, in megabytes. */
const UNDO_HEAP_MB = 256;
/** Longer than the database lets a change take, with the reading before it. */
const MOST_MILLISECONDS = 600_000;

/** What the thread is asked. */
export interface UndoOrder {
  importId: string;
  request: UndoRequest;
}

/** What it answers: the change that undoes, or why there is none. */
export type UndoAnswer =
  | { record: ImportRecord }
  | { cannot: CannotUndoError['why']; rows: readonly string[] }
  | { referredTo: string; by: readonly string[] };

/** Undoes dated changes while the API goes on answering. */
export interface Undoing {
  /**
   * Undoes a change as a whole; see {@link undoImport}.
   *
   * @throws CannotUndoError; StillReferencedError; DatabaseUnavailableError
   */
  undo(importId: string, request: UndoRequest): Promise<ImportRecord>;
  /** Ends the thread; what it was writing is undone by the database. */
  stop(): Promise<void>;
}

/**
 * Undoes small changes on the spot and large ones in a thread, which ends once it is done and gives its memory back.
 *
 * @param mostHere - rows of a change up to which it is undone on the spot, 5,000 when left out
 */
export function createUndoing(database: Database, { mostHere = MOST_HERE } = {}): Undoing {
  const thread = new RestartedThread<Connection, UndoOrder, UndoAnswer>({
    file: join(__dirname, 'undo.worker.ts'),
    nameOf: ({ importId }) => `undoing ${importId}`,
    mostMilliseconds: MOST_MILLISECONDS,
    idleMilliseconds: 0,
    heapMb: UNDO_HEAP_MB,
  });
  thread.load(database.connection);
  return {
    async undo(importId, request) {
      const undone = await readGraph(database, (reader) => readImport(reader, importId));
      if (undone === undefined || undone.created + undone.updated + undone.removed <= mostHere)
        return undoImport(database, importId, request);
      const answer = await thread.ask({ importId, request });
      if ('cannot' in answer) throw new CannotUndoError(answer.cannot, answer.rows);
      if ('referredTo' in answer) throw new StillReferencedError(answer.referredTo, answer.by);
      return answer.record;
    },
    stop: () => thread.stop(),
  };
}
