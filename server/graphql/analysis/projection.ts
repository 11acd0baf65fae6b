/** A value and the version of the database that it was read from. */
export interface Projected<T> {
  /** Version of the database; null when the database does not tell. */
  readonly version: string | null;
  readonly value: T;
}

/** A whole-graph reading shared by every request, as old as the last write at most. */
export interface Projection<T> {
  /**
   * The reading, made again when the database moved since.
   * @throws what `read` or `readVersion` throw; the next call tries again.
   */
  current(): Promise<Projected<T>>;
  /** Something was just written: the version is asked for at the next call, whenever it was last. */
  doubt(): void;
}

/** How projections look at the clock and at the database. */
export interface ProjectionOptions {
  /** Milliseconds during which a version is not asked for again. */
  readonly belief?: number;
  /** Milliseconds after which a reading is made again when the database tells no version. */
  readonly unversioned?: number;
  /** Milliseconds of a clock that never goes back. */
  readonly now?: () => number;
}

/**
 * Keeps the last reading of a whole graph and makes it again once the database moved.
 *
 * The version is asked for at most every `belief` milliseconds, half a second by default, or when it is doubted: an answer is never
 * older than that. Requests that come together share one reading.
 *
 * @param read reads the graph and makes of it what measures need, typed arrays for preference.
 * @param readVersion says where the database is: the identifier of its last committed transaction.
 * @param options see {@link ProjectionOptions}.
 */
export function createProjection<T>(
  read: () => Promise<T>,
  readVersion: () => Promise<string | null>,
  { belief = 500, unversioned = 2000, now = () => performance.now() }: ProjectionOptions = {},
): Projection<T> {
  let kept: Projected<T> | undefined;
  let checkedAt = -Infinity;
  let readAt = -Infinity;
  let pending: Promise<Projected<T>> | undefined;
  let isDoubted = false;

  async function renew(): Promise<Projected<T>> {
    const startedAt = now();
    isDoubted = false;
    const version = await readVersion();
    const isFresh =
      kept !== undefined && (version === null ? startedAt - readAt < unversioned : kept.version === version);
    if (kept === undefined || !isFresh) {
      kept = { version, value: await read() };
      readAt = startedAt;
    }
    checkedAt = startedAt;
    return kept;
  }

  const current = (): Promise<Projected<T>> => {
    if (kept !== undefined && !isDoubted && now() - checkedAt < belief) return Promise.resolve(kept);
    // A reading under way when something was written may have missed it.
    if (pending !== undefined && isDoubted) return pending.then(current, current);
    pending ??= renew().finally(() => {
      pending = undefined;
    });
    return pending;
  };
  return {
    current,
    doubt() {
      isDoubted = true;
    },
  };
}
