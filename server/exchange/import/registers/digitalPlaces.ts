import type { RegisterKind } from '../../../analysis/absent/registerRow';
import { readSiret } from './otherIdentifiers';
import { parseRegister, type ParsedRegister, type RegisterFormat, type TownFinder } from './registerFormat';

/** What a typology of the schema is here; a place of none of them (an employment office, a post office) is left out. */
const KINDS: readonly [string, RegisterKind][] = [
  ['BIB', 'LIBRARY'],
  ['TIERS_LIEUX', 'FABLAB'],
  ['CS', 'SOCIAL_CENTRE'],
  ['MQ', 'SOCIAL_CENTRE'],
  ['MJC', 'POPULAR_EDUCATION'],
  ['ASSO', 'POPULAR_EDUCATION'],
  ['MUNI', 'LOCAL_AUTHORITY'],
  ['EPCI', 'LOCAL_AUTHORITY'],
  ['DEPT', 'LOCAL_AUTHORITY'],
  ['CC', 'LOCAL_AUTHORITY'],
  ['CD', 'LOCAL_AUTHORITY'],
  ['REG', 'LOCAL_AUTHORITY'],
  ['RFS', 'STATE_SERVICE'],
];

/** Numbers of a file alone: "1" is a place in each of them. */
const isLocalNumber = (written: string) => /^\d{1,8}$/.test(written);

/**
 * Places of digital mediation, in the national schema "lieux de médiation numérique" (CSV or JSON, Licence Ouverte). The identifier is that
 * of the schema; its fields are those that its own tool writes (npm @gouvfr-anct/mednum 1.123.3), its typologies those of data·inclusion
 * (`REG` is a région, `MQ` a neighbourhood centre, `CC` and `CD` a community of communes and a département, `RFS` a house of the State's network
 * France services); `pivot` is a SIRET where it has 14 digits, else nothing is taken of it. Producers who number their places from 1 do so each in their
 * own file: such a number is an identifier only with the name of its producer (`source`).
 */
export const DIGITAL_PLACES: RegisterFormat = {
  source: {
    title: 'Lieux de médiation numérique',
    publisher: 'Éditeur non précisé',
    licence: 'Licence Ouverte',
  },
  kind: (cell) => {
    const typologies = (cell('typologie') ?? '').split(/[|,;]/).map((one) => one.trim().toUpperCase());
    return KINDS.find(([typology]) => typologies.includes(typology))?.[1] ?? null;
  },
  kindColumn: 'typologie',
  scheme: 'DIGITAL_PLACE',
  qualify: (written, cell) => {
    if (!isLocalNumber(written)) return written;
    const source = cell('source');
    return source === null ? null : `${written} (${source})`;
  },
  columns: {
    id: ['id'],
    name: ['nom'],
    insee: ['code_insee'],
    town: ['commune'],
    postalCode: ['code_postal'],
    lat: ['latitude'],
    lon: ['longitude'],
    point: [],
    website: ['site_web'],
  },
  signature: ['typologie', 'services'],
  others: { SIRET: { names: ['pivot'], read: readSiret } },
};

/** Reads a list of places of digital mediation; see {@link parseRegister}. */
export function parseDigitalPlaces(text: string, towns?: TownFinder): ParsedRegister {
  return parseRegister(text, DIGITAL_PLACES, towns);
}
