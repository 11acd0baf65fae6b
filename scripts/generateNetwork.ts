/**
 * Writes an invented network of actors as two tables, to try measures and the database at the size of a country:
 *
 *   tsx scripts/generateNetwork.ts --folder <folder> [--actors 60000] [--ties 500000] [--seed 1]
 *
 * The same seed writes the same files. Exit code 1 with a sentence when a flag does not fit.
 */
import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { stringify } from 'csv-stringify';
import { generateNetwork } from '../server/analysis/network/generateNetwork';

async function writeTable(file: string, rows: readonly object[]): Promise<void> {
  await pipeline(Readable.from(rows), stringify({ header: true }), createWriteStream(file));
  process.stdout.write(`${file}: ${rows.length} rows\n`);
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      folder: { type: 'string' },
      actors: { type: 'string', default: '60000' },
      ties: { type: 'string', default: '500000' },
      seed: { type: 'string', default: '1' },
    },
  });
  if (!values.folder) throw new Error('--folder names the folder to write to');
  const size = {
    actorCount: Number(values.actors),
    tieCount: Number(values.ties),
    seed: Number(values.seed),
  };
  process.stdout.write(`Drawing ${size.actorCount} actors and ${size.tieCount} ties…\n`);
  const { actors, ties } = generateNetwork(size);
  mkdirSync(values.folder, { recursive: true });
  const actorRows = actors.map(({ phaseLevels, themes, ...actor }) => ({
    ...actor,
    validation: phaseLevels?.[0] ?? '',
    fabrication: phaseLevels?.[1] ?? '',
    diffusion: phaseLevels?.[2] ?? '',
    themes: themes.join(' '),
  }));
  await writeTable(join(values.folder, 'actors.csv'), actorRows);
  await writeTable(join(values.folder, 'ties.csv'), ties);
}

main().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
