import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import { z } from 'zod';
import { statementStatuses } from '../../graph/changeGraph';
import { InvalidInputError, NotFoundError } from '../../errors';
import type { ImportSettings } from '../../exchange/jobs/importDesk';
import type { ImportSource } from '../../exchange/import/importFile';
import type { ImportJob } from '../../exchange/jobs/importJob';
import { parseDate } from '../../exchange/sheets/dates';
import { nameKey, readReferenceNames } from '../../exchange/sheets/referenceNames';
import { readGraph } from '../../graph/changeGraph';
import { isSheetId } from '../../exchange/sheets/sheets';
import { outcomes } from '../../exchange/import/rowPlan';
import type { ApiContext } from '../context';
import { parseArguments } from '../parseArguments';
import {
  AbsentRows,
  BlankCells,
  ImportJobReport,
  ImportSourceInput,
  RowOutcome,
  StatementStatus,
  TableMappingInput,
} from './import.type';
import { ImportedRows } from './importRows.type';
import { referencesOfRows, toForgottenReport, toImportedRow, toJobReport } from './toImportView';

const page = { limit: z.number().int().min(1).max(500), offset: z.number().int().min(0) };
const rowsArguments = z.object({
  ...page,
  outcomes: z.array(z.enum(outcomes)).nullish(),
  sheet: z.string().nullish(),
});
const text = z.string().trim().min(1).max(500);
const changeArguments = z.object({
  mappings: z
    .array(
      z.object({
        table: z.string(),
        sheet: z
          .string()
          .refine(isSheetId, 'is not a sheet')
          .nullish()
          .transform((id) => id ?? null),
        columns: z.array(z.string()),
      }),
    )
    .nullish(),
  absentRows: z.enum(['KEEP', 'REMOVE']).nullish(),
  blankCells: z.enum(['KEEP', 'ERASE']).nullish(),
  status: z.enum(statementStatuses).nullish(),
  source: z
    .object({
      id: z
        .string()
        .regex(/^[a-z0-9][a-z0-9-]{0,99}$/, 'is not an identifier (small letters, digits, hyphens)'),
      title: text,
      publisher: text.nullish(),
      url: z.union([z.url({ protocol: /^https?$/ }), z.string().regex(/^urn:/)]).nullish(),
      date: z
        .string()
        .transform((written, context) => {
          const date = parseDate(written);
          if (date === undefined) context.addIssue({ code: 'custom', message: 'is not a date' });
          return date;
        })
        .nullish(),
      licence: text.nullish(),
    })
    .nullish(),
});
const applyArguments = z.object({
  digest: z.string(),
  skipRejected: z.boolean(),
  title: text.nullish(),
  by: z.string().max(200),
});

/** The source as it is said to be; what is not said stays as it was, unless it is another source. */
function toSource(
  given: NonNullable<z.output<typeof changeArguments>['source']>,
  current: ImportSource,
): ImportSource {
  const known = given.id === current.id ? current : undefined;
  return {
    id: given.id,
    title: given.title,
    publisher: given.publisher ?? known?.publisher ?? 'Import',
    url: given.url ?? known?.url ?? `urn:maillage:${given.id}`,
    date: given.date ?? known?.date ?? null,
    licence: given.licence ?? known?.licence ?? null,
  };
}

function toSettings(given: z.output<typeof changeArguments>, current: ImportSource): ImportSettings {
  const { absentRows, blankCells, status, source } = given;
  return {
    mappings: given.mappings?.map(({ table, sheet, columns }) => ({
      table,
      sheet,
      columns: columns.map((key) => (key === '' ? null : key)),
    })),
    options: {
      ...(absentRows ? { absent: absentRows } : {}),
      ...(blankCells ? { blanks: blankCells } : {}),
      ...(status ? { status } : {}),
      ...(source ? { source: toSource(source, current) } : {}),
    },
  };
}

function jobOf({ imports }: ApiContext, id: string): ImportJob {
  const job = imports.job(id);
  if (job === undefined)
    throw new NotFoundError('This import is not known here: nothing more can be done with it.', {
      where: 'id',
      what: id,
      todo: 'Ask importJob what became of it, or send the file again.',
    });
  return job;
}

function checkedJob(context: ApiContext, id: string): ImportJob {
  const job = jobOf(context, id);
  if (job.state !== 'CHECKED')
    throw new InvalidInputError(`This import cannot be changed or applied now: it is ${job.state}.`, {
      where: 'id',
      what: job.state,
      todo: 'Wait until it is CHECKED, or send the file again.',
    });
  return job;
}

/** Serves imports under way; all of it needs the write token. */
@Resolver()
export class ImportResolver {
  /** Where an import stands and what it would do. */
  @Query(() => ImportJobReport, {
    nullable: true,
    complexity: 20,
    description:
      'Where an import stands and what it would do; ask again while it is under way. Needs the write token.',
  })
  async importJob(
    @Arg('id', () => ID, { description: 'Identifier that POST /import gave.' }) id: string,
    @Ctx() context: ApiContext,
  ): Promise<ImportJobReport> {
    context.writeAccess.check(context.authorization);
    const job = context.imports.job(id);
    if (job === undefined) return toForgottenReport(id, await context.imports.applied(id));
    await context.imports.settle(job);
    return toJobReport(job);
  }

