import { createProjection } from './projection';

function createClock(): { now: () => number; advance: (ms: number) => void } {
  let time = 0;
  return { now: () => time, advance: (ms) => void (time += ms) };
}

describe('projection', () => {
  it('reads once for requests that come together', async () => {
    let reads = 0;
    const projection = createProjection(
      async () => ++reads,
      async () => '1',
    );
    const answers = await Promise.all([projection.current(), projection.current(), projection.current()]);
    expect(answers.map(({ value }) => value)).toEqual([1, 1, 1]);
  });

  it('reads again when the database moved, and only then', async () => {
    const clock = createClock();
    let version = '1';
    let reads = 0;
    const projection = createProjection(
      async () => ++reads,
      async () => version,
      { now: clock.now, belief: 500 },
    );
    expect(await projection.current()).toEqual({ version: '1', value: 1 });
    clock.advance(600);
    expect(await projection.current()).toEqual({ version: '1', value: 1 });
    version = '2';
    clock.advance(499);
    expect((await projection.current()).version).toBe('1');
    clock.advance(2);
    expect(await projection.current()).toEqual({ version: '2', value: 2 });
  });

  it('asks for the version at once when something was written, even while reading', async () => {
    let version = '1';
    let isHeld = true;
    let letGo: () => void = () => undefined;
    const projection = createProjection(
      async () => {
        const value = version;
        if (isHeld) await new Promise<void>((resolve) => (letGo = resolve));
        return value;
      },
      async () => version,
      { now: () => 0 },
    );
    const first = projection.current();
    await new Promise(setImmediate);
    version = '2';
    projection.doubt();
    isHeld = false;
    const second = projection.current();
    letGo();
    expect((await first).value).toBe('1');
    expect((await second).value).toBe('2');
    version = '3';
    expect((await projection.current()).value).toBe('2');
    projection.doubt();
    expect((await projection.current()).value).toBe('3');
  });

  it('reads again after a while when the database tells no version', async () => {
    const clock = createClock();
    let reads = 0;
    const projection = createProjection(
      async () => ++reads,
      async () => null,
      { now: clock.now, belief: 0, unversioned: 2000 },
    );
    await projection.current();
    clock.advance(1999);
    expect((await projection.current()).value).toBe(1);
    clock.advance(1);
    expect((await projection.current()).value).toBe(2);
  });

  it('tries again after a failure', async () => {
    let attempts = 0;
    const projection = createProjection(
      async () => {
        attempts += 1;
        if (attempts === 1) throw new Error('away');
        return attempts;
      },
      async () => '1',
    );
    await expect(projection.current()).rejects.toThrow('away');
    expect((await projection.current()).value).toBe(2);
  });
});
