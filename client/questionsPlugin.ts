import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  parse,
  print,
  visit,
} from 'graphql';
import type { Plugin } from 'vite';

/** A question that a page asks, with the fragments that it needs. */
export interface PageQuestion {
  readonly name: string;
  readonly text: string;
}

/** Every query in the `.graphql` documents of a folder, whole; in the order of their names. Changes are left out. */
export function listQuestions(folder: string): PageQuestion[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.graphql') && !/^(dist|tests)\b/.test(file),
  );
  const definitions = files.flatMap((file) => parse(readFileSync(join(folder, file), 'utf8')).definitions);
  const fragments = new Map(
    definitions.flatMap((each) => (each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each]] : [])),
  );
  return definitions
    .filter((each) => each.kind === Kind.OPERATION_DEFINITION)
    .filter(({ operation, name }) => operation === 'query' && name !== undefined)
    .map((query) => ({
      name: query.name!.value,
      text: [query, ...neededBy(query, fragments)].map(print).join('\n'),
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The fragments of a query, and those of its fragments. */
function neededBy(
  query: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): Set<FragmentDefinitionNode> {
  const needed = new Set<FragmentDefinitionNode>();
  const follow = (node: OperationDefinitionNode | FragmentDefinitionNode): void => {
    visit(node, {
      FragmentSpread({ name }) {
        const fragment = fragments.get(name.value);
        if (!fragment || needed.has(fragment)) return;
        needed.add(fragment);
        follow(fragment);
      },
    });
  };
  follow(query);
  return needed;
}

/** Writes `questions.json` beside the built pages: what they ask, so that the server may plan it before anyone waits. */
export function questionsPlugin(folder: string): Plugin {
  return {
    name: 'questions',
    apply: 'build',
    generateBundle() {
      this.emitFile({
        type: 'asset',
        fileName: 'questions.json',
        source: JSON.stringify(listQuestions(folder)),
      });
    },
  };
}
