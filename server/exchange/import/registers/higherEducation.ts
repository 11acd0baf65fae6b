import { foldText } from '../../../analysis/absent/normaliseName';
import { readRor, readSiret } from './otherIdentifiers';
import { parseRegister, type ParsedRegister, type RegisterFormat, type TownFinder } from './registerFormat';

/**
 * The main institutions of higher education, as published by the ministry in charge of it (data.enseignementsup-recherche.gouv.fr,
 * `fr-esr-principaux-etablissements-enseignement-superieur`, Licence Ouverte). The identifier is the UAI, seven digits and a
 * letter; SIRET and ROR come with it. Columns by their technical names (JSON, interface) or by their labels (CSV), both as published from 2019 to 2023.
 */
export const HIGHER_EDUCATION: RegisterFormat = {
  source: {
    title: 'Établissements d’enseignement supérieur',
    publisher: 'Ministère de l’Enseignement supérieur',
    licence: 'Licence Ouverte',
  },
  kind: (cell) =>
    /\buniversite\b/.test(foldText(cell('type_d_etablissement', "type d'établissement") ?? ''))
      ? 'UNIVERSITY'
      : 'HIGHER_ED_SCHOOL',
  scheme: 'UAI',
  identifier: /^\d{7}[A-Z]$/i,
  columns: {
    id: ['uai', 'uai - identifiant', 'code uai', 'numero_uai'],
    // The name in use, which the technical `uo_lib` is too; the official one says "Université Lyon-I".
    name: ['uo_lib', 'libellé', "libellé de l'établissement", 'uo_lib_officiel'],
    acronym: ['sigle', 'nom_court', 'nom court'],
    insee: ['com_code', 'code commune', 'code_insee'],
    town: ['com_nom', 'commune'],
    postalCode: ['code_postal_uai', 'code postal'],
    lat: ['latitude'],
    lon: ['longitude'],
    point: ['coordonnees', 'coordonnées', 'géolocalisation', 'geo_point_2d'],
    website: ['url', 'site internet', 'site_web'],
  },
  // Some institutions have several: the first is theirs.
  read: { id: (written) => /\d{7}[A-Z]/i.exec(written)?.[0] ?? null },
  others: {
    SIRET: { names: ['siret'], read: readSiret },
    ROR: { names: ['identifiant_ror', 'identifiant ror'], read: readRor },
  },
};

/** Reads a list of institutions of higher education; see {@link parseRegister}. */
export function parseHigherEducation(text: string, towns?: TownFinder): ParsedRegister {
  return parseRegister(text, HIGHER_EDUCATION, towns);
}
