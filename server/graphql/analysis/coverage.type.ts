import { Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';

/** Levels at which coverage is told. */
export enum CoverageLevel {
  COMMUNE = 'COMMUNE',
  EPCI = 'EPCI',
  DEPARTMENT = 'DEPARTMENT',
  FORMER_REGION = 'FORMER_REGION',
  REGION = 'REGION',
}

registerEnumType(CoverageLevel, {
  name: 'CoverageLevel',
  description: 'Level at which coverage is told.',
  valuesConfig: {
    COMMUNE: { description: 'Each commune.' },
    EPCI: { description: 'Each intercommunality, over its communes in the region.' },
    DEPARTMENT: { description: 'Each département.' },
    FORMER_REGION: { description: 'Each region as it was before 2016.' },
    REGION: { description: 'The region.' },
  },
});

/** For whom coverage is told. */
export enum CoverageAudience {
  ALL = 'ALL',
  UNDER_15 = 'UNDER_15',
  FROM_15_TO_24 = 'FROM_15_TO_24',
  UNDER_25 = 'UNDER_25',
}

registerEnumType(CoverageAudience, {
  name: 'CoverageAudience',
  description: 'For whom coverage is told.',
  valuesConfig: {
    ALL: { description: 'All inhabitants.' },
    UNDER_15: {
      description: 'Children of 0 to 14; by commune, estimated from the shares of the département.',
    },
    FROM_15_TO_24: { description: 'Young people of 15 to 24; by commune, estimated likewise.' },
    UNDER_25: { description: 'Children and young people of 0 to 24; by commune, estimated likewise.' },
  },
});

/** How a supply counts less when it takes longer to reach. */
export enum CoverageDecay {
  STEP = 'STEP',
  GAUSSIAN = 'GAUSSIAN',
  LIMIT = 'LIMIT',
}

registerEnumType(CoverageDecay, {
  name: 'CoverageDecay',
  description: 'How a supply counts less when it takes longer to reach.',
  valuesConfig: {
    STEP: { description: 'In three bands of a third of the catchment: 1, 0.68 and 0.22 (Luo and Qi 2009).' },
    GAUSSIAN: { description: 'exp(−t² ÷ 2σ²), σ half the catchment.' },
    LIMIT: { description: 'Counts whole within the catchment (Luo and Wang 2003).' },
  },
});

/** How supply points weigh. */
export enum CoverageWeighting {
  EQUAL = 'EQUAL',
  CAPACITY = 'CAPACITY',
  OPENING = 'OPENING',
  ATTENDANCE = 'ATTENDANCE',
}

registerEnumType(CoverageWeighting, {
  name: 'CoverageWeighting',
  description: 'How supply points weigh. A point whose weight is unknown is left out and counted.',
  valuesConfig: {
    EQUAL: { description: 'All alike.' },
    CAPACITY: { description: 'By the people they can receive at once.' },
    OPENING: { description: 'By their hours of opening.' },
    ATTENDANCE: { description: 'By their visitors.' },
  },
});

/** What counts as supply, for whom, how far. */
@InputType({ description: 'What counts as supply, for whom, how far.' })
export class CoverageInput {
  @Field(() => CoverageAudience, { defaultValue: CoverageAudience.ALL, description: 'For whom.' })
  audience!: CoverageAudience;

  @Field(() => [String], {
    nullable: true,
    description: 'Families of actors that count (values of ActorFamily); all when absent.',
  })
  families?: string[] | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Phases in which an actor must have a competence to count; DIFFUSION when absent.',
  })
  phases?: string[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Competences, narrower ones included, one of which it must have.',
  })
  competenceIds?: string[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Themes, narrower ones included, one of which it must work on.',
  })
  themeIds?: string[] | null;

  @Field(() => Boolean, { defaultValue: true, description: 'Whether actors count where they stand.' })
  resident!: boolean;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Whether stops of tours count where they took place.',
  })
  received!: boolean;

  @Field(() => String, { nullable: true, description: 'First day of the period of stops, YYYY-MM-DD.' })
  from?: string | null;

  @Field(() => String, { nullable: true, description: 'Last day of the period of stops, YYYY-MM-DD.' })
  to?: string | null;

  @Field(() => CoverageWeighting, {
    defaultValue: CoverageWeighting.EQUAL,
    description: 'How supply points weigh.',
  })
  weighting!: CoverageWeighting;

  @Field(() => Float, { defaultValue: 30, description: 'Catchment in minutes by car, 5 to 120.' })
  minutes!: number;

  @Field(() => CoverageDecay, {
    defaultValue: CoverageDecay.STEP,
    description: 'How it counts less with time.',
  })
  decay!: CoverageDecay;

  @Field(() => Float, { defaultValue: 1.3, description: 'Road distance over straight distance, 1 to 3.' })
  detour!: number;
}

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
      'Supply within reach per 10,000 people; 0 when nothing is in reach; null when nobody is known to live there.',
  })
  access!: number | null;

  @Field(() => Float, { nullable: true, description: 'People of the audience; null when unknown.' })
  people!: number | null;

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

  @Field(() => Float, { description: 'Its weight.' })
  weight!: number;
}

/** What an answer of coverage left out, and what travel times it used. */
@ObjectType({ description: 'What the answer left out, and which travel times it used.' })
export class CoverageNotes {
  @Field(() => Int, { description: 'Supply points counted.' })
  points!: number;

  @Field(() => Int, { description: 'Points left out: their place is unknown.' })
  pointsOfUnknownPlace!: number;

  @Field(() => Int, { description: 'Points left out: their weight is unknown.' })
  pointsOfUnknownWeight!: number;

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
    description: 'Pairs (commune, point) in reach by great-circle distance × detour ÷ speed.',
  })
  greatCirclePairs!: number;

  @Field(() => Int, { description: 'Pairs (commune, point) in reach by an imported travel time.' })
  importedPairs!: number;

  @Field(() => Float, { description: 'Total weight of the supply.' })
  supply!: number;

  @Field(() => Float, {
    description: 'Weight of the supply that reaches someone: what access × people adds up to.',
  })
  reachedSupply!: number;
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

  @Field(() => String, {
    nullable: true,
    description: 'Last committed transaction of the database that the answer was read at.',
  })
  version!: string | null;
}
