import { defaultMergedResolver, type ExternalObject, isExternalObject } from '@graphql-tools/delegate';
import { mergeSchemas } from '@graphql-tools/schema';
import type { IResolvers } from '@graphql-tools/utils';
import {
  defaultFieldResolver,
  type GraphQLFieldResolver,
  type GraphQLSchema,
  type GraphQLTypeResolver,
  isAbstractType,
} from 'graphql';
import { buildAnalysisSchema } from './analysisSchema';
import type { ApiContext } from './context';
import { dateTime } from './dateTime';
import { buildGraphSchema, eachField } from './graphSchema';
import { createLinks } from './links';

/** The two schemas and what is made of them. */
export interface ApiSchemas {
  /** What is stored, read-only. */
  readonly graph: GraphQLSchema;
  /** What is computed and written; it knows only identifiers and numbers. */
  readonly analysis: GraphQLSchema;
  /** Both, linked: what the API serves. */
  readonly api: GraphQLSchema;
}

let built: Promise<ApiSchemas> | undefined;

/** Builds the schemas, once a process: it takes a second or two, and they know no database. */
export function buildSchemas(): Promise<ApiSchemas> {
  built ??= build();
  return built;
}

async function build(): Promise<ApiSchemas> {
  const [graph, analysis] = await Promise.all([buildGraphSchema(), buildAnalysisSchema()]);
  guardRoots(graph);
  guardRoots(analysis);
  const links = createLinks(graph, analysis);
  const api = mergeSchemas({
    schemas: [graph, analysis],
    typeDefs: links.typeDefs,
    resolvers: [resolversOf(graph), links.resolvers, { DateTime: dateTime }],
    assumeValidSDL: true,
  });
  return { graph, analysis, api };
}

/**
 * Every field resolver of a schema, and what tells the type of a node behind an interface or a union.
 *
 * `mergeSchemas` drops those *named* `defaultFieldResolver`, and the one that knows aliases in `@neo4j/graphql` has
 * that name: without this, an alias silently gives null. A node that came through a link was resolved already by the
 * graph's own resolvers, which must not run on it twice.
 */
export function resolversOf(schema: GraphQLSchema): IResolvers {
  const resolvers: Record<string, Record<string, unknown>> = {};
  const roots = rootNames(schema);
  eachField(schema, (field, typeName) => {
    if (!field.resolve) return;
    (resolvers[typeName] ??= {})[field.name] = roots.includes(typeName)
      ? field.resolve
      : throughLink(field.resolve);
  });
  for (const type of Object.values(schema.getTypeMap())) {
    const told = isAbstractType(type) ? type.resolveType : undefined;
    if (told) resolvers[type.name] = { __resolveType: typeThroughLink(told) };
  }
  return resolvers as IResolvers;
}

/** A field of a node that came through a link was resolved already, under the name the caller gave it. */
function throughLink(
  resolve: GraphQLFieldResolver<unknown, unknown>,
): GraphQLFieldResolver<unknown, unknown> {
  return (source, args, context, info) =>
    isExternalObject(source)
      ? defaultMergedResolver(source as ExternalObject, args, context as ApiContext, info)
      : resolve(source, args, context, info);
}

function typeThroughLink(told: GraphQLTypeResolver<unknown, unknown>): GraphQLTypeResolver<unknown, unknown> {
  return (value, ...rest) => (value as { __typename?: string }).__typename ?? told(value, ...rest);
}

/** Makes each root field give up, with a typed error, when the database stops answering. */
function guardRoots(schema: GraphQLSchema): void {
  const roots = rootNames(schema);
  eachField(schema, (field, typeName) => {
    if (!roots.includes(typeName)) return;
    const resolve = field.resolve ?? defaultFieldResolver;
    field.resolve = (source, args, context, info) =>
      (context as ApiContext).availability.guard(async () => resolve(source, args, context, info));
  });
}

function rootNames(schema: GraphQLSchema): (string | undefined)[] {
  return [schema.getQueryType()?.name, schema.getMutationType()?.name];
}
