import { Field, ID, Int, ObjectType } from 'type-graphql';
import { RowOutcome } from './import.type';

/** A cell that changes. */
@ObjectType({ description: 'A cell that changes.' })
export class ImportedCell {
  @Field(() => String, { description: 'Key of the column.' })
  column!: string;

  @Field(() => String, { description: 'French name of the column.' })
  labelFr!: string;

  @Field(() => String, { description: 'English name of the column.' })
  labelEn!: string;

  @Field(() => String, {
    description: 'Address in the file, such as C12; empty for what the application fills in.',
  })
  address!: string;

  @Field(() => String, { nullable: true, description: 'Value before; null when there was none.' })
  before!: string | null;

  @Field(() => String, { nullable: true, description: 'Value after; null when it is taken away.' })
  after!: string | null;
}

/** Something to say about a row. */
@ObjectType({ description: 'Something to say about a row or one of its cells.' })
export class ImportIssue {
  @Field(() => String, { description: 'ERROR: the row is refused. WARNING: to know.' })
  severity!: string;

  @Field(() => String, { description: 'Address of the cell; empty when the whole row is meant.' })
  address!: string;

  @Field(() => String, { description: 'Header of its column; empty when the whole row is meant.' })
  header!: string;

  @Field(() => String, { description: 'Reason, in French.' })
  reasonFr!: string;

  @Field(() => String, { description: 'Reason, in English.' })
  reasonEn!: string;
}

/** What an import does with a row. */
@ObjectType({ description: 'What an import does with one row, and why.' })
export class ImportedRow {
  @Field(() => String, { description: 'Sheet.' })
  sheet!: string;

  @Field(() => String, {
    description: 'Name of the table in the file; empty for a row that is only in the graph.',
  })
  table!: string;

  @Field(() => Int, { description: 'Line in the file; 0 for a row that is only in the graph.' })
  line!: number;

  @Field(() => String, { description: 'What people call the row.' })
  label!: string;

  @Field(() => ID, { nullable: true, description: 'The actor it is about, when it is about one.' })
  actorId!: string | null;

  @Field(() => RowOutcome, { description: 'What becomes of it.' })
  outcome!: string;

  @Field(() => [ImportedCell], { description: 'Cells that change.' })
  cells!: ImportedCell[];

  @Field(() => [ImportIssue], { description: 'What there is to say.' })
  issues!: ImportIssue[];
}

/** A page of rows. */
@ObjectType({ description: 'A page of the rows of a report.' })
export class ImportedRows {
  @Field(() => Int, { description: 'How many rows there are in all.' })
  total!: number;

  @Field(() => [ImportedRow], { description: 'Those of the page.' })
  rows!: ImportedRow[];
}
