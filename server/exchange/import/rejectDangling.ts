import { sheets, type SheetId } from '../sheets/sheets';
import type { StateResolver } from './graphState';
import type { PlannedRows } from './plannedRows';
import { sentence } from './reasons';

/** References of a row to rows of its own sheet, by column. */
interface Dependent {
  index: number;
  key: string;
  columns: { title: { fr: string; en: string }; to: string[] }[];
}

/**
 * Refuses the rows of a sheet whose own references point at rows of the file that were refused, and so on.
 *
 * @param first - position of the first row of the sheet
 * @param resolver - forgets the rows that are refused
 */
export function rejectDangling(id: SheetId, rows: PlannedRows, first: number, resolver: StateResolver): void {
  const refused = new Set<string>();
  const refuse = (key: string) => {
    refused.add(key);
    resolver.remove(id, key);
  };
  if ((rows.bySheet.get(id)?.REJECTED ?? 0) === 0) return;
  for (const { outcome, key } of rows.from(first)) if (outcome === 'REJECTED' && key !== '') refuse(key);
  let left = dependentsOf(id, rows, first);
  for (let before = -1; before !== left.length;) {
    before = left.length;
    left = left.filter(({ index, key, columns }) => {
      const dangling = columns.find(({ to }) => to.some((one) => refused.has(one) && !resolver.has(id, one)));
      if (dangling === undefined) return true;
      rows.reject(index, toIssue(dangling.title));
      refuse(key);
      return false;
    });
  }
}

function dependentsOf(id: SheetId, rows: PlannedRows, first: number): Dependent[] {
  const own = sheets[id].columns.filter(({ type }) => type.is === 'reference' && type.to === id);
  if (own.length === 0) return [];
  const found: Dependent[] = [];
  let index = first - 1;
  for (const { change, key } of rows.from(first)) {
    index += 1;
    const after = change?.after ?? {};
    const columns = own
      .map((column) => ({ title: column, to: [after[column.key] ?? []].flat().map(String) }))
      .filter(({ to }) => to.length > 0);
    if (columns.length > 0) found.push({ index, key, columns });
  }
  return found;
}

function toIssue({ fr, en }: { fr: string; en: string }) {
  const reason = sentence(`« ${fr} » désigne une ligne refusée.`, `“${en}” points at a row that is refused.`);
  return { severity: 'ERROR' as const, address: '', header: fr, reason };
}
