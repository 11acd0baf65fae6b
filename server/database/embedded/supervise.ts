import { setTimeout as sleep } from 'node:timers/promises';
import type { JavaProcess } from './javaProcess';

/** Pause before the first attempt to start again, doubled at each failure up to the last; in milliseconds. */
const FIRST_PAUSE = 250;
const LAST_PAUSE = 30_000;

/** The Java of the moment, whichever it is. */
export interface SupervisedJava {
  current(): JavaProcess;
  /** Stops it, or the attempt to start it, and lets it be. */
  stop(): Promise<void>;
}

/**
 * Notices that Java ended without having been asked to, and starts it again as long as that takes.
 * @param relaunch starts another and resolves when it answers; undefined leaves it dead.
 */
export function superviseJava(
  first: JavaProcess,
  relaunch: (() => Promise<JavaProcess>) | undefined,
  listener: { onAway: (pid: number) => void; onBack: (pid: number) => void },
): SupervisedJava {
  const stopped = new AbortController();
  const { signal } = stopped;
  let current = first;
  let restarting: Promise<void> = Promise.resolve();
  attend();

  function attend(): void {
    void current.exited.then(() => {
      if (signal.aborted) return;
      listener.onAway(current.pid);
      if (relaunch) restarting = restart(relaunch);
    });
  }

  async function restart(launch: () => Promise<JavaProcess>): Promise<void> {
    for (let pause = FIRST_PAUSE; !signal.aborted; pause = Math.min(pause * 2, LAST_PAUSE)) {
      await sleep(pause, undefined, { signal }).catch(() => undefined);
      const next = signal.aborted ? undefined : await launch().catch(() => undefined);
      if (!next) continue;
      current = next;
      attend();
      if (!signal.aborted) listener.onBack(next.pid);
      return;
    }
  }

  return {
    current: () => current,
    async stop() {
      stopped.abort();
      await restarting;
      await current.stop();
    },
  };
}
