import { createHash, randomUUID } from 'node:crypto';
import type { Database } from '../../database/driver';
import { readGraph } from '../../graph/changeGraph';
import { rememberColumnMapping } from '../../graph/columnMappings';
import { readImport, type AppliedImport } from '../../graph/readChanges';
import { importLimits, type ImportLimits } from '../import/files/limits';
import { applyImport, checkImport, digestOf, type ImportOptions } from '../import/importFile';
import { cleanMapping, fingerprint, type TableMapping } from '../import/mapping';
import type { RegisterDecision } from '../import/registerImport';
import { explainFailure, nothingWritten } from './explainFailure';
import { defaultOptions } from './importDefaults';
import type { ImportJob, SubmittedFile } from './importJob';
import { readJobFile, takeRegister } from './readJobFile';

/** What an import desk is made from. */
export interface ImportDeskParts {
  database: Database;
  limits?: ImportLimits;
  now?: () => Date;
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
/** Files that may wait at once. */
const WAITING_JOBS = 5;

/** Too many files wait already. */
export class DeskFullError extends Error {
  override readonly name = 'DeskFullError';
}

/** Where imports are handed in, checked and applied, one at a time in the order in which they came. */
export class ImportDesk {
  private readonly jobs = new Map<string, ImportJob>();
  private readonly database: Database;
  private readonly limits: ImportLimits;
  private readonly now: () => Date;
  private last: Promise<void> = Promise.resolve();

  /** @param parts - see {@link ImportDeskParts} */
  constructor({ database, limits = importLimits, now = () => new Date() }: ImportDeskParts) {
    this.database = database;
    this.limits = limits;
    this.now = now;
  }

  /**
   * Takes a file in, to be read and checked when its turn comes; nothing is written.
   * @throws DeskFullError when too many wait
   */
  submit({ fileName, bytes, expected }: SubmittedFile, options: Partial<ImportOptions> = {}): ImportJob {
    this.makeRoom();
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
    const record = await this.applied(job.id);
    this.finish(job, record === undefined ? 'REFUSED' : 'APPLIED');
    job.message = record === undefined ? nothingWritten : undefined;
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
    const { signal } = job.abort;
    if (job.recognised === undefined) {
      job.state = 'READING';
      await readJobFile(this.database, this.limits, job, job.bytes!);
      job.bytes = undefined;
    }
    job.state = 'COMPARING';
    const { plan, digest } = await checkImport(this.database, this.prepared(job), signal);
    signal.throwIfAborted();
    job.plan = plan;
    job.digest = digest;
    job.state = 'CHECKED';
  }

  private prepared({ recognised, mappings, options }: ImportJob) {
    return { tables: recognised!.tables, mappings, options };
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
      onWritten: (rows: number) => (job.done = Math.min(job.total, job.done + rows)),
    };
    const { plan } = await applyImport(this.database, this.prepared(job), request, job.abort.signal);
    job.plan = plan;
    this.finish(job, 'APPLIED');
  }

  private async fail(job: ImportJob, error: unknown): Promise<void> {
    const { state, message, plan } = explainFailure(error, job.state === 'WRITING');
    job.message = message;
    if (plan !== undefined) {
      job.plan = plan;
      job.digest = digestOf(plan.changes);
    }
    if (state === 'UNSURE' || state === 'CHECKED') job.state = state;
    else this.finish(job, state);
    if (state === 'UNSURE') await this.settle(job).catch(() => undefined);
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

  private makeRoom(): void {
    const jobs = [...this.jobs.values()];
    if (jobs.filter(({ state }) => state === 'QUEUED').length >= WAITING_JOBS) throw new DeskFullError();
    const isOver = ({ state }: ImportJob) => ['APPLIED', 'REFUSED', 'CANCELLED', 'CHECKED'].includes(state);
    const over = jobs.filter(isOver);
    for (let extra = jobs.length - KEPT_JOBS + 1; extra > 0 && over.length > 0; extra -= 1)
      this.jobs.delete(over.shift()!.id);
  }
}
