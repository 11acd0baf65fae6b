/**
 * Everything that can be seen without running: `npm run check`. All checks run, each prints what it found, and the exit code
 * is that of none or any failing.
 */
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { installPackages } = require('./steps/installPackages.cjs');
const { generateTypes } = require('./steps/buildClient.cjs');
const { ROOT, bin, run } = require('./steps/run.cjs');

process.chdir(ROOT);
await installPackages();

const node = (program, ...args) => [process.execPath, [bin(program), ...args]];

/** The schema first: the client's types, and so the compiler's opinion, are made from it. */
const CHECKS = [
  ['schema up to date', node('tsx', 'scripts/printSchema.ts', '--check')],
  ['types', node('tsc', '--noEmit', '-p', '.')],
  ['ESLint', node('eslint', '--max-warnings', '0', '--cache', '--cache-location', '.cache/eslint/', '.')],
  [
    'Prettier',
    node('prettier', '--check', '--log-level', 'warn', '--cache', '--cache-location', '.cache/prettier', '.'),
  ],
  [
    'import rules',
    node(
      'depcruise',
      '--config',
      '.dependency-cruiser.cjs',
      '--output-type',
      'err',
      'client',
      'schema',
      'server',
      'scripts',
    ),
  ],
  ['one copy of graphql', ['npm', ['ls', 'graphql', '--all', '--json']]],
];

/** Every package must use the very same graphql: two copies do not know each other's types. */
function findCopies(output) {
  const versions = new Set();
  const visit = (dependencies = {}) => {
    for (const [name, entry] of Object.entries(dependencies)) {
      if (name === 'graphql' && entry.version) versions.add(entry.version);
      visit(entry.dependencies);
    }
  };
  visit(JSON.parse(output).dependencies);
  return [...versions];
}

let failures = 0;
await generateTypes();
for (const [name, [command, args]] of CHECKS) {
  const start = Date.now();
  const { code, output } = await run(command, args, { quiet: true });
  const copies = command === 'npm' ? findCopies(output.slice(output.indexOf('{'))) : ['16'];
  const isRight = copies.length === 1 && (code === 0 || command === 'npm');
  if (!isRight) failures += 1;
  console.log(`${isRight ? 'ok    ' : 'FAILED'} ${name} (${((Date.now() - start) / 1000).toFixed(1)} s)`);
  if (!isRight) console.log(command === 'npm' ? `  ${copies.join(', ')}` : output.trimEnd());
}
process.exitCode = failures === 0 ? 0 : 1;
