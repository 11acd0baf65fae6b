import type { DuplicateActor } from '../../analysis/trust/duplicates';
import type { Database } from '../../database/driver';
import type { TableRow } from '../../graph/tables';
import { readExport } from '../export/exportTables';
import { identifiersOf } from '../sheets/identifierColumns';

/** The actors of the graph, as far as finding one of them twice goes. */
export async function readDuplicateActors(database: Database): Promise<DuplicateActor[]> {
  const { rows, names } = await readExport(database, { sheets: ['actors'] });
  const territories = names.get('territories') ?? new Map<string, string | null>();
  return (rows.get('actors') ?? []).map((row) => toDuplicateActor(row, territories));
}

function toDuplicateActor(row: TableRow, territories: ReadonlyMap<string, string | null>): DuplicateActor {
  const text = (column: string) => (row[column] ?? null) as string | null;
  const commune = text('commune');
  return {
    id: row.id as string,
    name: row.name as string,
    acronym: text('acronym'),
    type: row.family as string,
    commune: commune?.replace(/^commune-/, '') ?? null,
    communeName: commune === null ? null : (territories.get(commune) ?? null),
    identifiers: identifiersOf(row),
    website: text('website'),
    parent: text('parent'),
  };
}
