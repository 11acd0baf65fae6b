import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { CoverageLevel } from './coverageInput.type';
import { CoverageQuotientReference } from './coverageReference.type';

/** Coverage of one unit. */
@ObjectType({
  description: 'Coverage of one unit. Means are weighted by people, each commune of the region counted once.',
})
export class CoverageUnit {
  @Field(() => ID, { description: 'The territory.' })
  territoryId!: string;

  @Field(() => String, { description: 'Its official code.' })
  code!: string;

  @Field(() => String, { description: 'Its name.' })
  name!: string;

  @Field(() => Float, {
    nullable: true,
    description:
      'Supply within reach per 10,000 people; 0 when nothing is in reach; null when nobody is known to live there, or no weight is known.',
  })
  access!: number | null;

  @Field(() => Float, { nullable: true, description: 'People of the audience; null when unknown.' })
  people!: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'People of all ages; null when unknown. Where they are known and those of the audience are not, ages are unknown.',
  })
  population!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'People of 0 to 24, estimated from the shares of the département.',
  })
  young!: number | null;

  @Field(() => Float, { description: 'People of the audience with nothing in reach.' })
  peopleWithNothing!: number;

  @Field(() => Float, {
    nullable: true,
    description: 'Minutes to the nearest supply; for a larger unit, the mean over people.',
  })
  nearestMinutes!: number | null;

  @Field(() => ID, { nullable: true, description: 'Actor of the nearest supply, of a commune only.' })
  nearestActorId!: string | null;

  @Field(() => Int, { nullable: true, description: 'Supply points within the catchment, of a commune only.' })
  pointsInReach!: number | null;

  @Field(() => Int, { description: 'Supply points inside the unit.' })
  pointsInside!: number;

  @Field(() => Float, {
    description: 'People of the audience with at least `atLeast` supply points within the catchment.',
  })
  peopleCovered!: number;

  @Field(() => Float, {
    nullable: true,
    description:
      'Supply inside the unit per 10,000 people, as official tables give it; it ignores that people cross borders.',
  })
  supplyPerHead!: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'Location quotient (Florence 1939): share of the chosen supply among all actors located in the unit, over the same share in the region, or in the reference asked; null when either is unknown.',
  })
  locationQuotient!: number | null;

  @Field(() => Int, { description: 'Communes counted.' })
  communes!: number;

  @Field(() => Int, { description: 'Communes left out of the mean: their population is unknown.' })
  communesUnknown!: number;

  @Field(() => Boolean, {
    description: 'Whether the unit goes on beyond the region: only its communes in the region count.',
  })
  crossesBorder!: boolean;
}

/** A class of the map. */
@ObjectType({ description: 'A class of the map: from `from` included to `to` excluded.' })
export class CoverageClass {
  @Field(() => Float, { nullable: true, description: 'Least value found in it.' })
  from!: number | null;

  @Field(() => Float, { nullable: true, description: 'Greatest value found in it.' })
  to!: number | null;

  @Field(() => Int, { description: 'Units in it.' })
  units!: number;
}

/** A supply point. */
@ObjectType({ description: 'A point of supply: an actor where it stands, or a stop where it took place.' })
export class CoverageSupplyPoint {
  @Field(() => ID, {
    nullable: true,
    description: 'The actor; the host of a stop; null when a stop has no known host.',
  })
  actorId!: string | null;

  @Field(() => ID, { nullable: true, description: 'The stop, when it is one.' })
  eventId!: string | null;

  @Field(() => String, { description: 'Name of the actor, or title of the production shown.' })
  name!: string;

  @Field(() => Float, { nullable: true, description: 'Latitude, in degrees.' })
  latitude!: number | null;

  @Field(() => Float, { nullable: true, description: 'Longitude, in degrees.' })
  longitude!: number | null;

  @Field(() => Float, { nullable: true, description: 'Its weight; null when no weight is known at all.' })
  weight!: number | null;

  @Field(() => Boolean, { description: 'Whether its weight is assumed: its own is unknown.' })
  weightAssumed!: boolean;
}

/** What an answer of coverage left out, and what travel times it used. */
@ObjectType({ description: 'What the answer left out, and which travel times it used.' })
export class CoverageNotes {
  @Field(() => Int, { description: 'Supply points counted.' })
  points!: number;

