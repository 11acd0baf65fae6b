import type { ImportJob } from '../../exchange/jobs/importJob';
import type { Outcome, RowPlan } from '../../exchange/import/rowPlan';
import { sampleOf, type HeadedTable } from '../../exchange/import/files/rawTable';
import { cellsOf } from '../../exchange/import/rowPlan';
import { labelOf } from '../../exchange/sheets/labelOf';
import {
  nameKey,
  referencesIn,
  type Reference,
  type ReferenceNames,
} from '../../exchange/sheets/referenceNames';
import { isSheetId, sheets, type SheetId } from '../../exchange/sheets/sheets';
import { vocabularyOf } from '../../exchange/sheets/vocabulary';
import type { AppliedImport, SubjectChange } from '../../graph/readChanges';
import { partsOfKey, type CellValue, type RowChange, type TableRow } from '../../graph/tables';
import type { ImportCounts, ImportJobReport, ImportTable } from './import.type';
import type { ImportedCell, ImportedRow } from './importRows.type';
import type { RegisterSummary } from './importRegister.type';
import type { DatedChange, HistoryEntry, HistoryRow } from './importRecord.type';

const noCounts = { CREATED: 0, UPDATED: 0, UNCHANGED: 0, REMOVED: 0, REJECTED: 0 };

function toCounts(counts: Record<Outcome, number>): ImportCounts {
  return {
    created: counts.CREATED,
    updated: counts.UPDATED,
    unchanged: counts.UNCHANGED,
    removed: counts.REMOVED,
    rejected: counts.REJECTED,
  };
}

/** Whether a file is a register or an agenda: what it does not list is no less there. */
const isOfRegister = ({ recognised }: ImportJob) => recognised?.tables.some(({ isMade }) => isMade) === true;

/** An import under way as the API shows it. */
export function toJobReport(job: ImportJob): ImportJobReport {
  return {
    id: job.id,
    state: job.state,
    fileName: job.fileName,
    format: job.file?.format ?? null,
    encoding: job.file?.encoding ?? null,
    done: job.done,
    total: job.total,
    messageFr: job.message?.fr ?? null,
    messageEn: job.message?.en ?? null,
    counts: job.plan === undefined ? null : toCounts(job.plan.counts),
    absent: isOfRegister(job) ? null : (job.plan?.absent ?? null),
    sheets: [...(job.plan?.bySheet ?? [])].map(([id, counts]) => ({
      sheet: id,
      labelFr: sheets[id].fr,
      labelEn: sheets[id].en,
      counts: toCounts(counts),
    })),
    tables: toTables(job),
    digest: job.digest ?? null,
    absentRows: job.options.absent,
    status: job.options.status,
    source: job.options.source.id,
    sourceTitle: job.options.source.title,
    sourceDate: job.options.source.date,
    register: toRegisterSummary(job),
  };
}

/** What is said of an import that the application does not know: it was applied before a restart, or wrote nothing. */
export function toForgottenReport(id: string, record: AppliedImport | undefined): ImportJobReport {
  return {
    id,
    state: record === undefined ? 'NOTHING_WRITTEN' : 'APPLIED',
    fileName: record?.fileName ?? '',
    format: null,
    encoding: null,
    done: 0,
    total: 0,
    messageFr:
      record === undefined ? 'Rien n’a été écrit sous ce numéro. Envoyez de nouveau le fichier.' : null,
    messageEn: record === undefined ? 'Nothing was written under this number. Send the file again.' : null,
    counts: record ?? toCounts(noCounts),
    absent: null,
    sheets: [],
    tables: [],
    digest: null,
    absentRows: 'KEEP',
    status: record?.status ?? 'DECLARED',
    source: record?.sourceId ?? '',
    sourceTitle: record?.title ?? '',
    sourceDate: null,
    register: null,
  };
}

