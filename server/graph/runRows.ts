import neo4j, { type Integer, type ManagedTransaction } from 'neo4j-driver';

/**
 * Runs one statement over some rows, given to it as `$rows`, and forgets them: until a transaction ends, the driver keeps
 * the parameters of each of its statements, which for a long import would be the whole of it.
 *
 * @param rows - emptied once the statement is over
 * @returns the number in the first cell of the first row of the answer; 0 when there is none
 */
export async function runRows(
  transaction: ManagedTransaction,
  query: string,
  rows: object[],
): Promise<number> {
  const { records } = await transaction.run(query, { rows });
  rows.length = 0;
  const first = records[0]?.get(0) as Integer | undefined;
  return neo4j.isInt(first) ? neo4j.integer.toNumber(first) : 0;
}
