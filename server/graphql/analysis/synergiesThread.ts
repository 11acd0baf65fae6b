import { join } from 'node:path';
import type { ActorNetwork } from '../../analysis/network/actorNetwork';
import type { ProjectionOptions } from '../../analysis/network/actorProjection';
import type { MeasureQuestion, MeasureResult } from '../../analysis/network/descriptors';
import { RestartedThread } from '../../threads/restartedThread';
import type { SynergiesQuestion } from './synergies.worker';

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

/**
 * Starts a thread when it is first needed, and again with the same network should it have ended.
 *
 * @param mostMilliseconds - how long a question may take from when it is asked, 60,000 when left out
 */
export function createSynergiesThread({ mostMilliseconds = 60_000 } = {}): SynergiesThread {
  const thread = new RestartedThread<ActorNetwork, SynergiesQuestion, MeasureResult>({
    file: join(__dirname, 'synergies.worker.ts'),
    nameOf: ({ measure: { measure } }) => measure,
    mostMilliseconds,
  });
  return {
    load: (network) => thread.load(network),
    compute: (measure, projection) => thread.ask({ measure, projection: projection ?? null }),
    stop: () => thread.stop(),
  };
}
