import { sheets } from '../../exchange/sheets/sheets';
import { nameKey, type ReferenceNames } from '../../exchange/sheets/referenceNames';
import type { ValueProvenance } from '../../exchange/trust/readProvenance';
import type { CellValue } from '../../graph/tables';
import type { ProvenValue } from './provenance.type';
import { toText } from './toImportView';

/**
 * A value with who says it, as the API shows it: what it refers to by name, words of lists by their label.
 *
 * @param names - names of what values refer to, by {@link nameKey}; an identifier without a name shows as it is
 */
export function toProvenValue(
  { sheet, column, about, value, statements, isConflicting, isKept }: ValueProvenance,
  names: ReferenceNames,
): ProvenValue {
  const found = sheets[sheet].columns.find(({ key }) => key === column);
  const show = (cell: CellValue) => toText(sheet, column, cell, names);
  return {
    sheet,
    column,
    about: about === null ? null : (names.get(nameKey(about)) ?? about.id),
    labelFr: found?.fr ?? column.replace(/^\+/, ''),
    labelEn: found?.en ?? column.replace(/^\+/, ''),
    value: show(value),
    isConflicting,
    isKept,
    statements: statements.map((one) => ({ ...one, value: show(JSON.parse(one.value) as CellValue) })),
  };
}
