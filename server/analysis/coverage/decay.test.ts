import { DEFAULT_STEP, decayFunction } from './decay';

describe('decay', () => {
  it('agrees between a step of one band and a hard limit, at the edge and beyond', () => {
    const limit = decayFunction({ kind: 'LIMIT' }, 30);
    const step = decayFunction({ kind: 'STEP', bands: [{ upTo: 30, weight: 1 }] }, 30);
    for (const minutes of [0, 15, 29.999, 30, 30.000001, 45])
      expect([minutes, step(minutes)]).toEqual([minutes, limit(minutes)]);
    expect(limit(30)).toBe(1);
  });

  it('gives a time at the end of a band the weight of that band', () => {
    const step = decayFunction(DEFAULT_STEP, 30);
    expect([0, 10, 10.01, 20, 30, 30.01].map(step)).toEqual([1, 1, 0.68, 0.68, 0.22, 0]);
  });

  it('stops at the catchment whatever the bands', () => {
    expect(decayFunction(DEFAULT_STEP, 15)(16)).toBe(0);
    expect(decayFunction({ kind: 'GAUSSIAN', sigma: 15 }, 60)(60.001)).toBe(0);
    expect(decayFunction({ kind: 'GAUSSIAN', sigma: 15 }, 60)(15)).toBeCloseTo(Math.exp(-0.5), 15);
  });

  it.each([
    [{ kind: 'STEP' as const, bands: [] }, 30, /band/],
    [{ kind: 'STEP' as const, bands: [{ upTo: 10, weight: 1.2 }] }, 30, /0..1/],
    [
      {
        kind: 'STEP' as const,
        bands: [
          { upTo: 10, weight: 1 },
          { upTo: 10, weight: 0.5 },
        ],
      },
      30,
      /after/,
    ],
    [{ kind: 'GAUSSIAN' as const, sigma: 0 }, 30, /sigma/],
    [{ kind: 'LIMIT' as const }, -1, /catchment/],
  ])('refuses %j over %d minutes', (decay, minutes, message) => {
    expect(() => decayFunction(decay, minutes)).toThrow(message);
  });
});
