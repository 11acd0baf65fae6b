import type { GraphReader } from '../../graph/changeGraph';
import type { CellValue } from '../../graph/tables';
import { isSheetId, sheets, type SheetId } from './sheets';

/** Names of what values refer to, by {@link nameKey}. */
export type ReferenceNames = ReadonlyMap<string, string>;

/** Something that a value refers to: its sheet, or `territories`, and its identifier. */
export interface Reference {
  to: string;
  id: string;
}

/** What the name of something that a value refers to is known by. */
export function nameKey({ to, id }: Reference): string {
  return `${to}/${id}`;
}

/** What a value refers to; nothing where its column holds no references. */
export function referencesIn(sheet: SheetId, column: string, value: CellValue): Reference[] {
  const type = sheets[sheet].columns.find(({ key }) => key === column)?.type;
  if (type?.is !== 'reference') return [];
  return [value].flat().flatMap((id) => (id === null ? [] : { to: type.to, id: String(id) }));
}

/** Reads the names of what is referred to; what has none, or is not there, is left out. */
export async function readReferenceNames(
  reader: GraphReader,
  references: Iterable<Reference>,
): Promise<Map<string, string>> {
  const asked = new Map<string, Set<string>>();
  for (const { to, id } of references) asked.set(to, (asked.get(to) ?? new Set()).add(id));
  const names = new Map<string, string>();
  for (const [to, ids] of asked) {
    const place = placeOf(to);
    if (place === undefined) continue;
    const found = await reader.query(
      `MATCH (n:${place.label}) WHERE n.id IN $ids RETURN n.id AS id, n.${place.name} AS name ORDER BY id`,
      { ids: [...ids] },
    );
    for (const { id, name } of found)
      if (typeof name === 'string') names.set(nameKey({ to, id: id as string }), name);
  }
  return names;
}

/** Label and naming property of what can be referred to by name. */
function placeOf(to: string): { label: string; name: string } | undefined {
  if (to === 'territories') return { label: 'Territory', name: 'name' };
  if (!isSheetId(to)) return undefined;
  const { table, label: name } = sheets[to];
  return table.kind === 'node' && name !== undefined ? { label: table.label, name } : undefined;
}
