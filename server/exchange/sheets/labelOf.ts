import type { TableRow } from '../../graph/tables';
import { sheets, type SheetId } from './sheets';

/** What people call a row: its name, or what it ties. */
export function labelOf(id: SheetId, row: TableRow): string {
  const { label, table, namedBy } = sheets[id];
  if (label !== undefined) return String(row[label] ?? row.id ?? '');
  if (table.kind === 'link') return `${row[table.from.column] ?? ''} – ${row[table.to.column] ?? ''}`;
  const parts = namedBy.flatMap((name) => row[name] ?? []).map(String);
  return parts.length > 0 ? parts.join(' – ') : String(row.id ?? '');
}
