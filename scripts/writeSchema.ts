/**
 * Writes the whole API as SDL into `schema/schema.graphql`, from which the client's types are made: `npm run schema`.
 * With `--check` it writes nothing and ends with the exit code 1 when the file is not that of the present server.
 */
import 'reflect-metadata';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { buildSchemas } from '../server/graphql/schema';

const FILE = join(__dirname, '..', 'schema', 'schema.graphql');

async function main(): Promise<void> {
  const { api } = await buildSchemas();
  const text = `# Written by "npm run schema": do not edit.\n\n${printSchema(lexicographicSortSchema(api))}\n`;
  const isFresh = existsSync(FILE) && readFileSync(FILE, 'utf8') === text;
  if (process.argv.includes('--check')) {
    if (!isFresh)
      console.error('schema/schema.graphql is not that of the server: run "npm run schema" and commit it.');
    process.exitCode = isFresh ? 0 : 1;
  } else if (!isFresh) {
    writeFileSync(FILE, text);
  }
}

void main();
