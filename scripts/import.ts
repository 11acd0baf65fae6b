/**
 * Imports a workbook, a CSV file, an archive of CSV files, a published register (Muséofile, libraries, RNSR, ROR, higher
 * education, FabLabs, digital mediation) or an agenda (OpenAgenda), which are recognised by their columns: says what would
 * change, row by row for what is refused, and, without `--dry-run`, applies it in one transaction. The embedded database is
 * used whether or not the application is running.
 * `territories` takes the folder of the files that tell a region (INSEE's geographical code, EPCI and populations, or Etalab's
 * JSON of the same; contours as GeoJSON, `.gz` or not) and its code: `territories <folder> --region 53 [--dry-run]`.
 * `ages` takes INSEE's ages by commune, `travel-times` a matrix of travel times between communes (origin, destination, minutes),
 * `references` territories elsewhere that the region is compared with; with `--remove` in place of a file, what was imported is
 * forgotten (`references <code> --remove` for one of them).
 * `npm run import -- <workbook | register | ages | travel-times | references | sheet> <file> [--dry-run] [--skip-rejected] [--remove-absent] [--status DECLARED] [--source <id> --source-title <title>] [--by <who>]`
 */
import { createReadStream, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import type { Database } from '../server/database/driver';
import type { RowPlan } from '../server/exchange/import/rowPlan';
import type { ImportOptions } from '../server/exchange/import/importFile';
import { FileRefusedError } from '../server/exchange/import/files/limits';
import { importAges, importTravelTimes } from '../server/exchange/import/measured/importMeasured';
import { importReferences, referenceId } from '../server/exchange/import/measured/importReferences';
import { MeasuredProblemsError } from '../server/exchange/import/measured/measuredProblem';
import { measuredSentences } from '../server/exchange/import/measured/measuredSentences';
import { MeasuredFormatError } from '../server/exchange/import/measured/readDelimited';
import { doubtsOf } from '../server/exchange/import/registerImport';
import { problemSentence } from '../server/exchange/import/registers/registerSentences';
import { defaultOptions } from '../server/exchange/jobs/importDefaults';
import { ImportDesk } from '../server/exchange/jobs/importDesk';
import type { ImportJob } from '../server/exchange/jobs/importJob';
import { isSheetId, sheetIds, sheets } from '../server/exchange/sheets/sheets';
import { forgetAges, forgetReference, forgetTravelTimes } from '../server/graph/forgetMeasured';
import { statementStatuses, type StatementStatus } from '../server/graph/changeGraph';
import { readLanguage, StartFailure } from '../server/startup';
import { importRegion } from './steps/importRegion';
import { openGraph } from './steps/openGraph';

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
    region: { type: 'string' },
    remove: { type: 'boolean', default: false },
  },
});

/** Files of measured figures: how each is imported, and forgotten. */
const MEASURED = {
  ages: { run: importAges, forget: forgetAges },
  'travel-times': { run: importTravelTimes, forget: forgetTravelTimes },
  references: {
    run: importReferences,
    forget: (database: Database, code: string) => forgetReference(database, referenceId(code)),
  },
};
const isMeasuredKind = (what: string): what is keyof typeof MEASURED => Object.hasOwn(MEASURED, what);

async function main(): Promise<void> {
  const [what = '', file] = positionals;
  if (what === 'territories') return territories(file);
  const isMeasured = isMeasuredKind(what);
  const needsFile = !(values.remove && isMeasured && what !== 'references');
  const isKnown = isMeasured || ['workbook', 'register'].includes(what) || isSheetId(what);
  const isStatus =
    values.status === undefined || (statementStatuses as readonly string[]).includes(values.status);
  if (!isKnown || (file === undefined && needsFile) || !isStatus) {
    const kinds = ['workbook', 'register', ...Object.keys(MEASURED), ...sheetIds].join(' | ');
    say(
      `Usage : npm run import -- <${kinds}> <fichier> [--dry-run]`,
      `Usage: npm run import -- <${kinds}> <file> [--dry-run]`,
    );
    process.exitCode = 2;
    return;
  }
  const bytes = isMeasured ? null : readFileSync(file!);
  const { database, close } = await openGraph(language);
  try {
    if (isMeasured) return void (await measured(database, what, file ?? ''));
    const desk = new ImportDesk({ database });
    const expected = isSheetId(what) ? { expected: what } : {};
    const job = desk.submit(
      { fileName: basename(file!), bytes: bytes!, ...expected },
      toOptions(basename(file!)),
    );
    process.exitCode = await follow(desk, job);
  } finally {
    await close();
  }
}

