import { Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';

/** Kinds of tie between two actors. */
export enum NetworkTieKind {
  PARTNERSHIP = 'PARTNERSHIP',
  CONTRIBUTION = 'CONTRIBUTION',
  HOSTING = 'HOSTING',
  SUPERVISION = 'SUPERVISION',
}

registerEnumType(NetworkTieKind, {
  name: 'NetworkTieKind',
  description: 'What ties two actors in the network.',
  valuesConfig: {
    PARTNERSHIP: { description: 'A partnership.' },
    CONTRIBUTION: { description: 'A production to which both contributed.' },
    HOSTING: {
      description:
        'A stop hosted by one of a production to which the other contributed, or a hosting partnership.',
    },
    SUPERVISION: { description: 'Supervision of a laboratory, or being a part of.' },
  },
});

/** What becomes of ties without a date when a date is asked for. */
export enum UndatedTies {
  KEEP = 'KEEP',
  LEAVE_OUT = 'LEAVE_OUT',
}

registerEnumType(UndatedTies, {
  name: 'UndatedTies',
  description: 'What becomes of ties without a date when a date is asked for.',
  valuesConfig: {
    KEEP: { description: 'They count: unknown is not absent.' },
    LEAVE_OUT: { description: 'They do not count, and are counted apart.' },
  },
});

/** Which ties count. */
@InputType({ description: 'Which ties count.' })
export class NetworkTiesInput {
  @Field(() => [NetworkTieKind], { nullable: true, description: 'Kinds that count; all when absent.' })
  kinds?: NetworkTieKind[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'The network at a date: year, month or day (ISO 8601).',
  })
  date?: string | null;

  @Field(() => UndatedTies, { defaultValue: UndatedTies.KEEP, description: 'Ties without a date.' })
  undated!: UndatedTies;
}

/** The value of a parameter of a measure. */
@InputType({ description: 'The value of a parameter of a measure: a number or a text, by its kind.' })
export class NetworkParameterInput {
  @Field(() => String, { description: 'The parameter.' })
  id!: string;

  @Field(() => Float, { nullable: true, description: 'Its value, for a number.' })
  number?: number | null;

  @Field(() => String, { nullable: true, description: 'Its value, for anything else.' })
  text?: string | null;
}

/** A text in both languages. */
@ObjectType({ description: 'A text for people, in both languages.' })
export class NetworkLabel {
  @Field(() => String, { description: 'In French.' })
  fr!: string;

  @Field(() => String, { description: 'In English.' })
  en!: string;
}

/** One choice of a parameter. */
@ObjectType({ description: 'One choice of a parameter.' })
export class NetworkChoice {
  @Field(() => String, { description: 'What to send.' })
  id!: string;

  @Field(() => NetworkLabel, { description: 'What to show.' })
  label!: NetworkLabel;
}

/** A parameter of a measure. */
@ObjectType({ description: 'A parameter of a measure: enough to draw its field.' })
export class NetworkParameter {
  @Field(() => String, { description: 'Its identifier.' })
  id!: string;

  @Field(() => NetworkLabel, { description: 'Its name.' })
  label!: NetworkLabel;

  @Field(() => String, { description: 'number, choice, category, actor or date.' })
  kind!: string;

  @Field(() => Float, { nullable: true, description: 'Default of a number.' })
  defaultNumber!: number | null;

  @Field(() => String, { nullable: true, description: 'Default of a choice or a category.' })
  defaultText!: string | null;

  @Field(() => Float, { nullable: true, description: 'Least number.' })
  minimum!: number | null;

  @Field(() => Float, { nullable: true, description: 'Greatest number.' })
  maximum!: number | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the number is whole.' })
  whole!: boolean | null;

  @Field(() => [NetworkChoice], { description: 'Choices; empty for other kinds.' })
  choices!: NetworkChoice[];
}

/** An article that defines a measure. */
@ObjectType({ description: 'An article that defines a measure.' })
export class NetworkReference {
  @Field(() => String, { description: 'Authors, year, title.' })
  citation!: string;

  @Field(() => String, { description: 'DOI.' })
  doi!: string;
}

/** What a picture of the network may follow. */
@ObjectType({ description: 'The numbers by actor of a measure that a picture of the network may follow.' })
export class NetworkByActor {
  @Field(() => String, { description: 'Identifier of the column of its answer.' })
  column!: string;

  @Field(() => NetworkLabel, { description: 'What the picture then shows.' })
  label!: NetworkLabel;

  @Field(() => String, { description: 'amount, for size and colour; group, for colour.' })
  kind!: string;
}

/** A measure of the network. */
@ObjectType({
  description: 'A measure of the network: its name, its help, its form, its formula and its references.',
})
export class NetworkMeasure {
  @Field(() => String, { description: 'Its identifier.' })
  id!: string;

  @Field(() => NetworkLabel, { description: 'Its name.' })
  label!: NetworkLabel;

  @Field(() => NetworkLabel, { description: 'What it tells, in a sentence.' })
  help!: NetworkLabel;

