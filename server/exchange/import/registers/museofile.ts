import { parseRegister, type ParsedRegister, type RegisterFormat, type TownFinder } from './registerFormat';

/**
 * Muséofile, the register of the Musées de France, as published by the Ministry of Culture (data.culture.gouv.fr, columns in words) and by its POP platform
 * (columns in short). The identifier is M and four digits.
 */
export const MUSEOFILE: RegisterFormat = {
  source: {
    title: 'Musées de France (Muséofile)',
    publisher: 'Ministère de la Culture',
    licence: 'Licence Ouverte',
  },
  kind: 'MUSEUM',
  scheme: 'MUSEOFILE',
  identifier: /^M\d{4}$/i,
  columns: {
    id: ['Identifiant', 'identifiant_museofile', 'REF', 'ref', 'museofile'],
    name: ['Nom_officiel', 'nom_officiel_du_musee', 'NOMOFF', 'nomoff', 'nom_usage', 'nom'],
    insee: ['code_insee', 'code_insee_commune', 'insee'],
    town: ['Ville', 'ville_m', 'commune'],
    postalCode: ['Code_postal', 'cp_m', 'cp'],
    address: ['Lieu', 'Adresse', 'adr_m', 'adresse'],
    lat: ['lat', 'latitude'],
    lon: ['lon', 'longitude'],
    point: ['Coordonnees', 'coordonnées', 'poploc', 'geolocalisation'],
    website: ['URL', 'url_m', 'site_web'],
  },
};

/** Reads a Muséofile export; see {@link parseRegister}. */
export function parseMuseofile(text: string, towns?: TownFinder): ParsedRegister {
  return parseRegister(text, MUSEOFILE, towns);
}
