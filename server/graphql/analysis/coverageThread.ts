import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { InvalidInputError } from '../../errors';
import type { RegionRows } from '../../graph/readRegion';
import type { CoverageQuestion, CoverageReply, CoverageRequest, CoverageResult } from './coverage.worker';

/** A thread that answers the long questions of coverage while the API goes on answering the others. */
export interface CoverageThread {
  /**
   * Answers on the rows given. They are sent to the thread once; questions are answered in turn, and the same question on
   * the same rows is worked out once.
   *
   * @throws InvalidInputError when an argument does not fit; Error when the thread stopped or took too long
   */
  answer<T extends CoverageResult>(rows: RegionRows, question: CoverageQuestion): Promise<T>;
  /** Ends the thread; questions under way are refused. */
  stop(): Promise<void>;
}

/** Answers kept for each reading of the region. */
const MOST_ANSWERS = 50;

/**
 * Makes a thread, started when it is first needed and again should it have ended.
 *
 * @param mostMilliseconds - how long a question may take from when it is asked; then the thread is ended, for a computation
 *   cannot be interrupted, and all that waited is refused
 */
export function createCoverageThread({ mostMilliseconds = 60_000 } = {}): CoverageThread {
  return new RestartedThread(mostMilliseconds);
}

interface Waiting {
  resolve(result: CoverageResult): void;
  reject(error: Error): void;
  timer: NodeJS.Timeout;
}

class RestartedThread implements CoverageThread {
  private readonly waiting = new Map<number, Waiting>();
  private readonly answers = new Map<string, Promise<CoverageResult>>();
  private rows: RegionRows | undefined;
  private worker: Worker | undefined;
  private lastId = 0;

  constructor(private readonly mostMilliseconds: number) {}

  answer<T extends CoverageResult>(rows: RegionRows, question: CoverageQuestion): Promise<T> {
    this.load(rows);
    const key = JSON.stringify(question);
    let answer = this.answers.get(key);
    if (!answer) {
      answer = this.ask(question);
      this.answers.set(key, answer);
      answer.catch(() => this.answers.delete(key));
      if (this.answers.size > MOST_ANSWERS) this.answers.delete([...this.answers.keys()][0]!);
    }
    return answer as Promise<T>;
  }

  async stop(): Promise<void> {
    await this.end(new Error('the thread was stopped'));
  }

  private load(rows: RegionRows): void {
    if (rows === this.rows) return;
    this.rows = rows;
    this.answers.clear();
    if (this.worker) send(this.worker, { kind: 'load', rows });
  }

  private ask(question: CoverageQuestion): Promise<CoverageResult> {
    this.worker ??= this.start();
    const id = ++this.lastId;
    const answer = new Promise<CoverageResult>((resolve, reject) => {
      const refuse = (): unknown =>
        this.end(new Error(`${question.kind} took over ${this.mostMilliseconds} ms`));
      this.waiting.set(id, { resolve, reject, timer: setTimeout(refuse, this.mostMilliseconds).unref() });
    });
    send(this.worker, { kind: 'answer', id, question });
    return answer;
  }

  private start(): Worker {
    const worker = startWorker();
    worker.unref();
    worker.on('message', (reply: CoverageReply) => {
      settle(this.waiting.get(reply.id), reply);
      this.waiting.delete(reply.id);
    });
    const endIfCurrent = (error: Error): unknown => this.worker === worker && this.end(error);
    worker.on('error', endIfCurrent);
    worker.on('exit', (code) => endIfCurrent(new Error(`the thread ended with code ${code}`)));
    if (this.rows) send(worker, { kind: 'load', rows: this.rows });
    return worker;
  }

  private async end(error: Error): Promise<void> {
    const ended = this.worker;
    this.worker = undefined;
    for (const { reject, timer } of this.waiting.values()) {
      clearTimeout(timer);
      reject(error);
    }
    this.waiting.clear();
    await ended?.terminate();
  }
}

/** The worker's file is TypeScript: the thread first learns to read it, as the process that starts it did. */
function startWorker(): Worker {
  const files = ['reflect-metadata', require.resolve('tsx/cjs'), join(__dirname, 'coverage.worker.ts')];
  return new Worker(files.map((file) => `require(${JSON.stringify(file)});`).join('\n'), {
    eval: true,
    execArgv: [],
  });
}

function send(worker: Worker, request: CoverageRequest): void {
  worker.postMessage(request);
}

function settle(waiting: Waiting | undefined, reply: CoverageReply): void {
  if (!waiting) return;
  clearTimeout(waiting.timer);
  if ('result' in reply) return waiting.resolve(reply.result);
  const { message, extensions } = reply.error;
  waiting.reject(extensions ? new InvalidInputError(message, extensions) : new Error(message));
}
