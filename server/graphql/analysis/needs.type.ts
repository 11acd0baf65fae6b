import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { PartnerScore, ResolvedBrief } from './partners.type';

/** A need in a list, with how many answer it. */
@ObjectType({ description: 'A published need, with how many actors answer it.' })
export class PublishedNeed {
  @Field(() => ID, { description: 'The need.' })
  needId!: string;

  @Field(() => String, { description: 'What is said, in French.' })
  statementFr!: string;

  @Field(() => Int, { nullable: true, description: 'Year it was expressed.' })
  year!: number | null;

  @Field(() => String, { nullable: true, description: 'ISO day from which it holds.' })
  publishedOn!: string | null;

  @Field(() => String, { nullable: true, description: 'Last ISO day it holds; null when it has no end.' })
  expiresOn!: string | null;

  @Field(() => Boolean, { description: 'Whether it still holds today.' })
  open!: boolean;

  @Field(() => String, { nullable: true, description: 'Group that expressed it (a value of NeedGroup).' })
  group!: string | null;

  @Field(() => ID, { nullable: true, description: 'Actor that expressed it; null when a group did.' })
  actorId!: string | null;

  @Field(() => [ID], { description: 'Competences it seeks.' })
  competenceIds!: string[];

  @Field(() => [ID], { description: 'Themes it is about.' })
  themeIds!: string[];

  @Field(() => [ID], { description: 'Territories it is for.' })
  territoryIds!: string[];

  @Field(() => ID, { nullable: true, description: 'Source that states it.' })
  sourceId!: string | null;

  @Field(() => Int, {
    description:
      'Actors that have a competence it seeks (itself, narrower or broader); where it only names themes, that work on one.',
  })
  matchCount!: number;
}

/** Who answers a need. */
@ObjectType({ description: 'Who answers a need, best first.' })
export class NeedMatches {
  @Field(() => PublishedNeed, { description: 'The need.' })
  need!: PublishedNeed;

  @Field(() => ResolvedBrief, { description: 'The need as a brief, as it was understood.' })
  brief!: ResolvedBrief;

  @Field(() => Int, { description: 'How many answer it.' })
  total!: number;

  @Field(() => [PartnerScore], { description: 'The page asked for.' })
  ranked!: PartnerScore[];
}

/** A need that an actor answers. */
@ObjectType({ description: 'A need that an actor answers, with its score and reasons.' })
export class AnsweredNeed {
  @Field(() => PublishedNeed, { description: 'The need.' })
  need!: PublishedNeed;

  @Field(() => PartnerScore, { description: 'How well the actor answers it, and its rank among all.' })
  score!: PartnerScore;
}

/** A source to record along with what it states. */
@InputType({ description: 'A new source, recorded along with what it states.' })
export class NeedSourceInput {
  @Field(() => String, { description: 'Title: “Message of the association of 3 May 2026”.' })
  title!: string;

  @Field(() => String, { description: 'Who published it, or said it.' })
  publisher!: string;

  @Field(() => String, { nullable: true, description: 'Address, when it has one.' })
  url!: string | null;

  @Field(() => String, { nullable: true, description: 'ISO year, month or day; today when absent.' })
  date!: string | null;
}

/** What a need and an offer are both published with. */
@InputType()
export abstract class StatementInput {
  @Field(() => [ID], { nullable: true, description: 'Themes it is about, at most 12.' })
  themeIds!: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Territories it is for, at most 12.' })
  territoryIds!: string[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'Last ISO day it holds, after today, within three years; a year from today when absent.',
  })
  expiresOn!: string | null;

  @Field(() => ID, { nullable: true, description: 'Known source that states it.' })
  sourceId!: string | null;

  @Field(() => NeedSourceInput, { nullable: true, description: 'Or a new source.' })
  source!: NeedSourceInput | null;
}

/** A need to publish. */
@InputType({
  description:
    'A need to publish: an actor or a group, at least one competence or theme, and one source, known or new.',
})
export class NeedInput extends StatementInput {
  @Field(() => String, { description: 'What is needed, in one sentence in French, 10 to 500 characters.' })
  statementFr!: string;

  @Field(() => ID, { nullable: true, description: 'Actor that needs it.' })
  actorId!: string | null;

  @Field(() => String, { nullable: true, description: 'Or group that does (a value of NeedGroup).' })
  group!: string | null;

  @Field(() => [ID], { nullable: true, description: 'Competences sought, at most 12.' })
  competenceIds!: string[] | null;
}
