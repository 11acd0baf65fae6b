import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ActorNetwork } from '../../analysis/network/actorNetwork';
import type { ProjectionOptions } from '../../analysis/network/actorProjection';
import type { MeasureQuestion, MeasureResult } from '../../analysis/network/descriptors';
import type { SynergiesReply, SynergiesRequest } from './synergies.worker';

/** A thread that computes on the network while the API goes on answering. */
export interface SynergiesThread {
  /** Gives the network to compute on; answers to earlier questions are not affected. */
  load(network: ActorNetwork): void;
  /**
   * Computes a measure, on the ties chosen by `projection` (all of the loaded graph when left out). Questions are
   * answered one after the other.
   *
   * @throws RangeError when a parameter does not fit; Error when the thread stopped or took too long
   */
  compute(question: MeasureQuestion, projection?: ProjectionOptions): Promise<MeasureResult>;
  /** Ends the thread; questions under way are refused. */
  stop(): Promise<void>;
}

interface Waiting {
  resolve(result: MeasureResult): void;
  reject(error: Error): void;
  timer: NodeJS.Timeout;
}

/**
 * Starts a thread when it is first needed, and again with the same network should it have ended.
 *
 * @param mostMilliseconds - how long a question may take from when it is asked, 60,000 when left out; then the thread is
 *   ended, for a computation cannot be interrupted, and all that waited is refused
 */
export function createSynergiesThread({ mostMilliseconds = 60_000 } = {}): SynergiesThread {
  return new RestartedThread(mostMilliseconds);
}

class RestartedThread implements SynergiesThread {
  private readonly waiting = new Map<number, Waiting>();
  private network: ActorNetwork | undefined;
  private worker: Worker | undefined;
  private lastId = 0;

  constructor(private readonly mostMilliseconds: number) {}

  load(network: ActorNetwork): void {
    this.network = network;
    if (this.worker) send(this.worker, { kind: 'load', network });
  }

  compute(question: MeasureQuestion, projection?: ProjectionOptions): Promise<MeasureResult> {
    this.worker ??= this.start();
    const id = ++this.lastId;
    const answer = new Promise<MeasureResult>((resolve, reject) => {
      const refuse = (): unknown =>
        this.end(new Error(`${question.measure} took over ${this.mostMilliseconds} ms`));
      this.waiting.set(id, { resolve, reject, timer: setTimeout(refuse, this.mostMilliseconds).unref() });
    });
    send(this.worker, { kind: 'compute', id, question, projection: projection ?? null });
    return answer;
  }

  async stop(): Promise<void> {
    await this.end(new Error('the thread was stopped'));
  }

  private start(): Worker {
    const worker = startWorker();
    worker.unref();
    worker.on('message', (reply: SynergiesReply) => {
      settle(this.waiting.get(reply.id), reply);
      this.waiting.delete(reply.id);
    });
    const endIfCurrent = (error: Error): unknown => this.worker === worker && this.end(error);
    worker.on('error', endIfCurrent);
    worker.on('exit', (code) => endIfCurrent(new Error(`the thread ended with code ${code}`)));
    if (this.network) send(worker, { kind: 'load', network: this.network });
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
  const files = [require.resolve('tsx/cjs'), join(__dirname, 'synergies.worker.ts')];
  return new Worker(files.map((file) => `require(${JSON.stringify(file)});`).join('\n'), {
    eval: true,
    execArgv: [],
  });
}

function send(worker: Worker, request: SynergiesRequest): void {
  worker.postMessage(request);
}

function settle(waiting: Waiting | undefined, reply: SynergiesReply): void {
  if (!waiting) return;
  clearTimeout(waiting.timer);
  if ('result' in reply) waiting.resolve(reply.result);
  else
    waiting.reject(
      reply.error.mendable ? new RangeError(reply.error.message) : new Error(reply.error.message),
    );
}
