import { DatabaseUnavailableError } from '../errors';
import { type Database, isDatabaseAway } from './driver';

/**
 * How long a probe may take before the database is said to be away, in milliseconds. The longer, the less a database that is
 * only slow (just started, machine busy) is taken for one that is away.
 */
const PROBE = 1100;
/** A probe waits by so many steps: when this process itself was busy for a while, that while counts as one step only. */
const STEPS = 10;
/** How long the answer of a probe is believed, in milliseconds. */
const BELIEF = 500;
/** How long a query may stay silent before the database is probed, in milliseconds: longer than an earlier answer is believed. */
const SILENCE = 550;

/** Tells whether the database answers, and makes those who wait for it wait less than two seconds when it does not. */
export interface Availability {
  /** Whether the database answers now; settles within two seconds. Probes are shared and believed for half a second. */
  isAnswering(): Promise<boolean>;
  /**
   * Waits for work that reads the database, and gives up when the database stopped answering meanwhile.
   * A slow query on a living database is waited for.
   * @throws DatabaseUnavailableError when the database is away; else what `work` throws.
   */
  guard<T>(work: () => Promise<T>): Promise<T>;
}

/**
 * Watches one database, on demand only: nothing runs while nobody asks.
 *
 * @param database what to probe.
 */
export function createAvailability(database: Pick<Database, 'verify'>): Availability {
  let probe: Promise<boolean> | undefined;
  let last = { answering: true, at: -Infinity };

  function isAnswering(): Promise<boolean> {
    if (performance.now() - last.at < BELIEF) return Promise.resolve(last.answering);
    probe ??= runProbe(database).then((answering) => {
      last = { answering, at: performance.now() };
      probe = undefined;
      return answering;
    });
    return probe;
  }

  async function guard<T>(work: () => Promise<T>): Promise<T> {
    if (!last.answering && !(await isAnswering())) throw new DatabaseUnavailableError();
    const watch = createWatch(isAnswering);
    try {
      return await Promise.race([work(), watch.lost]);
    } catch (error) {
      if (!isAway(error)) throw error;
      last = { answering: false, at: performance.now() };
      throw new DatabaseUnavailableError();
    } finally {
      watch.stop();
    }
  }

  return { isAnswering, guard };
}

/** Rejects when the database, silent for a while, does not answer a probe either. */
function createWatch(isAnswering: () => Promise<boolean>): { lost: Promise<never>; stop: () => void } {
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  const lost = new Promise<never>((_, reject) => {
    const look = async () => {
      const answering = await isAnswering();
      if (stopped) return;
      if (answering) timer = setTimeout(look, SILENCE);
      else reject(new DatabaseUnavailableError());
    };
    timer = setTimeout(look, SILENCE);
  });
  const stop = () => {
    stopped = true;
    clearTimeout(timer);
  };
  return { lost, stop };
}

async function runProbe(database: Pick<Database, 'verify'>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    const wait = (steps: number) => {
      timer = setTimeout(() => (steps > 1 ? wait(steps - 1) : resolve(false)), PROBE / STEPS);
    };
    wait(STEPS);
  });
  const answer = database.verify().then(
    () => true,
    () => false,
  );
  const answering = await Promise.race([answer, late]);
  clearTimeout(timer);
  return answering;
}

/** The driver's error may be wrapped by what called it. */
function isAway(error: unknown): boolean {
  if (error instanceof DatabaseUnavailableError || isDatabaseAway(error)) return true;
  if (!(error instanceof Error)) return false;
  const inner = (error as { originalError?: unknown }).originalError ?? error.cause;
  return inner !== undefined && inner !== error && isAway(inner);
}
