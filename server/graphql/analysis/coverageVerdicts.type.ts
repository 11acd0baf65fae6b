import { Field, Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql';

/** Why people are badly served. */
export enum CoverageReason {
  NOTHING_IN_REACH = 'NOTHING_IN_REACH',
  FAR = 'FAR',
  SHARED_AMONG_MANY = 'SHARED_AMONG_MANY',
}

registerEnumType(CoverageReason, {
  name: 'CoverageReason',
  description: 'Why people are badly served.',
  valuesConfig: {
    NOTHING_IN_REACH: { description: 'No supply within the catchment.' },
    FAR: {
      description: 'Less supply in reach, weighted by time, than half of the people of the region have.',
    },
    SHARED_AMONG_MANY: {
      description: 'As much supply in reach as half of the people have, and many to share it.',
    },
  },
});

/** How steady the verdict on a unit is. */
@ObjectType({ description: 'How steady the verdict on a unit is when the assumptions are shaken.' })
export class CoverageStability {
  @Field(() => ID, { description: 'The territory.' })
  territoryId!: string;

  @Field(() => Boolean, { description: 'Whether it is in the least-served fifth with the parameters asked.' })
  inLeastFifth!: boolean;

  @Field(() => Float, { description: 'Share of the draws in which it is, 0 to 1.' })
  share!: number;
}

/** People of a unit by reason. */
@ObjectType({ description: 'People of a unit who are badly served for a reason.' })
export class CoverageReasonPeople {
  @Field(() => CoverageReason, { description: 'The reason.' })
  reason!: CoverageReason;

  @Field(() => Float, { description: 'People of the audience.' })
  people!: number;
}

/** A unit of the list that matters. */
@ObjectType({ description: 'A unit badly served: for how many, what is nearest, why, how surely.' })
export class CoverageLeastServed {
  @Field(() => ID, { description: 'The territory.' })
  territoryId!: string;

  @Field(() => String, { description: 'Its name.' })
  name!: string;

  @Field(() => Float, { description: 'Supply within reach per 10,000 people.' })
  access!: number;

  @Field(() => Float, { description: 'People of the audience.' })
  people!: number;

  @Field(() => Float, { nullable: true, description: 'People of 0 to 24, estimated; null when unknown.' })
  young!: number | null;

  @Field(() => CoverageReason, { description: 'The reason of most of its people.' })
  reason!: CoverageReason;

  @Field(() => [CoverageReasonPeople], { description: 'Its people by reason: they add up to `people`.' })
  reasons!: CoverageReasonPeople[];

  @Field(() => ID, { nullable: true, description: 'Actor of the supply nearest for most of its people.' })
  nearestActorId!: string | null;

  @Field(() => String, { nullable: true, description: 'Name of the supply nearest for most of its people.' })
  nearestName!: string | null;

  @Field(() => Float, { nullable: true, description: 'Minutes to the nearest, mean over its people.' })
  minutesToNearest!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Straight kilometres to the nearest, mean over its people.',
  })
  kmToNearest!: number | null;

  @Field(() => Float, { description: 'Share of the draws in which it is in the least-served fifth, 0 to 1.' })
  stability!: number;
}

/** The least served, and how sure that is. */
@ObjectType({
  description:
    'The units least served, and in what share of seeded draws of catchment (× 0.67 to 1.5), decay, speed (× 0.8 to 1.25) and weights (half to double) each stays in the least-served fifth.',
})
export class CoverageVerdicts {
  @Field(() => Int, { description: 'Draws.' })
  draws!: number;

  @Field(() => Int, { description: 'Seed of the draws: the same gives the same answer.' })
  seed!: number;

  @Field(() => [CoverageStability], { description: 'Every unit, by code.' })
  stability!: CoverageStability[];

  @Field(() => [CoverageLeastServed], { description: 'The least served first.' })
  leastServed!: CoverageLeastServed[];

  @Field(() => Int, {
    description:
      'Units as badly served as those of the list that are not in it, for their verdict is less sure.',
  })
  lessSure!: number;

  @Field(() => String, { nullable: true, description: 'Last committed transaction the answer was read at.' })
  version!: string | null;
}

/** How unequally access is spread. */
@ObjectType({ description: 'How unequally access is spread over people; null when nobody has any.' })
export class CoverageInequality {
  @Field(() => Float, { nullable: true, description: 'Gini, 0 (all alike) to 1.' })
  gini!: number | null;

  @Field(() => Float, { nullable: true, description: "Theil's T, 0 (all alike) and up." })
  theil!: number | null;

  @Field(() => Float, { nullable: true, description: 'Its part between EPCI (Shorrocks 1980).' })
  theilBetween!: number | null;

  @Field(() => Float, { nullable: true, description: 'Its part within EPCI: the two add up to `theil`.' })
  theilWithin!: number | null;
}

/** People covered by so many points. */
@ObjectType({ description: 'People with at least so many supply points within the catchment.' })
export class CoverageReach {
  @Field(() => Int, { description: 'Supply points at least.' })
  points!: number;

  @Field(() => Float, { description: 'People of the audience, each counted once.' })
  people!: number;

  @Field(() => Float, { nullable: true, description: 'Their share of the people of the region.' })
  share!: number | null;
}

/** A part of the region compared with the others. */
@ObjectType({ description: 'A former region, or the region.' })
export class CoveragePart {
  @Field(() => ID, { description: 'The territory.' })
  territoryId!: string;

  @Field(() => String, { description: 'Its name.' })
  name!: string;

  @Field(() => Float, { nullable: true, description: 'Supply within reach per 10,000 people.' })
  access!: number | null;

  @Field(() => Float, { description: 'People of the audience.' })
  people!: number;

  @Field(() => Float, {
    nullable: true,
    description: 'Share of them with enough supply within the catchment.',
  })
  shareCovered!: number | null;

  @Field(() => Float, { nullable: true, description: 'Supply inside per 10,000 people.' })
  supplyPerHead!: number | null;

  @Field(() => CoverageInequality, { description: 'How unequally access is spread over its people.' })
  inequality!: CoverageInequality;
}

/** The region in a few figures. */
@ObjectType({ description: 'The region in a few figures.' })
export class CoverageSummary {
  @Field(() => CoveragePart, { nullable: true, description: 'The region; null when it holds no commune.' })
  region!: CoveragePart | null;

  @Field(() => [CoveragePart], { description: 'Each region as it was before 2016.' })
  formerRegions!: CoveragePart[];

  @Field(() => [CoverageReach], { description: 'People covered by at least 1, 2, 3, 5 and 10 points.' })
  reach!: CoverageReach[];

  @Field(() => String, { nullable: true, description: 'Last committed transaction the answer was read at.' })
  version!: string | null;
}
