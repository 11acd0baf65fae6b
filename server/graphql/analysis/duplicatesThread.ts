import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { DuplicateActor, DuplicatePair } from '../../analysis/trust/duplicates';
import { RestartedThread } from '../../threads/restartedThread';

/** A thread that compares all actors two by two while the API goes on answering. */
export interface DuplicatesThread {
  /**
   * Pairs that may be the same, those that were told apart among them. The same actors are compared once; whoever asks of
   * others while some are compared waits, and gets the pairs of those given last.
   *
   * @throws Error when the thread stopped or took too long
   */
  find(actors: readonly DuplicateActor[]): Promise<readonly DuplicatePair[]>;
  /** Ends the thread; questions under way are refused. */
  stop(): Promise<void>;
}

interface Asked {
  actors: readonly DuplicateActor[];
  /** What they are recognised by, whoever read them. */
  digest: string;
}

/**
 * Makes a thread, started when it is first needed and again should it have ended.
 *
 * @param mostMilliseconds - how long a comparison may take, 180,000 when left out
 */
export function createDuplicatesThread({ mostMilliseconds = 180_000 } = {}): DuplicatesThread {
  const thread = new RestartedThread<never, readonly DuplicateActor[], DuplicatePair[]>({
    file: join(__dirname, 'duplicates.worker.ts'),
    nameOf: (actors) => `the comparison of ${actors.length} actors`,
    mostMilliseconds,
  });
  let kept: (Asked & { pairs: Promise<readonly DuplicatePair[]> }) | undefined;
  let latest: Asked | undefined;

  function compare(asked: Asked): Promise<readonly DuplicatePair[]> {
    const pairs = thread.ask(asked.actors);
    const comparison = { ...asked, pairs };
    kept = comparison;
    pairs.catch(() => {
      if (kept === comparison) kept = undefined;
    });
    return pairs;
  }
  return {
    async find(actors) {
      if (kept?.actors === actors) return kept.pairs;
      const digest = digestOf(actors);
      if (kept?.digest === digest) return kept.pairs;
      const asked = { actors, digest };
      latest = asked;
      if (kept) await kept.pairs.catch(() => undefined);
      return kept?.digest === latest.digest ? kept.pairs : compare(latest);
    },
    stop: () => thread.stop(),
  };
}

function digestOf(actors: readonly DuplicateActor[]): string {
  return createHash('sha256').update(JSON.stringify(actors)).digest('base64');
}
