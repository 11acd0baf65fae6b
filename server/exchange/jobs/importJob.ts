import type { Sentence } from '../import/reasons';
import type { ImportOptions, RecognisedFile } from '../import/importFile';
import type { TableFile } from '../import/files/readFile';
import type { TableMapping } from '../import/mapping';
import type { Plan } from '../import/plan';
import type { RegisterDecision, RegisterReading } from '../import/registerImport';
import type { SheetId } from '../sheets/sheets';

/** Where an import stands. */
export const importStates = [
  'QUEUED',
  'READING',
  'COMPARING',
  'CHECKED',
  'WRITING',
  'UNSURE',
  'APPLIED',
  'REFUSED',
  'CANCELLED',
  'NOTHING_WRITTEN',
] as const;

/** Where an import stands. */
export type ImportState = (typeof importStates)[number];

/** A file as it was sent. */
export interface SubmittedFile {
  fileName: string;
  bytes: Uint8Array;
  /** The sheet that a file of one table is said to be. */
  expected?: SheetId;
}

/** An import under way, from its file to what it did. */
export interface ImportJob {
  readonly id: string;
  readonly fileName: string;
  /** SHA-256 of the file. */
  readonly checksum: string;
  readonly expected: SheetId | undefined;
  /** ISO instant. */
  readonly createdAt: string;
  state: ImportState;
  /** Rows compared or written so far, and how many there are; both 0 before. */
  done: number;
  total: number;
  options: ImportOptions;
  /** Those that were asked for when it was handed in: what the file turns out to be does not change them. */
  readonly asked: Partial<ImportOptions>;
  /** Undefined once it is no longer needed. */
  bytes: Uint8Array | undefined;
  file: TableFile | undefined;
  recognised: RecognisedFile | undefined;
  mappings: TableMapping[];
  /** The register that the file is, when it is one. */
  register: RegisterReading | undefined;
  /** What was decided of its doubtful rows, by identifier of the row. */
  readonly decisions: Map<string, RegisterDecision>;
  plan: Plan | undefined;
  digest: string | undefined;
  /** Why it was refused, or what to know. */
  message: Sentence | undefined;
  abort: AbortController;
}
