/**
 * Imports a workbook, a CSV file, an archive of CSV files or a published register (Muséofile, libraries, RNSR, FabLabs): says
 * what would change, row by row for what is refused, and, without `--dry-run`, applies it in one transaction. The embedded
 * database is used whether or not the application is running.
 * `npm run import -- <workbook | register | sheet> <file> [--dry-run] [--skip-rejected] [--remove-absent] [--status DECLARED] [--source <id> --source-title <title>] [--by <who>]`
 */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { readConfig } from '../server/config';
import { openShared } from '../server/database/openShared';
import { cellAddress } from '../server/exchange/import/reasons';
import type { ImportOptions } from '../server/exchange/import/importFile';
import { doubtsOf } from '../server/exchange/import/registerImport';
import { defaultOptions } from '../server/exchange/jobs/importDefaults';
import { ImportDesk } from '../server/exchange/jobs/importDesk';
import type { ImportJob } from '../server/exchange/jobs/importJob';
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
    status: { type: 'string' },
    source: { type: 'string' },
    'source-title': { type: 'string' },
    by: { type: 'string', default: '' },
  },
});

async function main(): Promise<void> {
  const [what = '', file] = positionals;
  const isKnown = ['workbook', 'register'].includes(what) || isSheetId(what);
  const isStatus =
    values.status === undefined || (statementStatuses as readonly string[]).includes(values.status);
  if (!isKnown || file === undefined || !isStatus) {
    const kinds = ['workbook', 'register', ...sheetIds].join(' | ');
    say(
      `Usage : npm run import -- <${kinds}> <fichier> [--dry-run]`,
      `Usage: npm run import -- <${kinds}> <file> [--dry-run]`,
    );
    process.exitCode = 2;
    return;
  }
  const bytes = readFileSync(file);
  const config = readConfig(process.env);
  const progress = createProgress(language, (line) => console.error(line));
  const { database, close } = await openShared(config, createLogger(config.logLevel), progress.begin);
  progress.end();
  try {
    const desk = new ImportDesk({ database });
    const expected = isSheetId(what) ? { expected: what } : {};
    const job = desk.submit({ fileName: basename(file), bytes, ...expected }, toOptions(basename(file)));
    process.exitCode = await follow(desk, job);
  } finally {
    await close();
  }
}

function toOptions(fileName: string): Partial<ImportOptions> {
  const { source } = defaultOptions(fileName, new Date().toISOString());
  return {
    ...(values['remove-absent'] ? { absent: 'REMOVE' as const } : {}),
    ...(values.status === undefined ? {} : { status: values.status as StatementStatus }),
    ...(values.source === undefined
      ? {}
      : { source: { ...source, id: values.source, title: values['source-title'] ?? source.title } }),
  };
}

/** Waits for the check, tells it, applies it unless it is only to be told; gives the exit code. */
async function follow(desk: ImportDesk, job: ImportJob): Promise<number> {
  await desk.idle();
  if (job.state === 'CHECKED') tell(job);
  if (job.state !== 'CHECKED') return refused(job);
  const rejected = job.plan!.counts.REJECTED;
  if (values['dry-run']) return rejected > 0 ? 1 : 0;
  const changes = job.plan!.changes.length + job.plan!.statements.length;
  desk.apply(job, { digest: job.digest!, skipRejected: values['skip-rejected'], by: values.by });
  await desk.idle();
  if (!isApplied(job)) return refused(job);
  if (changes === 0) say('Rien à changer.', 'Nothing to change.');
  else say(`Fait, sous le numéro ${job.id}.`, `Done, under the number ${job.id}.`);
  return 0;
}

/** The desk changed the state meanwhile, which the compiler cannot know. */
const isApplied = ({ state }: ImportJob) => state === 'APPLIED';

function refused({ message, state }: ImportJob): number {
  console.error(message?.[language] ?? state);
  return 1;
}

function tell(job: ImportJob): void {
  const plan = job.plan!;
  if (job.register !== undefined) tellRegister(job, job.register);
  for (const { table, sheet } of job.mappings)
    if (sheet === null)
      say(`${table} : non reconnue, laissée de côté.`, `${table}: not recognised, left out.`);
  for (const [id, { CREATED, UPDATED, UNCHANGED, REMOVED, REJECTED }] of plan.bySheet)
    say(
      `${sheets[id].fr} : ${CREATED} créées, ${UPDATED} modifiées, ${UNCHANGED} inchangées, ${REMOVED} retirées, ${REJECTED} refusées`,
      `${sheets[id].en}: ${CREATED} created, ${UPDATED} updated, ${UNCHANGED} unchanged, ${REMOVED} removed, ${REJECTED} refused`,
    );
  const faulty = plan.rows.filter(({ issues }) => issues.length > 0);
  for (const { table, line, issues } of faulty.slice(0, LISTED_ROWS))
    for (const { address, reason } of issues)
      console.log(`  ${table} ${address || cellAddress(line, 0)} : ${reason[language]}`);
  const more = faulty.length - LISTED_ROWS;
  if (more > 0) say(`  … et ${more} autres.`, `  … and ${more} more.`);
}

function tellRegister(job: ImportJob, register: NonNullable<ImportJob['register']>): void {
  const count = (wanted: string) => register.matches.filter(({ status }) => status === wanted).length;
  say(
    `${register.format} : ${register.rows.length} lignes, ${count('SURE')} connues, ${count('TO_REVIEW')} à examiner (laissées de côté), ${count('ABSENT')} absentes ; ${register.outside} d’autres régions ; ${register.gone.length} disparues`,
    `${register.format}: ${register.rows.length} rows, ${count('SURE')} known, ${count('TO_REVIEW')} to look at (left out), ${count('ABSENT')} absent; ${register.outside} of other regions; ${register.gone.length} gone`,
  );
  for (const { row, match } of doubtsOf(register, job.decisions).slice(0, LISTED_ROWS))
    console.log(
      `  ? ${row.name} (${row.town ?? ''}) = ${match.actor ?? ''}, ${match.probability.toFixed(2)}`,
    );
  for (const { actor, identifier } of register.gone.slice(0, LISTED_ROWS))
    console.log(`  – ${actor} (${identifier})`);
}

main().catch((error: unknown) => {
  console.error(error instanceof StartFailure ? error.sentence(language) : error);
  process.exitCode = 1;
});
