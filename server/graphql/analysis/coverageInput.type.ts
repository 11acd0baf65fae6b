import { Field, Float, ID, InputType, Int, registerEnumType } from 'type-graphql';

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
  description:
    'How supply points weigh. One whose weight is unknown is taken to weigh `assumedWeight`, else as the median of its family, else of all; where none is known, access is unknown.',
  valuesConfig: {
    EQUAL: { description: 'All alike.' },
    CAPACITY: { description: 'By the people they can receive at once.' },
    OPENING: { description: 'By their hours of opening.' },
    ATTENDANCE: { description: 'By their visitors.' },
  },
});

/** How much a person of each age counts. */
@InputType({ description: 'How much a person of each age counts in the demand, 0 to 10 each.' })
export class CoverageAgesInput {
  @Field(() => Float, { defaultValue: 0, description: 'A child of 0 to 14.' })
  under15!: number;

  @Field(() => Float, { defaultValue: 0, description: 'A young person of 15 to 24.' })
  from15To24!: number;

  @Field(() => Float, { defaultValue: 0, description: 'A person of 25 or more.' })
  over24!: number;
}

/** What counts as supply, for whom, how far. */
@InputType({ description: 'What counts as supply, for whom, how far.' })
export class CoverageInput {
  @Field(() => CoverageAudience, { defaultValue: CoverageAudience.ALL, description: 'For whom.' })
  audience!: CoverageAudience;

  @Field(() => CoverageAgesInput, {
    nullable: true,
    description: 'A mix of ages of your own, in place of `audience`.',
  })
  ages?: CoverageAgesInput | null;

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

  @Field(() => Float, {
    nullable: true,
    description:
      'What a place of unknown weight is taken to weigh (one that is there, one added, one absent), in the unit of `weighting`; the median of those known when absent. Above 0.',
  })
  assumedWeight?: number | null;

  @Field(() => Float, { defaultValue: 30, description: 'Catchment in minutes by car, 5 to 120.' })
  minutes!: number;

  @Field(() => CoverageDecay, {
    defaultValue: CoverageDecay.STEP,
    description: 'How it counts less with time.',
  })
  decay!: CoverageDecay;

  @Field(() => Float, { defaultValue: 1.3, description: 'Road distance over straight distance, 1 to 3.' })
  detour!: number;

  @Field(() => Int, {
    defaultValue: 1,
    description:
      'Supply points that must be within the catchment for people to be counted as covered, 1 to 20.',
  })
  atLeast!: number;
}

/** A supply that does not exist yet. */
@InputType({ description: 'A supply that does not exist yet, at a commune or at an actor that would join.' })
export class CoverageAddedInput {
  @Field(() => ID, {
    nullable: true,
    description:
      'Commune, by territory id: at its town hall; or an EPCI or a département: at its most populated commune.',
  })
  communeId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Actor that would join, at its commune.' })
  actorId?: string | null;

  @Field(() => Float, {
    defaultValue: 1,
    description:
      'As a share of a venue: 1 for one that is there all year, days ÷ days of the period for a touring stop; above 0, to 100,000. It is multiplied by the figure of the actor where that is known, else by the assumed weight.',
  })
  weight!: number;
}
