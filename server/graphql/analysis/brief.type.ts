import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';

/** What a word of a sentence can mean. */
export enum BriefWordKind {
  PRODUCTION_TYPE = 'PRODUCTION_TYPE',
  AUDIENCE = 'AUDIENCE',
  THEME = 'THEME',
  COMPETENCE = 'COMPETENCE',
  TERRITORY = 'TERRITORY',
}

registerEnumType(BriefWordKind, {
  name: 'BriefWordKind',
  description: 'What a word of a sentence can mean.',
  valuesConfig: {
    PRODUCTION_TYPE: { description: 'A form of production (a value of ProductionType).' },
    AUDIENCE: { description: 'An audience (a value of Audience).' },
    THEME: { description: 'A theme.' },
    COMPETENCE: { description: 'A competence.' },
    TERRITORY: { description: 'A territory.' },
  },
});

/** Something that words can mean. */
@ObjectType({ description: 'Something that words of a sentence can mean.' })
export class BriefMeaning {
  @Field(() => BriefWordKind, { description: 'What it is.' })
  kind!: BriefWordKind;

  @Field(() => ID, { description: 'Its identifier.' })
  id!: string;

  @Field(() => String, { description: 'Its name.' })
  label!: string;
}

/** Something understood in a sentence. */
@ObjectType({ description: 'Something understood in a sentence, to be kept, changed or taken away.' })
export class BriefChip extends BriefMeaning {
  @Field(() => String, { description: 'The words it was read in.' })
  text!: string;

  @Field(() => Int, { description: 'Where they start in the sentence, in characters.' })
  start!: number;

  @Field(() => Int, { description: 'Where they end.' })
  end!: number;

  @Field(() => [BriefMeaning], { description: 'What else the same words could mean.' })
  alternatives!: BriefMeaning[];
}

/** A word that meant nothing at once, with what it may name. */
@ObjectType({
  description: 'A word that the vocabulary does not have, with what the full text finds for it.',
})
export class UnreadWord {
  @Field(() => String, { description: 'The word.' })
  text!: string;

  @Field(() => [BriefMeaning], { description: 'What it may name, likeliest first; never taken as said.' })
  suggestions!: BriefMeaning[];
}

/** A sentence as it was understood. */
@ObjectType({ description: 'A sentence as it was understood.' })
export class BriefReading {
  @Field(() => [BriefChip], { description: 'In the order of the sentence.' })
  chips!: BriefChip[];

  @Field(() => [UnreadWord], { description: 'Words that meant nothing; linking words are left out.' })
  unread!: UnreadWord[];
}
