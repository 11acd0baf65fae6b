import type { Connection } from '../../database/driver';
import type { PackedParts } from '../import/packedList';
import { PackedList } from '../import/packedList';
import { PackedRows, type RawRow } from '../import/files/packedRows';
import type { HeadedTable } from '../import/files/rawTable';
import type { ImportLimits } from '../import/files/limits';
import type { ApplyRequest, PreparedImport, RecognisedFile } from '../import/importFile';
import type { Plan } from '../import/plan';
import { PlannedRows, type PlannedParts } from '../import/plannedRows';
import type { StatementRow } from '../../graph/changeGraph';
import type { Failure } from './explainFailure';
import type { JobReading } from './readJobFile';

/** A table that can be sent to another process. */
type PackedTable = Omit<HeadedTable, 'rows'> & { rows: PackedParts<RawRow> };

/** What a file was found to be, as it can be sent. */
export type PackedReading = Omit<JobReading, 'recognised'> & {
  recognised: { tables: PackedTable[]; guesses: RecognisedFile['guesses'] };
};

/** What is to be compared or written, as it can be sent. */
export type PackedImport = Omit<PreparedImport, 'tables'> & { tables: PackedTable[] };

/** What an import does, as it can be sent. */
export interface PackedPlan {
  absent: number;
  rows: PlannedParts;
  statements: PackedParts<StatementRow>;
}

/** What the process of imports is asked to do, one thing at a time. */
export type ImportTask =
  /** Read a file, and tell what it is. */
  | {
      kind: 'read';
      file: Pick<JobReading, 'fileName' | 'expected' | 'createdAt' | 'options' | 'asked'> & {
        bytes: Uint8Array;
      };
      limits: ImportLimits;
    }
  /** Say what an import, known by its number, would do. */
  | { kind: 'check'; id: string; prepared: PackedImport }
  /** Do it; what was said of it last is not worked out again while nothing was written. */
  | { kind: 'write'; prepared: PackedImport; request: Omit<ApplyRequest, 'onWritten'> };

/** What it answers to each task. */
export interface ImportAnswers {
  read: PackedReading;
  check: { plan: PackedPlan; digest: string };
  write: null;
}

/** A failure as it can be sent. */
export type PackedFailure = Omit<Failure, 'plan'> & { plan?: PackedPlan };

/** What it is told. */
export type ImportRequest =
  { kind: 'open'; connection: Connection } | { kind: 'run'; task: ImportTask } | { kind: 'abort' };

/** What it tells: rows that are done, then an answer or a failure. */
export type ImportReply =
  | { kind: 'rows'; count: number }
  | { kind: 'answer'; answer: ImportAnswers[ImportTask['kind']] }
  | { kind: 'failure'; failure: PackedFailure };

/** Makes tables ready to be sent. */
export function packTables(tables: readonly HeadedTable[]): PackedTable[] {
  return tables.map((table) => ({ ...table, rows: PackedRows.of(table.rows).parts }));
}

/** Tables as they were before {@link packTables}. */
export function unpackTables(tables: readonly PackedTable[]): HeadedTable[] {
  return tables.map((table) => ({ ...table, rows: new PackedRows(table.rows) }));
}

/** Makes a plan ready to be sent. */
export function packPlan({ absent, rows, statements }: Plan): PackedPlan {
  return { absent, rows: rows.parts, statements: statements.parts };
}

/** The plan as it was before {@link packPlan}. */
export function unpackPlan({ absent, ...parts }: PackedPlan): Plan {
  const rows = new PlannedRows(parts.rows);
  const { counts, bySheet, changes } = rows;
  return { counts, bySheet, absent, rows, changes, statements: new PackedList(parts.statements) };
}
