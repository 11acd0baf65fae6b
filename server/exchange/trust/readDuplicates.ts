import type { IdentifierScheme, Identifiers } from '../../analysis/absent/registerRow';
import { findDuplicates, type DuplicateActor, type DuplicatePair } from '../../analysis/trust/duplicates';
import type { Database } from '../../database/driver';
import { readDistinctions } from '../../graph/distinctions';
import type { TableRow } from '../../graph/tables';
import { readExport } from '../export/exportTables';

const SCHEMES: Readonly<Record<string, IdentifierScheme>> = {
  siret: 'SIRET',
  rnsr: 'RNSR',
  ror: 'ROR',
  uai: 'UAI',
  museofile: 'MUSEOFILE',
};

/** Pairs of actors of the graph that may be the same, those that were told apart left out. */
export async function readDuplicates(database: Database): Promise<DuplicatePair[]> {
  const { rows, names } = await readExport(database, { sheets: ['actors'] });
  const territories = names.get('territories') ?? new Map<string, string | null>();
  const actors = (rows.get('actors') ?? []).map((row) => toDuplicateActor(row, territories));
  return findDuplicates(actors, await readDistinctions(database));
}

function toDuplicateActor(row: TableRow, territories: ReadonlyMap<string, string | null>): DuplicateActor {
  const text = (column: string) => (row[column] ?? null) as string | null;
  const identifiers: Identifiers = {};
  for (const [column, scheme] of Object.entries(SCHEMES)) {
    const value = text(column);
    if (value !== null) identifiers[scheme] = value;
  }
  const commune = text('commune');
  return {
    id: row.id as string,
    name: row.name as string,
    acronym: text('acronym'),
    type: row.family as string,
    commune: commune?.replace(/^commune-/, '') ?? null,
    communeName: commune === null ? null : (territories.get(commune) ?? null),
    identifiers,
    website: text('website'),
    parent: text('parent'),
  };
}
