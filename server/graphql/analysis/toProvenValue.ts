import { sheets } from '../../exchange/sheets/sheets';
import { nameKey, type ValueProvenance } from '../../exchange/trust/readProvenance';
import type { CellValue } from '../../graph/tables';
import type { ProvenValue } from './provenance.type';
import { toText } from './toImportView';

/**
 * A value with who says it, as the API shows it: what it refers to by name, words of lists by their label.
 *
 * @param names - names of what values refer to, by {@link nameKey}; an identifier without a name shows as it is
 */
export function toProvenValue(
  { sheet, column, about, value, statements, isConflicting }: ValueProvenance,
  names: ReadonlyMap<string, string>,
): ProvenValue {
  const found = sheets[sheet].columns.find(({ key }) => key === column);
  const { type } = found ?? {};
  const named = (to: string, id: string) => names.get(nameKey(to, id)) ?? id;
  const show = (cell: CellValue): string | null => {
    if (type?.is !== 'reference' || cell === null) return toText(sheet, column, cell);
    const all = [cell].flat().map((id) => named(type.to, String(id)));
    return all.length === 0 ? null : all.join(' | ');
  };
  return {
    sheet,
    column,
    about: about === null ? null : named(about.to, about.id),
    labelFr: found?.fr ?? column,
    labelEn: found?.en ?? column,
    value: show(value),
    isConflicting,
    statements: statements.map((one) => ({ ...one, value: show(JSON.parse(one.value) as CellValue) })),
  };
}
