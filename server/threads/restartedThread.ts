import { Worker } from 'node:worker_threads';
import { DatabaseUnavailableError, InvalidInputError } from '../errors';
import type { ThreadFailure, ThreadReply, ThreadRequest } from './threadProtocol';

/** How a thread is made. */
export interface ThreadOptions<Question> {
  /** The path of its file, which calls `serveThread`. */
  file: string;
  /** What a question is called when it took too long. */
  nameOf: (question: Question) => string;
  /**
   * How long a question may take from when it is asked, in milliseconds; then the thread is ended, for a computation cannot be interrupted, and all that
   * waited is refused.
   */
  mostMilliseconds: number;
  /** Milliseconds without a question after which the thread ends, and gives its memory back; it stays when left out. */
  idleMilliseconds?: number;
  /** What its heap may hold, in megabytes; more ends it, and all that waited is refused. As much as Node gives when left out. */
  heapMb?: number;
}

interface Waiting<Result> {
  resolve(result: Result): void;
  reject(error: Error): void;
  timer: NodeJS.Timeout;
}

/**
 * A thread that computes while the API goes on answering: started when it is first needed, and again with the same data should
 * it have ended. It does not keep the process alive.
 */
export class RestartedThread<Data, Question, Result> {
  private readonly waiting = new Map<number, Waiting<Result>>();
  private data: Data | undefined;
  private worker: Worker | undefined;
  private idle: NodeJS.Timeout | undefined;
  private lastId = 0;

  /** @param options - see {@link ThreadOptions} */
  constructor(private readonly options: ThreadOptions<Question>) {}

  /** Gives the data to answer on; answers to earlier questions are not affected. */
  load(data: Data): void {
    if (data === this.data) return;
    this.data = data;
    if (this.worker) send(this.worker, { kind: 'load', data });
  }

  /**
   * Answers a question on the data given last. Questions are answered one after the other.
   *
   * @throws RangeError or InvalidInputError when a parameter does not fit; Error when the thread stopped or took too long
   */
  ask(question: Question): Promise<Result> {
    const { nameOf, mostMilliseconds } = this.options;
    clearTimeout(this.idle);
    this.worker ??= this.start();
    const id = ++this.lastId;
    const answer = new Promise<Result>((resolve, reject) => {
      const refuse = (): unknown =>
        this.end(new Error(`${nameOf(question)} took over ${mostMilliseconds} ms`));
      this.waiting.set(id, { resolve, reject, timer: setTimeout(refuse, mostMilliseconds).unref() });
    });
    send(this.worker, { kind: 'answer', id, question });
    return answer;
  }

  /** Ends the thread; questions under way are refused. */
  async stop(): Promise<void> {
    await this.end(new Error('the thread was stopped'));
  }

  private start(): Worker {
    const worker = startWorker(this.options);
    worker.unref();
    worker.on('message', (reply: ThreadReply<Result>) => this.settle(reply));
    const endIfCurrent = (error: Error): unknown => this.worker === worker && this.end(error);
    worker.on('error', endIfCurrent);
    worker.on('exit', (code) => endIfCurrent(new Error(`the thread ended with code ${code}`)));
    if (this.data !== undefined) send(worker, { kind: 'load', data: this.data });
    return worker;
  }

  private settle(reply: ThreadReply<Result>): void {
    const waiting = this.waiting.get(reply.id);
    if (!waiting) return;
    this.waiting.delete(reply.id);
    clearTimeout(waiting.timer);
    if ('result' in reply) waiting.resolve(reply.result);
    else waiting.reject(toError(reply.error));
    const { idleMilliseconds } = this.options;
    if (this.waiting.size > 0 || idleMilliseconds === undefined) return;
    this.idle = setTimeout(() => void this.stop(), idleMilliseconds).unref();
  }

  private async end(error: Error): Promise<void> {
    const ended = this.worker;
    this.worker = undefined;
    clearTimeout(this.idle);
    for (const { reject, timer } of this.waiting.values()) {
      clearTimeout(timer);
      reject(error);
    }
    this.waiting.clear();
    await ended?.terminate();
  }
}

/** The worker's file is TypeScript: the thread first learns to read it, as the process that starts it did. */
function startWorker({ file, heapMb }: Pick<ThreadOptions<never>, 'file' | 'heapMb'>): Worker {
  const files = ['reflect-metadata', 'tsx/cjs'].map((part) => require.resolve(part));
  return new Worker([...files, file].map((each) => `require(${JSON.stringify(each)});`).join('\n'), {
    eval: true,
    execArgv: [],
    ...(heapMb === undefined ? {} : { resourceLimits: { maxOldGenerationSizeMb: heapMb } }),
  });
}

const send = <Data, Question>(worker: Worker, request: ThreadRequest<Data, Question>): void =>
  worker.postMessage(request);

function toError({ message, extensions, isRange, isAway, code }: ThreadFailure): Error {
  if (isAway) return new DatabaseUnavailableError();
  if (extensions) return new InvalidInputError(message, extensions);
  if (isRange) return new RangeError(message);
  return Object.assign(new Error(message), code === null ? {} : { code });
}
