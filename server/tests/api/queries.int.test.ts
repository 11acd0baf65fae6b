import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { print } from 'graphql';
import type { Database } from '../../database/driver';
import { readGraphSdl } from '../../graphql/graphSchema';
import { openTestDatabase } from '../support/database';

const folder = join(__dirname, '../../graph/queries');
const names = readdirSync(folder).filter((name) => name.endsWith('.cypher'));

/** Operators that read everything whatever its label, or multiply unrelated rows. */
const forbidden = /AllNodesScan|AllRelationshipsScan|CartesianProduct/;
const labelScan = /^(Partitioned)?NodeByLabelScan/;
/** Notifications on labels, types or properties that the database has never seen. */
const unknownName = /UnknownLabel|UnknownRelationshipType|UnknownPropertyKey|01N5[012]/;
/** Every word of the model: the seed holds no offer yet, and a query may ask for offers all the same. */
const model = new Set(print(readGraphSdl()).match(/\w+/g));

interface PlanNode {
  operatorType: string;
  arguments: Record<string, unknown>;
  children: PlanNode[];
}

function* operatorsOf(plan: PlanNode): Generator<PlanNode> {
  yield plan;
  for (const child of plan.children) yield* operatorsOf(child);
}

/**
 * The head of a query: `Question`, `Params`, `Columns`, and `Scans` for the labels that a query with parameters reads
 * whole (one without parameters reads wholes by nature). A section goes on until the next.
 */
function readHead(text: string): Record<string, string> {
  const head: Record<string, string> = {};
  let section = '';
  for (const line of text.split('\n')) {
    if (!line.startsWith('//')) break;
    const [, key, value = line.slice(2)] = /^\/\/ ?(Question|Params|Columns|Scans): *(.*)$/.exec(line) ?? [];
    section = key ?? section;
    head[section] = `${head[section] ?? ''} ${value.trim()}`.trim();
  }
  return head;
}

/** The names after `$` outside comments. */
function readParameters(text: string): string[] {
  const body = text.replace(/\/\/.*$/gm, '');
  return [...new Set([...body.matchAll(/\$(\w+)/g)].map(([, name]) => name ?? ''))];
}

describe.each(names)('the query %s', (name) => {
  const text = readFileSync(join(folder, name), 'utf8');
  const head = readHead(text);
  let database: Database;

  beforeAll(() => {
    database = openTestDatabase();
  });
  afterAll(() => database.close());

  it('says its question, its parameters and its columns', () => {
    expect(head['Question']).toMatch(/\?/);
    expect(head['Params']).toMatch(/./);
    expect(head['Columns']).toMatch(/./);
  });

  it('names each of its parameters, and no other', () => {
    const used = readParameters(text);
    const undocumented = used.filter(
      (parameter) => !new RegExp(`\\b${parameter}\\b`).test(head['Params'] ?? ''),
    );
    expect(undocumented).toEqual([]);
    expect(used.length === 0).toBe(/^none\b/i.test(head['Params'] ?? ''));
  });

  it('has an order and a limit', () => {
    const last = text.slice(text.lastIndexOf('RETURN'));
    expect(last).toMatch(/ORDER BY/);
    expect(last).toMatch(/LIMIT/);
  });

  it('is planned without a full scan, a cartesian product or an unknown name', async () => {
    const parameters = readParameters(text);
    const params = Object.fromEntries(parameters.map((parameter) => [parameter, null]));
    const { summary } = await database.driver.executeQuery(`EXPLAIN ${text}`, params, {
      database: database.name,
      routing: 'READ',
    });
    const operators = [...operatorsOf(summary.plan as PlanNode)];
    expect(operators.map(({ operatorType }) => operatorType).filter((type) => forbidden.test(type))).toEqual(
      [],
    );

    const declared = (head['Scans'] ?? '').split(/[\s,]+/);
    const scanned = operators
      .filter(({ operatorType }) => labelScan.test(operatorType))
      .map(({ arguments: { Details } }) => /:(\w+)/.exec(String(Details))?.[1] ?? String(Details));
    const excused = (label: string) => parameters.length === 0 || declared.includes(label);
    expect(scanned.filter((label) => !excused(label))).toEqual([]);

    const unknown = summary.notifications
      .filter(({ code }) => unknownName.test(code))
      .map(({ description }) => /is: (\w+)\)/.exec(description)?.[1] ?? description)
      .filter((missing) => !model.has(missing));
    expect(unknown).toEqual([]);
  });
});
