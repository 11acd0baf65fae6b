import { recordTrust, type ActorRecord, type RecordTrust } from '../../analysis/trust/recordTrust';
import type { Database } from '../../database/driver';
import { readGraph, type GraphReader } from '../../graph/changeGraph';
import type { TableRow } from '../../graph/tables';
import { readStatements } from '../import/graphState';
import { sheets } from '../sheets/sheets';

/** Trust in an actor's record, with what it is grouped by. */
export interface ActorTrust extends RecordTrust {
  name: string;
  family: string;
  commune: string | null;
  /** Identifiers of the territories that its commune is a part of. */
  territories: readonly string[];
}

/**
 * Trust in the record of every actor, in order of their names.
 *
 * @param today - ISO day
 */
export async function readTrust(database: Database, today: string): Promise<ActorTrust[]> {
  return readGraph(database, async (reader) => {
    const actors = await reader.rows(sheets.actors.table);
    const competences = groupBy(await reader.rows(sheets.actorCompetences.table), 'actor');
    const themes = groupBy(await reader.rows(sheets.actorThemes.table), 'actor');
    const dates = await readDates(reader);
    const parts = await readParts(reader);
    const conflicts = await readConflicts(reader);
    return actors
      .map((row): ActorTrust => {
        const id = row.id as string;
        const own = [...(competences.get(id) ?? []), ...(themes.get(id) ?? [])];
        const sources = [...((row.sources ?? []) as string[]), ...own.map(({ source }) => source as string)];
        const record: ActorRecord = {
          id,
          family: row.family as string,
          commune: row.commune as string | null,
          isPlaceGuessed: row.locationEvidence === 'KNOWN',
          filled: new Set(Object.keys(row).filter((column) => row[column] !== null)),
          competences: (competences.get(id) ?? []).map(({ status }) => ({ status: status as string })),
          themes: themes.get(id)?.length ?? 0,
          dates: sources.flatMap((source) => dates.get(source) ?? []),
          conflicts: conflicts.get(id) ?? [],
        };
        return {
          ...recordTrust(record, today),
          name: row.name as string,
          family: record.family,
          commune: record.commune,
          territories: record.commune === null ? [] : (parts.get(record.commune) ?? []),
        };
      })
      .sort((a, b) => a.name.localeCompare(b.name, 'fr'));
  });
}

function groupBy(rows: readonly TableRow[], column: string): Map<string, TableRow[]> {
  const groups = new Map<string, TableRow[]>();
  for (const row of rows) {
    const key = row[column] as string;
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [row]);
    else known.push(row);
  }
  return groups;
}

async function readDates(reader: GraphReader): Promise<Map<string, string>> {
  const rows = await reader.query(
    'MATCH (s:Source) WHERE s.date IS NOT NULL RETURN s.id AS id, s.date AS date ORDER BY id',
    {},
  );
  return new Map(rows.map(({ id, date }) => [id as string, date as string]));
}

async function readParts(reader: GraphReader): Promise<Map<string, string[]>> {
  const rows = await reader.query(
    `MATCH (:Actor)-[:LOCATED_IN]->(c:Commune) WITH DISTINCT c
    RETURN c.id AS id, COLLECT { MATCH (c)-[:PART_OF]->+(t:Territory) RETURN DISTINCT t.id } AS territories ORDER BY id`,
    {},
  );
  return new Map(rows.map(({ id, territories }) => [id as string, territories as string[]]));
}

/** Columns of each actor of which statements disagree. */
async function readConflicts(reader: GraphReader): Promise<Map<string, string[]>> {
  const conflicts = new Map<string, string[]>();
  for (const statements of (await readStatements(reader)).values()) {
    const [first] = statements;
    if (first === undefined || !first.subject.startsWith('Actor/') || first.column.startsWith('+')) continue;
    if (new Set(statements.map(({ value }) => value)).size < 2) continue;
    const id = first.subject.slice('Actor/'.length);
    conflicts.set(id, [...(conflicts.get(id) ?? []), first.column]);
  }
  return conflicts;
}
