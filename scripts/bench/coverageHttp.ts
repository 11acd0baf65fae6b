import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Kind, parse, print, type DefinitionNode } from 'graphql';
import { startApplication, stopApplication, waitWhileWarming } from './application';

const PAGE = join(__dirname, '../../client/features/coverage/Page.graphql');

/** The question of the map as the page asks it, with its fragments. */
function readQuestion(): string {
  const { definitions } = parse(readFileSync(PAGE, 'utf8'));
  const isWanted = (each: DefinitionNode) =>
    each.kind === Kind.FRAGMENT_DEFINITION
      ? each.name.value.startsWith('Coverage')
      : each.kind === Kind.OPERATION_DEFINITION && each.name?.value === 'Coverage';
  return definitions.filter(isWanted).map(print).join('\n');
}

/** How long the whole answer for all communes takes over HTTP, from the question to the last byte read as JSON. */
export interface HttpFigures {
  /** Milliseconds, sorted: a catchment never asked before, and the same question again. */
  first: number[];
  again: number[];
  /** Characters of the answer. */
  size: number;
  communes: number;
}

const CATCHMENTS = [20, 22, 24, 26, 28, 32, 34, 36, 38, 40];

/**
 * Asks a running application for the coverage of all communes, as its page does.
 *
 * @param url - its address; one is started on an empty folder, and stopped, when absent
 * @throws Error when an answer has errors
 */
export async function timeHttp(url?: string): Promise<HttpFigures> {
  if (url !== undefined) return measure(url);
  const folder = mkdtempSync(join(tmpdir(), 'maillage-coverage-'));
  const application = await startApplication(folder);
  try {
    await waitWhileWarming();
    return await measure(application.url);
  } finally {
    await stopApplication(application);
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(url: string): Promise<HttpFigures> {
  const query = readQuestion();
  const figures: HttpFigures = { first: [], again: [], size: 0, communes: 0 };
  const ask = async (minutes: number) => {
    const begin = performance.now();
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        query,
        variables: { level: 'COMMUNE', input: { audience: 'UNDER_25', minutes } },
      }),
    });
    const text = await response.text();
    const { data, errors } = JSON.parse(text) as {
      data?: { coverage: { units: unknown[] } };
      errors?: unknown[];
    };
    if (errors || !data) throw new Error(text.slice(0, 500));
    figures.size = text.length;
    figures.communes = data.coverage.units.length;
    return performance.now() - begin;
  };
  await ask(30);
  for (const minutes of CATCHMENTS) {
    figures.first.push(await ask(minutes));
    figures.again.push(await ask(minutes));
  }
  figures.first.sort((a, b) => a - b);
  figures.again.sort((a, b) => a - b);
  return figures;
}
