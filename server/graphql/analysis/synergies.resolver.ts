import { Arg, Ctx, ID, Int, Query, Resolver } from 'type-graphql';
import { z } from 'zod';
import type { ProjectionOptions } from '../../analysis/network/actorProjection';
import { networkMeasures, type MeasureResult } from '../../analysis/network/descriptors';
import type { ActorNetwork } from '../../analysis/network/actorNetwork';
import type { Measure, Parameter } from '../../analysis/network/measure';
import { InvalidInputError } from '../../errors';
import type { ApiContext } from '../context';
import { parseArguments } from '../parseArguments';
import { currentRegion } from './region';
import { currentActorNetwork } from './synergies.rows';
import {
  NetworkAnswer,
  NetworkMeasure,
  type NetworkParameter,
  NetworkParameterInput,
  type NetworkTable,
  NetworkTiesInput,
  NetworkTieKind,
  UndatedTies,
} from './synergies.type';
import type { SynergiesThread } from './synergiesThread';

const MOST_ROWS = 1000;
/** Actors of whom values may be asked by name: more than a canvas draws. */
const MOST_ACTORS = 2000;
const MOST_KEPT = 64;

const questionSchema = z.object({
  id: z.string().max(60),
  values: z
    .array(z.object({ id: z.string(), number: z.number().nullish(), text: z.string().max(200).nullish() }))
    .max(20)
    .nullish(),
  ties: z
    .object({
      kinds: z.array(z.enum(NetworkTieKind)).nullish(),
      date: z
        .string()
        .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'is not a year, month or day')
        .nullish(),
      undated: z.enum(UndatedTies),
    })
    .nullish(),
  limit: z.number().int().min(1).max(MOST_ROWS),
  ascending: z.boolean(),
  actorIds: z.array(z.string().max(200)).max(MOST_ACTORS).nullish(),
});

/** Answers on one network, the last ones asked. */
interface Kept {
  network: ActorNetwork;
  answers: Map<string, Promise<MeasureResult>>;
}

/** Serves `networkMeasures` and `networkMeasure`: every measure of the network, derived from its descriptor. */
@Resolver()
export class SynergiesResolver {
  private readonly kept = new WeakMap<SynergiesThread, Kept>();

  /** Every measure there is. */
  @Query(() => [NetworkMeasure], {
    nullable: true,
    description: 'Every measure of the network: what it tells, its parameters, its formula, its references.',
  })
  networkMeasures(): NetworkMeasure[] {
    return networkMeasures.map(toMeasure);
  }

  /** The answer of one measure. */
  @Query(() => NetworkAnswer, {
    nullable: true,
    complexity: ({ args, childComplexity }) => 100 + childComplexity * Math.ceil(rowsAsked(args) / 25),
    description:
      'What holds us together, what is missing between us? The answer of one measure of the network.',
  })
  async networkMeasure(
    @Arg('id', () => String, { description: 'The measure: see `networkMeasures`.' }) id: string,
    @Arg('values', () => [NetworkParameterInput], {
      nullable: true,
      description: 'Values of its parameters; defaults for the others.',
    })
    values: NetworkParameterInput[] | null,
    @Arg('ties', () => NetworkTiesInput, {
      nullable: true,
      description: 'Which ties count; all when absent.',
    })
    ties: NetworkTiesInput | null,
    @Arg('limit', () => Int, { defaultValue: 50, description: 'Values by actor and rows given, 1 to 1,000.' })
    limit: number,
    @Arg('ascending', () => Boolean, { defaultValue: false, description: 'Least values by actor first.' })
    ascending: boolean,
    @Arg('actorIds', () => [ID], {
      nullable: true,
      description:
        'Actors of whom to give the values, all of them whatever `limit` is, 2,000 at most; those with the greatest when absent.',
    })
    actorIds: string[] | null,
    @Ctx() { projections, synergies }: ApiContext,
  ): Promise<NetworkAnswer> {
    const asked = parseArguments(questionSchema, { id, values, ties, limit, ascending, actorIds });
    const network = await currentActorNetwork(projections);
    const { version } = await currentRegion(projections);
    const result = await this.answer(synergies, network, toQuestion(asked), toProjection(asked.ties));
    return { ...toAnswer(network, result, asked), version };
  }

