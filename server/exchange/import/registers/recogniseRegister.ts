import { foldText } from '../../../analysis/absent/normaliseName';
import { DIGITAL_PLACES } from './digitalPlaces';
import { FABLABS } from './fablabs';
import { HIGHER_EDUCATION } from './higherEducation';
import { LIBRARIES } from './libraries';
import { MUSEOFILE } from './museofile';
import { findColumn, readRegisterColumns } from './readRegisterTable';
import type { RegisterFormat } from './registerFormat';
import { RNSR } from './rnsr';
import { ROR } from './ror';

/** The formats that can be recognised from their columns. */
export const REGISTER_FORMATS = {
  MUSEOFILE,
  LIBRARIES,
  RNSR,
  FABLABS,
  ROR,
  HIGHER_EDUCATION,
  DIGITAL_PLACES,
} as const satisfies Record<string, RegisterFormat>;

/** Name of a published register. */
export type RegisterFormatName = keyof typeof REGISTER_FORMATS;

/** Names that any file may give its columns: alone they recognise nothing. */
const ANYONES = new Set(['id', 'identifiant', 'nom', 'name', 'libelle']);

/**
 * Which published register a file is, from its columns; `null` when it could be none or more than one, and the user must say. A format is recognised when
 * the file has its identifier and its name, and one of the two under a name that is not anyone's, or columns that are its own.
 *
 * @throws RegisterUnreadableError when the text is no table
 */
export function recogniseRegister(text: string): RegisterFormatName | null {
  const columns = readRegisterColumns(text);
  const names = Object.keys(REGISTER_FORMATS) as RegisterFormatName[];
  const possible = names.filter((name) => hasOwnColumns(columns, REGISTER_FORMATS[name]));
  return possible.length === 1 ? possible[0]! : null;
}

function hasOwnColumns(columns: readonly string[], { columns: names, signature }: RegisterFormat): boolean {
  if (signature?.every((name) => findColumn(columns, [name]) !== null) === false) return false;
  const found = [findColumn(columns, names.id), findColumn(columns, names.name)];
  return (
    found.every((column) => column !== null) &&
    found.some((column) => signature !== undefined || !ANYONES.has(foldText(column!)))
  );
}
