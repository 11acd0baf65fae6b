import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Neo4jGraphQL } from '@neo4j/graphql';
import {
  type DirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type GraphQLField,
  type GraphQLSchema,
  Kind,
  isInterfaceType,
  isObjectType,
  parse,
  visit,
} from 'graphql';
import type { ComplexityEstimatorArgs } from 'graphql-query-complexity';
import { typicalFanOut } from './complexity';

const sdlFolder = join(__dirname, '../../schema/graph');

/**
 * Reads the SDL of what is stored: every file of `schema/graph`, in alphabetical order.
 *
 * Relationships are marked as not filterable by aggregates: nobody asks "actors whose competences' labels are longer
 * on average than…", and that makes nine tenths of the generated schema.
 */
export function readGraphSdl(): DocumentNode {
  const files = readdirSync(sdlFolder).filter((name) => name.endsWith('.graphql'));
  const sdl = files.sort().map((name) => readFileSync(join(sdlFolder, name), 'utf8'));
  return visit(parse(sdl.join('\n')), {
    FieldDefinition: (field: FieldDefinitionNode) =>
      field.directives?.some(({ name }) => /^(declareR|r)elationship$/.test(name.value))
        ? { ...field, directives: [...field.directives, notByAggregate] }
        : undefined,
  });
}

const notByAggregate: DirectiveNode = {
  kind: Kind.DIRECTIVE,
  name: { kind: Kind.NAME, value: 'filterable' },
  arguments: [
    { name: 'byValue', value: true },
    { name: 'byAggregate', value: false },
  ].map(({ name, value }) => ({
    kind: Kind.ARGUMENT,
    name: { kind: Kind.NAME, value: name },
    value: { kind: Kind.BOOLEAN, value },
  })),
};

/**
 * Builds the schema of what is stored, with its resolvers; it knows no database, which travels in the context.
 *
 * Takes about a second. Every field that takes a page is given a cost, see {@link pageCost}.
 */
export async function buildGraphSchema(): Promise<GraphQLSchema> {
  const schema = await new Neo4jGraphQL({
    typeDefs: readGraphSdl(),
    features: {
      complexityEstimators: true,
      excludeDeprecatedFields: {
        mutationOperations: true,
        aggregationFilters: true,
        aggregationFiltersOutsideConnection: true,
        relationshipFilters: true,
        attributeFilters: true,
      },
    },
  }).getSchema();
  const price = (field: GraphQLField<unknown, unknown>) => {
    if (field.args.some(({ name }) => ['limit', 'first', 'ids'].includes(name))) {
      field.extensions = { ...field.extensions, complexity: pageCost };
    }
  };
  eachField(schema, price, { interfaces: true });
  return schema;
}

/**
 * Cost of a field that gives a page of nodes: one, plus the cost of a node times the size of the page.
 *
 * The library's own estimator counts a list without `limit` as one node, so that lists nested without limits would
 * seem free; here it counts as {@link typicalFanOut} nodes.
 */
export function pageCost({ args, childComplexity }: ComplexityEstimatorArgs): number {
  const ids: unknown = args['ids'];
  const size: unknown = args['limit'] ?? args['first'] ?? (Array.isArray(ids) ? ids.length : typicalFanOut);
  return 1 + childComplexity * (typeof size === 'number' ? size : typicalFanOut);
}

/** Calls `visitField` with each field of each object type, and of each interface if asked; introspection is left out. */
export function eachField(
  schema: GraphQLSchema,
  visitField: (field: GraphQLField<unknown, unknown>, typeName: string) => void,
  { interfaces = false } = {},
): void {
  for (const type of Object.values(schema.getTypeMap())) {
    const isVisited = isObjectType(type) || (interfaces && isInterfaceType(type));
    if (!isVisited || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) visitField(field, type.name);
  }
}