  /** The rows of the report of an import. */
  @Query(() => ImportedRows, {
    nullable: true,
    complexity: 50,
    description:
      'Rows of the report of an import, page by page; unchanged rows are listed only when there is something to say of them. Needs the write token.',
  })
  async importRows(
    @Arg('id', () => ID, { description: 'Identifier of the import.' }) id: string,
    @Arg('outcomes', () => [RowOutcome], { nullable: true, description: 'What to keep; all when absent.' })
    wanted: string[] | null,
    @Arg('sheet', () => String, { nullable: true, description: 'Sheet to keep; all when absent.' })
    sheet: string | null,
    @Arg('limit', () => Int, { defaultValue: 100, description: 'At most so many, 1 to 500.' }) limit: number,
    @Arg('offset', () => Int, { defaultValue: 0, description: 'How many to pass over.' }) offset: number,
    @Ctx() context: ApiContext,
  ): Promise<ImportedRows> {
    context.writeAccess.check(context.authorization);
    const asked = parseArguments(rowsArguments, { limit, offset, outcomes: wanted, sheet });
    const job = jobOf(context, id);
    const { total, rows } = job.plan?.rows.select(asked) ?? { total: 0, rows: [] };
    const { source } = job.options;
    const names = await readGraph(context.database, (reader) =>
      readReferenceNames(reader, referencesOfRows(rows)),
    );
    // The graph may not know the source of the file yet.
    names.set(nameKey({ to: 'sources', id: source.id }), source.title);
    return { total, rows: rows.map((row) => toImportedRow(row, names)) };
  }

  /** Checks an import again with other choices. */
  @Mutation(() => ImportJobReport, {
    nullable: true,
    description:
      'Checks an import again with other columns, source or choices; the columns are remembered for the next file with the same headers. Needs the write token.',
  })
  changeImport(
    @Arg('id', () => ID, { description: 'Identifier of the import.' }) id: string,
    @Arg('mappings', () => [TableMappingInput], {
      nullable: true,
      description: 'What the tables and columns are.',
    })
    mappings: TableMappingInput[] | null,
    @Arg('absentRows', () => AbsentRows, { nullable: true, description: 'Rows that the file does not have.' })
    absentRows: string | null,
    @Arg('blankCells', () => BlankCells, { nullable: true, description: 'What empty cells mean.' })
    blankCells: string | null,
    @Arg('status', () => StatementStatus, { nullable: true, description: 'How what it says is known.' })
    status: string | null,
    @Arg('source', () => ImportSourceInput, { nullable: true, description: 'Its source.' })
    source: ImportSourceInput | null,
    @Ctx() context: ApiContext,
  ): ImportJobReport {
    context.writeAccess.check(context.authorization);
    const given = parseArguments(changeArguments, { mappings, absentRows, blankCells, status, source });
    const job = checkedJob(context, id);
    context.imports.change(job, toSettings(given, job.options.source));
    return toJobReport(job);
  }

  /** Applies an import. */
  @Mutation(() => ImportJobReport, {
    nullable: true,
    description:
      'Applies an import that was checked, in one transaction, as one dated change; ask importJob what became of it. Needs the write token.',
  })
  applyImport(
    @Arg('id', () => ID, { description: 'Identifier of the import.' }) id: string,
    @Arg('digest', () => String, { description: 'Digest of the report that was seen.' }) digest: string,
    @Arg('skipRejected', () => Boolean, {
      defaultValue: false,
      description: 'Whether to leave refused rows out; else one of them stops the import.',
    })
    skipRejected: boolean,
    @Arg('title', () => String, {
      nullable: true,
      description: 'Title of the change; by default that of its source.',
    })
    title: string | null,
    @Arg('by', () => String, { defaultValue: '', description: 'Who applies it.' }) by: string,
    @Ctx() context: ApiContext,
  ): ImportJobReport {
    context.writeAccess.check(context.authorization);
    const given = parseArguments(applyArguments, { digest, skipRejected, title, by });
    const job = checkedJob(context, id);
    context.imports.apply(job, { ...given, title: given.title ?? undefined });
    return toJobReport(job);
  }

  /** Gives an import up. */
  @Mutation(() => ImportJobReport, {
    nullable: true,
    description:
      'Gives an import up; nothing of it is written, unless it was written already. Needs the write token.',
  })
  cancelImport(
    @Arg('id', () => ID, { description: 'Identifier of the import.' }) id: string,
    @Ctx() context: ApiContext,
  ): ImportJobReport {
    context.writeAccess.check(context.authorization);
    const job = jobOf(context, id);
    context.imports.cancel(job);
    return toJobReport(job);
  }
}
