import type { ApolloServerPlugin } from '@apollo/server';
import { ApolloArmor } from '@escape.tech/graphql-armor';
import {
  type ASTVisitor,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  type ValidationContext,
  type ValidationRule,
} from 'graphql';
import { fieldExtensionsEstimator, getComplexity, simpleEstimator } from 'graphql-query-complexity';
import { TooExpensiveError } from '../errors';

/** How many nodes a list without a limit is counted for; the mean fan-out of a region's graph is under 5. */
export const typicalFanOut = 10;

/** What one operation may ask for. */
export interface QueryLimits {
  /** Greatest cost: one a field, times the size of each page above it. */
  readonly complexity: number;
  /** Greatest depth of nested fields. */
  readonly depth: number;
  /** Greatest number of aliases. */
  readonly aliases: number;
  /** Greatest number of directives. */
  readonly directives: number;
  /** Greatest number of tokens of the document. */
  readonly tokens: number;
}

/**
 * What one operation may ask for, unless the configuration says otherwise: three times the most that a page of the
 * client asks for.
 */
export const defaultQueryLimits: QueryLimits = {
  complexity: 20_000,
  depth: 14,
  aliases: 40,
  directives: 40,
  tokens: 4000,
};

/**
 * Plugin that refuses an operation whose cost is above the limit, before anything is run.
 *
 * The cost is that of `graphql-query-complexity`: each field says its own in its `complexity` extension, else it is
 * one plus its children's.
 *
 * @param schema the whole schema.
 * @param maximum greatest cost allowed.
 */
export function complexityLimit(schema: GraphQLSchema, maximum: number): ApolloServerPlugin {
  return {
    requestDidStart: async () => ({
      didResolveOperation: async ({ document, request, operationName }) => {
        const cost = costOf(() =>
          getComplexity({
            schema,
            query: document,
            variables: request.variables ?? {},
            ...(operationName === null ? {} : { operationName }),
            estimators: [fieldExtensionsEstimator(), simpleEstimator({ defaultComplexity: 1 })],
          }),
        );
        if (cost > maximum) {
          throw new TooExpensiveError(
            `This operation costs ${cost}, above the ${maximum} that one may cost.`,
            {
              what: { cost, maximum },
              todo: 'Ask for smaller pages (limit, first), fewer fields, or in several operations.',
              status: 400,
            },
          );
        }
      },
    }),
  };
}

/** Variables that cannot be coerced make the cost unknown; execution will say so better, with its own error. */
function costOf(compute: () => number): number {
  try {
    return compute();
  } catch (error) {
    if (error instanceof GraphQLError && error.message.includes('maximum allowed number of nodes'))
      return Infinity;
    return 0;
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
