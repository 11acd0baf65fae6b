import { createCommuneIndex } from '../../analysis/absent/communeIndex';
import { normaliseName } from '../../analysis/absent/normaliseName';
import type { Database } from '../../database/driver';
import type { HeadedTable } from './files/rawTable';
import { KEPT, type MappingGuess } from './mapping';
import { createOfRegion, readKnown, type RegisterContext } from './registerImport';
import { parseAgenda, type AgendaEvent } from './registers/openAgenda';

/** An agenda read as rows of events. */
export interface AgendaReading {
  table: HeadedTable;
  guess: MappingGuess;
  /** Events of other regions, left out. */
  outside: number;
}

const HEADER = ['Identifiant', 'Nature', 'Accueilli par', 'Commune', 'Début', 'Fin', 'Lieu', 'Titre', 'Page'];
const COLUMNS = ['id', 'kind', 'host', 'commune', 'start', 'end', 'place', KEPT, KEPT];

/**
 * Reads an agenda (OpenAgenda) as events of the region, each under `openagenda-<uid>`, so that a newer export updates them. The host is
 * the actor of the same commune that bears the very name of the place, where there is one; titles and pages are kept as
 * they are.
 *
 * @returns undefined when the text is no agenda
 */
export async function readAgenda(database: Database, text: string): Promise<AgendaReading | undefined> {
  const events = parseAgenda(text);
  if (events === undefined) return undefined;
  const known = await readKnown(database);
  const index = createCommuneIndex(known.communes);
  const isOfRegion = createOfRegion(known.communes);
  const hostOf = createHosts(known);
  const rows = events.flatMap((event) => {
    const commune = event.insee ?? index.find(event.town, event.postalCode);
    if (!isOfRegion(commune, event)) return [];
    return [{ line: event.line, cells: toRow(event, commune, hostOf) }];
  });
  const table: HeadedTable = {
    name: 'openagenda',
    rows,
    formulas: new Set(),
    errors: new Map(),
    header: HEADER,
    headerLine: 1,
    isMade: true,
  };
  const guess: MappingGuess = {
    table: table.name,
    sheet: 'events',
    columns: COLUMNS,
    how: COLUMNS.map(() => 'HEADER'),
    isExact: true,
  };
  return { table, guess, outside: events.length - rows.length };
}

type HostOf = (place: string, commune: string) => string | null;

function toRow(event: AgendaEvent, commune: string | null, hostOf: HostOf) {
  const { uid, kind, place, start, end, title, url } = event;
  const host = place === null || commune === null ? null : hostOf(place, commune);
  return [`openagenda-${uid.toLowerCase()}`, kind, host, commune, start, end, place, title, url];
}

/** Finds the only actor of a commune whose name is that of a place, case, accents and the name of the town aside. */
function createHosts({ actors, communes }: RegisterContext): HostOf {
  const townOf = new Map(communes.map(({ insee, name }) => [insee, name]));
  const keyOf = (name: string, insee: string) =>
    `${insee} ${[...normaliseName(name, townOf.get(insee) ?? null).words].sort().join(' ')}`;
  const hosts = new Map<string, string | null>();
  for (const { id, name, commune } of actors) {
    if (typeof commune !== 'string') continue;
    const key = keyOf(name as string, commune.replace(/^commune-/, ''));
    hosts.set(key, hosts.has(key) ? null : (id as string));
  }
  return (place, commune) => hosts.get(keyOf(place, commune)) ?? null;
}
