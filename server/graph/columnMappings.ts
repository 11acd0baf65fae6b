import neo4j from 'neo4j-driver';
import { z } from 'zod';
import type { Database } from '../database/driver';
import { readGraph } from './changeGraph';

/** What was remembered of a table with some headers. */
export interface RememberedMapping {
  sheet: string;
  /** Column by header. */
  columns: Record<string, string | null>;
}

const columnsSchema = z.record(z.string(), z.string().nullable());

/**
 * Reads what was remembered of tables, by what they are recognised by.
 *
 * @param ids - see `fingerprint`; those that nothing is remembered of are left out
 */
export async function readColumnMappings(
  database: Database,
  ids: readonly string[],
): Promise<Map<string, RememberedMapping>> {
  const rows = await readGraph(database, (reader) =>
    reader.query(
      'MATCH (m:ColumnMapping) WHERE m.id IN $ids RETURN m.id AS id, m.sheet AS sheet, m.columns AS columns ORDER BY id',
      { ids },
    ),
  );
  return new Map(
    rows.map((row) => [
      row.id as string,
      { sheet: row.sheet as string, columns: columnsSchema.parse(JSON.parse(row.columns as string)) },
    ]),
  );
}

/** Remembers what the columns of a table are, for the next table with the same headers. */
export async function rememberColumnMapping(
  database: Database,
  id: string,
  { sheet, columns }: RememberedMapping,
): Promise<void> {
  const session = database.driver.session({
    database: database.name,
    defaultAccessMode: neo4j.session.WRITE,
  });
  try {
    await session.executeWrite((transaction) =>
      transaction.run('MERGE (m:ColumnMapping {id: $id}) SET m.sheet = $sheet, m.columns = $columns', {
        id,
        sheet,
        columns: JSON.stringify(columns),
      }),
    );
  } finally {
    await session.close();
  }
}
