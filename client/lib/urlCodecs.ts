/** How one value of the page's state is read from the address and written to it. */
export interface UrlCodec<T> {
  /** Used when the address says nothing, or something that cannot be read; never written. */
  fallback: T;
  /** The value, or `undefined` when the text is not one. */
  read(text: string): T | undefined;
  /** The text, or `undefined` to leave the parameter out. */
  write(value: T): string | undefined;
}

/** The codecs of a page, by parameter name. */
export type UrlCodecs = Record<string, UrlCodec<unknown>>;

/** The values that a set of codecs reads. */
export type UrlValues<C> = { [K in keyof C]: C[K] extends UrlCodec<infer T> ? T : never };

/** Free text; the empty text is left out of the address, what is beyond `longest` characters is cut. */
export function textParam(fallback = '', { longest = Infinity } = {}): UrlCodec<string> {
  return { fallback, read: (text) => text.slice(0, longest), write: (value) => value.slice(0, longest) };
}

/** An identifier, or null when nothing is chosen. */
export function idParam(): UrlCodec<string | null> {
  return { fallback: null, read: (text) => text || undefined, write: (value) => value ?? undefined };
}

/** A number between `min` and `max`; a number out of bounds is brought to the bound, anything else ignored. */
export function numberParam(fallback: number, bounds: { min?: number; max?: number } = {}): UrlCodec<number> {
  const { min = -Infinity, max = Infinity } = bounds;
  return {
    fallback,
    read: (text) => {
      const value = text.trim() === '' ? NaN : Number(text);
      return Number.isFinite(value) ? Math.min(max, Math.max(min, value)) : undefined;
    },
    write: (value) => String(value),
  };
}

/** Yes or no, written `1` and `0`. */
export function flagParam(fallback = false): UrlCodec<boolean> {
  return {
    fallback,
    read: (text) => (text === '1' ? true : text === '0' ? false : undefined),
    write: (value) => (value ? '1' : '0'),
  };
}

/** One of a closed list. */
export function choiceParam<const T extends string>(choices: readonly T[], fallback: T): UrlCodec<T> {
  return {
    fallback,
    read: (text) => choices.find((choice) => choice === text),
    write: (value) => value,
  };
}

/** Several identifiers, in the order chosen, joined by commas; of a closed list when `choices` is given. */
export function listParam<const T extends string = string>(
  choices?: readonly T[],
  fallback: T[] = [],
): UrlCodec<T[]> {
  return {
    fallback,
    read: (text) => {
      const items = text.split(',').filter((item) => item !== '');
      const kept = items.filter((item): item is T => !choices || choices.some((choice) => choice === item));
      return [...new Set(kept)];
    },
    write: (value) => value.join(','),
  };
}

/** What each codec read last. */
const lastRead = new WeakMap<UrlCodec<unknown>, { text: string; value: unknown }>();

function readOne(codec: UrlCodec<unknown>, text: string | null): unknown {
  if (text === null) return codec.fallback;
  const last = lastRead.get(codec);
  if (last?.text === text) return last.value;
  const value = codec.read(text) ?? codec.fallback;
  lastRead.set(codec, { text, value });
  return value;
}

/**
 * The values in an address. A parameter that cannot be read counts as not said. A list that says the same as last time is the
 * same list, so that what follows from it is not worked out again.
 */
export function readParams<C extends UrlCodecs>(codecs: C, params: URLSearchParams): UrlValues<C> {
  const entries = Object.entries(codecs).map(([name, codec]) => [name, readOne(codec, params.get(name))]);
  return Object.fromEntries(entries) as UrlValues<C>;
}

/**
 * A copy of the address with some values changed. Values equal to their fallback are left out, so that the shortest
 * address says the same; parameters of others stay.
 */
export function writeParams<C extends UrlCodecs>(
  codecs: C,
  params: URLSearchParams,
  change: Partial<UrlValues<C>>,
): URLSearchParams {
  const next = new URLSearchParams(params);
  for (const [name, value] of Object.entries(change)) {
    const codec = codecs[name] as UrlCodec<unknown> | undefined;
    if (!codec) continue;
    const text = value === undefined ? undefined : codec.write(value);
    if (text === undefined || text === codec.write(codec.fallback)) next.delete(name);
    else next.set(name, text);
  }
  return next;
}
