import { createHash, randomUUID } from 'node:crypto';
import type { Database } from '../../database/driver';
import { changeGraph, readGraph } from '../../graph/changeGraph';
import { rememberColumnMapping } from '../../graph/columnMappings';
import { readImport, type AppliedImport } from '../../graph/readChanges';
import { importLimits, type ImportLimits } from '../import/files/limits';
import type { ImportOptions } from '../import/importFile';
import { asChosen, cleanMapping, fingerprint, type TableMapping } from '../import/mapping';
import type { RegisterDecision } from '../import/registerImport';
import { explainFailure, nothingWritten, type Failure } from './explainFailure';
import { defaultOptions } from './importDefaults';
import type { ImportJob, SubmittedFile } from './importJob';
import { ImportProcess, ImportTaskError, type TaskWatch } from './importProcess';
import { packTables, unpackPlan, unpackTables } from './importTask';
import { takeRegister } from './readJobFile';

/** What an import desk is made from. */
export interface ImportDeskParts {
  database: Database;
  limits?: ImportLimits;
  now?: () => Date;
  /** What the heap of the process that imports may hold, in megabytes. */
  heapMb?: number;
}

/** How an import that was checked is applied. */
export interface ApplyChoice {
  /** Digest of the plan that was seen. */
  digest: string;
  /** Whether rows that are refused are left out; else one of them stops the import. */
  skipRejected: boolean;
  title?: string;
  by: string;
}

/** What may be changed of an import before it is applied. */
export interface ImportSettings {
  mappings?: readonly TableMapping[];
  options?: Partial<ImportOptions>;
}

/** Imports that a desk keeps in memory; beyond, the oldest that is over is forgotten. */
const KEPT_JOBS = 20;
/** Files that may wait at once, and bytes of all of them. */
const WAITING_JOBS = 5;
const WAITING_BYTES = 100_000_000;

/** Too many files wait already. */
export class DeskFullError extends Error {
  override readonly name = 'DeskFullError';
}

/**
 * Where imports are handed in, checked and applied, one at a time in the order in which they came, in a process of their own.
 * What is kept here of a file and of what it would do is packed.
 */
export class ImportDesk {
  private readonly jobs = new Map<string, ImportJob>();
  private readonly database: Database;
  private readonly limits: ImportLimits;
  private readonly now: () => Date;
  private readonly process: ImportProcess;
  private last: Promise<void> = Promise.resolve();

  /** @param parts - see {@link ImportDeskParts} */
  constructor({ database, limits = importLimits, now = () => new Date(), heapMb }: ImportDeskParts) {
    this.database = database;
    this.limits = limits;
    this.now = now;
    this.process = new ImportProcess(database.connection, heapMb);
  }

  /**
   * Takes a file in, to be read and checked when its turn comes; nothing is written.
   * @throws DeskFullError when too many wait
   */
  submit({ fileName, bytes, expected }: SubmittedFile, options: Partial<ImportOptions> = {}): ImportJob {
    this.makeRoom(bytes.length);
    const createdAt = this.now().toISOString();
    const checksum = createHash('sha256').update(bytes).digest('hex');
    const job: ImportJob = {
      id: randomUUID(),
      fileName,
      checksum,
      expected,
      createdAt,
      state: 'QUEUED',
      done: 0,
      total: 0,
      options: { ...defaultOptions(fileName, createdAt), ...options },
      asked: options,
      bytes,
      file: undefined,
      recognised: undefined,
      mappings: [],
      register: undefined,
      decisions: new Map(),
      plan: undefined,
      digest: undefined,
      message: undefined,
      abort: new AbortController(),
    };
    this.jobs.set(job.id, job);
    this.enqueue(job, () => this.check(job));
    return job;
  }

  /** An import of this desk; undefined when it was forgotten or never was here. */
  job(id: string): ImportJob | undefined {
    return this.jobs.get(id);
  }

  /** The dated change that an import made, whoever made it and whenever; undefined when nothing was written. */
  applied(id: string): Promise<AppliedImport | undefined> {
    return readGraph(this.database, (reader) => readImport(reader, id));
  }

