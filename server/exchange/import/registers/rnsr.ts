import { findColumn } from './readRegisterTable';
import { parseRegister, type ParsedRegister, type RegisterFormat, type TownFinder } from './registerFormat';

/**
 * RNSR, the national register of research structures, as published by the Ministry of Research (data.enseignementsup-recherche.gouv.fr). The identifier is nine
 * digits and a letter. Teams inside a unit (level 1) are part of an actor, not actors: left out and counted.
 */
export const RNSR: RegisterFormat = {
  source: {
    title: 'Structures de recherche (RNSR)',
    publisher: 'Ministère de la Recherche',
    licence: 'Licence Ouverte',
  },
  kind: 'LAB',
  scheme: 'RNSR',
  identifier: /^\d{9}[A-Z]$/i,
  columns: {
    id: ['numero_national_de_structure', 'numéro national de structure', 'num_nat_struct', 'rnsr'],
    name: ['libelle', 'libellé', 'intitule', 'nom'],
    acronym: ['sigle', 'acronyme'],
    insee: ['code_insee', 'code_commune', 'insee'],
    town: ['commune', 'ville'],
    postalCode: ['code_postal', 'cp'],
    address: ['adresse'],
    lat: ['latitude', 'lat'],
    lon: ['longitude', 'lon'],
    point: ['geolocalisation', 'coordonnees', 'geo_point_2d'],
    website: ['site_web', 'url'],
  },
  skip: (cells, columns) => {
    const level = findColumn(columns, ['code_de_niveau_de_structure', 'code de niveau de structure']);
    return level !== null && cells[level] === '1';
  },
};

/** Reads an RNSR export; see {@link parseRegister}. */
export function parseRnsr(text: string, towns?: TownFinder): ParsedRegister {
  return parseRegister(text, RNSR, towns);
}
