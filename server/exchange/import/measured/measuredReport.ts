import type { MeasuredProblem } from './measuredProblem';
import type { AgesFormat } from './readAges';

/** Files of measured figures that can be imported. */
export const measuredKinds = ['AGES', 'TRAVEL_TIMES', 'REFERENCES'] as const;

/** One of {@link measuredKinds}. */
export type MeasuredKind = (typeof measuredKinds)[number];

/** How many communes, pairs of communes or references an import adds, changes, leaves as they are, or takes away. */
export interface MeasuredChanges {
  added: number;
  changed: number;
  same: number;
  gone: number;
}

/** What an import of measured figures did, or would do. */
export interface MeasuredReport {
  kind: MeasuredKind;
  /** False for a trial. */
  written: boolean;
  lines: number;
  /** Communes of the graph; those that the file tells of (ages), pairs of them (travel times), or references told. */
  communes: number;
  told: number;
  /** Lines that could not be read, and those left out for another reason. */
  unreadable: number;
  leftOut: number;
  changes: MeasuredChanges;
  /** Codes of communes that are not in this graph: how many, and the first of them. */
  unknownCodes: { count: number; first: string[] };
  /** The file's format and year, for ages. */
  format: AgesFormat | null;
  year: number | null;
  /** What would have to be mended; nothing is written while there is any. */
  problems: readonly MeasuredProblem[];
  /** Headers that mean nothing here. */
  ignored: string[];
  /** Names of the references told. */
  names: string[];
  /** The source that says it from then on; null for references, which have one each. */
  sourceId: string | null;
}

/** What is imported, and how. */
export interface MeasuredRequest {
  /** Name of the file, as its publisher gave it: the year of a census is often there only. */
  name: string;
  /** ISO day of the import. */
  day: string;
  /** Only say what would be written. */
  isTrial: boolean;
}

/** A report of which nothing is said yet. */
export function emptyReport(kind: MeasuredKind, isTrial: boolean): MeasuredReport {
  return {
    kind,
    written: !isTrial,
    lines: 0,
    communes: 0,
    told: 0,
    unreadable: 0,
    leftOut: 0,
    changes: { added: 0, changed: 0, same: 0, gone: 0 },
    unknownCodes: { count: 0, first: [] },
    format: null,
    year: null,
    problems: [],
    ignored: [],
    names: [],
    sourceId: null,
  };
}

/**
 * Compares what is told with what was there, key by key.
 *
 * @param before - what was there, by key
 * @param after - what is told
 * @param isWhole - whether what is not told goes away
 */
export function compareMeasured<T>(
  before: ReadonlyMap<string, T>,
  after: ReadonlyMap<string, T>,
  isSame: (a: T, b: T) => boolean,
  isWhole: boolean,
): MeasuredChanges {
  const changes = { added: 0, changed: 0, same: 0, gone: 0 };
  for (const [key, value] of after) {
    const known = before.get(key);
    if (known === undefined) changes.added++;
    else if (isSame(known, value)) changes.same++;
    else changes.changed++;
  }
  if (isWhole) changes.gone = before.size - changes.changed - changes.same;
  return changes;
}

/** Unknown codes as they are met: all are counted, the first are kept. */
export class UnknownCodes {
  private readonly codes = new Set<string>();

  /** Whether a code is known; one that is not is noted. */
  check(code: string, isKnown: boolean): boolean {
    if (!isKnown) this.codes.add(code);
    return isKnown;
  }

  /** How many, and the first of them in order. */
  told(): MeasuredReport['unknownCodes'] {
    return { count: this.codes.size, first: [...this.codes].sort().slice(0, 10) };
  }
}