  /** Checks an import again with other columns, source or choices. Only one that is not being applied. */
  change(job: ImportJob, { mappings, options }: ImportSettings): void {
    if (job.state !== 'CHECKED' || job.recognised === undefined) return;
    if (mappings !== undefined) {
      job.mappings = cleanMapping(mappings, job.recognised.tables);
      job.recognised = { ...job.recognised, guesses: job.recognised.guesses.map(asChosen) };
      this.remember(job);
    }
    job.options = { ...job.options, ...options };
    job.state = 'QUEUED';
    this.enqueue(job, () => this.check(job));
  }

  /** Decides what doubtful rows of a register are, and checks it again. */
  decide(job: ImportJob, decisions: ReadonlyMap<string, RegisterDecision>): void {
    if (job.state !== 'CHECKED' || job.register === undefined) return;
    for (const [row, decision] of decisions) job.decisions.set(row, decision);
    takeRegister(job, job.register);
    job.state = 'QUEUED';
    this.enqueue(job, () => this.check(job));
  }

  /** Applies an import that was checked, when its turn comes; one whose state is not CHECKED is left alone. */
  apply(job: ImportJob, choice: ApplyChoice): void {
    if (job.state !== 'CHECKED') return;
    job.state = 'QUEUED';
    this.enqueue(job, () => this.write(job, choice));
  }

  /** Gives an import up: before it is written, or while it is, in which case nothing is written. */
  cancel(job: ImportJob): void {
    if (['APPLIED', 'REFUSED', 'UNSURE'].includes(job.state)) return;
    job.abort.abort();
    if (job.state !== 'WRITING') this.finish(job, 'CANCELLED');
  }

  /** Says whether an import whose end was not seen was written, once the database answers. */
  async settle(job: ImportJob): Promise<void> {
    if (job.state !== 'UNSURE') return;
    // What is being committed comes first: a change waits for its turn.
    let record: AppliedImport | undefined;
    await changeGraph(this.database, [], async (reader) => {
      record = await readImport(reader, job.id);
      return null;
    });
    this.finish(job, record === undefined ? 'REFUSED' : 'APPLIED');
    job.message = record === undefined ? nothingWritten : undefined;
  }

  /** Ends what is under way: what is not written whole is not written. */
  async stop(): Promise<void> {
    for (const job of this.jobs.values()) job.abort.abort();
    await this.process.stop();
  }

  /** Resolves when nothing waits. */
  idle(): Promise<void> {
    return this.last;
  }

  private enqueue(job: ImportJob, work: () => Promise<void>): void {
    this.last = this.last.then(async () => {
      if (job.abort.signal.aborted) return this.finish(job, 'CANCELLED');
      try {
        await work();
      } catch (error) {
        await this.fail(job, error);
      }
    });
  }

  private async check(job: ImportJob): Promise<void> {
    if (job.recognised === undefined) {
      job.state = 'READING';
      const { fileName, expected, createdAt, options, asked } = job;
      const file = { fileName, expected, createdAt, options, asked, bytes: job.bytes! };
      const reading = await this.process.run({ kind: 'read', file, limits: this.limits }, this.watch(job));
      const { tables, guesses } = reading.recognised;
      const { decisions: _, ...read } = reading;
      Object.assign(job, { ...read, recognised: { tables: unpackTables(tables), guesses } });
      job.bytes = undefined;
      job.abort.signal.throwIfAborted();
    }
    job.state = 'COMPARING';
    job.done = 0;
    job.total = job.recognised!.tables.reduce((sum, { rows }) => sum + rows.length, 0);
    const task = { kind: 'check' as const, id: job.id, prepared: this.prepared(job) };
    const { plan, digest } = await this.process.run(task, this.watch(job));
    job.abort.signal.throwIfAborted();
    job.plan = unpackPlan(plan);
    job.digest = digest;
    job.state = 'CHECKED';
  }

