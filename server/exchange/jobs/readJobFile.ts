import type { Database } from '../../database/driver';
import { readAgenda, type AgendaReading } from '../import/agendaImport';
import { decodeText } from '../import/files/decodeText';
import { refuseFile, type ImportLimits } from '../import/files/limits';
import { readTableFile } from '../import/files/readFile';
import { isZip } from '../import/files/unzip';
import { recogniseFile } from '../import/importFile';
import { sentence, type Sentence } from '../import/reasons';
import { readRegister, toActorTable, type RegisterReading } from '../import/registerImport';
import { agendaOptions, registerOptions } from './importDefaults';
import type { ImportJob } from './importJob';

/** What of an import the reading of its file needs to know, and finds out. */
export type JobReading = Pick<
  ImportJob,
  | 'fileName'
  | 'expected'
  | 'createdAt'
  | 'options'
  | 'asked'
  | 'file'
  | 'recognised'
  | 'mappings'
  | 'register'
  | 'decisions'
  | 'message'
>;

/**
 * Reads the file of an import: a workbook, tables in CSV, a published register, an agenda; what it is, is told by its columns.
 *
 * @throws FileRefusedError when it is none of them, or too large
 */
export async function readJobFile(
  database: Database,
  limits: ImportLimits,
  job: JobReading,
  bytes: Uint8Array,
  signal: AbortSignal,
): Promise<void> {
  const json = isZip(bytes) || bytes.length > limits.bytes ? null : jsonText(bytes);
  if (json === null) {
    job.file = await readTableFile(job.fileName, bytes, limits, signal);
    job.recognised = await recogniseFile(database, job.file.tables, job.expected);
    job.mappings = job.recognised.guesses.map(({ table, sheet, columns }) => ({ table, sheet, columns }));
    job.file.tables = [];
  }
  const isOurs = job.expected !== undefined || job.recognised?.guesses.every(({ isExact }) => isExact);
  if (isOurs === true || (json === null && job.file?.format !== 'CSV')) return;
  const text = json ?? decodeText(bytes).text;
  const isRead = (await readAsRegister(database, job, text)) || (await readAsAgenda(database, job, text));
  if (!isRead && json !== null)
    refuseFile(
      'Ce fichier JSON n’est pas un registre connu, ni un agenda.',
      'This JSON file is not a known register, nor an agenda.',
    );
}

/** Makes the rows of a register those of the import, as they were decided so far. */
export function takeRegister(job: JobReading, register: RegisterReading): void {
  const { table, guess } = toActorTable(register, job.decisions);
  job.register = register;
  job.recognised = { tables: [table], guesses: [guess] };
  job.mappings = [guess];
}

async function readAsRegister(database: Database, job: JobReading, text: string): Promise<boolean> {
  const register = await readRegister(database, text);
  if (register === undefined) return false;
  job.options = { ...job.options, ...registerOptions(register.format, job.createdAt), ...job.asked };
  takeRegister(job, register);
  return true;
}

async function readAsAgenda(database: Database, job: JobReading, text: string): Promise<boolean> {
  const agenda = await readAgenda(database, text);
  if (agenda === undefined) return false;
  job.options = { ...job.options, ...agendaOptions(job.createdAt), ...job.asked };
  job.recognised = { tables: [agenda.table], guesses: [agenda.guess] };
  job.mappings = [agenda.guess];
  job.message = agendaWords(agenda);
  return true;
}

/** What to know of an agenda: what of it is left out; undefined when nothing is. */
function agendaWords({ table, outside }: AgendaReading): Sentence | undefined {
  if (table.rows.length === 0)
    return sentence(
      `Agenda reconnu, mais aucun événement de la région ne s’y trouve : rien à importer. Événements d’autres régions : ${outside}.`,
      `Agenda recognised, but it has no event of the region: nothing to import. Events of other regions: ${outside}.`,
    );
  if (outside === 0) return undefined;
  return sentence(
    `Agenda reconnu. Événements d’autres régions, laissés de côté : ${outside}.`,
    `Agenda recognised. Events of other regions, left out: ${outside}.`,
  );
}

/** The text of a file that begins like JSON; null for any other. */
function jsonText(bytes: Uint8Array): string | null {
  const start = Buffer.from(bytes.subarray(0, 64))
    .toString('latin1')
    .replace(/^[\s\u00ef\u00bb\u00bf]+/, '');
  return start.startsWith('{') || start.startsWith('[') ? decodeText(bytes).text : null;
}
