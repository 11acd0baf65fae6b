/**
 * Measures: `npm run bench` runs the figures of the house, `npm run bench <name>` those of `scripts/bench/<name>.ts`, which
 * exports `run(argv)`; `npm run bench list` names them.
 */
import 'reflect-metadata';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Bench {
  run(argv: readonly string[]): void | Promise<void>;
}

const FOLDER = join(__dirname, 'bench');

function listNames(): string[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .filter((name) => /export (async )?function run\b/.test(readFileSync(join(FOLDER, name), 'utf8')))
    .map((name) => name.slice(0, -'.ts'.length));
}

async function main(): Promise<void> {
  const [name = 'house', ...argv] = process.argv.slice(2);
  const names = listNames();
  if (!names.includes(name)) {
    console.log(`Benchmarks: ${names.join(', ')}.`);
    process.exitCode = name === 'list' ? 0 : 1;
    return;
  }
  const bench = (await import(join(FOLDER, `${name}.ts`))) as Bench;
  await bench.run(argv);
}

void main();
