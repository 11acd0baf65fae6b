/**
 * Development: `npm run dev`. The database runs once and stays; the server starts again when one of its files changes, the
 * client's modules are replaced in the page, and the types of its queries follow its documents.
 */
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';

const require = createRequire(import.meta.url);
const { checkDatabaseTools, checkNode, checkPort } = require('./steps/checkTools.cjs');
const { installPackages } = require('./steps/installPackages.cjs');
const { generateTypes } = require('./steps/buildClient.cjs');
const { ROOT, bin } = require('./steps/run.cjs');

process.chdir(ROOT);
checkNode();
checkDatabaseTools();
await checkPort();
await installPackages();
await generateTypes();

const children = new Set();
let isStopping = false;

function launch(command, args, env = {}, stdio = 'inherit') {
  const child = spawn(command, args, { stdio, env: { ...process.env, ...env } });
  children.add(child);
  child.once('exit', (code) => {
    children.delete(child);
    stop(code ?? 1);
  });
  return child;
}

/** One that ends takes the others with it: half a work site helps nobody. */
function stop(code) {
  if (!isStopping) {
    isStopping = true;
    process.exitCode = code;
    for (const child of children) child.kill('SIGTERM');
  }
}

process.on('SIGINT', () => stop(0));
process.on('SIGTERM', () => stop(0));

async function startDatabase() {
  if (process.env.NEO4J_URI) return {};
  const folder = process.env.MAILLAGE_DATA_DIR || '.maillage';
  const args = ['--import', 'tsx', 'scripts/database.ts', '--data-dir', folder];
  const database = launch(process.execPath, args, {}, ['ignore', 'pipe', 'inherit']);
  for await (const line of createInterface({ input: database.stdout })) {
    const { uri, user, password, database: name } = JSON.parse(line);
    return { NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password, NEO4J_DATABASE: name };
  }
  return undefined;
}

const connection = await startDatabase();
if (connection && !isStopping) {
  launch(
    process.execPath,
    [
      bin('tsx'),
      'watch',
      '--clear-screen=false',
      '--include',
      'server/graph/queries/*.cypher',
      'server/main.ts',
    ],
    connection,
  );
  launch(process.execPath, [bin('graphql-codegen'), '--config', 'schema/codegen.ts', '--watch']);
  launch(process.execPath, [bin('vite'), '--config', 'client/vite.config.ts']);
}
