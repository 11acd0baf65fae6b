import { Field, Float, ID, InputType } from 'type-graphql';
import { PartnerNovelty } from './partners.type';

/** A competence that a project needs. */
@InputType({ description: 'A competence that a project needs.' })
export class PartnerNeedInput {
  @Field(() => ID, { description: 'Competence.' })
  competenceId!: string;

  @Field(() => Float, {
    defaultValue: 1,
    description: 'How much it counts, above 0 and up to 100; 1 for all alike.',
  })
  weight!: number;
}

/** A project, as it is asked about. */
@InputType({ description: 'A project, as it is asked about. Everything may be left out.' })
export class PartnerBriefInput {
  @Field(() => ID, { nullable: true, description: 'Who asks.' })
  actorId?: string | null;

  @Field(() => [ID], { nullable: true, description: 'Whom the project already has, beside who asks.' })
  memberIds?: string[] | null;

  @Field(() => [PartnerNeedInput], {
    nullable: true,
    description: 'Needed competences; when none, those that such productions usually require.',
  })
  needs?: PartnerNeedInput[] | null;

  @Field(() => [ID], { nullable: true, description: 'Themes; when none, those of who asks.' })
  themeIds?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Audiences (values of Audience).' })
  audiences?: string[] | null;

  @Field(() => String, { nullable: true, description: 'Form of the production (a value of ProductionType).' })
  productionType?: string | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Territories where it will be shown; when none, the commune of who asks.',
  })
  territoryIds?: string[] | null;
}

/** Weight of each part of the score. */
@InputType({ description: 'Weight of each part of the score, 0 or above, on any scale.' })
export class PartnerWeightsInput {
  @Field(() => Float, { defaultValue: 0.6, description: 'Needs covered.' })
  cover!: number;

  @Field(() => Float, { defaultValue: 0.15, description: 'Themes.' })
  theme!: number;

  @Field(() => Float, { defaultValue: 0.1, description: 'Distance.' })
  near!: number;

  @Field(() => Float, { defaultValue: 0.1, description: 'Ties in common.' })
  network!: number;

  @Field(() => Float, { defaultValue: 0.05, description: 'Audiences.' })
  audience!: number;
}

/** What to keep among candidates. */
@InputType({ description: 'What to keep among candidates.' })
export class PartnerFiltersInput {
  @Field(() => [String], { nullable: true, description: 'Families kept (values of ActorFamily).' })
  families?: string[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Territories, one of which the actor must be in or serve.',
  })
  territoryIds?: string[] | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Farthest distance from the nearest place, in kilometres.',
  })
  maxKm?: number | null;

  @Field(() => PartnerNovelty, { defaultValue: PartnerNovelty.ANY, description: 'Already partners or not.' })
  novelty!: PartnerNovelty;

  @Field(() => Boolean, { defaultValue: true, description: 'Whether actors outside the region are kept.' })
  outside!: boolean;

  @Field(() => [ID], { nullable: true, description: 'Actors left out.' })
  excludedIds?: string[] | null;
}