  /** Questions already answered on the same network are not computed again. */
  private async answer(
    thread: SynergiesThread,
    network: ActorNetwork,
    question: { measure: string; values: Record<string, number | string> },
    projection: ProjectionOptions,
  ): Promise<MeasureResult> {
    let kept = this.kept.get(thread);
    if (kept?.network !== network) {
      kept = { network, answers: new Map() };
      this.kept.set(thread, kept);
      thread.load(network);
    }
    const { answers } = kept;
    const key = JSON.stringify([question, projection]);
    let answer = answers.get(key);
    if (answer === undefined) {
      answer = thread.compute(question, projection);
      answers.set(key, answer);
      if (answers.size > MOST_KEPT) answers.delete(answers.keys().next().value!);
      // What is still computed says more the next time.
      const forget = (): void => void (answers.get(key) === answer && answers.delete(key));
      answer.then(({ isPartial }) => isPartial && forget(), forget);
    }
    try {
      return await answer;
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      throw new InvalidInputError(error.message, {
        where: 'networkMeasure',
        what: error.message,
        todo: 'See `networkMeasures` for the measures and their parameters.',
      });
    }
  }
}

/** How many values by actor a question asks for. */
function rowsAsked(args: Record<string, unknown>): number {
  const { limit, actorIds } = args;
  return Math.max(Number(limit ?? 50), Array.isArray(actorIds) ? actorIds.length : 0);
}

function toQuestion({ id, values }: Pick<z.output<typeof questionSchema>, 'id' | 'values'>): {
  measure: string;
  values: Record<string, number | string>;
} {
  const entries = (values ?? []).map(({ id: parameter, number, text }) => [parameter, number ?? text ?? '']);
  return { measure: id, values: Object.fromEntries(entries) as Record<string, number | string> };
}

function toProjection(ties: z.output<typeof questionSchema>['ties']): ProjectionOptions {
  return {
    ...(ties?.kinds?.length ? { kinds: [...ties.kinds].sort() } : {}),
    ...(ties?.date ? { date: ties.date } : {}),
    ...(ties?.undated === UndatedTies.LEAVE_OUT ? { undated: 'leaveOut' as const } : {}),
  };
}

function toMeasure(measure: Measure): NetworkMeasure {
  const { id, label, help, formula, references, parameters, byActor } = measure;
  return {
    ...{ id, label, help, formula, byActor },
    references: [...references],
    parameters: parameters.map(toParameter),
  };
}

function toParameter(parameter: Parameter): NetworkParameter {
  const { id, label, kind } = parameter;
  const isNumber = parameter.kind === 'number';
  return {
    id,
    label,
    kind,
    defaultNumber: isNumber ? parameter.default : null,
    defaultText: parameter.kind === 'choice' || parameter.kind === 'category' ? parameter.default : null,
    minimum: isNumber ? parameter.minimum : null,
    maximum: isNumber ? parameter.maximum : null,
    whole: isNumber ? parameter.whole : null,
    choices: parameter.kind === 'choice' ? [...parameter.choices] : [],
  };
}

function toAnswer(
  network: ActorNetwork,
  result: MeasureResult,
  { limit, ascending, actorIds }: Pick<z.output<typeof questionSchema>, 'limit' | 'ascending' | 'actorIds'>,
): Omit<NetworkAnswer, 'version'> {
  const wanted = actorIds && new Set(actorIds);
  const sign = ascending ? 1 : -1;
  return {
    measure: toMeasure(networkMeasures.find(({ id }) => id === result.measure)!),
    parameters: Object.entries(result.values).map(([id, value]) => ({ id, value: String(value) })),
    figures: result.figures.map((figure) => ({ ...figure })),
    actorColumns: result.actors.map(({ id, label, values }) => {
      const known = network.actorIds
        .map((actorId, i) => ({ actorId, value: values[i]! }))
        .filter(({ value }) => !Number.isNaN(value));
      const sorted = known.sort((a, b) => sign * (a.value - b.value) || (a.actorId < b.actorId ? -1 : 1));
      const given = wanted ? sorted.filter(({ actorId }) => wanted.has(actorId)) : sorted.slice(0, limit);
      return { id, label, values: given, total: known.length };
    }),
    tables: result.tables.map((table) => toTable(table, limit)),
    leftOut: result.leftOut.filter(({ count }) => count > 0),
    coming: result.isPartial ?? false,
  };
}

function toTable({ id, label, columns, rows }: MeasureResult['tables'][number], limit: number): NetworkTable {
  const toCell = (value: string | number | null, kind: string) => ({
    text: kind === 'text' && value !== null ? String(value) : null,
    number: kind === 'number' && value !== null ? Number(value) : null,
    actorIds: kind.startsWith('actor') && value !== null ? String(value).split(' ').filter(Boolean) : null,
  });
  return {
    id,
    label,
    columns: [...columns],
    rows: rows
      .slice(0, limit)
      .map((row) => ({ cells: row.map((value, c) => toCell(value, columns[c]!.kind)) })),
    total: rows.length,
  };
}
