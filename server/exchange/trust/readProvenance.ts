import { impliedStatus, weigh, type Statement } from '../../analysis/trust/statements';
import type { Database } from '../../database/driver';
import { readGraph, type StatementRow } from '../../graph/changeGraph';
import type { CellValue, TableRow } from '../../graph/tables';
import { sheets } from '../sheets/sheets';

/** Who says what of one value. */
export interface ValueProvenance {
  column: string;
  value: CellValue;
  /** Best first; values as JSON. */
  statements: Statement[];
  /** Whether two of them disagree. */
  isConflicting: boolean;
}

/** Columns that are no statement about the actor. */
const NOT_STATED = new Set(['id', 'kind', 'sources', 'locationEvidence']);

/**
 * For each value of an actor's record, who says it and who says otherwise: the statements kept of it, and, where none says the
 * value that stands, the sources of the whole record.
 *
 * @returns undefined when there is no such actor; values that nobody ever gave are left out
 */
export async function readProvenance(
  database: Database,
  actor: string,
): Promise<ValueProvenance[] | undefined> {
  return readGraph(database, async (reader) => {
    const [row] = await reader.rows(sheets.actors.table, [actor]);
    if (row === undefined) return undefined;
    const statements = (await reader.query(
      `MATCH (s:Statement {subject: $subject}) RETURN s.column AS column, s.value AS value, s.status AS status,
      s.statedOn AS statedOn, s.sourceId AS sourceId ORDER BY s.id`,
      { subject: `Actor/${actor}` },
    )) as unknown as StatementRow[];
    const sources = await reader.query(
      'MATCH (:Actor {id: $actor})-[:STATED_BY]->(s:Source) RETURN s.id AS id, s.date AS date ORDER BY id',
      { actor },
    );
    const dates = new Map(sources.map(({ id, date }) => [id as string, date as string | null]));
    return sheets.actors.columns
      .filter(({ key }) => !NOT_STATED.has(key))
      .flatMap(({ key }) => toProvenance(key, row, statements, dates));
  });
}

function toProvenance(
  column: string,
  row: TableRow,
  statements: readonly StatementRow[],
  dates: ReadonlyMap<string, string | null>,
): ValueProvenance[] {
  const value = row[column] ?? null;
  const isNothing = value === null || (Array.isArray(value) && value.length === 0);
  const known: Statement[] = statements.filter((statement) => statement.column === column);
  if (isNothing && known.length === 0) return [];
  const current = JSON.stringify(value);
  const ties = ((row[`~${column}`] ?? []) as string[]).map((tie) => tie.split('|').at(-1)!);
  const by = ties.length > 0 ? ties : ((row.sources ?? []) as string[]);
  const implied = known.some((statement) => statement.value === current) || isNothing ? [] : by;
  const all = [
    ...known,
    ...implied.map((sourceId) => ({
      value: current,
      status: impliedStatus([sourceId]),
      statedOn: dates.get(sourceId) ?? null,
      sourceId,
    })),
  ];
  const { ranked, isConflicting } = weigh(all);
  return [{ column, value, statements: ranked, isConflicting }];
}
