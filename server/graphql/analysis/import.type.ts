import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { importKinds, statementStatuses } from '../../graph/changeGraph';
import { importStates } from '../../exchange/jobs/importJob';
import { outcomes } from '../../exchange/import/rowPlan';
import { RegisterSummary } from './importRegister.type';

const enumOf = <T extends string>(values: readonly T[]) =>
  Object.fromEntries(values.map((value) => [value, value])) as { [K in T]: K };

/** Where an import stands. */
export const ImportState = enumOf(importStates);
/** What becomes of a row. */
export const RowOutcome = enumOf(outcomes);
/** Kind of a dated change. */
export const ImportKind = enumOf(importKinds);
/** How a statement is known. */
export const StatementStatus = enumOf(statementStatuses);
/** What becomes of rows that the file does not have. */
export const AbsentRows = enumOf(['KEEP', 'REMOVE'] as const);
/** What empty cells mean. */
export const BlankCells = enumOf(['KEEP', 'ERASE'] as const);

registerEnumType(ImportState, {
  name: 'ImportState',
  description: 'Where an import stands.',
  valuesConfig: {
    QUEUED: { description: 'Waits for its turn.' },
    READING: { description: 'The file is being read.' },
    COMPARING: { description: 'The file is being compared with the graph.' },
    CHECKED: {
      description: 'Ready to be applied: the report says what would change. Nothing is written yet.',
    },
    WRITING: { description: 'Being written, in one transaction.' },
    UNSURE: { description: 'The database went away while writing: whole or absent, known once it is back.' },
    APPLIED: { description: 'Written as a whole.' },
    REFUSED: { description: 'Refused, nothing was written; the message says why.' },
    CANCELLED: { description: 'Given up, nothing was written.' },
    NOTHING_WRITTEN: {
      description: 'The application does not know this import (it may have restarted): nothing was written.',
    },
  },
});
registerEnumType(RowOutcome, {
  name: 'RowOutcome',
  description: 'What becomes of a row.',
  valuesConfig: {
    CREATED: { description: 'A new row.' },
    UPDATED: { description: 'Some of its cells change.' },
    UNCHANGED: { description: 'Nothing changes.' },
    REMOVED: { description: 'In the graph, not in the file, and to be removed.' },
    REJECTED: { description: 'Cannot be imported; its issues say why.' },
  },
});
registerEnumType(ImportKind, {
  name: 'ImportKind',
  description: 'Kind of a dated change.',
  valuesConfig: {
    SEED: { description: 'First load of a region.' },
    WORKBOOK: { description: 'A workbook or CSV file.' },
    REGISTER: { description: 'An official register.' },
    MERGE: { description: 'Two records of the same actor made one.' },
    SURVEY: { description: 'A survey campaign.' },
    NEED: { description: 'A need published through the API.' },
    OFFER: { description: 'An offer published through the API.' },
    TERRITORIES: { description: 'The territories and contours of a region.' },
    UNDO: { description: 'The undoing of another change.' },
  },
});
registerEnumType(StatementStatus, {
  name: 'StatementStatus',
  description: 'How a statement is known, best first.',
  valuesConfig: {
    DECLARED: { description: 'Said by the actor or the owner of the graph.' },
    DOCUMENTED: { description: 'Read in a source.' },
    REGISTER: { description: 'From a register.' },
    INFERRED: { description: 'Inferred.' },
  },
});
registerEnumType(AbsentRows, {
  name: 'AbsentRows',
  description: 'What becomes of rows of the graph that the file does not have.',
  valuesConfig: { KEEP: { description: 'They stay.' }, REMOVE: { description: 'They are removed.' } },
});
registerEnumType(BlankCells, {
  name: 'BlankCells',
  description: 'What empty cells mean.',
  valuesConfig: {
    KEEP: { description: 'Nothing is said: the value stays.' },
    ERASE: { description: 'Unknown: the value is taken away.' },
  },
});

/** How many rows become what. */
@ObjectType({ description: 'How many rows become what.' })
export class ImportCounts {
  @Field(() => Int, { description: 'New rows.' })
  created!: number;

  @Field(() => Int, { description: 'Rows of which some cells change.' })
  updated!: number;

  @Field(() => Int, { description: 'Rows that do not change.' })
  unchanged!: number;

  @Field(() => Int, { description: 'Rows that are removed.' })
  removed!: number;

  @Field(() => Int, { description: 'Rows that are refused.' })
  rejected!: number;
}

/** Counts of one sheet. */
@ObjectType({ description: 'Counts of one sheet.' })
export class SheetCounts {
  @Field(() => String, { description: 'Sheet: `actors`, `actorCompetences`…' })
  sheet!: string;

  @Field(() => String, { description: 'Its French name.' })
  labelFr!: string;

  @Field(() => String, { description: 'Its English name.' })
  labelEn!: string;

