import { Field, Float, ID, ObjectType } from 'type-graphql';

/** What speaks for or against two actors being the same. */
@ObjectType({ description: 'What speaks for or against two actors being the same.' })
export class DuplicateReason {
  @Field(() => String, { description: 'What is compared: name, commune, kind or website.' })
  field!: string;

  @Field(() => String, {
    description:
      'How it compares: SAME, CLOSE, PARTIAL, GENERIC, RELATED, UNKNOWN, DIFFERENT or ELSEWHERE (another département).',
  })
  level!: string;

  @Field(() => Float, { description: 'Weight in bits, log₂(m ÷ u): above 0 for, under 0 against.' })
  weight!: number;
}

/** Two actors that may be the same. */
@ObjectType({ description: 'Two records that may be the same actor, with what speaks for and against it.' })
export class DuplicateCandidate {
  @Field(() => [ID], { description: 'The two actors.' })
  actorIds!: string[];

  @Field(() => Float, { description: 'Probability of being the same, 0 to 1 (Fellegi and Sunter 1969).' })
  probability!: number;

  @Field(() => Boolean, { description: 'Whether they share an official identifier, which is enough.' })
  byIdentifier!: boolean;

  @Field(() => [DuplicateReason], {
    description: 'The parts of the score; none when they share an identifier.',
  })
  reasons!: DuplicateReason[];
}

/** Where an actor that was merged is now. */
@ObjectType({ description: 'Where an actor that was merged into another is now.' })
export class MergedActor {
  @Field(() => ID, { description: 'The actor that it was merged into.' })
  actorId!: string;
}
