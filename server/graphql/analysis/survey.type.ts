import { Field, Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { vocabularyOf } from '../../exchange/sheets/vocabulary';

const statuses = vocabularyOf('surveyStatus').entries;

/** Where an actor stands in a campaign. */
export const FollowUpStatus = Object.fromEntries(statuses.map(({ id }) => [id, id]));

registerEnumType(FollowUpStatus, {
  name: 'FollowUpStatus',
  description: 'Where an actor stands in a survey campaign.',
  valuesConfig: Object.fromEntries(statuses.map(({ id, fr, en }) => [id, { description: `${fr} (${en})` }])),
});

/** How a campaign goes. */
@ObjectType({ description: 'How a campaign goes among some actors.' })
export class CampaignProgress {
  @Field(() => Int, { description: 'Still to be contacted.' })
  toContact!: number;

  @Field(() => Int, { description: 'Contacted, those that answered or refused included.' })
  contacted!: number;

  @Field(() => Int, { description: 'Answered.' })
  answered!: number;

  @Field(() => Int, { description: 'Refused.' })
  refused!: number;

  @Field(() => Int, { description: 'No longer exist.' })
  gone!: number;

  @Field(() => Float, {
    nullable: true,
    description: 'Answered ÷ contacted, 0 to 1; null when nobody was contacted.',
  })
  rate!: number | null;
}

/** Progress in a group. */
@ObjectType({ description: 'How a campaign goes in a family or a territory.' })
export class CampaignGroup {
  @Field(() => String, { description: 'Family, or identifier of the territory; empty when unknown.' })
  key!: string;

  @Field(() => CampaignProgress, { description: 'How it goes.' })
  progress!: CampaignProgress;
}

/** Where an actor stands. */
@ObjectType({ description: 'Where an actor stands in a campaign.' })
export class CampaignEntry {
  @Field(() => ID, { description: 'The actor.' })
  actorId!: string;

  @Field(() => String, { description: 'Its name.' })
  name!: string;

  @Field(() => String, { description: 'Its family.' })
  family!: string;

  @Field(() => String, { nullable: true, description: 'Name of its commune; null when unknown.' })
  communeName!: string | null;

  @Field(() => FollowUpStatus, { description: 'Where it stands.' })
  status!: string;
}

/** A campaign. */
@ObjectType({ description: 'A survey campaign: what its source says of it, and what is counted here.' })
export class Campaign {
  @Field(() => ID, { description: 'Identifier of the survey.' })
  id!: string;

  @Field(() => String, { description: 'Title.' })
  title!: string;

  @Field(() => Int, { description: 'Year.' })
  year!: number;

  @Field(() => Int, { nullable: true, description: 'Contacted, as its source says; null when it does not.' })
  statedContacted!: number | null;

  @Field(() => Int, { nullable: true, description: 'Answered, as its source says; null when it does not.' })
  statedAnswered!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Answered ÷ contacted as its source says; null when it does not.',
  })
  statedRate!: number | null;

  @Field(() => CampaignProgress, { description: 'As counted over the actors followed here.' })
  counted!: CampaignProgress;

  @Field(() => [CampaignGroup], { description: 'The same by family.' })
  byFamily!: CampaignGroup[];

  @Field(() => [CampaignGroup], { description: 'The same by commune.' })
  byCommune!: CampaignGroup[];

  @Field(() => [CampaignGroup], { description: 'The same by intercommunality.' })
  byEpci!: CampaignGroup[];

  @Field(() => [CampaignGroup], { description: 'The same by département.' })
  byDepartment!: CampaignGroup[];

  @Field(() => [CampaignEntry], { description: 'Every actor, in order of names: the list to print.' })
  entries!: CampaignEntry[];
}