function toRegisterSummary({ register }: ImportJob): RegisterSummary | null {
  if (register === undefined) return null;
  const count = (wanted: string) => register.matches.filter(({ status }) => status === wanted).length;
  return {
    format: register.format,
    rows: register.rows.length,
    sure: count('SURE'),
    doubtful: count('TO_REVIEW'),
    absent: count('ABSENT'),
    outside: register.outside,
    leftOut: register.skipped,
    problems: register.problems.length,
    bearers: register.bearers,
    isPartial: register.isPartial,
    goneActorIds: register.gone.slice(0, 500).map(({ actor }) => actor),
  };
}

/** Rows among which samples are taken. */
const SAMPLED_ROWS = 2000;
const samples = new WeakMap<HeadedTable, string[][]>();

/** The first three texts of each column, taken once: a report is asked for again and again. */
function samplesOf(table: HeadedTable): string[][] {
  let known = samples.get(table);
  if (known === undefined) {
    const first = { ...table, rows: table.rows.slice(0, SAMPLED_ROWS) };
    known = table.header.map((_, at) =>
      sampleOf(first, at, 3).map((cell) =>
        cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell).slice(0, 80),
      ),
    );
    samples.set(table, known);
  }
  return known;
}

function toTables({ recognised, mappings }: ImportJob): ImportTable[] {
  return (recognised?.tables ?? []).map((table, index) => ({
    name: table.name,
    sheet: mappings[index]?.sheet ?? null,
    headerLine: table.headerLine,
    columns: table.header.map((header, at) => ({
      header,
      column: mappings[index]?.columns[at] ?? null,
      how: recognised?.guesses[index]?.how[at] ?? 'UNKNOWN',
      samples: samplesOf(table)[at] ?? [],
    })),
  }));
}

/** What the cells of some rows of a report refer to. */
export function referencesOfRows(rows: readonly RowPlan[]): Reference[] {
  return rows.flatMap((row) => [
    ...referencesInKey(row.sheet, row.key),
    ...cellsOf(row).flatMap(({ column, before, after }) =>
      [before, after].flatMap((value) => referencesIn(row.sheet, column, value)),
    ),
  ]);
}

/** The ends of a tie, by the columns that hold them; of another row, nothing. */
function endsOf(id: SheetId, key: string): [column: string, value: string][] {
  const { table } = sheets[id];
  if (table.kind !== 'link') return [];
  const [from = '', to = ''] = partsOfKey(key);
  return [
    [table.from.column, from],
    [table.to.column, to],
  ];
}

function referencesInKey(id: SheetId, key: string): Reference[] {
  return endsOf(id, key).flatMap(([column, value]) => referencesIn(id, column, value));
}

/**
 * What people call a row, with names in place of identifiers and words in place of codes.
 *
 * @param whole - the row, as far as it is known
 * @param otherwise - what it is called where that is not enough
 */
function labelIn(
  { sheet, key }: { sheet: SheetId; key: string },
  whole: TableRow | null | undefined,
  otherwise: string,
  names: ReferenceNames,
): string {
  const { label, namedBy } = sheets[sheet];
  if (label !== undefined) return otherwise;
  const ends = endsOf(sheet, key);
  const told: [string, CellValue][] =
    ends.length > 0 ? ends : namedBy.map((column) => [column, whole?.[column] ?? null]);
  return (
    told.flatMap(([column, value]) => toText(sheet, column, value, names) ?? []).join(' – ') || otherwise
  );
}

/** A row of a report as the API shows it. */
export function toImportedRow(row: RowPlan, names: ReferenceNames): ImportedRow {
  return {
    sheet: row.sheet,
    table: row.table,
    line: row.line,
    label: labelIn(row, row.change?.after ?? row.change?.before, row.label, names),
    actorId: actorOf(row.sheet, row.key),
    outcome: row.outcome,
    cells: cellsOf(row).map(({ column, address, before, after }) =>
      toCell(row.sheet, column, [before, after], names, address),
    ),
    issues: row.issues.map(({ severity, address, header, reason }) => ({
      severity,
      address,
      header,
      reasonFr: reason.fr,
      reasonEn: reason.en,
    })),
  };
}

