import { Field, ID, ObjectType } from 'type-graphql';
import { ImportCounts, ImportKind, RowOutcome, StatementStatus } from './import.type';
import { ImportedCell } from './importRows.type';

/** A dated change of the graph. */
@ObjectType({ description: 'A dated change of the graph, made at once and undone at once.' })
export class DatedChange {
  @Field(() => ID, { description: 'Its identifier.' })
  id!: string;

  @Field(() => ImportKind, { description: 'What kind of change.' })
  kind!: string;

  @Field(() => String, { description: 'Title.' })
  title!: string;

  @Field(() => String, { nullable: true, description: 'Name of the file.' })
  fileName!: string | null;

  @Field(() => Date, { description: 'When.' })
  appliedAt!: Date;

  @Field(() => String, { description: 'Who, as far as is known; empty when it is not.' })
  by!: string;

  @Field(() => ID, { nullable: true, description: 'Its source.' })
  sourceId!: string | null;

  @Field(() => StatementStatus, { description: 'How what it says is known.' })
  status!: string;

  @Field(() => ImportCounts, { description: 'What it changed.' })
  counts!: ImportCounts;

  @Field(() => ID, { nullable: true, description: 'The change that it undoes.' })
  undoOf!: string | null;

  @Field(() => ID, { nullable: true, description: 'The change that undid it.' })
  undoneBy!: string | null;
}

/** What one change did to one row. */
@ObjectType({ description: 'What one dated change did to one row about an actor or a production.' })
export class HistoryRow {
  @Field(() => String, { description: 'Sheet: `actors`, `actorCompetences`…' })
  sheet!: string;

  @Field(() => String, { description: 'French name of the sheet.' })
  labelFr!: string;

  @Field(() => String, { description: 'English name of the sheet.' })
  labelEn!: string;

  @Field(() => String, { description: 'What people call the row.' })
  label!: string;

  @Field(() => RowOutcome, { description: 'CREATED, UPDATED or REMOVED.' })
  outcome!: string;

  @Field(() => [ImportedCell], { description: 'Cells that changed.' })
  cells!: ImportedCell[];
}

/** What one change did to a subject. */
@ObjectType({ description: 'What one dated change did to an actor or a production.' })
export class HistoryEntry {
  @Field(() => Date, { description: 'When.' })
  at!: Date;

  @Field(() => ID, { description: 'The dated change.' })
  importId!: string;

  @Field(() => DatedChange, { nullable: true, description: 'The dated change itself.' })
  change!: DatedChange | null;

  @Field(() => [HistoryRow], { description: 'Rows that changed.' })
  rows!: HistoryRow[];
}

/** A column of a sheet. */
@ObjectType({ description: 'A column of a sheet, for the mapping of foreign workbooks.' })
export class SheetColumn {
  @Field(() => String, { description: 'Key.' })
  key!: string;

  @Field(() => String, { description: 'French name.' })
  labelFr!: string;

  @Field(() => String, { description: 'English name.' })
  labelEn!: string;

  @Field(() => Boolean, { description: 'Whether a new row must have it.' })
  required!: boolean;

  @Field(() => Boolean, { description: 'Whether it holds several values.' })
  many!: boolean;
}

/** A sheet. */
@ObjectType({ description: 'A kind of row that can be exported and imported.' })
export class SheetDescription {
  @Field(() => String, { description: 'Name for programs.' })
  id!: string;

  @Field(() => String, { description: 'French name.' })
  labelFr!: string;

  @Field(() => String, { description: 'English name.' })
  labelEn!: string;

  @Field(() => [SheetColumn], { description: 'Its columns.' })
  columns!: SheetColumn[];
}
