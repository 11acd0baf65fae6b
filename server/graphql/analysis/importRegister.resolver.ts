import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import { z } from 'zod';
import { InvalidInputError, NotFoundError } from '../../errors';
import type { ImportJob } from '../../exchange/jobs/importJob';
import {
  absencesOf,
  doubtsOf,
  type RegisterDecision,
  type RegisterReading,
} from '../../exchange/import/registerImport';
import type { RegisterProblem } from '../../exchange/import/registers/registerFormat';
import { problemSentence } from '../../exchange/import/registers/registerSentences';
import type { RegisterRow } from '../../analysis/absent/registerRow';
import type { MatchCandidate } from '../../analysis/absent/matchRegister';
import type { LinkageScore } from '../../analysis/absent/linkage';
import type { ApiContext } from '../context';
import { parseArguments } from '../parseArguments';
import { ImportJobReport } from './import.type';
import {
  RegisterAbsences,
  RegisterDecisionInput,
  RegisterDoubts,
  RegisterRemarks,
  type RegisterAbsence,
  type RegisterDoubt,
  type RegisterRemark,
} from './importRegister.type';
import { toJobReport } from './toImportView';

const pageArguments = z.object({
  limit: z.number().int().min(1).max(200),
  offset: z.number().int().min(0),
});
const decisionsArgument = z
  .array(z.object({ row: z.string().min(1), actorId: z.string().min(1).nullish() }))
  .min(1)
  .max(5000);

function toRemark(remark: RegisterProblem): RegisterRemark {
  const { fr, en } = problemSentence(remark);
  return { line: remark.line, column: remark.column, reasonFr: fr, reasonEn: en };
}

/** Kinds of rows left out that are told. */
const MOST_LEFT_OUT = 50;

function registerJob({ imports }: ApiContext, id: string): ImportJob & { register: object } {
  const job = imports.job(id);
  if (job?.register === undefined)
    throw new NotFoundError('This import is not known here, or is no register.', { where: 'id', what: id });
  return job as ImportJob & { register: object };
}

const fields = ['name', 'commune', 'kind'] as const;

const reasonOf = (field: (typeof fields)[number], { agreement, weights }: LinkageScore) => ({
  field,
  level: agreement[field],
  weight: weights[field],
});

function toAbsence(
  { places }: RegisterReading,
  { id, name, commune, lat, lon }: RegisterRow,
): RegisterAbsence {
  const place = commune === null ? undefined : places.get(commune);
  const isPlaced = lat !== null && lon !== null;
  return {
    row: id,
    name,
    communeId: commune === null ? null : `commune-${commune}`,
    latitude: isPlaced ? lat : (place?.latitude ?? null),
    longitude: isPlaced ? lon : (place?.longitude ?? null),
  };
}

/** The best candidate, and those that are not out of the question. */
const isWorthSaying = ({ probability }: MatchCandidate, place: number) => place === 0 || probability >= 0.05;

function toDoubt({ row, match, decision }: ReturnType<typeof doubtsOf>[number]): RegisterDoubt {
  return {
    row: row.id,
    name: row.name,
    town: row.town,
    candidates: match.candidates.filter(isWorthSaying).map(({ actor, probability, score }) => ({
      actorId: actor,
      probability,
      reasons: score === null ? [] : fields.map((field) => reasonOf(field, score)),
    })),
    decidedActorId: decision === undefined || decision === 'NEW' ? null : decision.actor,
    isNew: decision === 'NEW',
  };
}

/** Serves the doubtful rows of registers that are being imported; all of it needs the write token. */
@Resolver()
export class ImportRegisterResolver {
  /** Rows of a register that may be an actor. */
  @Query(() => RegisterDoubts, {
    nullable: true,
    complexity: 50,
    description:
      'Rows of a register that may be an actor of the graph, to be decided. Needs the write token.',
  })
  importDoubts(
    @Arg('id', () => ID, { description: 'Identifier of the import.' }) id: string,
    @Arg('limit', () => Int, { defaultValue: 50, description: 'At most so many, 1 to 200.' }) limit: number,
    @Arg('offset', () => Int, { defaultValue: 0, description: 'How many to pass over.' }) offset: number,
    @Ctx() context: ApiContext,
  ): RegisterDoubts {
    context.writeAccess.check(context.authorization);
    const asked = parseArguments(pageArguments, { limit, offset });
    const job = registerJob(context, id);
    const doubts = doubtsOf(job.register!, job.decisions);
    return {
      total: doubts.length,
      rows: doubts.slice(asked.offset, asked.offset + asked.limit).map(toDoubt),
    };
  }

