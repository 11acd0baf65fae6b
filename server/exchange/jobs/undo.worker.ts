import { createDatabase, type Connection, type Database } from '../../database/driver';
import { StillReferencedError } from '../../graph/writeRows';
import { serveThread } from '../../threads/threadProtocol';
import { CannotUndoError, undoImport } from '../import/undoImport';
import type { UndoAnswer, UndoOrder } from './undoing';

let database: Database | undefined;

serveThread<Connection, UndoOrder, UndoAnswer>({
  load: (connection) => (database = createDatabase(connection)),
  answer: ({ importId, request }) =>
    undoImport(database!, importId, request).then((record) => ({ record }), toRefusal),
});

/** An error loses its kind from one thread to another: a refusal passes as an answer. */
function toRefusal(error: unknown): UndoAnswer {
  if (error instanceof CannotUndoError) return { cannot: error.why, rows: error.rows };
  if (error instanceof StillReferencedError) return { referredTo: error.id, by: error.by };
  throw error;
}
