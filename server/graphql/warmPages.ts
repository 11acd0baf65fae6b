import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { getOperationAST, graphql, Kind, parse, type OperationDefinitionNode, type TypeNode } from 'graphql';
import { z } from 'zod';
import { currentExploredRegion } from './analysis/explore.rows';
import { type ApiServices, createContext } from './context';
import { buildSchemas } from './schema';

const questionsSchema = z.array(z.object({ name: z.string(), text: z.string() }));

/** A question that a page of the client asks. */
export type PageQuestion = z.output<typeof questionsSchema>[number];

/** A warming under way. */
export interface Warming {
  /** How many questions were asked once it is over. */
  readonly done: Promise<number>;
  /** Asks nothing more, and waits for what is being answered. */
  stop(): Promise<void>;
}

/** Identifiers to ask with, by a word of the field that is asked; `actor` serves where none fits. */
export type Examples = Readonly<Record<string, string | undefined>>;

/** Reads what the built pages ask; nothing where no client is built. */
export async function readPageQuestions(clientFolder: string): Promise<PageQuestion[]> {
  try {
    return questionsSchema.parse(JSON.parse(await readFile(join(clientFolder, 'questions.json'), 'utf8')));
  } catch {
    return [];
  }
}

/** Milliseconds left to the first visitors before warming begins. */
const HEAD_START = 3000;

/** Milliseconds left to the database for planning one question: more than a person would wait, for what is planned here is what nobody waits for. */
const PLANNING = 120_000;

/** Milliseconds after which examples are looked for again, when the database was too busy to give them. */
const AGAIN = 5000;

/**
 * Asks, one after the other and the longest first, what the pages ask, so that the database has planned each before a person waits for it: planning the
 * page of an actor takes seconds, answering it milliseconds. It begins a little after the start, goes on beside what people ask, and a failure costs nothing but that.
 *
 * @param services what serves every request.
 * @param questions see {@link readPageQuestions}.
 */
export function warmPages(services: ApiServices, questions: readonly PageQuestion[]): Warming {
  let isStopped = false;
  const waiting = new AbortController();
  const run = async (): Promise<number> => {
    if (questions.length === 0) return 0;
    await pause(HEAD_START, undefined, { ref: false, signal: waiting.signal });
    const { api } = await buildSchemas();
    const examples = await findExamples(services).catch(async () => {
      await pause(AGAIN, undefined, { ref: false, signal: waiting.signal });
      return findExamples(services);
    });
    let asked = 0;
    for (const { text } of questions.toSorted((a, b) => b.text.length - a.text.length)) {
      if (isStopped) break;
      const operation = getOperationAST(parse(text));
      const variableValues = operation && toVariables(operation, examples);
      if (!variableValues) continue;
      const contextValue = { ...createContext(services, 'warm-up'), transaction: { timeout: PLANNING } };
      await graphql({ schema: api, source: text, contextValue, variableValues });
      asked += 1;
    }
    return asked;
  };
  const done = run().catch((error: unknown) => {
    if (!isStopped) services.logger.warn({ requestId: 'warm-up', err: error }, 'the pages were not warmed');
    return 0;
  });
  return {
    done,
    async stop() {
      isStopped = true;
      waiting.abort();
      await done;
    },
  };
}

/** One of each kind; an actor with many ties, for its page asks the most. */
async function findExamples({ projections }: ApiServices): Promise<Examples> {
  const { actors, rows } = await currentExploredRegion(projections);
  const actor = [...actors].sort((a, b) => b.partners - a.partners)[0]?.id;
  return {
    production: rows.productions[0]?.id,
    competence: rows.competences[0]?.id,
    theme: rows.themes[0]?.id,
    territor: actors.find(({ commune }) => commune !== null)?.commune ?? undefined,
    source: rows.partnerships.find(({ sourceId }) => sourceId !== null)?.sourceId ?? undefined,
    actor,
  };
}

/**
 * Values for the variables that a question cannot do without, by their types; `null` where one is of a type that cannot be
 * made up.
 */
export function toVariables(
  operation: OperationDefinitionNode,
  examples: Examples,
): Record<string, unknown> | null {
  const [first] = operation.selectionSet.selections;
  const field = first?.kind === Kind.FIELD ? first.name.value.toLowerCase() : '';
  const kind = Object.keys(examples).find((word) => field.includes(word)) ?? 'actor';
  const values: Record<string, unknown> = {};
  for (const { variable, type, defaultValue } of operation.variableDefinitions ?? []) {
    if (type.kind !== Kind.NON_NULL_TYPE || defaultValue) continue;
    const value = toValue(variable.name.value, type.type, examples[kind]);
    if (value === undefined) return null;
    values[variable.name.value] = value;
  }
  return values;
}

function toValue(name: string, type: TypeNode, id: string | undefined): unknown {
  if (type.kind === Kind.NON_NULL_TYPE) return toValue(name, type.type, id);
  if (type.kind === Kind.LIST_TYPE) {
    const value = toValue(name, type.type, id);
    return value === undefined ? undefined : [value];
  }
  switch (type.name.value) {
    case 'ID':
      return id;
    case 'String':
      return name === 'language' ? 'fr' : 'sciences';
    case 'Int':
    case 'Float':
      return 10;
    case 'Boolean':
      return false;
    default:
      return type.name.value.endsWith('Input') ? {} : undefined;
  }
}
