import type { AgeCounts } from '../../../analysis/coverage/demand';
import { findColumns, MeasuredFormatError, readDelimited, toFigure, toInsee } from './readDelimited';

/** Published files that tell ages by commune. */
export type AgesFormat = 'TD_POP1B' | 'RP_POPULATION' | 'PLAIN';

/** Ages by commune as a file tells them. */
export interface AgesReading {
  format: AgesFormat;
  /** Year of the census, where the file says it; the latest when it tells several. */
  year: number | null;
  /** By INSEE code: communes whose three figures are all there. */
  communes: Map<string, AgeCounts>;
  /** Lines read; communes that lack one of the figures; lines whose figure cannot be read. */
  lines: number;
  incomplete: number;
  unreadable: number;
}

/** Columns of each format, the commune first. */
const COLUMNS: Record<AgesFormat, readonly string[]> = {
  TD_POP1B: ['codgeo', 'aged100', 'nb'],
  RP_POPULATION: ['geo', 'age', 'obs_value', 'geo_object', 'sex', 'time_period'],
  PLAIN: ['insee', 'pop_0_14', 'pop_15_24', 'pop_total'],
};

/** What is known so far of a commune. */
interface Found {
  under15: number;
  from15To24: number;
  total: number;
}

type Years = Map<number | null, Map<string, Found>>;

/**
 * Reads ages by commune from a file that INSEE publishes: « Population par sexe et âge » of the census (`TD_POP1B`: CODGEO, AGED100, NB), its
 * successor (`DS_RP_POPULATION_PRINC`: GEO, AGE, SEX, OBS_VALUE), or a plain table (insee, pop_0_14, pop_15_24, pop_total). Read line by line:
 * the whole country is no trouble. Files that only have 15 to 29 years tell nothing of 15 to 24, and are refused.
 *
 * @param isWanted - communes to keep, by INSEE code
 * @throws MeasuredFormatError when the columns are those of none of them
 */
export async function readAges(
  source: AsyncIterable<Uint8Array>,
  isWanted: (insee: string) => boolean,
): Promise<AgesReading> {
  const years: Years = new Map();
  let add: ((cells: string[]) => boolean) | undefined;
  const reading = { format: 'PLAIN' as AgesFormat, lines: 0, incomplete: 0, unreadable: 0 };
  for await (const cells of readDelimited(source)) {
    if (add === undefined) {
      const [format, places] = recognise(cells);
      reading.format = format;
      add = adders[format](places, years, isWanted);
      continue;
    }
    reading.lines++;
    if (!add(cells)) reading.unreadable++;
  }
  if (add === undefined) throw new MeasuredFormatError(Object.values(COLUMNS), []);
  const year = [...years.keys()].reduce<number | null>((last, each) => ((each ?? 0) > (last ?? 0) ? each : last), null); // prettier-ignore
  const communes = new Map<string, AgeCounts>();
  for (const [insee, found] of years.get(year) ?? [])
    if (found.total > 0 && found.under15 + found.from15To24 <= found.total * 1.000001)
      communes.set(insee, found);
    else if (!(found.total >= 0)) reading.incomplete++;
  return { ...reading, year, communes };
}

function recognise(header: readonly string[]): [AgesFormat, number[]] {
  for (const [format, names] of Object.entries(COLUMNS) as [AgesFormat, string[]][]) {
    const places = findColumns(header, names);
    if (places) return [format, places];
  }
  throw new MeasuredFormatError(Object.values(COLUMNS), header);
}

type Adder = (cells: string[]) => boolean;

function foundOf(years: Years, year: number | null, insee: string, start: number): Found {
  const ofYear = years.get(year) ?? new Map<string, Found>();
  years.set(year, ofYear);
  const found = ofYear.get(insee) ?? { under15: start, from15To24: start, total: start };
  ofYear.set(insee, found);
  return found;
}

/** How a line of each format is added; false when its figure cannot be read. */
const adders: Record<
  AgesFormat,
  (places: number[], years: Years, isWanted: (insee: string) => boolean) => Adder
> = {
  TD_POP1B: (places, years, isWanted) => (cells) => {
    const [geo, age, count] = places.map((place) => cells[place]);
    const insee = toInsee(geo);
    if (insee === null || !isWanted(insee)) return true;
    const [old, people] = [toFigure(age), toFigure(count)];
    if (!(old >= 0) || !(people >= 0)) return false;
    const found = foundOf(years, null, insee, 0);
    found.total += people;
    if (old < 15) found.under15 += people;
    else if (old < 25) found.from15To24 += people;
    return true;
  },
  RP_POPULATION: (places, years, isWanted) => (cells) => {
    const [geo, age, count, level, sex, period] = places.map((place) => cells[place]);
    const field = { Y_LT15: 'under15', Y15T24: 'from15To24', _T: 'total' }[age ?? ''] as
      keyof Found | undefined;
    if (level !== 'COM' || sex !== '_T' || field === undefined) return true;
    const insee = toInsee(geo);
    if (insee === null || !isWanted(insee)) return true;
    const people = toFigure(count);
    if (!(people >= 0)) return false;
    foundOf(years, Number(period) || null, insee, NaN)[field] = people;
    return true;
  },
  PLAIN: (places, years, isWanted) => (cells) => {
    const insee = toInsee(cells[places[0]!]);
    if (insee === null || !isWanted(insee)) return true;
    const [under15, from15To24, total] = places.slice(1).map((place) => toFigure(cells[place]));
    if (![under15, from15To24, total].every((figure) => figure! >= 0)) return false;
    Object.assign(foundOf(years, null, insee, 0), { under15, from15To24, total });
    return true;
  },
};