  @Field(() => Int, { description: 'Points left out: their place is unknown.' })
  pointsOfUnknownPlace!: number;

  @Field(() => Int, { description: 'Points whose weight is unknown: counted with an assumed one.' })
  pointsOfUnknownWeight!: number;

  @Field(() => Int, { description: 'Points whose weight is known.' })
  pointsOfKnownWeight!: number;

  @Field(() => Float, {
    nullable: true,
    description:
      'What a place of unknown weight, of a family that has none known, is taken to weigh; null when no weight is known: access is then unknown wherever something is in reach.',
  })
  assumedWeight!: number | null;

  @Field(() => Int, { description: 'Stops left out: their date is unknown.' })
  stopsOfUnknownDate!: number;

  @Field(() => Int, { description: 'Stops outside the period.' })
  stopsOutsidePeriod!: number;

  @Field(() => Int, {
    description: 'Actors of which no competence was read: they may be supply, nobody knows.',
  })
  actorsToDeclare!: number;

  @Field(() => Int, { description: 'Communes whose people are unknown: out of every denominator.' })
  communesOfUnknownPeople!: number;

  @Field(() => Boolean, {
    description: 'Whether people by commune are estimated from the shares of the département.',
  })
  peopleEstimated!: boolean;

  @Field(() => Int, {
    description: 'Communes of the region whose ages are estimated from the shares of their département.',
  })
  communesOfEstimatedAges!: number;

  @Field(() => Int, {
    description: 'Communes of the region whose ages were measured: imported from the census.',
  })
  communesOfMeasuredAges!: number;

  @Field(() => Int, {
    description: 'Pairs (commune, point) in reach by great-circle distance × detour ÷ speed.',
  })
  greatCirclePairs!: number;

  @Field(() => Int, { description: 'Pairs (commune, point) in reach by an imported travel time.' })
  importedPairs!: number;

  @Field(() => Float, {
    nullable: true,
    description: 'Total weight of the supply; null when no weight is known.',
  })
  supply!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Weight of the supply that reaches someone: what access × people adds up to.',
  })
  reachedSupply!: number | null;
}

/** Access to supply, unit by unit. */
@ObjectType({
  description:
    'Access to supply by the enhanced two-step floating catchment (Luo and Qi 2009): Rⱼ = Sⱼ ÷ Σₖ Pₖ·f(tₖⱼ), Aᵢ = Σⱼ Rⱼ·f(tᵢⱼ), per 10,000 people.',
})
export class Coverage {
  @Field(() => CoverageLevel, { description: 'Level of the units.' })
  level!: CoverageLevel;

  @Field(() => [CoverageUnit], { description: 'Every unit of the region, by code.' })
  units!: CoverageUnit[];

  @Field(() => [CoverageClass], {
    description:
      'Five classes, of as equal numbers as ties allow, of the units that something reaches; the least served first.',
  })
  classes!: CoverageClass[];

  @Field(() => Int, { description: 'Units that nothing reaches: access 0, in no class.' })
  unitsWithNothing!: number;

  @Field(() => Int, { description: 'Units of which no access is known: in no class.' })
  unitsUnknown!: number;

  @Field(() => [CoverageSupplyPoint], { description: 'Supply points counted.' })
  supply!: CoverageSupplyPoint[];

  @Field(() => Float, { nullable: true, description: 'Access in the whole region, per 10,000 people.' })
  regionAccess!: number | null;

  @Field(() => Float, { description: 'People of the audience in the region.' })
  regionPeople!: number;

  @Field(() => Float, { description: 'People of the audience with nothing in reach.' })
  regionPeopleWithNothing!: number;

  @Field(() => CoverageNotes, { description: 'What was left out, and which travel times were used.' })
  notes!: CoverageNotes;

  @Field(() => CoverageQuotientReference, {
    nullable: true,
    description:
      'The imported reference of the location quotients; null when they are told against anything else.',
  })
  quotientReference!: CoverageQuotientReference | null;

  @Field(() => String, {
    nullable: true,
    description: 'Last committed transaction of the database that the answer was read at.',
  })
  version!: string | null;
}
