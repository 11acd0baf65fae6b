import type { IdentifierScheme, Identifiers } from '../../analysis/absent/registerRow';
import type { TableRow } from '../../graph/tables';

/** Where an identifier of a register is kept: a column of actors, or one of its own. */
export const IDENTIFIER_COLUMNS: Readonly<Record<IdentifierScheme, string>> = {
  MUSEOFILE: 'museofile',
  RNSR: 'rnsr',
  SIRET: 'siret',
  ROR: 'ror',
  UAI: 'uai',
  LIBRARY_CODE: '+Code de la bibliothèque',
  FABLAB_SLUG: '+Fiche fablabs.io',
  DIGITAL_PLACE: '+Identifiant de lieu de médiation numérique',
};

/** The identifiers that a row of actors bears. */
export function identifiersOf(row: TableRow): Identifiers {
  const identifiers: Identifiers = {};
  for (const [scheme, column] of Object.entries(IDENTIFIER_COLUMNS)) {
    const value = row[column] ?? null;
    if (value !== null) identifiers[scheme as IdentifierScheme] = value as string;
  }
  return identifiers;
}
