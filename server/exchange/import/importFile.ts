import { createHash } from 'node:crypto';
import type { Database } from '../../database/driver';
import {
  changeGraph,
  readGraph,
  type GraphReader,
  type ImportKind,
  type ImportRecord,
} from '../../graph/changeGraph';
import { readGraphVersion } from '../../graph/readGraphVersion';
import { readColumnMappings, type RememberedMapping } from '../../graph/columnMappings';
import type { RowChange } from '../../graph/tables';
import { normaliseHeader } from '../sheets/normalise';
import { isSheetId, sheetIds, sheets, sideSheets, tablesOf, type SheetId } from '../sheets/sheets';
import { findHeader, type HeadedTable, type RawTable } from './files/rawTable';
import { readNamesOf, StateResolver, stateOf } from './graphState';
import {
  fingerprint,
  guessMapping,
  KEPT,
  knownHeaders,
  type KeptHeaders,
  type MappingGuess,
  type TableMapping,
} from './mapping';
import type { MappedTable } from './parseRows';
import { planImport, type Plan, type PlanOptions, type PlanWatch } from './plan';

/** The source of an import: one that is known, or a new one. */
export interface ImportSource {
  id: string;
  title: string;
  publisher: string;
  url: string;
  /** ISO 8601 year, month or day. */
  date: string | null;
  licence: string | null;
}

/** How a file is to be imported. */
export interface ImportOptions extends Omit<PlanOptions, 'sourceId'> {
  source: ImportSource;
  /** What empty cells mean; undefined: that of a file exported from here takes the value away, another's says nothing. */
  blanks?: 'KEEP' | 'ERASE';
}

/** A file whose tables were recognised. */
export interface RecognisedFile {
  tables: HeadedTable[];
  /** In the order of `tables`. */
  guesses: MappingGuess[];
}

/** The graph is no longer what it was when the import was checked. */
export class GraphMovedError extends Error {
  override readonly name = 'GraphMovedError';

  /** @param plan - what the import would do now */
  constructor(readonly plan: Plan) {
    super('The graph changed since the import was checked');
  }
}

/**
 * Recognises the tables of a file: their header, which sheet each is, which column is which; what was remembered of a table
 * with the same headers wins over guesses. Empty tables are left out.
 *
 * @param expected - the sheet that a file of one table is said to be
 */
export async function recogniseFile(
  database: Database,
  raw: readonly RawTable[],
  expected?: SheetId,
): Promise<RecognisedFile> {
  const side = Object.values(sideSheets).flatMap((names): string[] => Object.values(names));
  const tables = raw
    .filter(({ name }) => !side.includes(name))
    .flatMap((table) => findHeader(table, knownHeaders) ?? []);
  const remembered = await readColumnMappings(
    database,
    tables.map(({ header }) => fingerprint(header)),
  );
  const { names, kept } = await readGraph(database, async (reader) => ({
    names: await readNamesOf(reader, sheetIds),
    kept: await readKept(reader, sheetIds),
  }));
  const resolver = new StateResolver(names);
  const guesses = tables.map((table) => {
    const guess = guessMapping(table, resolver, expected, kept);
    const known = remembered.get(fingerprint(table.header));
    return known === undefined || guess.isExact ? guess : recall(table, guess, known);
  });
  return { tables, guesses };
}

/** Headers of the columns that files brought to some sheets. */
async function readKept(reader: GraphReader, ids: readonly SheetId[]): Promise<KeptHeaders> {
  const kept = new Map<SheetId, Set<string>>();
  for (const id of ids) {
    const headers = await reader.keptHeaders(sheets[id].table);
    kept.set(id, new Set([...headers].map(normaliseHeader)));
  }
  return kept;
}

function recall(table: HeadedTable, guess: MappingGuess, known: RememberedMapping): MappingGuess {
  if (!isSheetId(known.sheet)) return guess;
  const columns = table.header.map((title) => known.columns[title] ?? null);
  return { ...guess, sheet: known.sheet, columns, how: columns.map(() => 'REMEMBERED') };
}

/** What is needed to plan and to apply an import. */
export interface PreparedImport {
  tables: readonly HeadedTable[];
  mappings: readonly TableMapping[];
  options: ImportOptions;
}

/** How long the comparison with the graph may take, in milliseconds. */
const CHECK_TIMEOUT = 300_000;

/** What an import would do. */
export interface CheckedImport {
  plan: Plan;
  /** What the same plan will be recognised by. */
  digest: string;
  /** Up to where the graph was committed before it was read; null where the server does not say. */
  version: string | null;
}

/** Says what an import would do, without doing it. */
export async function checkImport(
  database: Database,
  prepared: PreparedImport,
  watch: PlanWatch = {},
): Promise<CheckedImport> {
  const version = await readGraphVersion(database, 'WRITER');
  const plan = await readGraph(database, (reader) => planWith(reader, prepared, watch), CHECK_TIMEOUT);
  return { plan, digest: digestOf(plan.changes), version };
}

