import { foldText } from '../../../analysis/absent/normaliseName';
import { findColumn } from './readRegisterTable';
import { parseRegister, type ParsedRegister, type RegisterFormat, type TownFinder } from './registerFormat';

/**
 * Public libraries, from the yearly survey of the Ministry of Culture (data.culture.gouv.fr). Rows whose address is said to be closed, an office or a store are no place for the public: left out.
 */
export const LIBRARIES: RegisterFormat = {
  source: {
    title: 'Bibliothèques publiques',
    publisher: 'Ministère de la Culture',
    licence: 'Licence Ouverte',
  },
  kind: 'LIBRARY',
  scheme: 'LIBRARY_CODE',
  columns: {
    id: ['Code_bib', 'code bib', 'code_bibliotheque', 'code_bm', 'identifiant'],
    name: ['nom_de_l_etablissement', "nom de l'établissement", 'libelle1', 'libellé1', 'nom_bibliotheque'],
    insee: ['code_insee', 'code_insee_commune', 'insee', 'codeinsee'],
    town: ['Ville', 'commune', 'libelle_commune'],
    postalCode: ['CP', 'code_postal'],
    address: ['Adresse'],
    lat: ['Latitude', 'lat'],
    lon: ['Longitude', 'lon'],
    point: ['coordonnees', 'geolocalisation', 'geo_point_2d', 'localisation'],
    website: ['site_internet_url', 'url', 'site_web'],
  },
  skip: (cells, columns) => {
    const column = findColumn(columns, ['type_adresse', "type d'adresse"]);
    return column !== null && /\b(ferme|administratif|reserve)\b/.test(foldText(cells[column] ?? ''));
  },
};

/** Reads a list of public libraries; see {@link parseRegister}. */
export function parseLibraries(text: string, towns?: TownFinder): ParsedRegister {
  return parseRegister(text, LIBRARIES, towns);
}
