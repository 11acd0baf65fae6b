import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { ActorTieKind } from './actorFilter.type';

/** What a tie is proven by. */
export enum TieProofKind {
  PARTNERSHIP = 'PARTNERSHIP',
  PRODUCTION = 'PRODUCTION',
  EVENT = 'EVENT',
}

registerEnumType(TieProofKind, {
  name: 'TieProofKind',
  description: 'What a tie is proven by.',
  valuesConfig: {
    PARTNERSHIP: { description: 'A dated partnership.' },
    PRODUCTION: { description: 'A production both contributed to.' },
    EVENT: { description: 'A stop one hosted, of a production the other contributed to.' },
  },
});

/** One thing that ties two actors. */
@ObjectType({ description: 'One thing that ties two actors, enough to tell it in a sentence.' })
export class TieProof {
  @Field(() => ActorTieKind, { description: 'Kind of tie.' })
  kind!: ActorTieKind;

  @Field(() => TieProofKind, { description: 'What proves it.' })
  proof!: TieProofKind;

  @Field(() => ID, {
    description:
      'First actor: who is a member, a part, supervised; or who hosted the stop; else either of the two.',
  })
  firstActorId!: string;

  @Field(() => ID, { description: 'The other actor.' })
  secondActorId!: string;

  @Field(() => ID, { nullable: true, description: 'The partnership.' })
  partnershipId!: string | null;

  @Field(() => String, { nullable: true, description: 'Kind of the partnership.' })
  partnershipKind!: string | null;

  @Field(() => ID, { nullable: true, description: 'The production made together or hosted.' })
  productionId!: string | null;

  @Field(() => ID, { nullable: true, description: 'The stop.' })
  eventId!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What the partnership is about, or the title of the production.',
  })
  about!: string | null;

  @Field(() => String, { nullable: true, description: 'From when; null when unknown.' })
  start!: string | null;

  @Field(() => String, { nullable: true, description: 'Until when; null when unknown or still going on.' })
  end!: string | null;

  @Field(() => ID, { nullable: true, description: 'Who states it.' })
  sourceId!: string | null;
}

/** An actor that another is tied to. */
@ObjectType({ description: 'An actor that another is tied to, and all that ties them.' })
export class ActorTie {
  @Field(() => ID, { description: 'The other actor.' })
  otherActorId!: string;

  @Field(() => Int, { description: 'How many different things tie them.' })
  weight!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'Last year that is known of it; null when none is dated.',
  })
  lastYear!: number | null;

  @Field(() => [TieProof], { description: 'Everything that ties them.' })
  proofs!: TieProof[];
}

/** One step of a path. */
@ObjectType({ description: 'One step of a path.' })
export class PathStep {
  @Field(() => ID, { description: 'Where it starts.' })
  fromActorId!: string;

  @Field(() => ID, { description: 'Where it leads.' })
  toActorId!: string;

  @Field(() => [TieProof], { description: 'Everything that proves it.' })
  proofs!: TieProof[];
}

/** One way from an actor to another. */
@ObjectType({ description: 'One way from an actor to another.' })
export class ActorPath {
  @Field(() => [PathStep], { description: 'Its steps, in order.' })
  steps!: PathStep[];
}

/** The shortest ways from an actor to another. */
@ObjectType({ description: 'The shortest ways from an actor to another.' })
export class ActorPaths {
  @Field(() => Int, { nullable: true, description: 'Steps of each; null when no way exists.' })
  hops!: number | null;

  @Field(() => Int, { description: 'How many ways as short there are.' })
  pathCount!: number;

  @Field(() => [ActorPath], { description: 'Some of them, those whose steps are best proven first.' })
  paths!: ActorPath[];
}
