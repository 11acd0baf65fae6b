import type { TravelTimes } from './travel';

/** A row of an imported matrix of travel times. */
export interface TravelMatrixRow {
  /** INSEE code of the commune one leaves. */
  origin: string;
  /** INSEE code of the commune one goes to. */
  destination: string;
  /** Minutes, 0 or more; `null` or `NaN` says nothing, and the model is used. */
  minutes: number | null;
}

/** An imported matrix of travel times between communes, directed: the way back is another row. */
export interface TravelMatrix {
  /** Distinct pairs with a time. */
  pairCount: number;
  /** Rows without a time, and rows that repeat a pair (the shortest time is kept). */
  emptyRows: number;
  repeatedRows: number;
  /** Minutes to a destination by origin; `undefined` when the matrix has none. */
  minutesTo(destination: string): ReadonlyMap<string, number> | undefined;
}

/**
 * Indexes an imported matrix. No row gives a matrix that changes nothing.
 *
 * @throws RangeError on a negative or infinite time, with the pair
 */
export function createTravelMatrix(rows: Iterable<TravelMatrixRow>): TravelMatrix {
  const byDestination = new Map<string, Map<string, number>>();
  const counts = { pairCount: 0, emptyRows: 0, repeatedRows: 0 };
  for (const { origin, destination, minutes } of rows) {
    if (minutes === null || Number.isNaN(minutes)) {
      counts.emptyRows++;
      continue;
    }
    if (!(minutes >= 0 && minutes < Infinity))
      throw new RangeError(`${origin} → ${destination}: ${minutes} minutes is not a travel time`);
    const column = byDestination.get(destination) ?? new Map<string, number>();
    byDestination.set(destination, column);
    const known = column.get(origin);
    if (known === undefined) counts.pairCount++;
    else counts.repeatedRows++;
    column.set(origin, known === undefined ? minutes : Math.min(known, minutes));
  }
  return { ...counts, minutesTo: (destination) => byDestination.get(destination) };
}

/**
 * Travel times from a full table, for callers who have one (rows origins, columns destinations, minutes; `null` = no
 * way). All pairs within `maxMinutes` count as imported; distances in km are unknown.
 */
export function travelFromTable(
  table: readonly (readonly (number | null)[])[],
  maxMinutes: number,
): TravelTimes {
  const destinationCount = table[0]?.length ?? 0;
  const offsets = new Uint32Array(destinationCount + 1);
  const origins: number[] = [];
  const minutes: number[] = [];
  for (let j = 0; j < destinationCount; j++) {
    table.forEach((row, i) => {
      const time = row[j];
      if (time === null || time === undefined || !(time <= maxMinutes)) return;
      origins.push(i);
      minutes.push(time);
    });
    offsets[j + 1] = origins.length;
  }
  return {
    originCount: table.length,
    destinationCount,
    maxMinutes,
    offsets,
    origins: Uint32Array.from(origins),
    minutes: Float64Array.from(minutes),
    km: new Float64Array(origins.length).fill(NaN),
    imported: new Uint8Array(origins.length).fill(1),
    source: {
      greatCirclePairs: 0,
      importedPairs: origins.length,
      importedBeyond: 0,
      originsWithoutPoint: 0,
      destinationsWithoutPoint: 0,
    },
  };
}
