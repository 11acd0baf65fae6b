import { batchDelegateToSchema } from '@graphql-tools/batch-delegate';
import type { IResolvers } from '@graphql-tools/utils';
import {
  type GraphQLResolveInfo,
  type GraphQLSchema,
  getNamedType,
  isListType,
  getNullableType,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import type { ComplexityEstimatorArgs } from 'graphql-query-complexity';
import { typicalFanOut } from './complexity';
import type { ApiContext } from './context';
import { eachField } from './graphSchema';
import { findNode, keepNode, keptNodes, textOfSelection } from './nodeCache';

/** A type of the graph that identifiers of a computed answer can lead to. */
interface LinkTarget {
  readonly type: string;
  readonly plural: string;
  /** Root field of the graph that takes `ids`. */
  readonly byIds: string;
}

const territory = { type: 'Territory', byIds: 'territoriesByIds' };

/** By the word before `Id` or `Ids` in the name of a field of a computed type. */
const targets: Readonly<Record<string, LinkTarget>> = {
  actor: { type: 'Actor', plural: 'actors', byIds: 'actorsByIds' },
  competence: { type: 'Competence', plural: 'competences', byIds: 'competencesByIds' },
  theme: { type: 'Theme', plural: 'themes', byIds: 'themesByIds' },
  production: { type: 'Production', plural: 'productions', byIds: 'productionsByIds' },
  event: { type: 'Event', plural: 'events', byIds: 'eventsByIds' },
  partnership: { type: 'Partnership', plural: 'partnerships', byIds: 'partnershipsByIds' },
  need: { type: 'Need', plural: 'needs', byIds: 'needsByIds' },
  source: { type: 'Source', plural: 'sources', byIds: 'sourcesByIds' },
  territory: { ...territory, plural: 'territories' },
  commune: { ...territory, plural: 'communes' },
  epci: { ...territory, plural: 'epcis' },
  department: { ...territory, plural: 'departments' },
};

/** A field to add beside one that carries identifiers. */
interface Link {
  readonly from: string;
  readonly field: string;
  readonly idField: string;
  readonly target: LinkTarget;
  readonly isList: boolean;
}

/** Most identifiers that one read takes; more are read in several. */
const batch = 500;
const keyAlias = 'linkKey';

/**
 * Makes the links from computed answers to what is stored.
 *
 * A field of a computed type whose name ends in `actorId`, `hostActorId`, `themeIds`… gains a twin, `actor`, `hostActor`,
 * `themes`, that gives the nodes themselves, read all at once for the whole answer. An identifier that leads nowhere
 * gives null, and is left out of a list.
 *
 * @param graph schema of what is stored, with a root field `…ByIds(ids)` a target.
 * @param analysis schema of what is computed.
 * @returns what `mergeSchemas` takes.
 * @throws Error when a computed type already has a field of the name of a link.
 */
export function createLinks(
  graph: GraphQLSchema,
  analysis: GraphQLSchema,
): { typeDefs: string; resolvers: IResolvers } {
  const links = findLinks(analysis);
  const resolvers: Record<string, Record<string, unknown>> = {};
  for (const link of links) {
    (resolvers[link.from] ??= {})[link.field] = {
      resolve: createLinkResolver(graph, link),
      extensions: {
        complexity: ({ childComplexity }: ComplexityEstimatorArgs) =>
          1 + childComplexity * (link.isList ? typicalFanOut : 1),
      },
    };
  }
  return { typeDefs: links.map(toSdl).join('\n'), resolvers: resolvers as IResolvers };
}

function findLinks(analysis: GraphQLSchema): Link[] {
  const links: Link[] = [];
  eachField(analysis, ({ name, type }, from) => {
    const [, stem, last, many] = /^(.*?)([A-Z]?[a-z]+)Id(s?)$/.exec(name) ?? [];
    if (stem === undefined || last === undefined || getNamedType(type).name !== 'ID') return;
    if (stem === '' && last !== last.toLowerCase()) return;
    const target = targets[last.toLowerCase()];
    const isList = isListType(getNullableType(type));
    if (target === undefined || isList !== (many === 's')) return;
    const noun = isList ? target.plural : last.toLowerCase();
    const field = stem + (stem === '' ? noun : noun.charAt(0).toUpperCase() + noun.slice(1));
    links.push({ from, field, idField: name, target, isList });
  });
  eachField(analysis, ({ name }, from) => {
    if (links.some((link) => link.from === from && link.field === name)) {
      throw new Error(`${from}.${name} is the name of a link: rename the field.`);
    }
  });
  return links;
}

function toSdl({ from, field, idField, target, isList }: Link): string {
  const what = isList
    ? `Those of \`${idField}\`, in that order; unknown ones are left out.`
    : `That of \`${idField}\`; null when unknown.`;
  return `extend type ${from} { ${JSON.stringify(what)} ${field}: ${isList ? `[${target.type}!]` : target.type} }`;
}

type Node = Record<string, unknown> | null;

function createLinkResolver(graph: GraphQLSchema, { idField, target, isList }: Link) {
  const reading = {
    schema: graph,
    fieldName: target.byIds,
    argsFromKeys: (ids: readonly string[]) => ({ ids }),
    valuesFromResults: (nodes: readonly Node[], ids: readonly string[]) => {
      const byId = new Map(nodes.map((node) => [node?.[keyAlias], node]));
      return ids.map((id) => byId.get(id) ?? null);
    },
    dataLoaderOptions: { maxBatchSize: batch },
  };
  return async (
    parent: Record<string, unknown>,
    _args: unknown,
    context: ApiContext,
    info: GraphQLResolveInfo,
  ) => {
    const value = parent[idField];
    if (value === null || value === undefined) return null;
    const selectionSet = withKey(info);
    const fetch = (key: string): Promise<Node> =>
      batchDelegateToSchema<ApiContext, string, Node>({ ...reading, key, context, info, selectionSet });
    const read = await readKept(target.byIds, context, info, fetch);
    if (!isList) return read(String(value));
    const nodes = await Promise.all((value as readonly string[]).map(read));
    return nodes.filter((node) => node !== null);
  };
}

type Fetch = (key: string) => Promise<Node>;

/** Reads a node where it is kept, else fetches and keeps it. */
async function readKept(
  byIds: string,
  context: ApiContext,
  info: GraphQLResolveInfo,
  fetch: Fetch,
): Promise<Fetch> {
  const kept = await keptNodes(context, info);
  const text = kept && textOfSelection(info);
  if (!kept || text === null) return fetch;
  const asked = `${byIds} ${text}`;
  return async (key) => {
    const known = findNode(kept, asked, key);
    if (known !== undefined) return known;
    const node = await fetch(key);
    if (node !== null) keepNode(kept, asked, key, node);
    return node;
  };
}

/** Selections already made, by the nodes of the field: the same for each of the hundreds of citations of one answer. */
const keyed = new WeakMap<GraphQLResolveInfo['fieldNodes'], SelectionSetNode>();

/** What is asked of the node, and its identifier, to tell which node is which. */
function withKey({ fieldNodes }: GraphQLResolveInfo): SelectionSetNode {
  const known = keyed.get(fieldNodes);
  if (known !== undefined) return known;
  const made: SelectionSetNode = {
    kind: Kind.SELECTION_SET,
    selections: [
      ...fieldNodes.flatMap(({ selectionSet }) => selectionSet?.selections ?? []),
      {
        kind: Kind.FIELD,
        alias: { kind: Kind.NAME, value: keyAlias },
        name: { kind: Kind.NAME, value: 'id' },
      },
    ],
  };
  keyed.set(fieldNodes, made);
  return made;
}
