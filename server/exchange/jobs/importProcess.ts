import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import type { Connection } from '../../database/driver';
import type { ImportAnswers, ImportReply, ImportRequest, ImportTask, PackedFailure } from './importTask';

/** What the heap of the process may hold, in megabytes: with its code and its buffers it stays under 500 MB. */
export const IMPORT_HEAP_MB = 256;
/** Milliseconds without anything to do after which the process ends, and gives its memory back: sooner once it has written. */
const IDLE = 60_000;
const IDLE_WRITTEN = 1000;
/** Milliseconds that a task which is given up may take to end by itself. */
const PATIENCE = 5000;
/** Characters of what the process says of its death that are kept. */
const KEPT_WORDS = 4000;

/** A task failed in a way that can be told. */
export class ImportTaskError extends Error {
  override readonly name = 'ImportTaskError';

  /** @param failure - what became of the import */
  constructor(readonly failure: PackedFailure) {
    super(failure.message.en);
  }
}

/** The process ended in the middle of a task. */
export class ImportProcessEndedError extends Error {
  override readonly name = 'ImportProcessEndedError';

  /** @param isOutOfMemory - whether the task needed more memory than it may have */
  constructor(readonly isOutOfMemory: boolean) {
    super(isOutOfMemory ? 'The import needs more memory than it may have' : 'The process of imports ended');
  }
}

/** How a task is watched. */
export interface TaskWatch {
  signal: AbortSignal;
  /** Told of rows as they are done. */
  onRows: (count: number) => void;
}

interface Running extends TaskWatch {
  resolve(answer: ImportAnswers[ImportTask['kind']]): void;
  reject(error: Error): void;
}

/**
 * A process of its own in which files are read, compared and written: an import that needs too much memory ends that process
 * and nothing else, and the API answers meanwhile. It starts when it is first needed, and again should it have ended.
 */
export class ImportProcess {
  private child: ChildProcess | undefined;
  private running: Running | undefined;
  private idle: NodeJS.Timeout | undefined;

  /**
   * @param connection - the database that it opens for itself
   * @param heapMb - what its heap may hold, in megabytes
   */
  constructor(
    private readonly connection: Connection,
    private readonly heapMb = IMPORT_HEAP_MB,
  ) {}

  /**
   * Does one task; the next may only be asked when it is over.
   *
   * @throws ImportTaskError, ImportProcessEndedError
   */
  async run<K extends ImportTask['kind']>(
    task: Extract<ImportTask, { kind: K }>,
    watch: TaskWatch,
  ): Promise<ImportAnswers[K]> {
    clearTimeout(this.idle);
    const child = (this.child ??= this.start());
    let patience: NodeJS.Timeout | undefined;
    const giveUp = () => {
      send(child, { kind: 'abort' });
      patience = setTimeout(() => child.kill('SIGKILL'), PATIENCE);
    };
    try {
      return await new Promise((resolve, reject) => {
        this.running = { ...watch, resolve: resolve as Running['resolve'], reject };
        setReferenced(child, true);
        send(child, { kind: 'run', task });
        watch.signal.addEventListener('abort', giveUp);
      });
    } finally {
      clearTimeout(patience);
      watch.signal.removeEventListener('abort', giveUp);
      this.running = undefined;
      setReferenced(child, false);
      const wait = task.kind === 'write' ? IDLE_WRITTEN : IDLE;
      this.idle = setTimeout(() => void this.stop(), wait).unref();
    }
  }

  /** Ends the process; a task under way is refused, and what it was writing is undone by the database. */
  async stop(): Promise<void> {
    clearTimeout(this.idle);
    const { child } = this;
    this.child = undefined;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await ended;
  }

  private start(): ChildProcess {
    // The file is TypeScript: the process first learns to read it, as the one that starts it did.
    const child = fork(join(__dirname, 'import.child.ts'), {
      execArgv: [`--max-old-space-size=${this.heapMb}`, '--require', require.resolve('tsx/cjs')],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    let words = '';
    child.stderr!.on('data', (some: Buffer) => (words = (words + some.toString()).slice(-KEPT_WORDS)));
    child.on('message', (reply: ImportReply) => this.take(reply));
    const end = (isOutOfMemory: boolean) => {
      if (this.child === child) this.child = undefined;
      this.running?.reject(new ImportProcessEndedError(isOutOfMemory));
    };
    child.on('error', () => end(false));
    child.on('exit', (code, signal) => {
      const isOutOfMemory = signal === 'SIGABRT' || code === 134;
      if (code !== null && code !== 0 && !isOutOfMemory) process.stderr.write(words);
      end(isOutOfMemory);
    });
    send(child, { kind: 'open', connection: this.connection });
    return child;
  }

  private take(reply: ImportReply): void {
    if (reply.kind === 'rows') this.running?.onRows(reply.count);
    if (reply.kind === 'answer') this.running?.resolve(reply.answer);
    if (reply.kind === 'failure') this.running?.reject(new ImportTaskError(reply.failure));
  }
}

/** A process that ended meanwhile is told of by its end, not by what could not be sent to it. */
function send(child: ChildProcess, request: ImportRequest): void {
  child.send(request, () => undefined);
}

/** Whether a process keeps the one that started it alive. */
function setReferenced(child: ChildProcess, isReferenced: boolean): void {
  const how = isReferenced ? 'ref' : 'unref';
  child[how]();
  child.channel?.[how]();
  (child.stderr as unknown as { ref(): void; unref(): void })[how]();
}
