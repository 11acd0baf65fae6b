import { parentPort } from 'node:worker_threads';
import { databaseCode, isDatabaseAway } from '../database/driver';
import { CodedError } from '../errors';

/** What a thread is asked: to keep some data, or to answer on the data it keeps. */
export type ThreadRequest<Data, Question> =
  { kind: 'load'; data: Data } | { kind: 'answer'; id: number; question: Question };

/** An error as it passes from one thread to another: what the asker can mend is told from what it cannot. */
export interface ThreadFailure {
  message: string;
  /** Where and what, of an argument that does not fit; null of any other error. */
  extensions: { where: string; todo: string } | null;
  /** Whether it is a RangeError. */
  isRange: boolean;
  /** Whether it is that the database does not answer. */
  isAway: boolean;
  /** Of an error of the database: its code. */
  code: string | null;
}

/** What it answers. */
export type ThreadReply<Result> = { id: number } & ({ result: Result } | { error: ThreadFailure });

/** What the thread's own file does. */
export interface ThreadWork<Data, Question, Result> {
  load(data: Data): void;
  answer(question: Question): Result | Promise<Result>;
}

/** Answers what {@link RestartedThread} asks; called once, in the file of the thread. */
export function serveThread<Data, Question, Result>(work: ThreadWork<Data, Question, Result>): void {
  const tell = (reply: ThreadReply<Result>): void => parentPort!.postMessage(reply);
  parentPort?.on('message', (request: ThreadRequest<Data, Question>) => {
    if (request.kind === 'load') return work.load(request.data);
    const { id, question } = request;
    (async () => work.answer(question))().then(
      (result) => tell({ id, result }),
      (error: unknown) => tell({ id, error: toFailure(error) }),
    );
  });
}

function toFailure(error: unknown): ThreadFailure {
  return {
    message: error instanceof Error ? error.message : String(error),
    extensions: error instanceof CodedError ? (error.extensions as never) : null,
    isRange: error instanceof RangeError,
    isAway: isDatabaseAway(error),
    code: databaseCode(error),
  };
}
