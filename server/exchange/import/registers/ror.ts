import type { RegisterKind } from '../../../analysis/absent/registerRow';
import { foldText } from '../../../analysis/absent/normaliseName';
import { parseRegister, type ParsedRegister, type RegisterFormat, type TownFinder } from './registerFormat';

/** What a type of the registry is here, the most telling first; a row of none of them is left out. */
const KINDS: readonly [string, RegisterKind][] = [
  ['education', 'HIGHER_ED_SCHOOL'],
  ['facility', 'RESEARCH_ORGANISATION'],
  ['healthcare', 'HEALTH'],
  ['archive', 'ARCHIVES'],
  ['government', 'STATE_SERVICE'],
  ['nonprofit', 'RESEARCH_ORGANISATION'],
  ['company', 'COMPANY_FOUNDATION'],
];

/**
 * ROR, the Research Organization Registry (CC0), schema 2.1 (December 2024), which adds to 2.0 only where a place is: the JSON of its dump or of its interface, read into the columns of
 * its CSV dump. Organisations that are withdrawn or inactive, or outside France, and those that only fund, are left out and counted. The whole
 * dump is larger than a file may be here: keep the rows of country FR first.
 */
export const ROR: RegisterFormat = {
  source: {
    title: 'Organismes de recherche (ROR)',
    publisher: 'Research Organization Registry',
    licence: 'CC0',
  },
  kind: (cell) => {
    const types = (cell('types') ?? '').toLowerCase();
    const name = foldText(cell('names.types.ror_display') ?? '');
    const kind = KINDS.find(([type]) => types.includes(type))?.[1] ?? null;
    return kind === 'HIGHER_ED_SCHOOL' && /\b(universite|university)\b/.test(name) ? 'UNIVERSITY' : kind;
  },
  kindColumn: 'types',
  scheme: 'ROR',
  identifier: /^https:\/\/ror\.org\/0[a-z0-9]{8}$/i,
  columns: {
    id: ['id'],
    name: ['names.types.ror_display'],
    acronym: ['acronym', 'names.types.acronym'],
    insee: [],
    town: ['locations.geonames_details.name'],
    postalCode: [],
    lat: ['locations.geonames_details.lat'],
    lon: ['locations.geonames_details.lng'],
    point: [],
    website: ['links.type.website'],
  },
  // The CSV writes the language before a name and separates several by semicolons.
  read: {
    acronym: (written) => written.split(';')[0]!.replace(/^\s*\w+:\s*/, ''),
    website: (written) => written.split(';')[0]!.trim(),
  },
  skip: (cells) => {
    const country = cells['locations.geonames_details.country_code'] ?? '';
    const status = cells['status'] ?? '';
    return (country !== '' && !/\bFR\b/.test(country)) || (status !== '' && status !== 'active');
  },
};

/** Reads an extract of ROR; see {@link parseRegister}. */
export function parseRor(text: string, towns?: TownFinder): ParsedRegister {
  return parseRegister(text, ROR, towns);
}
