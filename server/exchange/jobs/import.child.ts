import { createDatabase, type Database } from '../../database/driver';
import { applyImport, checkImport, type CheckedImport } from '../import/importFile';
import { explainFailure } from './explainFailure';
import {
  packPlan,
  packTables,
  unpackTables,
  type ImportAnswers,
  type ImportReply,
  type ImportRequest,
  type ImportTask,
  type PackedFailure,
} from './importTask';
import { readJobFile, type JobReading } from './readJobFile';

// The process in which imports are read, compared and written: its memory is bounded, and what it does blocks nobody.

let database: Database | undefined;
let abort = new AbortController();
/** The last import that was checked. */
let last: (CheckedImport & { id: string }) | undefined;

function tell(reply: ImportReply): void {
  process.send!(reply);
}

const onRows = (count: number): void => {
  if (count > 0) tell({ kind: 'rows', count });
};

async function read({ file, limits }: Extract<ImportTask, { kind: 'read' }>): Promise<ImportAnswers['read']> {
  const { bytes, ...about } = file;
  const reading: JobReading = {
    ...about,
    file: undefined,
    recognised: undefined,
    mappings: [],
    register: undefined,
    decisions: new Map(),
    message: undefined,
  };
  await readJobFile(database!, limits, reading, bytes, abort.signal);
  const { tables, guesses } = reading.recognised!;
  return { ...reading, recognised: { tables: packTables(tables), guesses } };
}

async function run(task: ImportTask): Promise<ImportAnswers[ImportTask['kind']]> {
  const { signal } = abort;
  if (task.kind === 'read') return read(task);
  const prepared = { ...task.prepared, tables: unpackTables(task.prepared.tables) };
  if (task.kind === 'check') {
    last = undefined;
    const checked = await checkImport(database!, prepared, { signal, onPlanned: onRows });
    signal.throwIfAborted();
    last = { ...checked, id: task.id };
    const { plan, digest } = checked;
    return { plan: packPlan(plan), digest };
  }
  const checked = last?.id === task.request.id ? last : undefined;
  last = undefined;
  await applyImport(database!, prepared, { ...task.request, onWritten: onRows }, signal, checked);
  return null;
}

function toPackedFailure(error: unknown, isWriting: boolean): PackedFailure {
  const { plan, ...failure } = explainFailure(error, isWriting);
  return plan === undefined ? failure : { ...failure, plan: packPlan(plan) };
}

process.on('message', (request: ImportRequest) => {
  if (request.kind === 'open') database = createDatabase(request.connection);
  if (request.kind === 'abort') abort.abort();
  if (request.kind !== 'run') return;
  abort = new AbortController();
  run(request.task).then(
    (answer) => tell({ kind: 'answer', answer }),
    (error: unknown) =>
      tell({ kind: 'failure', failure: toPackedFailure(error, request.task.kind === 'write') }),
  );
});
// Without the one who asks there is nobody to answer; what is being written is undone by the database.
process.on('disconnect', () => process.exit());
// Ctrl-C reaches every process of a terminal: the one who asks decides.
for (const signal of ['SIGINT', 'SIGHUP'] as const) process.on(signal, () => undefined);