  private prepared({ recognised, mappings, options }: ImportJob) {
    return { tables: packTables(recognised!.tables), mappings, options };
  }

  private watch(job: ImportJob): TaskWatch {
    return {
      signal: job.abort.signal,
      onRows: (count) => (job.done = Math.min(job.total, job.done + count)),
    };
  }

  private async write(job: ImportJob, choice: ApplyChoice): Promise<void> {
    if (!choice.skipRejected && (job.plan?.counts.REJECTED ?? 0) > 0) {
      job.state = 'CHECKED';
      job.message = {
        fr: 'Des lignes sont refusées : corrigez-les, ou demandez à importer le reste.',
        en: 'Some rows are refused: correct them, or ask for the rest to be imported.',
      };
      return;
    }
    job.state = 'WRITING';
    job.done = 0;
    job.total = job.plan?.changes.length ?? 0;
    const request = {
      id: job.id,
      kind: job.options.status === 'REGISTER' ? ('REGISTER' as const) : ('WORKBOOK' as const),
      title: choice.title ?? job.options.source.title,
      fileName: job.fileName,
      checksum: job.checksum,
      at: this.now().toISOString(),
      by: choice.by,
      digest: choice.digest,
    };
    const task = { kind: 'write' as const, prepared: this.prepared(job), request };
    await this.process.run(task, this.watch(job));
    this.finish(job, 'APPLIED');
  }

  private async fail(job: ImportJob, error: unknown): Promise<void> {
    const { state, message, plan, digest, otherwise } = toFailure(error, job.state === 'WRITING');
    if (job.abort.signal.aborted && state === 'REFUSED') return this.finish(job, 'CANCELLED');
    job.message = message;
    if (plan !== undefined) Object.assign(job, { plan, digest });
    if (state === 'UNSURE' || state === 'CHECKED') job.state = state;
    else this.finish(job, state);
    if (state !== 'UNSURE') return;
    await this.settle(job).catch(() => undefined);
    if (job.state === ('REFUSED' as ImportJob['state']) && otherwise !== undefined) job.message = otherwise;
  }

  /** Lets go of what takes memory; the plan stays, to be read. */
  private finish(job: ImportJob, state: ImportJob['state']): void {
    job.state = state;
    job.bytes = undefined;
    job.file = undefined;
    if (job.recognised !== undefined)
      job.recognised = {
        ...job.recognised,
        tables: job.recognised.tables.map((table) => ({ ...table, rows: [] })),
      };
  }

  private remember({ recognised, mappings, register }: ImportJob): void {
    if (register !== undefined) return;
    recognised?.tables.forEach((table, index) => {
      const { sheet, columns } = mappings[index] ?? { sheet: null, columns: [] };
      if (sheet === null) return;
      const byHeader = Object.fromEntries(table.header.map((title, at) => [title, columns[at] ?? null]));
      rememberColumnMapping(this.database, fingerprint(table.header), { sheet, columns: byHeader }).catch(
        () => undefined,
      );
    });
  }

  private makeRoom(bytes: number): void {
    const jobs = [...this.jobs.values()];
    const waiting = jobs.filter(({ state }) => state === 'QUEUED');
    const held = jobs.reduce((sum, job) => sum + (job.bytes?.length ?? 0), bytes);
    if (waiting.length >= WAITING_JOBS || held > WAITING_BYTES) throw new DeskFullError();
    const isOver = ({ state }: ImportJob) => ['APPLIED', 'REFUSED', 'CANCELLED', 'CHECKED'].includes(state);
    const over = jobs.filter(isOver);
    for (let extra = jobs.length - KEPT_JOBS + 1; extra > 0 && over.length > 0; extra -= 1)
      this.jobs.delete(over.shift()!.id);
  }
}

/** What became of a task that failed, there or here. */
function toFailure(error: unknown, isWriting: boolean): Failure {
  if (!(error instanceof ImportTaskError)) return explainFailure(error, isWriting);
  const { plan, ...failure } = error.failure;
  return plan === undefined ? failure : { ...failure, plan: unpackPlan(plan) };
}
