import { type FragmentDefinitionNode, type GraphQLResolveInfo, Kind, print, visit } from 'graphql';
import { readGraphVersion } from '../graph/readGraphVersion';
import type { ApiContext, ApiServices } from './context';

/** Most nodes kept; beyond, all are forgotten and read again. */
const MOST = 20_000;

/** Nodes that links led to, as they were read: by what was asked of them, then by identifier. */
type Nodes = Map<string, Map<string, Record<string, unknown>>>;

interface Kept {
  version: string;
  nodes: Nodes;
  count: number;
}

/** Nodes of the last version of each database, by what serves its requests. */
const keptBy = new WeakMap<ApiServices['projections'], Kept>();
const askedBy = new WeakMap<ApiContext, Promise<Kept | null>>();

/**
 * Nodes that earlier requests were led to, for as long as nothing was written: the version of the database is asked for once by
 * each request that follows a link, so that no answer is older than the request.
 *
 * @returns null in a mutation, where the database tells no version, or where it is away
 */
export function keptNodes(context: ApiContext, info: GraphQLResolveInfo): Promise<Kept | null> {
  if (info.operation.operation !== 'query') return Promise.resolve(null);
  let asked = askedBy.get(context);
  if (asked === undefined) {
    asked = findKept(context).catch(() => null);
    askedBy.set(context, asked);
  }
  return asked;
}

async function findKept({ database, projections }: ApiContext): Promise<Kept | null> {
  const version = await readGraphVersion(database);
  if (version === null) return null;
  const kept = keptBy.get(projections);
  if (kept?.version === version && kept.count < MOST) return kept;
  const renewed = { version, nodes: new Map(), count: 0 };
  keptBy.set(projections, renewed);
  return renewed;
}

/** A node kept, if it is. */
export function findNode(kept: Kept, asked: string, id: string): Record<string, unknown> | undefined {
  return kept.nodes.get(asked)?.get(id);
}

/** Keeps a node that was read. */
export function keepNode(kept: Kept, asked: string, id: string, node: Record<string, unknown>): void {
  const known = kept.nodes.get(asked);
  if (known === undefined) kept.nodes.set(asked, new Map([[id, node]]));
  else known.set(id, node);
  kept.count += 1;
}

const texts = new WeakMap<GraphQLResolveInfo['fieldNodes'][number], string | null>();

/**
 * What is asked of a node, fragments written out: two requests that ask the same give the same text.
 *
 * @returns null where it depends on a variable, or is asked in several places at once: such an answer is not kept
 */
export function textOfSelection({ fieldNodes, fragments }: GraphQLResolveInfo): string | null {
  const [node, ...others] = fieldNodes;
  if (node === undefined || others.length > 0) return null;
  let text = texts.get(node);
  if (text === undefined) {
    text = writeOut(node, fragments);
    texts.set(node, text);
  }
  return text;
}

function writeOut(
  node: GraphQLResolveInfo['fieldNodes'][number],
  fragments: GraphQLResolveInfo['fragments'],
): string | null {
  if (!node.selectionSet) return null;
  let hasVariable = false;
  const used = new Map<string, FragmentDefinitionNode>();
  const look = (part: FragmentDefinitionNode | NonNullable<typeof node.selectionSet>) =>
    visit(part, {
      [Kind.VARIABLE]: () => void (hasVariable = true),
      [Kind.FRAGMENT_SPREAD]: ({ name }) => {
        const fragment = fragments[name.value];
        if (!fragment || used.has(name.value)) return;
        used.set(name.value, fragment);
        look(fragment);
      },
    });
  look(node.selectionSet);
  return hasVariable ? null : [node.selectionSet, ...used.values()].map((part) => print(part)).join('\n');
}
