/**
 * Puts a backup into an empty database and checks that it holds exactly what the backup does. To start from a running
 * installation, give another folder: `MAILLAGE_DATA_DIR=restored npm run restore -- <file>`.
 */
import { parseArgs } from 'node:util';
import { readConfig } from '../server/config';
import { applyConstraints } from '../server/database/constraints';
import { openDatabase } from '../server/database/openDatabase';
import { BackupError, restore } from '../server/exchange/backup';
import { createLogger } from '../server/logger';
import { createProgress, readLanguage, StartFailure } from '../server/startup';

const language = readLanguage(process.env);

async function main(): Promise<void> {
  const { positionals } = parseArgs({ allowPositionals: true, options: {} });
  const [file] = positionals;
  if (file === undefined) {
    console.error('npm run restore -- <file>');
    process.exitCode = 2;
    return;
  }
  const config = readConfig(process.env);
  const progress = createProgress(language, (line) => console.error(line));
  const { database, close } = await openDatabase(config, createLogger(config.logLevel), progress.begin);
  progress.end();
  try {
    const { nodes, relationships, checksum } = await restore(database, file);
    await applyConstraints(database);
    console.log(`${file}: ${nodes} nodes, ${relationships} relationships, ${checksum.slice(0, 16)}`);
  } finally {
    await close();
  }
}

main().catch((error: unknown) => {
  if (error instanceof BackupError) console.error(error.message);
  else console.error(error instanceof StartFailure ? error.sentence(language) : error);
  process.exitCode = 1;
});
