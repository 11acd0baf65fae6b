import type { ApolloServerPlugin } from '@apollo/server';
import { ApolloArmor } from '@escape.tech/graphql-armor';
import {
  type ASTVisitor,
  GraphQLError,
  getNamedType,
  type GraphQLSchema,
  isAbstractType,
  Kind,
  type ValidationContext,
  type ValidationRule,
} from 'graphql';
import {
  type ComplexityEstimator,
  fieldExtensionsEstimator,
  getComplexity,
  simpleEstimator,
} from 'graphql-query-complexity';
import { TooExpensiveError } from '../errors';
import type { QueryLimits } from './queryLimits';

/** How many nodes a list without a limit is counted for; the mean fan-out of a region's graph is under 5. */
export const typicalFanOut = 10;

/**
 * Plugin that refuses an operation whose cost, or whose number of parts, is above the limit, before anything is run.
 *
 * The cost is that of `graphql-query-complexity`: each field says its own in its `complexity` extension, else it is
 * one plus its children's.
 *
 * @param schema the whole schema.
 * @param limits see {@link QueryLimits}.
 */
export function complexityLimit(schema: GraphQLSchema, limits: QueryLimits): ApolloServerPlugin {
  const measures = [
    {
      name: 'cost',
      maximum: limits.complexity,
      estimators: [fieldExtensionsEstimator(), simpleEstimator({ defaultComplexity: 1 })],
      todo: 'Ask for smaller pages (limit, first), fewer fields, or in several operations.',
    },
    {
      name: 'number of parts to plan',
      maximum: limits.parts,
      estimators: [createPartsEstimator(schema)],
      todo: 'Ask for fewer relationships, name the type you want (structures, labs), or ask in several operations.',
    },
  ];
  return {
    requestDidStart: async () => ({
      didResolveOperation: async ({ document: query, request, operationName }) => {
        const operation = operationName === null ? {} : { operationName };
        for (const { name, maximum, estimators, todo } of measures) {
          const found = figureOf(() =>
            getComplexity({ schema, query, variables: request.variables ?? {}, ...operation, estimators }),
          );
          if (found <= maximum) continue;
          const message = `The ${name} of this operation is ${found}, above the ${maximum} that one may have.`;
          throw new TooExpensiveError(message, { what: { found, maximum }, todo, status: 400 });
        }
      },
    }),
  };
}

/** Counts a relationship as one part, and what is under an interface as many times as it has types. */
function createPartsEstimator(schema: GraphQLSchema): ComplexityEstimator {
  return ({ field, childComplexity }) => {
    const type = getNamedType(field.type);
    if (isAbstractType(type)) return schema.getPossibleTypes(type).length * (1 + childComplexity);
    return field.args.some(({ name }) => name === 'limit' || name === 'first')
      ? 1 + childComplexity
      : childComplexity;
  };
}

/** Variables that cannot be coerced make a figure unknown; execution will say so better, with its own error. */
function figureOf(compute: () => number): number {
  try {
    return compute();
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    return error.message.includes('maximum allowed number of nodes') ? Infinity : 0;
  }
}

/**
 * Validation rules that refuse a document too deep, with too many aliases or directives, or that asks for the schema
 * more than once.
 *
 * @param limits see {@link QueryLimits}; tokens are counted by the parser, not here.
 */
export function limitRules({ depth, aliases, directives }: QueryLimits): ValidationRule[] {
  const refuse = (what: string, n: number, todo: string) => ({
    enabled: true,
    n,
    propagateOnRejection: false,
    onReject: [
      (context: ValidationContext | null) => {
        context?.reportError(new TooExpensiveError(`This operation has more than ${n} ${what}.`, { todo }));
      },
    ],
  });
  const armor = new ApolloArmor({
    maxDepth: {
      ...refuse('levels of nested fields', depth, 'Ask for what is deeper from its own root field.'),
      flattenFragments: true,
      ignoreIntrospection: true,
    },
    maxAliases: refuse('aliases', aliases, 'Ask in several operations.'),
    maxDirectives: refuse('directives', directives, 'Ask in several operations.'),
    maxTokens: { enabled: false },
    costLimit: { enabled: false },
    blockFieldSuggestion: { enabled: false },
  });
  return [...(armor.protect().validationRules ?? []), oneIntrospection];
}

/** Allows one `__schema` and five `__type` a document; the depth of each is bounded by a rule of graphql-js. */
export function oneIntrospection(context: ValidationContext): ASTVisitor {
  const left: Record<string, number> = { __schema: 1, __type: 5 };
  return {
    [Kind.FIELD]: ({ name: { value } }: { name: { value: string } }) => {
      const count = left[value];
      if (count === undefined) return;
      left[value] = count - 1;
      if (count === 0) {
        context.reportError(
          new TooExpensiveError(`${value} is asked for too many times.`, {
            todo: 'Ask for the schema once.',
          }),
        );
      }
    },
  };
}
