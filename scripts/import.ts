/**
 * Imports a workbook, a CSV file or an archive of CSV files: says what would change, row by row for what is refused, and,
 * without `--dry-run`, applies it in one transaction. A database that answers already is used, else the embedded one is started.
 * `npm run import -- <workbook | sheet> <file> [--dry-run] [--skip-rejected] [--remove-absent] [--status DECLARED] [--source <id> --source-title <title>] [--by <who>]`
 */
import { createHash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { readConfig } from '../server/config';
import type { Database } from '../server/database/driver';
import { openDatabase } from '../server/database/openDatabase';
import { importLimits } from '../server/exchange/import/files/limits';
import { readTableFile } from '../server/exchange/import/files/readFile';
import {
  applyImport,
  checkImport,
  recogniseFile,
  type ImportOptions,
  type PreparedImport,
} from '../server/exchange/import/importFile';
import type { Plan } from '../server/exchange/import/plan';
import { explainFailure } from '../server/exchange/jobs/explainFailure';
import { defaultOptions } from '../server/exchange/jobs/importDesk';
import { isSheetId, sheetIds, sheets } from '../server/exchange/sheets/sheets';
import { statementStatuses, type StatementStatus } from '../server/graph/changeGraph';
import { createLogger } from '../server/logger';
import { createProgress, readLanguage, StartFailure } from '../server/startup';

const LISTED_ROWS = 50;
const language = readLanguage(process.env);
const say = (fr: string, en: string) => console.log(language === 'fr' ? fr : en);

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    'dry-run': { type: 'boolean', default: false },
    'skip-rejected': { type: 'boolean', default: false },
    'remove-absent': { type: 'boolean', default: false },
    status: { type: 'string', default: 'DECLARED' },
    source: { type: 'string' },
    'source-title': { type: 'string' },
    by: { type: 'string', default: '' },
  },
});

async function main(): Promise<void> {
  const [what = '', file] = positionals;
  const isKnown = what === 'workbook' || isSheetId(what);
  const isStatus = (statementStatuses as readonly string[]).includes(values.status);
  if (!isKnown || file === undefined || !isStatus) {
    say(
      `Usage : npm run import -- <workbook | ${sheetIds.join(' | ')}> <fichier> [--dry-run]`,
      `Usage: npm run import -- <workbook | ${sheetIds.join(' | ')}> <file> [--dry-run]`,
    );
    process.exitCode = 2;
    return;
  }
  const config = readConfig(process.env);
  const progress = createProgress(language, (line) => console.error(line));
  const { database, close } = await openDatabase(config, createLogger(config.logLevel), progress.begin);
  progress.end();
  try {
    process.exitCode = await importInto(database, what, file);
  } catch (error) {
    console.error(explainFailure(error, false).message[language]);
    process.exitCode = 1;
  } finally {
    await close();
  }
}

async function importInto(database: Database, what: string, file: string): Promise<number> {
  const bytes = readFileSync(file);
  const fileName = basename(file);
  const at = new Date().toISOString();
  const { tables: raw } = await readTableFile(fileName, bytes, importLimits);
  const { tables, guesses } = await recogniseFile(database, raw, isSheetId(what) ? what : undefined);
  const prepared: PreparedImport = { tables, mappings: guesses, options: toOptions(fileName, at) };
  const { plan, digest } = await checkImport(database, prepared);
  tell(plan);
  if (values['dry-run']) return plan.counts.REJECTED > 0 ? 1 : 0;
  if (plan.counts.REJECTED > 0 && !values['skip-rejected']) {
    say(
      'Rien n’a été écrit : corrigez les lignes refusées, ou ajoutez --skip-rejected.',
      'Nothing was written: correct the refused rows, or add --skip-rejected.',
    );
    return 1;
  }
  const { record } = await applyImport(database, prepared, {
    id: randomUUID(),
    kind: values.status === 'REGISTER' ? 'REGISTER' : 'WORKBOOK',
    title: prepared.options.source.title,
    fileName,
    checksum: createHash('sha256').update(bytes).digest('hex'),
    at,
    by: values.by,
    digest,
  });
  if (record === null) say('Rien à changer.', 'Nothing to change.');
  else say(`Fait, sous le numéro ${record.id}.`, `Done, under the number ${record.id}.`);
  return 0;
}

function toOptions(fileName: string, at: string): ImportOptions {
  const defaults = defaultOptions(fileName, at);
  const { id, title } = defaults.source;
  return {
    ...defaults,
    absent: values['remove-absent'] ? 'REMOVE' : 'KEEP',
    status: values.status as StatementStatus,
    source: { ...defaults.source, id: values.source ?? id, title: values['source-title'] ?? title },
  };
}

function tell(plan: Plan): void {
  for (const [id, counts] of plan.bySheet)
    say(
      `${sheets[id].fr} : ${counts.CREATED} créées, ${counts.UPDATED} modifiées, ${counts.UNCHANGED} inchangées, ${counts.REMOVED} retirées, ${counts.REJECTED} refusées`,
      `${sheets[id].en}: ${counts.CREATED} created, ${counts.UPDATED} updated, ${counts.UNCHANGED} unchanged, ${counts.REMOVED} removed, ${counts.REJECTED} refused`,
    );
  const faulty = plan.rows.filter(({ issues }) => issues.length > 0);
  for (const { table, line, issues } of faulty.slice(0, LISTED_ROWS))
    for (const { address, reason } of issues)
      console.log(`  ${table} ${address || `L${line}`} : ${reason[language]}`);
  if (faulty.length > LISTED_ROWS)
    say(`  … et ${faulty.length - LISTED_ROWS} autres.`, `  … and ${faulty.length - LISTED_ROWS} more.`);
}

main().catch((error: unknown) => {
  console.error(error instanceof StartFailure ? error.sentence(language) : error);
  process.exitCode = 1;
});
