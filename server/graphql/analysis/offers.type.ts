import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { StatementInput } from './needs.type';

/** An offer in a list, with how many needs it answers. */
@ObjectType({ description: 'A published offer, with how many needs it answers.' })
export class PublishedOffer {
  @Field(() => ID, { description: 'The offer.' })
  offerId!: string;

  @Field(() => String, { description: 'What is said, in French.' })
  statementFr!: string;

  @Field(() => String, { nullable: true, description: 'ISO day from which it holds.' })
  publishedOn!: string | null;

  @Field(() => String, { nullable: true, description: 'Last ISO day it holds; null when it has no end.' })
  expiresOn!: string | null;

  @Field(() => Boolean, { description: 'Whether it still holds today.' })
  open!: boolean;

  @Field(() => ID, { nullable: true, description: 'Actor that offers; null when unknown.' })
  actorId!: string | null;

  @Field(() => [ID], { description: 'Competences it carries.' })
  competenceIds!: string[];

  @Field(() => [ID], { description: 'Themes it is about.' })
  themeIds!: string[];

  @Field(() => [ID], { description: 'Territories it is for.' })
  territoryIds!: string[];

  @Field(() => ID, { nullable: true, description: 'Source that states it.' })
  sourceId!: string | null;

  @Field(() => Int, { description: 'Needs open today that it answers.' })
  needCount!: number;
}

/** An offer to publish. */
@InputType({
  description:
    'An offer to publish: an actor, at least one competence or theme, and one source, known or new.',
})
export class OfferInput extends StatementInput {
  @Field(() => String, { description: 'What is offered, in one sentence in French, 10 to 500 characters.' })
  statementFr!: string;

  @Field(() => ID, { description: 'Actor that offers it.' })
  actorId!: string;

  @Field(() => [ID], { nullable: true, description: 'Competences it carries, at most 12.' })
  competenceIds!: string[] | null;
}
