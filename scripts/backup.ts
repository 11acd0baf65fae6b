/**
 * Writes the whole graph into one compressed file, with counts and a checksum; the application may be running.
 * `npm run backup [-- <file>]`
 */
import { parseArgs } from 'node:util';
import { backUp } from '../server/exchange/backup';
import { readLanguage, StartFailure } from '../server/startup';
import { openGraph } from './steps/openGraph';

const language = readLanguage(process.env);

async function main(): Promise<void> {
  const at = new Date().toISOString();
  const { positionals } = parseArgs({ allowPositionals: true, options: {} });
  const file = positionals[0] ?? `maillage-${at.slice(0, 19).replace(/[:T]/g, '-')}.backup.gz`;
  const { database, close } = await openGraph(language);
  try {
    const { nodes, relationships, checksum } = await backUp(database, file, at);
    console.log(`${file}: ${nodes} nodes, ${relationships} relationships, ${checksum.slice(0, 16)}`);
  } finally {
    await close();
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof StartFailure ? error.sentence(language) : error);
  process.exitCode = 1;
});
