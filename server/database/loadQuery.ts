import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const QUERIES = join(__dirname, '..', 'graph', 'queries');
const cache = new Map<string, string>();

/**
 * Text of `server/graph/queries/<name>.cypher`, read once a process.
 * @param name file name without its ending: letters and digits only.
 * @throws Error when the name is malformed or the file does not exist: a mistake in the program, not in a request.
 */
export function loadQuery(name: string): string {
  const known = cache.get(name);
  if (known !== undefined) return known;
  if (!/^[A-Za-z][A-Za-z0-9]*$/.test(name)) throw new Error(`Not a query name: ${JSON.stringify(name)}`);
  const text = readFileSync(join(QUERIES, `${name}.cypher`), 'utf8');
  cache.set(name, text);
  return text;
}
