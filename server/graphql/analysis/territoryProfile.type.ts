import { Field, ID, Int, ObjectType } from 'type-graphql';

/** A family of actors that a territory has not. */
@ObjectType({ description: 'A family of actors that a territory has not.' })
export class AbsentFamily {
  @Field(() => String, { description: 'The family.' })
  family!: string;

  @Field(() => Int, { description: 'Actors of that family known elsewhere.' })
  elsewhere!: number;
}

/** A stop that a territory received. */
@ObjectType({ description: 'A stop that a territory received.' })
export class ReceivedStop {
  @Field(() => ID, { description: 'The event.' })
  eventId!: string;

  @Field(() => ID, { description: 'What was shown.' })
  productionId!: string;

  @Field(() => ID, { nullable: true, description: 'Who hosted it; null when unknown.' })
  hostActorId!: string | null;

  @Field(() => ID, { nullable: true, description: 'Where.' })
  communeId!: string | null;

  @Field(() => String, { nullable: true, description: 'From when; null when unknown.' })
  start!: string | null;

  @Field(() => String, { nullable: true, description: 'Until when; null when unknown.' })
  end!: string | null;

  @Field(() => Int, { nullable: true, description: 'Visitors; null when nobody counted.' })
  visitors!: number | null;

  @Field(() => ID, { nullable: true, description: 'Who states it.' })
  sourceId!: string | null;
}

/** A territory of the same level, to compare with. */
@ObjectType({ description: 'A territory of the same level, to compare with.' })
export class TerritoryPeer {
  @Field(() => ID, { description: 'The territory.' })
  territoryId!: string;

  @Field(() => Int, { description: 'Actors that stand in it.' })
  actors!: number;

  @Field(() => Int, { description: 'Stops it received.' })
  stops!: number;

  @Field(() => Int, { nullable: true, description: 'People; null when unknown.' })
  population!: number | null;
}

/** What stands in a territory, what it received, what it lacks. */
@ObjectType({ description: 'What stands in a territory, what it received, what it lacks.' })
export class TerritoryProfile {
  @Field(() => ID, { description: 'The territory.' })
  territoryId!: string;

  @Field(() => [ID], { description: 'Territories it is part of, the smallest first.' })
  aboveTerritoryIds!: string[];

  @Field(() => [ID], { description: 'Territories of the next level down, by name; at most 500.' })
  belowTerritoryIds!: string[];

  @Field(() => Int, { nullable: true, description: 'People of its communes whose population is known.' })
  population!: number | null;

  @Field(() => Int, { description: 'Its communes, itself for a commune.' })
  communes!: number;

  @Field(() => Int, { description: 'Of which of unknown population.' })
  communesOfUnknownPopulation!: number;

  @Field(() => [ID], { description: 'Actors that stand in it.' })
  actorIds!: string[];

  @Field(() => [ID], { description: 'Actors that stand elsewhere and say they serve it.' })
  servingActorIds!: string[];

  @Field(() => [ReceivedStop], { description: 'Stops it received, the latest first.' })
  stops!: ReceivedStop[];

  @Field(() => [AbsentFamily], { description: 'Families it has not, the most frequent elsewhere first.' })
  absentFamilies!: AbsentFamily[];

  @Field(() => [TerritoryPeer], {
    description:
      'Territories of its level (for a commune, those of its EPCI), itself included, by actors for 100,000 people.',
  })
  peers!: TerritoryPeer[];
}
