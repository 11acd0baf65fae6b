import { parseRegister, type ParsedRegister, type RegisterFormat, type TownFinder } from './registerFormat';

/** FabLabs: the list of fablabs.io (JSON of its interface, or a table with French columns made from it). The identifier is the address of the lab's page. */
export const FABLABS: RegisterFormat = {
  source: { title: 'FabLabs', publisher: 'fablabs.io', licence: null },
  kind: 'FABLAB',
  scheme: 'FABLAB_SLUG',
  columns: {
    id: ['slug', 'url_fablabs_io', 'id'],
    name: ['nom', 'name'],
    insee: ['code_insee', 'insee'],
    town: ['ville', 'city', 'commune'],
    postalCode: ['code_postal', 'postal_code', 'cp'],
    address: ['adresse', 'address_1', 'address_2'],
    lat: ['lat', 'latitude'],
    lon: ['lon', 'lng', 'longitude'],
    point: ['coordonnees', 'coordinates'],
    website: ['liens', 'links', 'url'],
  },
  skip: (cells) => {
    const country = (cells['country_code'] ?? cells['country'] ?? '').toLowerCase();
    return country !== '' && !['fr', 'fra', 'france'].includes(country);
  },
};

/** Reads a list of FabLabs; labs outside France are left out and counted. See {@link parseRegister}. */
export function parseFablabs(text: string, towns?: TownFinder): ParsedRegister {
  return parseRegister(text, FABLABS, towns);
}