/** Who applies what, under which name. */
export interface ApplyRequest {
  id: string;
  kind: ImportKind;
  title: string;
  fileName: string;
  /** SHA-256 of the file. */
  checksum: string;
  /** ISO instant. */
  at: string;
  by: string;
  /** Digest of the plan that was seen; undefined applies whatever the plan is now. */
  digest?: string;
  /** Told of rows as they are written, all undone if the import fails. */
  onWritten?: (rows: number) => void;
}

/**
 * Does an import: plans it again inside the transaction that writes, so that what is written is what was seen; unless nothing
 * at all was committed since it was checked.
 *
 * @param checked - what the check of this very import said
 * @returns the dated change and the plan; a null record when there was nothing to change
 * @throws GraphMovedError when the plan is not the one that was seen; AlreadyAppliedError; StillReferencedError
 */
export async function applyImport(
  database: Database,
  prepared: PreparedImport,
  request: ApplyRequest,
  signal?: AbortSignal,
  checked?: CheckedImport,
): Promise<{ record: ImportRecord | null; plan: Plan }> {
  let plan: Plan | undefined;
  const { digest, onWritten, ...about } = request;
  const set = await changeGraph(
    database,
    tablesOf(),
    async (reader) => {
      const isCurrent = checked !== undefined && (await isLatest(database, checked.version));
      plan = isCurrent ? checked.plan : await planWith(reader, prepared, { signal });
      const found = isCurrent ? checked.digest : digestOf(plan.changes);
      if (digest !== undefined && digest !== found) throw new GraphMovedError(plan);
      if (plan.changes.length === 0 && plan.statements.length === 0) return null;
      const { source, status } = prepared.options;
      const { at, ...named } = about;
      const changes = await withSource(reader, source, at.slice(0, 10), plan.changes);
      const record: ImportRecord = {
        ...named,
        appliedAt: at,
        sourceId: source.id,
        status,
        created: plan.counts.CREATED,
        updated: plan.counts.UPDATED,
        removed: plan.counts.REMOVED,
        unchanged: plan.counts.UNCHANGED,
        rejected: plan.counts.REJECTED,
        undoOf: null,
      };
      return { record, changes, statements: plan.statements };
    },
    { signal, onWritten },
  );
  return { record: set?.record ?? null, plan: plan! };
}

/** Whether nothing was committed since; asked while changes wait for this one. */
async function isLatest(database: Database, version: string | null): Promise<boolean> {
  return version !== null && version === (await readGraphVersion(database, 'WRITER'));
}

async function planWith(
  reader: GraphReader,
  { tables, mappings, options }: PreparedImport,
  watch: PlanWatch,
): Promise<Plan> {
  const extended = mappings.flatMap(({ sheet, columns }) => (sheet && columns.includes(KEPT) ? sheet : []));
  const kept = await readKept(reader, [...new Set(extended)]);
  const mapped = tables.flatMap((table, index): MappedTable[] => {
    const mapping = mappings[index];
    if (mapping === undefined || mapping.sheet === null) return [];
    return [{ table, mapping, erases: erases(table, mapping, options, kept) }];
  });
  const ids = [...new Set(mapped.map(({ mapping }) => mapping.sheet!))];
  const names = new Map(await readNamesOf(reader, options.absent === 'REMOVE' ? sheetIds : ids));
  const { source, ...rest } = options;
  // What a register or an agenda does not list is no less an actor or an event.
  if (tables.some(({ isMade }) => isMade)) rest.absent = 'KEEP';
  names.set('sources', new Map([...(names.get('sources') ?? []), [source.id, source.title]]));
  const statedOn = source.date ?? rest.statedOn;
  return planImport(mapped, stateOf(reader, names), { ...rest, statedOn, sourceId: source.id }, watch);
}

/**
 * Whether an empty cell takes a value away: in a file that has the application's own identifiers and headers, those that it
 * kept of other files among them.
 */
function erases(
  { header }: HeadedTable,
  { sheet, columns }: TableMapping,
  { blanks }: ImportOptions,
  kept: KeptHeaders,
): boolean {
  if (blanks !== undefined) return blanks === 'ERASE';
  const isOurs = sheets[sheet!].table.kind === 'link' || columns.includes('id');
  const isKnown = (index: number) => kept.get(sheet!)?.has(normaliseHeader(header[index] ?? '')) === true;
  return isOurs && columns.every((key, index) => key !== KEPT || isKnown(index));
}

/** The changes, with the source itself first when the graph does not know it. */
async function withSource(
  reader: GraphReader,
  source: ImportSource,
  readOn: string,
  changes: Iterable<RowChange>,
): Promise<Iterable<RowChange>> {
  const [known] = await reader.rows(sheets.sources.table, [source.id]);
  if (known !== undefined) return changes;
  for (const { table, key } of changes) {
    if (table !== 'sources') break;
    if (key === source.id) return changes;
  }
  const after = { ...source, retrieved: readOn };
  const first: RowChange = { table: 'sources', key: source.id, before: null, after };
  return {
    *[Symbol.iterator]() {
      yield first;
      yield* changes;
    },
  };
}

/** What a list of changes is recognised by. */
export function digestOf(changes: Iterable<RowChange>): string {
  const hash = createHash('sha256');
  for (const { table, key, before, after } of changes)
    hash.update(JSON.stringify([table, key, before, after])).update('\n');
  return hash.digest('hex');
}