  @Field(() => ImportCounts, { description: 'Its counts.' })
  counts!: ImportCounts;
}

/** A column of a file. */
@ObjectType({ description: 'A column of a file, and what it was taken for.' })
export class ImportColumn {
  @Field(() => String, { description: 'Its header.' })
  header!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'Key of the column of the sheet; `+` when it is kept under its own header; null when it is left out.',
  })
  column!: string | null;

  @Field(() => String, {
    description:
      'How it was recognised: HEADER, CONTENT, REMEMBERED, CHOSEN, DERIVED (the application worked it out), UNKNOWN, or PERSONAL: it was not, and seems to be about persons.',
  })
  how!: string;

  @Field(() => [String], { description: 'Its first three values.' })
  samples!: string[];
}

/** A table of a file. */
@ObjectType({ description: 'A sheet of a workbook or a CSV file, and what it was taken for.' })
export class ImportTable {
  @Field(() => String, { description: 'Its name in the file.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'The sheet it is; null when it is left out.' })
  sheet!: string | null;

  @Field(() => Int, { description: 'Line of its header.' })
  headerLine!: number;

  @Field(() => [ImportColumn], { description: 'Its columns, in order.' })
  columns!: ImportColumn[];
}

/** An import under way. */
@ObjectType({ description: 'An import under way, from its file to what it did.' })
export class ImportJobReport {
  @Field(() => ID, { description: 'Its identifier; also that of the dated change that it makes.' })
  id!: string;

  @Field(() => ImportState, { description: 'Where it stands.' })
  state!: string;

  @Field(() => String, { description: 'Name of the file.' })
  fileName!: string;

  @Field(() => String, { nullable: true, description: 'XLSX, CSV or ZIP; null before it is read.' })
  format!: string | null;

  @Field(() => String, { nullable: true, description: 'Encoding of a CSV file.' })
  encoding!: string | null;

  @Field(() => Int, { description: 'Rows compared or written so far.' })
  done!: number;

  @Field(() => Int, { description: 'Rows to compare or to write.' })
  total!: number;

  @Field(() => String, { nullable: true, description: 'What happened and what to do, in French.' })
  messageFr!: string | null;

  @Field(() => String, { nullable: true, description: 'What happened and what to do, in English.' })
  messageEn!: string | null;

  @Field(() => ImportCounts, { nullable: true, description: 'What would change, or changed.' })
  counts!: ImportCounts | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'Rows of the graph, of these sheets, that the file does not have; null of a register or an agenda, whose rows are no whole sheet.',
  })
  absent!: number | null;

  @Field(() => [SheetCounts], { description: 'The same by sheet.' })
  sheets!: SheetCounts[];

  @Field(() => [ImportTable], { description: 'Tables of the file.' })
  tables!: ImportTable[];

  @Field(() => String, {
    nullable: true,
    description: 'What the checked report is recognised by: to be given back to apply it.',
  })
  digest!: string | null;

  @Field(() => AbsentRows, { description: 'What becomes of rows that the file does not have.' })
  absentRows!: string;

  @Field(() => StatementStatus, { description: 'How what it says is known.' })
  status!: string;

  @Field(() => String, { description: 'Identifier of its source; the source may not exist yet.' })
  source!: string;

  @Field(() => String, { description: 'Title of its source.' })
  sourceTitle!: string;

  @Field(() => String, {
    nullable: true,
    description: 'ISO 8601 year, month or day of its source: what the file says is said to be of then.',
  })
  sourceDate!: string | null;

  @Field(() => RegisterSummary, {
    nullable: true,
    description: 'What the register is, when the file is one.',
  })
  register!: RegisterSummary | null;
}

/** What a table is. */
@InputType({ description: 'What a table of a file is, and what its columns are.' })
export class TableMappingInput {
  @Field(() => String, { description: 'Name of the table.' })
  table!: string;

  @Field(() => String, { nullable: true, description: 'Sheet; null leaves the table out.' })
  sheet!: string | null;

  @Field(() => [String], {
    description: 'By position: key of a column; `+` keeps it under its own header; empty leaves it out.',
  })
  columns!: string[];
}

/** A source. */
@InputType({ description: 'The source of an import: one that is known, or a new one.' })
export class ImportSourceInput {
  @Field(() => ID, { description: 'Identifier; that of a known source is enough with its title.' })
  id!: string;

  @Field(() => String, { description: 'Title.' })
  title!: string;

  @Field(() => String, { nullable: true, description: 'Publisher.' })
  publisher!: string | null;

  @Field(() => String, { nullable: true, description: 'Address.' })
  url!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Year, month or day, in ISO 8601 or as people write it (“14/07/2025”, “juillet 2025”).',
  })
  date!: string | null;

  @Field(() => String, { nullable: true, description: 'Licence.' })
  licence!: string | null;
}
