import neo4j, { Neo4jError } from 'neo4j-driver';
import { DatabaseUnavailableError } from '../errors';
import { createAvailability } from './availability';

const away = () => new Neo4jError('Connection refused', neo4j.error.SERVICE_UNAVAILABLE, 'N/A', 'N/A');
const never = () => new Promise<never>(() => undefined);

describe('availability', () => {
  it('lets the result and the errors of work through', async () => {
    const { guard } = createAvailability({ verify: async () => undefined });
    expect(await guard(async () => 7)).toBe(7);
    await expect(guard(() => Promise.reject(new RangeError('mine')))).rejects.toThrow(RangeError);
  });

  it('waits for slow work on a living database', async () => {
    let probes = 0;
    const { guard } = createAvailability({
      verify: async () => {
        probes += 1;
      },
    });
    const slow = () => new Promise<string>((resolve) => setTimeout(() => resolve('done'), 2000));
    expect(await guard(slow)).toBe('done');
    expect(probes).toBeGreaterThan(0);
  });

  it('turns the errors of a database away into one code, also when they are wrapped', async () => {
    const { guard } = createAvailability({ verify: never });
    await expect(guard(() => Promise.reject(away()))).rejects.toThrow(DatabaseUnavailableError);
    const other = createAvailability({ verify: never });
    const wrapped = new Error('in a resolver', { cause: away() });
    await expect(other.guard(() => Promise.reject(wrapped))).rejects.toThrow(DatabaseUnavailableError);
  });

  it('gives up within two seconds on a database that became silent', async () => {
    jest.useFakeTimers();
    const { guard } = createAvailability({ verify: never });
    const outcome = guard(never).catch((error: unknown) => error);
    // The clock of the test, not that of a busy machine.
    await jest.advanceTimersByTimeAsync(1999);
    jest.useRealTimers();
    expect(await outcome).toBeInstanceOf(DatabaseUnavailableError);
  });

  it('does not take a moment when this process itself was busy for a database that is away', async () => {
    const { isAnswering } = createAvailability({
      verify: () => new Promise((resolve) => setTimeout(resolve, 300)),
    });
    const answer = isAnswering();
    const end = performance.now() + 1500;
    while (performance.now() < end);
    expect(await answer).toBe(true);
  });

  it('shares its probes and believes them for a moment', async () => {
    let probes = 0;
    const { isAnswering } = createAvailability({
      verify: async () => {
        probes += 1;
        throw away();
      },
    });
    expect(await Promise.all([isAnswering(), isAnswering(), isAnswering()])).toEqual([false, false, false]);
    expect(await isAnswering()).toBe(false);
    expect(probes).toBe(1);
  });

  it('finds a database that came back', async () => {
    let living = false;
    const { isAnswering, guard } = createAvailability({
      verify: async () => {
        if (!living) throw away();
      },
    });
    expect(await isAnswering()).toBe(false);
    await expect(guard(async () => 1)).rejects.toThrow(DatabaseUnavailableError);
    living = true;
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(await guard(async () => 1)).toBe(1);
  });
});