function actorOf(id: SheetId, key: string): string | null {
  const { table } = sheets[id];
  const isActor = table.kind === 'node' ? id === 'actors' : table.from.label === 'Actor';
  return isActor ? (partsOfKey(key)[0] ?? null) : null;
}

function toCell(
  id: SheetId,
  name: string,
  [before, after]: readonly [before: CellValue, after: CellValue],
  names: ReferenceNames,
  address = '',
): ImportedCell {
  const column = sheets[id].columns.find(({ key }) => key === name);
  const own = name.replace(/^\+/, '');
  return {
    column: name,
    labelFr: column?.fr ?? own,
    labelEn: column?.en ?? own,
    address,
    before: toText(id, name, before, names),
    after: toText(id, name, after, names),
  };
}

/**
 * A value as a text for people: French labels of words, names of what is referred to, bars between several values; null when
 * there is none. An identifier without a name shows as it is.
 */
export function toText(id: SheetId, name: string, value: CellValue, names: ReferenceNames): string | null {
  if (value === null || (Array.isArray(value) && value.length === 0)) return null;
  const type = sheets[id].columns.find(({ key }) => key === name)?.type;
  const show = (part: string | number | boolean) => {
    if (type?.is === 'word') return vocabularyOf(type.vocabulary).label(String(part), 'fr');
    const named =
      type?.is === 'reference' ? names.get(nameKey({ to: type.to, id: String(part) })) : undefined;
    return named ?? String(part);
  };
  if (typeof value === 'boolean') return value ? 'oui' : 'non';
  return Array.isArray(value) ? value.map(show).join(' | ') : show(value);
}

/** A dated change as the API shows it. */
export function toDatedChange(record: AppliedImport): DatedChange {
  const { created, updated, unchanged, removed, rejected, ...rest } = record;
  return {
    ...rest,
    appliedAt: new Date(record.appliedAt),
    counts: { created, updated, unchanged, removed, rejected },
  };
}

/** What a dated change did to a subject, as the API shows it. */
export function toHistoryEntry(
  change: SubjectChange,
  record: AppliedImport | undefined,
  names: ReferenceNames,
): HistoryEntry {
  return {
    at: new Date(change.at),
    importId: change.importId,
    change: record === undefined ? null : toDatedChange(record),
    rows: change.rows.flatMap((row) => toHistoryRow(row, names)),
  };
}

/** What the rows of some changes refer to. */
export function referencesOfChanges(changes: readonly SubjectChange[]): Reference[] {
  return changes
    .flatMap(({ rows }) => rows)
    .flatMap(({ table, key, before, after }) =>
      isSheetId(table)
        ? [
            ...referencesInKey(table, key),
            ...[before, after].flatMap((row) =>
              Object.entries(row ?? {}).flatMap(([column, value]) => referencesIn(table, column, value)),
            ),
          ]
        : [],
    );
}

function toHistoryRow({ table, key, before, after }: RowChange, names: ReferenceNames): HistoryRow[] {
  if (!isSheetId(table)) return [];
  const columns = Object.keys({ ...before, ...after }).filter((name) => !name.startsWith('~'));
  const outcome = before === null ? 'CREATED' : after === null ? 'REMOVED' : 'UPDATED';
  const whole = before === null || after === null ? (after ?? before)! : undefined;
  const plain = whole === undefined ? partsOfKey(key).filter(Boolean).join(' – ') : labelOf(table, whole);
  return [
    {
      sheet: table,
      labelFr: sheets[table].fr,
      labelEn: sheets[table].en,
      label: labelIn({ sheet: table, key }, whole, plain, names),
      outcome,
      cells: columns
        .map((name) => toCell(table, name, [before?.[name] ?? null, after?.[name] ?? null], names))
        .filter((cell) => cell.before !== cell.after),
    },
  ];
}
