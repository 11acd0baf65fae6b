import { Field, Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { verifyReasons } from '../../analysis/trust/recordTrust';
import { StatementStatus } from './import.type';

/** Why an actor is to be verified. */
export const VerifyReason = Object.fromEntries(verifyReasons.map((reason) => [reason, reason]));
/** What records are grouped by. */
export const TrustGrouping = {
  FAMILY: 'FAMILY',
  DEPARTMENT: 'DEPARTMENT',
  EPCI: 'EPCI',
  REGION: 'REGION',
} as const;

registerEnumType(VerifyReason, {
  name: 'VerifyReason',
  description: 'Why an actor is to be verified, the gravest first.',
  valuesConfig: {
    CONTRADICTORY: { description: 'Sources say different things of it.' },
    UNPLACED: { description: 'Its commune is unknown.' },
    TO_DECLARE: { description: 'No competence of it was read anywhere.' },
    GUESSED_PLACE: { description: 'Its commune is general knowledge, read nowhere.' },
    OLD: { description: 'Its statements are about six years old or more.' },
    UNDOCUMENTED: { description: 'None of its competences is declared or read in a source.' },
  },
});
registerEnumType(TrustGrouping, {
  name: 'TrustGrouping',
  description: 'What records are grouped by.',
  valuesConfig: {
    FAMILY: { description: 'Family of the actor.' },
    DEPARTMENT: { description: 'Département of its commune.' },
    EPCI: { description: 'Intercommunality of its commune.' },
    REGION: { description: 'Region of its commune.' },
  },
});

/** What one source says of a value. */
@ObjectType({ description: 'What one source says of a value.' })
export class ValueStatement {
  @Field(() => String, {
    nullable: true,
    description: 'The value that it says; null when it says there is none.',
  })
  value!: string | null;

  @Field(() => StatementStatus, { description: 'How it is known.' })
  status!: string;

  @Field(() => String, {
    nullable: true,
    description: 'When, ISO 8601 year, month or day; null when unknown.',
  })
  statedOn!: string | null;

  @Field(() => ID, { description: 'The source.' })
  sourceId!: string;
}

/** Who says what of a value. */
@ObjectType({ description: 'One value of an actor or a production, who says it, and who says otherwise.' })
export class ProvenValue {
  @Field(() => String, {
    description: 'Sheet that holds the value: `actors`, `productions`, or that of a tie.',
  })
  sheet!: string;

  @Field(() => String, {
    nullable: true,
    description: 'What the tie leads to, such as the name of a competence; null for a value of the record.',
  })
  about!: string | null;

  @Field(() => String, { description: 'Key of the column.' })
  column!: string;

  @Field(() => String, { description: 'French name of the column.' })
  labelFr!: string;

  @Field(() => String, { description: 'English name of the column.' })
  labelEn!: string;

  @Field(() => String, { nullable: true, description: 'The value shown; null when there is none.' })
  value!: string | null;

  @Field(() => Boolean, { description: 'Whether sources say different things.' })
  isConflicting!: boolean;

  @Field(() => Boolean, {
    description:
      'Whether the model has no such value: it came with a file and was kept under the header it had there. What seems to be about persons is not told.',
  })
  isKept!: boolean;

  @Field(() => [ValueStatement], { description: 'Best first: by status, then the newest.' })
  statements!: ValueStatement[];
}

/** How far the record of an actor can be trusted. */
@ObjectType({
  description: 'How far the record of an actor can be trusted; the three figures are never mixed.',
})
export class ActorTrustReport {
  @Field(() => ID, { description: 'The actor.' })
  actorId!: string;

  @Field(() => Float, {
    nullable: true,
    description: 'Mean of 2^(−age ÷ 3 years) over its dated statements, 0 to 1; null when none has a date.',
  })
  freshness!: number | null;

  @Field(() => String, { nullable: true, description: 'Date of its newest statement.' })
  newest!: string | null;

  @Field(() => Float, { description: 'Share of what its family should have that is filled, 0 to 1.' })
  completeness!: number;

  @Field(() => [String], { description: 'What is missing: keys of columns, competences, themes.' })
  missing!: string[];

  @Field(() => Float, {
    nullable: true,
    description: 'Share of its competences declared or read in a source; null when it has none.',
  })
  documented!: number | null;

  @Field(() => [VerifyReason], { description: 'What to verify, the gravest first.' })
  toVerify!: string[];
}

/** A page of actors to verify. */
@ObjectType({ description: 'A page of what to verify first.' })
export class VerifyPage {
  @Field(() => Int, { description: 'How many actors there are to verify in all.' })
  total!: number;

  @Field(() => [ActorTrustReport], { description: 'Those of the page, the gravest first.' })
  actors!: ActorTrustReport[];
}

/** Trust of a group of actors. */
@ObjectType({ description: 'Trust in the records of a group of actors: means over those that have a value.' })
export class TrustGroup {
  @Field(() => String, {
    description: 'Family, or identifier of the territory; empty for actors of no known territory.',
  })
  key!: string;

  @Field(() => Int, { description: 'Actors in it.' })
  count!: number;

  @Field(() => Float, { nullable: true, description: 'Mean freshness.' })
  freshness!: number | null;

  @Field(() => Float, { nullable: true, description: 'Mean completeness.' })
  completeness!: number | null;

  @Field(() => Float, { nullable: true, description: 'Mean documented share.' })
  documented!: number | null;

  @Field(() => Int, { description: 'Actors with something to verify.' })
  toVerify!: number;
}
