import { communeOfCode } from '../../../analysis/absent/communeIndex';
import { foldText } from '../../../analysis/absent/normaliseName';
import { findColumn, readRegisterColumns, readRegisterTable, type RegisterTable } from './readRegisterTable';

/** An event as an agenda publishes it; unknown is null. */
export interface AgendaEvent {
  /** Line of a CSV, or place in the list of a JSON, from 1. */
  line: number;
  uid: string;
  title: string;
  kind: 'FESTIVAL' | 'FAIR' | 'MEETING';
  /** Name of the place, as written. */
  place: string | null;
  insee: string | null;
  town: string | null;
  postalCode: string | null;
  lat: number | null;
  lon: number | null;
  /** ISO 8601 days. */
  start: string | null;
  end: string | null;
  /** Address of its page. */
  url: string | null;
}

/** Columns of the flat export of OpenAgenda (open-data portals); the JSON of its interface is read into them. */
const COLUMNS = {
  uid: ['uid'],
  title: ['title_fr', 'title', 'titre'],
  keywords: ['keywords_fr', 'keywords', 'mots_cles'],
  place: ['location_name', 'nom_du_lieu'],
  insee: ['location_insee'],
  town: ['location_city', 'ville'],
  postalCode: ['location_postalcode', 'code_postal'],
  lat: ['latitude', 'location_latitude'],
  lon: ['longitude', 'location_longitude'],
  point: ['location_coordinates'],
  start: ['firstdate_begin', 'firsttiming_begin'],
  end: ['lastdate_end', 'lasttiming_end'],
  url: ['canonicalurl', 'url'],
  status: ['status'],
} as const;

/**
 * Reads the events of an agenda: the JSON of the OpenAgenda interface (`events`, with titles by language, timings and a
 * location), or the flat CSV or JSON that portals publish. An event without identifier or title is left out, and one that is cancelled.
 *
 * @returns undefined when the text is no agenda
 */
export function parseAgenda(text: string): AgendaEvent[] | undefined {
  const table = readEvents(text);
  if (table === undefined) return undefined;
  const names = namesOf(table.columns);
  return table.rows.flatMap(({ line, cells }) => {
    const cell = (field: keyof typeof COLUMNS) =>
      (names[field] === null ? '' : (cells[names[field]] ?? '')).trim() || null;
    const [uid, title] = [cell('uid'), cell('title')];
    if (uid === null || title === null || isCancelled(cell('status'))) return [];
    return [{ line, ...toEvent(uid, title, cell) }];
  });
}

/** Column found for each field; null where there is none. */
function namesOf(columns: readonly string[]): Record<keyof typeof COLUMNS, string | null> {
  return Object.fromEntries(
    Object.entries(COLUMNS).map(([field, some]) => [field, findColumn(columns, some)]),
  ) as Record<keyof typeof COLUMNS, string | null>;
}

function isAgenda(columns: readonly string[]): boolean {
  const { uid, title, place, start } = namesOf(columns);
  return uid !== null && title !== null && (place !== null || start !== null);
}

function toEvent(
  uid: string,
  title: string,
  cell: (field: keyof typeof COLUMNS) => string | null,
): Omit<AgendaEvent, 'line'> {
  const [lat, lon] = pointOf(cell('lat'), cell('lon'), cell('point'));
  return {
    uid,
    title,
    kind: kindOf(`${title} ${cell('keywords') ?? ''}`),
    place: cell('place'),
    insee: /^(\d{2}|2[AB])\d{3}$/.test(cell('insee') ?? '') ? communeOfCode(cell('insee')!) : null,
    town: cell('town'),
    postalCode: cell('postalCode'),
    lat,
    lon,
    start: dayOf(cell('start')),
    end: dayOf(cell('end')),
    url: cell('url'),
  };
}

/** What the words of an event say it is; a meeting where they say neither festival nor fair. */
function kindOf(words: string): AgendaEvent['kind'] {
  const folded = foldText(words);
  if (/\bfestivals?\b/.test(folded)) return 'FESTIVAL';
  return /\b(salon|forum|foire)\b/.test(folded) ? 'FAIR' : 'MEETING';
}

const IN_FRANCE = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' });

/** The day in mainland France: exports give moments in universal time, so that what opens at midnight there bears the day before. */
function dayOf(written: string | null): string | null {
  const day = /^\d{4}-\d{2}-\d{2}/.exec(written ?? '')?.[0] ?? null;
  const hasZone = /T.*(Z|[+-]\d{2}:?\d{2})$/.test(written ?? '');
  const moment = hasZone ? new Date(written!) : null;
  return moment === null || Number.isNaN(moment.getTime()) ? day : IN_FRANCE.format(moment);
}

/** Status of what will not take place: 6, alone or as the portals write it (`{"id": 6, "label": …}`). */
const isCancelled = (status: string | null) => /^6$|"id"\s*:\s*6\b/.test(status ?? '');

function pointOf(
  lat: string | null,
  lon: string | null,
  both: string | null,
): [number | null, number | null] {
  const parts = lat !== null && lon !== null ? [lat, lon] : (both?.split(/[,|]\s*/) ?? []);
  const [a, b] = parts.map((part) => Number(part.replace(',', '.')));
  if (a === undefined || b === undefined || !Number.isFinite(a) || !Number.isFinite(b)) return [null, null];
  return [a, b];
}

/** The events as a table; undefined when the text is no agenda, of which a CSV tells by its header alone. */
function readEvents(text: string): RegisterTable | undefined {
  try {
    if (!/^\uFEFF?\s*[[{]/.test(text))
      return isAgenda(readRegisterColumns(text)) ? readRegisterTable(text) : undefined;
    const table = readNested(text);
    return isAgenda(table.columns) ? table : undefined;
  } catch {
    return undefined;
  }
}

type Json = Record<string, unknown>;
const object = (value: unknown): Json => (typeof value === 'object' && value !== null ? (value as Json) : {});
const words = (value: unknown): string => {
  if (Array.isArray(value)) return value.map(words).join(' ');
  if (typeof value !== 'object' || value === null) return value == null ? '' : String(value);
  const byLanguage = value as Json;
  return words(byLanguage['fr'] ?? Object.values(byLanguage)[0]);
};

/** The JSON of the interface under the columns of the flat export; a JSON that is flat already as it is. */
function readNested(text: string): RegisterTable {
  const root: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
  const list = Array.isArray(root) ? root : object(root)['events'];
  if (!Array.isArray(list) || !list.some((item) => 'location' in object(item)))
    return readRegisterTable(text);
  const rows = list.map((item: unknown, index) => ({ line: index + 1, cells: toCells(object(item)) }));
  return { columns: Object.keys(rows[0]?.cells ?? {}), rows };
}

function toCells(event: Json): Record<string, string> {
  const location = object(event['location']);
  const timings = Array.isArray(event['timings']) ? event['timings'].map(object) : [];
  const first = timings[0] ?? object(event['firstTiming']);
  const last = timings.at(-1) ?? object(event['lastTiming']);
  return {
    uid: words(event['uid']),
    title_fr: words(event['title']),
    keywords_fr: words(event['keywords']),
    location_name: words(location['name']),
    location_insee: words(location['insee']),
    location_city: words(location['city']),
    location_postalcode: words(location['postalCode']),
    latitude: words(location['latitude']),
    longitude: words(location['longitude']),
    firstdate_begin: words(first['begin']),
    lastdate_end: words(last['end']),
    canonicalurl: words(event['canonicalUrl']),
    status: String(object(event['status'])['id'] ?? event['status'] ?? ''),
  };
}
