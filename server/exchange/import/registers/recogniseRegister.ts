import { FABLABS } from './fablabs';
import { LIBRARIES } from './libraries';
import { MUSEOFILE } from './museofile';
import { findColumn, readRegisterTable } from './readRegisterTable';
import { isFormat, type RegisterFormat } from './registerFormat';
import { RNSR } from './rnsr';

/** The formats that can be recognised from their columns. */
export const REGISTER_FORMATS = { MUSEOFILE, LIBRARIES, RNSR, FABLABS } as const;

/** Name of a published register. */
export type RegisterFormatName = keyof typeof REGISTER_FORMATS;

/**
 * Which published register a file is, from its columns; `null` when it could be none or more than one, and the user must say. A format is recognised by the
 * column that is its own: the first name of its identifier, or failing that identifier and name together.
 *
 * @throws RegisterUnreadableError when the text is no table
 */
export function recogniseRegister(text: string): RegisterFormatName | null {
  const { columns } = readRegisterTable(text);
  const names = Object.keys(REGISTER_FORMATS) as RegisterFormatName[];
  const possible = names.filter((name) => isFormat(columns, REGISTER_FORMATS[name]));
  const own = possible.filter((name) => hasOwnColumns(columns, REGISTER_FORMATS[name]));
  const certain = own.length > 0 ? own : possible;
  return certain.length === 1 ? certain[0]! : null;
}

function hasOwnColumns(columns: readonly string[], { columns: names }: RegisterFormat): boolean {
  return (
    findColumn(columns, names.id.slice(0, 2)) !== null && findColumn(columns, names.name.slice(0, 2)) !== null
  );
}
