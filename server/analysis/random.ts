/** The four 32-bit words of the generator, not all zero. */
export type RandomState = readonly [number, number, number, number];

/**
 * The generator xoshiro128** from a given state: 32-bit words, period 2^128 − 1.
 *
 * Reference: Blackman & Vigna (2021), Scrambled linear pseudorandom number generators, ACM Transactions on
 * Mathematical Software 47(4), doi:10.1145/3460772.
 *
 * @returns a function giving the next word, an integer in `0 .. 2^32 - 1`
 * @throws RangeError when the four words are zero, from which the generator would never leave
 */
export function createWords(state: RandomState): () => number {
  let [s0, s1, s2, s3] = state.map((word) => word | 0) as [number, number, number, number];
  if ((s0 | s1 | s2 | s3) === 0) throw new RangeError('the state of the generator is zero');
  return () => {
    const scrambled = Math.imul(rotateLeft(Math.imul(s1, 5), 7), 9) >>> 0;
    const shifted = s1 << 9;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= shifted;
    s3 = rotateLeft(s3, 11);
    return scrambled;
  };
}

/**
 * A seeded source of numbers uniform in `[0, 1)`, in steps of 2^-32: the only chance the analysis knows, so
 * that the same seed always gives the same answer. Not for secrets.
 *
 * The seed is spread over the state by a Weyl sequence of the golden ratio passed through a mixing of bits, as
 * the authors of the generator ask: Steele, Lea & Flood (2014), Fast splittable pseudorandom number
 * generators, doi:10.1145/2660193.2660195.
 *
 * @param seed - any finite number; its integer part counts
 * @throws RangeError when the seed is not finite
 */
export function createRandom(seed: number): () => number {
  if (!Number.isFinite(seed)) throw new RangeError(`seed ${seed} is not a finite number`);
  const whole = Math.trunc(seed);
  let weyl = whole | 0;
  const nextSeedWord = (): number => {
    weyl = (weyl + 0x9e3779b9) | 0;
    let mixed = weyl ^ (weyl >>> 16);
    mixed = Math.imul(mixed, 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    return mixed ^ (mixed >>> 16);
  };
  const [first, second] = [nextSeedWord(), nextSeedWord()];
  weyl ^= Math.floor(whole / 2 ** 32);
  const next = createWords([first, second, nextSeedWord(), nextSeedWord()]);
  return () => next() / 2 ** 32;
}

/** A whole number uniform in `0 .. bound - 1`; `bound` at least 1 and at most 2^32. */
export function drawIndex(random: () => number, bound: number): number {
  return Math.floor(random() * bound);
}

/** Shuffles in place (Fisher & Yates, in the form of Durstenfeld 1964, doi:10.1145/364520.364540). */
export function shuffle<T extends { length: number; [index: number]: unknown }>(
  items: T,
  random: () => number,
): T {
  for (let last = items.length - 1; last > 0; last--) {
    const chosen = drawIndex(random, last + 1);
    const held = items[last];
    items[last] = items[chosen];
    items[chosen] = held;
  }
  return items;
}

function rotateLeft(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits));
}
