import type { ActorNetwork } from './actorNetwork';

/** A text for people, in the two languages of the interface. */
export interface Label {
  fr: string;
  en: string;
}

/** A parameter of a measure: enough to draw a field of a form, an argument of the API and a line of help. */
export type Parameter = { id: string; label: Label } & (
  | { kind: 'number'; default: number; minimum: number; maximum: number; whole: boolean }
  | { kind: 'choice'; default: string; choices: readonly { id: string; label: Label }[] }
  /** One of the categories the network carries (former region, family, phase…). */
  | { kind: 'category'; default: string }
  /** The identifier of an actor. */
  | { kind: 'actor' }
  /** A date: `2015`, `2015-06` or `2015-06-30`. */
  | { kind: 'date' }
);

/** The values of a measure's parameters, by identifier. */
export type ParameterValues = Readonly<Record<string, number | string>>;

/** An article that defines the measure. */
export interface Reference {
  citation: string;
  doi: string;
}

/** One number about the whole network; `null` when it is not defined. */
export interface Figure {
  id: string;
  label: Label;
  value: number | null;
}

/** One number by actor, in the order of the network's actors; `NaN` where it is not defined. */
export interface ActorColumn {
  id: string;
  label: Label;
  values: Float64Array;
}

/** A table. A cell of kind `actor` is the identifier of an actor; several are apart by spaces in `actors`. */
export interface AnswerTable {
  id: string;
  label: Label;
  columns: readonly { id: string; label: Label; kind: 'text' | 'number' | 'actor' | 'actors' }[];
  rows: readonly (readonly (string | number | null)[])[];
}

/** What a measure did not count, and how many. */
export interface LeftOut {
  reason: Label;
  count: number;
}

/** The answer of any measure, in one shape, so that one form, one API and one table show them all. */
export interface MeasureAnswer {
  figures: readonly Figure[];
  actors: readonly ActorColumn[];
  tables: readonly AnswerTable[];
  leftOut: readonly LeftOut[];
  /** Whether this is the first part of a long computation, which `advance` carries on; not when left out. */
  isPartial?: boolean;
}

/** What a picture of the network may follow: in size and colour for an amount, in colour for the number of a group. */
export interface ByActor {
  /** Identifier of the column of the answer. */
  column: string;
  label: Label;
  kind: 'amount' | 'group';
}

/** All there is to know about a measure: its form, its help text and its API derive from this. */
export interface Measure {
  /** camelCase, stable. */
  id: string;
  label: Label;
  /** What it tells, in a sentence for people. */
  help: Label;
  parameters: readonly Parameter[];
  /** As one would write it on paper. */
  formula: string;
  references: readonly Reference[];
  /** The one of its numbers by actor that a picture of the network may follow; `null` when it says nothing of single actors. */
  byActor: ByActor | null;
  /**
   * @param values - checked by {@link parameterValues}
   */
  compute(network: ActorNetwork, values: ParameterValues): MeasureAnswer;
  /**
   * Carries a partial answer on by one short part, so that `compute` then says more; for measures that have such answers.
   *
   * @returns whether more is left to do
   */
  advance?(network: ActorNetwork, values: ParameterValues): boolean;
}

/**
 * Checks what was asked against the parameters of a measure and fills in the defaults.
 *
 * @throws RangeError that names the parameter: unknown, missing, out of bounds or not of its kind
 */
export function parameterValues(
  measure: Measure,
  asked: ParameterValues,
  network: Pick<ActorNetwork, 'categories' | 'actorIds'>,
): ParameterValues {
  const known = new Set(measure.parameters.map(({ id }) => id));
  for (const id of Object.keys(asked))
    if (!known.has(id)) throw new RangeError(`${measure.id} has no parameter ${id}`);
  return Object.fromEntries(
    measure.parameters.map((parameter) => [
      parameter.id,
      parameterValue(parameter, asked[parameter.id], network),
    ]),
  );
}

function parameterValue(
  parameter: Parameter,
  asked: number | string | undefined,
  network: Pick<ActorNetwork, 'categories' | 'actorIds'>,
): number | string {
  const value = asked ?? ('default' in parameter ? parameter.default : undefined);
  const refuse = (expected: string): never => {
    throw new RangeError(`${parameter.id}: ${String(value)} is not ${expected}`);
  };
  switch (parameter.kind) {
    case 'number': {
      const { minimum, maximum, whole } = parameter;
      const fits = typeof value === 'number' && value >= minimum && value <= maximum;
      if (!fits || (whole && !Number.isInteger(value)))
        return refuse(`${whole ? 'a whole number' : 'a number'} from ${minimum} to ${maximum}`);
      return value;
    }
    case 'choice': {
      const ids = parameter.choices.map(({ id }) => id);
      return ids.includes(String(value)) ? String(value) : refuse(`one of ${ids.join(', ')}`);
    }
    case 'category': {
      const names = Object.keys(network.categories);
      return names.includes(String(value)) ? String(value) : refuse(`one of ${names.join(', ')}`);
    }
    case 'actor':
      return network.actorIds.includes(String(value)) ? String(value) : refuse('an actor of the network');
    case 'date':
      return /^\d{4}(-\d{2}(-\d{2})?)?$/.test(String(value)) ? String(value) : refuse('a date');
  }
}

/** A figure, written short. */
export function figure(id: string, fr: string, en: string, value: number | null): Figure {
  return { id, label: { fr, en }, value };
}

/** A column of a table, written short. */
export function column(
  id: string,
  fr: string,
  en: string,
  kind: AnswerTable['columns'][number]['kind'],
): AnswerTable['columns'][number] {
  return { id, label: { fr, en }, kind };
}

/** What was left out, written short. */
export function leftOut(fr: string, en: string, count: number): LeftOut {
  return { reason: { fr, en }, count };
}

/** The value of a parameter that {@link parameterValues} checked to be a number. */
export function numberOf(values: ParameterValues, id: string): number {
  return Number(values[id]);
}

/** The parameter by which every measure that draws chances is made to draw the same again. */
export const seedParameter = {
  id: 'seed',
  label: { fr: 'Graine du tirage', en: 'Seed of the draw' },
  kind: 'number',
  default: 1,
  minimum: 0,
  maximum: 2 ** 31,
  whole: true,
} as const satisfies Parameter;

/** The parameter by which a measure is told which category to cross. */
export const categoryParameter: Parameter = {
  id: 'category',
  label: { fr: 'Catégorie', en: 'Category' },
  kind: 'category',
  default: 'formerRegion',
};
