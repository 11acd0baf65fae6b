/**
 * Starts the embedded database alone, prints how to reach it as one line of JSON, and stops it on Ctrl-C.
 * `npm run database [-- --data-dir <folder>] [-- --test]`
 */
import { parseArgs } from 'node:util';
import { startEmbedded } from '../server/database/embedded/startEmbedded';
import { createProgress, readLanguage, StartFailure } from '../server/startup';

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      'data-dir': { type: 'string', default: '.maillage' },
      test: { type: 'boolean', default: false },
    },
  });
  const language = readLanguage(process.env);
  const progress = createProgress(language, (line) => console.error(line));
  try {
    const embedded = await startEmbedded({
      dataDir: values['data-dir'],
      jarsDir: '.maillage/jars',
      profile: values.test ? 'test' : 'service',
      supervise: true,
      onProgress: progress.begin,
    });
    progress.end();
    console.log(JSON.stringify(embedded.connection));
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void embedded.stop());
  } catch (error) {
    console.error(error instanceof StartFailure ? error.sentence(language) : error);
    process.exitCode = 1;
  }
}

void main();