/** The communes and contours of a region, from a folder of files. */
async function territories(folder: string | undefined): Promise<void> {
  const { region, by } = values;
  if (folder === undefined || region === undefined) {
    say(
      'Usage : npm run import -- territories <dossier> --region <code INSEE> [--dry-run]',
      'Usage: npm run import -- territories <folder> --region <INSEE code> [--dry-run]',
    );
    process.exitCode = 2;
    return;
  }
  const at = new Date().toISOString();
  const skipRejected = values['skip-rejected'];
  const choice = {
    region,
    at,
    isTrial: values['dry-run'],
    skipRejected,
    sourceTitle: values['source-title'],
    by,
  };
  process.exitCode = await importRegion(folder, choice, language);
}

/** Ages by commune, travel times, references: read as they come, for these files may be very long. */
async function measured(database: Database, what: keyof typeof MEASURED, file: string): Promise<void> {
  const { run, forget } = MEASURED[what];
  if (values.remove) {
    const gone = await forget(database, file);
    say(gone > 0 ? 'Retiré.' : 'Rien à retirer.', gone > 0 ? 'Removed.' : 'Nothing to remove.');
    return;
  }
  const [name, day, isTrial] = [basename(file), new Date().toISOString().slice(0, 10), values['dry-run']];
  try {
    const bytes = createReadStream(file);
    const report = await run(database, bytes, { name, day, isTrial });
    for (const { fr, en } of measuredSentences(report)) say(fr, en);
    if (report.written) say('Fait.', 'Done.');
    if (report.problems.length > 0) process.exitCode = 1;
  } catch (error) {
    if (error instanceof MeasuredProblemsError)
      for (const { line, column, reason } of error.problems)
        console.error(`${name} ${line} ${column} : ${reason[language]}`);
    else if (error instanceof FileRefusedError) console.error(error.reason[language]);
    else if (error instanceof MeasuredFormatError) console.error(`${name} : ${error.reason[language]}`);
    else throw error;
    process.exitCode = 1;
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
  if (job.message !== undefined) say(job.message.fr, job.message.en);
  if (job.register !== undefined) tellRegister(job, job.register);
  for (const { table, sheet } of job.mappings)
    if (sheet === null)
      say(`${table} : non reconnue, laissée de côté.`, `${table}: not recognised, left out.`);
  for (const [id, { CREATED, UPDATED, UNCHANGED, REMOVED, REJECTED }] of plan.bySheet)
    say(
      `${sheets[id].fr} : ${CREATED} créées, ${UPDATED} modifiées, ${UNCHANGED} inchangées, ${REMOVED} retirées, ${REJECTED} refusées`,
      `${sheets[id].en}: ${CREATED} created, ${UPDATED} updated, ${UNCHANGED} unchanged, ${REMOVED} removed, ${REJECTED} refused`,
    );
  const faulty: RowPlan[] = [];
  let count = 0;
  for (const row of plan.rows) {
    if (row.issues.length === 0) continue;
    count += 1;
    if (count <= LISTED_ROWS) faulty.push(row);
  }
  for (const { table, line, issues } of faulty)
    for (const { address, header, reason } of issues)
      console.log(`  ${table} ${address || lineWords(line, header)} : ${reason[language]}`);
  const more = count - LISTED_ROWS;
  if (more > 0) say(`  … et ${more} autres.`, `  … and ${more} more.`);
}

/** Where a row is, whose cell has no address in the file. */
function lineWords(line: number, header: string): string {
  const words = language === 'fr' ? `ligne ${line}` : `line ${line}`;
  return header === '' ? words : `${words}, ${header}`;
}

function tellRegister(job: ImportJob, register: NonNullable<ImportJob['register']>): void {
  const count = (wanted: string) => register.matches.filter(({ status }) => status === wanted).length;
  say(
    `${register.format} : ${register.rows.length} lignes, ${count('SURE')} connues, ${count('TO_REVIEW')} à examiner (laissées de côté), ${count('ABSENT')} absentes ; ${register.outside} d’autres régions ; ${register.skipped} laissées de côté ; ${register.gone.length} disparues`,
    `${register.format}: ${register.rows.length} rows, ${count('SURE')} known, ${count('TO_REVIEW')} to look at (left out), ${count('ABSENT')} absent; ${register.outside} of other regions; ${register.skipped} left out; ${register.gone.length} gone`,
  );
  if (register.isPartial)
    say(
      `  Ce fichier semble partiel : ${register.bearers} acteurs connus de ce registre, ${register.rows.length} lignes de la région. Ce qui a disparu n’est pas énuméré.`,
      `  This file looks partial: ${register.bearers} actors known from this register, ${register.rows.length} rows of the region. What is gone is not listed.`,
    );
  for (const [said, rows] of register.skippedAs)
    say(`  ${said} : ${rows} laissées de côté`, `  ${said}: ${rows} left out`);
  for (const problem of register.problems.slice(0, LISTED_ROWS))
    console.log(
      `  ! ${lineWords(problem.line, problem.column ?? '')} : ${problemSentence(problem)[language]}`,
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
