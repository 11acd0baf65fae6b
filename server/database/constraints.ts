import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Database } from './driver';

const CONSTRAINTS = join(__dirname, '..', '..', 'schema', 'constraints.cypher');

/** Longest wait for an index to be filled, in seconds. */
const FILLING = 300;

/**
 * Applies `schema/constraints.cypher` and resolves when every index is filled. Idempotent: what exists stays.
 * @param path file of statements, the schema's by default.
 * @throws Neo4jError when a statement is refused, for example because what is stored breaks a new constraint.
 */
export async function applyConstraints(database: Database, path = CONSTRAINTS): Promise<void> {
  const statements = splitStatements(await readFile(path, 'utf8'));
  const session = database.driver.session({ database: database.name });
  try {
    for (const statement of statements) await session.run(statement);
    await session.run(`CALL db.awaitIndexes(${FILLING})`);
  } finally {
    await session.close();
  }
}

/**
 * Statements of a Cypher file: each ends with a semicolon at the end of a line; whole-line `//` comments are left out.
 * Empty when there is nothing but comments.
 */
export function splitStatements(text: string): string[] {
  const code = text.replace(/^\s*\/\/.*$/gm, '');
  return code
    .split(/;\s*(?:\n|$)/)
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '');
}
