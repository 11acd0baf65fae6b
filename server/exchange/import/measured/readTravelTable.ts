import { findColumns, MeasuredFormatError, readDelimited, toFigure, toInsee } from './readDelimited';

/** Longest time kept, in minutes: no question asks for more. */
export const LONGEST_MINUTES = 120;

/** Travel times between communes as a file tells them. */
export interface TravelReading {
  /** Minutes by origin, by destination. */
  byDestination: Map<string, Map<string, number>>;
  lines: number;
  /** Distinct pairs kept. */
  pairs: number;
  /** Lines about communes that are not here, of over two hours, or whose time cannot be read. */
  elsewhere: number;
  tooLong: number;
  unreadable: number;
}

const COLUMNS = [
  ['origin', 'destination', 'minutes'],
  ['origine', 'destination', 'minutes'],
  ['origin', 'destination', 'duration'],
  ['from', 'to', 'minutes'],
];

/**
 * Reads a matrix of travel times: a line a pair of communes, by INSEE code, with minutes; the way back is another line. Of two lines
 * of the same pair the shorter time is kept.
 *
 * @param isKnown - communes that are here, by INSEE code
 * @throws MeasuredFormatError when it has no such columns
 */
export async function readTravelTable(
  source: AsyncIterable<Uint8Array>,
  isKnown: (insee: string) => boolean,
): Promise<TravelReading> {
  const reading: TravelReading = {
    byDestination: new Map(),
    lines: 0,
    pairs: 0,
    elsewhere: 0,
    tooLong: 0,
    unreadable: 0,
  };
  let places: number[] | null = null;
  for await (const cells of readDelimited(source)) {
    if (places === null) {
      places = COLUMNS.reduce<number[] | null>((found, names) => found ?? findColumns(cells, names), null);
      if (places === null) throw new MeasuredFormatError(COLUMNS, cells);
      continue;
    }
    reading.lines++;
    addPair(
      reading,
      places.map((place) => cells[place]),
      isKnown,
    );
  }
  if (places === null) throw new MeasuredFormatError(COLUMNS, []);
  return reading;
}

function addPair(
  reading: TravelReading,
  [from, to, time]: readonly (string | undefined)[],
  isKnown: (insee: string) => boolean,
): void {
  const [origin, destination, minutes] = [toInsee(from), toInsee(to), toFigure(time)];
  if (origin === null || destination === null || !(minutes >= 0)) return void reading.unreadable++;
  if (!isKnown(origin) || !isKnown(destination)) return void reading.elsewhere++;
  if (minutes > LONGEST_MINUTES) return void reading.tooLong++;
  const column = reading.byDestination.get(destination) ?? new Map<string, number>();
  reading.byDestination.set(destination, column);
  const known = column.get(origin);
  if (known === undefined) reading.pairs++;
  column.set(origin, Math.min(known ?? Infinity, minutes));
}