  /** Rows of a register that are no actor. */
  @Query(() => RegisterAbsences, {
    nullable: true,
    complexity: 50,
    description:
      'Rows of a register that are no actor of the graph, and where; those that were reviewed do not count. Needs the write token.',
  })
  importAbsences(
    @Arg('id', () => ID, { description: 'Identifier of the import.' }) id: string,
    @Arg('limit', () => Int, { defaultValue: 50, description: 'At most so many, 1 to 200.' }) limit: number,
    @Arg('offset', () => Int, { defaultValue: 0, description: 'How many to pass over.' }) offset: number,
    @Ctx() context: ApiContext,
  ): RegisterAbsences {
    context.writeAccess.check(context.authorization);
    const asked = parseArguments(pageArguments, { limit, offset });
    const register = registerJob(context, id).register as RegisterReading;
    const { rows, byEpci, unplaced } = absencesOf(register);
    return {
      total: rows.length,
      rows: rows.slice(asked.offset, asked.offset + asked.limit).map((row) => toAbsence(register, row)),
      places: [...byEpci]
        .map(([epciId, counts]) => ({ epciId, ...counts }))
        .sort((a, b) => b.absent - a.absent || (a.epciId < b.epciId ? -1 : 1)),
      unplaced,
    };
  }

  /** What is wrong in a register, and what it has that is left out. */
  @Query(() => RegisterRemarks, {
    nullable: true,
    complexity: 50,
    description: 'What is not taken of a register, and why. Needs the write token.',
  })
  importRemarks(
    @Arg('id', () => ID, { description: 'Identifier of the import.' }) id: string,
    @Arg('limit', () => Int, { defaultValue: 50, description: 'At most so many, 1 to 200.' }) limit: number,
    @Arg('offset', () => Int, { defaultValue: 0, description: 'How many to pass over.' }) offset: number,
    @Ctx() context: ApiContext,
  ): RegisterRemarks {
    context.writeAccess.check(context.authorization);
    const asked = parseArguments(pageArguments, { limit, offset });
    const { problems, skippedAs } = registerJob(context, id).register as RegisterReading;
    const rows = [...problems].sort((a, b) => a.line - b.line);
    return {
      total: rows.length,
      rows: rows.slice(asked.offset, asked.offset + asked.limit).map(toRemark),
      leftOut: [...skippedAs]
        .map(([said, count]) => ({ said, rows: count }))
        .sort((a, b) => b.rows - a.rows || (a.said < b.said ? -1 : 1))
        .slice(0, MOST_LEFT_OUT),
    };
  }

  /** Decides what doubtful rows are. */
  @Mutation(() => ImportJobReport, {
    nullable: true,
    description:
      'Decides what doubtful rows of a register are, and checks it again; rows left undecided are not imported. Needs the write token.',
  })
  decideImportDoubts(
    @Arg('id', () => ID, { description: 'Identifier of the import.' }) id: string,
    @Arg('decisions', () => [RegisterDecisionInput], { description: 'What each row is.' })
    decisions: RegisterDecisionInput[],
    @Ctx() context: ApiContext,
  ): ImportJobReport {
    context.writeAccess.check(context.authorization);
    const given = parseArguments(decisionsArgument, decisions);
    const job = registerJob(context, id);
    if (job.state !== 'CHECKED')
      throw new InvalidInputError(`Nothing can be decided now: the import is ${job.state}.`, {
        where: 'id',
        what: job.state,
      });
    const doubts = new Map(doubtsOf(job.register!, job.decisions).map(({ row, match }) => [row.id, match]));
    const decided = new Map<string, RegisterDecision>();
    for (const { row, actorId } of given) {
      const isPossible =
        actorId == null || doubts.get(row)?.candidates.some(({ actor }) => actor === actorId) === true;
      if (!doubts.has(row) || !isPossible)
        throw new InvalidInputError('This row is not doubtful, or is not that actor.', {
          where: 'decisions',
          what: { row, actorId },
        });
      decided.set(row, actorId == null ? 'NEW' : { actor: actorId });
    }
    context.imports.decide(job, decided);
    return toJobReport(job);
  }
}
