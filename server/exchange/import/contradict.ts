import type { StatementRow } from '../../graph/changeGraph';
import { changedColumns, subjectOf, type CellValue, type TableRow } from '../../graph/tables';
import { impliedStatus, rankOf, type Status } from '../../analysis/trust/statements';
import { sheets } from '../sheets/sheets';
import { statementKey, type Statements } from './graphState';
import { addressIn, type ParsedRow } from './parseRows';
import type { PackedList } from './packedList';
import type { PlanOptions } from './plan';
import type { RowPlan } from './rowPlan';
import { sentence } from './reasons';

/** Columns that say who says, not what is said. */
const NOT_STATED = new Set(['id', 'sources', 'source', 'locationEvidence']);

/**
 * Compares what a file says with what is said already: a value of a lesser status than the one that stands, or of the same
 * status and older, is kept as a contradicting statement, and the value stays; any other value replaces it, and both are kept
 * as statements.
 *
 * @param parsed - receives a warning for each value that stays
 * @param after - the row once imported; values that stay are put back into it
 * @param earlier - what is said already of the rows of the batch
 * @param statements - receives the statements to keep
 * @returns whether a value stays
 */
export function contradict(
  row: RowPlan,
  parsed: ParsedRow,
  before: TableRow,
  after: TableRow,
  earlier: Statements,
  options: PlanOptions,
  statements: PackedList<StatementRow>,
): boolean {
  let isContradicted = false;
  const { table } = sheets[parsed.sheet];
  const own = table.kind === 'link' ? (after.status as Status | undefined) : undefined;
  for (const column of changedColumns(before, after)) {
    if (NOT_STATED.has(column)) continue;
    if (column.startsWith('+')) {
      // What is kept of a file is not weighed, but who gave it is known.
      if (table.kind === 'node' && after[column] != null)
        statements.push(statement(subjectOf(table, row.key), column, after[column], options.status, options));
      continue;
    }
    const current = before[column] ?? null;
    if (current === null || (Array.isArray(current) && current.length === 0)) continue;
    const subject = subjectOf(table, row.key);
    const name =
      table.kind === 'node'
        ? column
        : `${table.name} ${row.key.split('\u001f').slice(1).join(' ')} ${column}`;
    const known = earlier.get(statementKey(subject, name)) ?? [];
    const standing = standingStatus(known, before, current);
    const said = statement(subject, name, after[column] ?? null, own ?? options.status, options);
    const isLesser = rankOf(said.status) > rankOf(standing) && options.status !== 'DECLARED';
    const isWeaker = isLesser || (said.status === standing && isOlder(said, known, current));
    if (isWeaker) keepValue(parsed, column, before, after);
    isContradicted ||= isWeaker;
    const isNew = isWeaker ? !isNoted(said, known) : after[column] != null;
    if (isNew) statements.push(said);
    if (!known.some(({ value }) => value === JSON.stringify(current)))
      for (const one of implied(subject, name, current, standing, before)) statements.push(one);
  }
  return isContradicted;
}

function statement(
  subject: string,
  column: string,
  value: CellValue,
  status: Status,
  { sourceId, statedOn }: PlanOptions,
): StatementRow {
  return { subject, column, value: JSON.stringify(value), status, statedOn, sourceId };
}

function standingStatus(known: readonly StatementRow[], before: TableRow, current: CellValue): Status {
  const same = known.filter(({ value }) => value === JSON.stringify(current));
  const best = same.map(({ status }) => status).sort((a, b) => rankOf(a) - rankOf(b))[0];
  if (best !== undefined) return best;
  if (typeof before.status === 'string' && 'competence' in before) return before.status as Status;
  return impliedStatus(sourcesOf(before));
}

/** Whether a contradiction is known already, whoever said it: a register that is read again says it again. */
function isNoted(said: StatementRow, known: readonly StatementRow[]): boolean {
  return known.some(({ value, status }) => value === said.value && status === said.status);
}

/** Whether the value that stands was said later, by the same status; one whose date is unknown gives way. */
function isOlder(said: StatementRow, known: readonly StatementRow[], current: CellValue): boolean {
  const dates = known
    .filter(({ value, status }) => status === said.status && value === JSON.stringify(current))
    .flatMap(({ statedOn }) => statedOn ?? []);
  return said.statedOn !== null && dates.some((date) => date > said.statedOn!);
}

function sourcesOf({ sources, source }: TableRow): string[] {
  if (Array.isArray(sources)) return sources;
  return typeof source === 'string' ? [source] : [];
}

/** What the sources of the row say of the value that a new one replaces. */
function implied(
  subject: string,
  column: string,
  value: CellValue,
  status: Status,
  before: TableRow,
): StatementRow[] {
  return sourcesOf(before)
    .slice(0, 1)
    .map((sourceId) => ({ subject, column, value: JSON.stringify(value), status, statedOn: null, sourceId }));
}

function keepValue(parsed: ParsedRow, column: string, before: TableRow, after: TableRow): void {
  after[column] = before[column] ?? null;
  if (column === 'commune') after.locationEvidence = before.locationEvidence ?? null;
  parsed.issues.push({
    severity: 'WARNING',
    address: addressIn(parsed.positions, parsed.line, column),
    header: sheets[parsed.sheet].columns.find(({ key }) => key === column)?.fr ?? column,
    reason: sentence(
      'Contredit une valeur mieux attestée : elle est gardée, et la contradiction notée.',
      'Contradicts a value that is better attested: that one stays, and the contradiction is noted.',
    ),
  });
}
