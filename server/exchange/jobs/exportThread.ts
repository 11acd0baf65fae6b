import { join } from 'node:path';
import type { Connection, Database } from '../../database/driver';
import { TooExpensiveError } from '../../errors';
import { RestartedThread } from '../../threads/restartedThread';
import type { ExportOrder } from '../export/makeExport';

/** What the heap of the thread may hold, in megabytes: with its code and its buffers it stays under 500 MB. */
const EXPORT_HEAP_MB = 256;

/** A thread in which files are made of the graph while the API goes on answering. */
export interface ExportThread {
  /**
   * Makes a file; files are made one after the other.
   *
   * @throws DatabaseUnavailableError; TooExpensiveError when it needs more memory than it may have; Error when the thread
   *   stopped or took too long
   */
  make(order: ExportOrder): Promise<Uint8Array>;
  /** Ends the thread; files that are being made are refused. */
  stop(): Promise<void>;
}

/**
 * Makes a thread, started when it is first needed and again should it have ended; it ends when nothing was asked for a minute.
 *
 * @param database - what it reads, by connections of its own
 */
export function createExportThread(
  { connection }: Pick<Database, 'connection'>,
  { heapMb = EXPORT_HEAP_MB, mostMilliseconds = 180_000, idleMilliseconds = 60_000 } = {},
): ExportThread {
  const thread = new RestartedThread<Connection, ExportOrder, Uint8Array>({
    file: join(__dirname, 'export.worker.ts'),
    nameOf: ({ format }) => `the export as ${format}`,
    mostMilliseconds,
    idleMilliseconds,
    heapMb,
  });
  thread.load(connection);
  return {
    make: (order) => thread.ask(order).catch((error: unknown) => Promise.reject(toTold(error))),
    stop: () => thread.stop(),
  };
}

function toTold(error: unknown): unknown {
  if ((error as { code?: unknown }).code !== 'ERR_WORKER_OUT_OF_MEMORY') return error;
  return new TooExpensiveError('This export needs more memory than it may have.', {
    todo: 'Ask for some sheets or some actors only (`sheets`, `actors`).',
  });
}
