// @ts-check
'use strict';
const { bin, run } = require('./run.cjs');
const { fail, step } = require('./sentences.cjs');
const { digest, hasStamp, writeStamp } = require('./stamp.cjs');

const TYPES = 'client/graphql/generated';
const TYPES_STAMP = `${TYPES}/.stamp`;
const CLIENT_STAMP = 'client/dist/.stamp';

/** @param {string} path */
const isDocument = (path) => path.endsWith('.graphql');
/** @param {string} path */
const isClientSource = (path) => !/^client[\\/](dist|tests)[\\/]|\.test\.tsx?$|\.stamp$/.test(path);

/** @param {string} path */
const isGenerated = (path) => !path.endsWith('.stamp');

/** What the types are made of, and the types themselves: made by hand from other sources, or in part, they are not these. */
function typesDigest() {
  return (
    digest(['schema/schema.graphql', 'schema/codegen.ts']) +
    digest(['client'], isDocument) +
    digest([TYPES], isGenerated)
  );
}

/** Writes the TypeScript types of the client's queries, unless they are those of the present schema and queries. */
async function generateTypes() {
  if (hasStamp(TYPES_STAMP, typesDigest())) return;
  const { code, output } = await step('types', () =>
    run(bin('graphql-codegen'), ['--config', 'schema/codegen.ts'], { quiet: true }),
  );
  if (code !== 0) failWith(output);
  writeStamp(TYPES_STAMP, typesDigest());
}

/** Builds the client into `client/dist`, unless it is that of the present sources. */
async function buildClient() {
  await generateTypes();
  const shared = ['schema/vocabulary', 'package-lock.json', 'tsconfig.json'];
  const wanted = digest(['client'], isClientSource) + digest(shared);
  if (hasStamp(CLIENT_STAMP, wanted)) return;
  const { code, output } = await step('client', () =>
    run(bin('vite'), ['build', '--config', 'client/vite.config.ts', '--logLevel', 'warn'], { quiet: true }),
  );
  if (code !== 0) failWith(output);
  writeStamp(CLIENT_STAMP, wanted);
}

/** @param {string} output */
function failWith(output) {
  if (/ENOSPC/.test(output)) fail('diskFull', { folder: 'client', free: 0, needed: 100 });
  if (process.env.npm_lifecycle_event !== 'start') console.error(output);
  fail('clientFailed');
}

module.exports = { buildClient, generateTypes };