  @Field(() => [NetworkParameter], { description: 'Its parameters.' })
  parameters!: NetworkParameter[];

  @Field(() => NetworkByActor, {
    nullable: true,
    description: 'What a picture of the network may follow; null when it says nothing of single actors.',
  })
  byActor!: NetworkByActor | null;

  @Field(() => String, { description: 'Its formula, as one would write it on paper.' })
  formula!: string;

  @Field(() => [NetworkReference], { description: 'The articles that define it.' })
  references!: NetworkReference[];
}

/** One number about the whole network. */
@ObjectType({ description: 'One number about the whole network.' })
export class NetworkFigure {
  @Field(() => String, { description: 'Its identifier.' })
  id!: string;

  @Field(() => NetworkLabel, { description: 'Its name.' })
  label!: NetworkLabel;

  @Field(() => Float, { nullable: true, description: 'Its value; null when it is not defined.' })
  value!: number | null;
}

/** The value of one actor. */
@ObjectType({ description: 'The value of one actor.' })
export class NetworkActorValue {
  @Field(() => ID, { description: 'The actor.' })
  actorId!: string;

  @Field(() => Float, { description: 'Its value.' })
  value!: number;
}

/** One number by actor. */
@ObjectType({ description: 'One number by actor.' })
export class NetworkActorColumn {
  @Field(() => String, { description: 'Its identifier.' })
  id!: string;

  @Field(() => NetworkLabel, { description: 'Its name.' })
  label!: NetworkLabel;

  @Field(() => [NetworkActorValue], {
    description: 'The page asked for, in the order asked for; actors of undefined value left out.',
  })
  values!: NetworkActorValue[];

  @Field(() => Int, { description: 'Actors that have a value.' })
  total!: number;
}

/** A column of a table. */
@ObjectType({ description: 'A column of a table.' })
export class NetworkTableColumn {
  @Field(() => String, { description: 'Its identifier.' })
  id!: string;

  @Field(() => NetworkLabel, { description: 'Its name.' })
  label!: NetworkLabel;

  @Field(() => String, { description: 'text, number, actor or actors.' })
  kind!: string;
}

/** A cell of a table. */
@ObjectType({ description: 'A cell of a table; of one of its three kinds.' })
export class NetworkTableCell {
  @Field(() => String, { nullable: true, description: 'Text.' })
  text!: string | null;

  @Field(() => Float, { nullable: true, description: 'Number.' })
  number!: number | null;

  @Field(() => [ID], { nullable: true, description: 'Actors.' })
  actorIds!: string[] | null;
}

/** A row of a table. */
@ObjectType({ description: 'A row of a table.' })
export class NetworkTableRow {
  @Field(() => [NetworkTableCell], { description: 'As many cells as columns.' })
  cells!: NetworkTableCell[];
}

/** A table. */
@ObjectType({ description: 'A table.' })
export class NetworkTable {
  @Field(() => String, { description: 'Its identifier.' })
  id!: string;

  @Field(() => NetworkLabel, { description: 'Its name.' })
  label!: NetworkLabel;

  @Field(() => [NetworkTableColumn], { description: 'Its columns.' })
  columns!: NetworkTableColumn[];

  @Field(() => [NetworkTableRow], { description: 'Its rows, at most 1,000.' })
  rows!: NetworkTableRow[];

  @Field(() => Int, { description: 'Rows in all.' })
  total!: number;
}

/** What a measure did not count. */
@ObjectType({ description: 'What a measure did not count, and how many.' })
export class NetworkLeftOut {
  @Field(() => NetworkLabel, { description: 'Why.' })
  reason!: NetworkLabel;

  @Field(() => Int, { description: 'How many.' })
  count!: number;
}

/** A value that was used. */
@ObjectType({ description: 'A value that was used, given or by default.' })
export class NetworkParameterValue {
  @Field(() => String, { description: 'The parameter.' })
  id!: string;

  @Field(() => String, { description: 'Its value.' })
  value!: string;
}

/** The answer of a measure. */
@ObjectType({ description: 'The answer of a measure, with all that is needed to compute it again.' })
export class NetworkAnswer {
  @Field(() => NetworkMeasure, { description: 'The measure.' })
  measure!: NetworkMeasure;

  @Field(() => [NetworkParameterValue], { description: 'Values of its parameters.' })
  parameters!: NetworkParameterValue[];

  @Field(() => [NetworkFigure], { description: 'Numbers about the whole network.' })
  figures!: NetworkFigure[];

  @Field(() => [NetworkActorColumn], { description: 'Numbers by actor.' })
  actorColumns!: NetworkActorColumn[];

  @Field(() => [NetworkTable], { description: 'Tables.' })
  tables!: NetworkTable[];

  @Field(() => [NetworkLeftOut], { description: 'What was not counted.' })
  leftOut!: NetworkLeftOut[];

  @Field(() => Boolean, {
    description: 'Whether more of this answer is being computed: the same question asked again says more.',
  })
  coming!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'Last committed transaction of the database that the answer was read at.',
  })
  version!: string | null;
}
