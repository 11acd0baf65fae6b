import { Field, Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql';

/** Where new places may be. */
export enum CoverageCandidates {
  COMMUNES = 'COMMUNES',
  LIBRARIES = 'LIBRARIES',
  LIST = 'LIST',
}

registerEnumType(CoverageCandidates, {
  name: 'CoverageCandidates',
  description: 'Where new places may be.',
  valuesConfig: {
    COMMUNES: { description: 'Any commune of the region, at its town hall.' },
    LIBRARIES: { description: 'The libraries of the graph whose commune is known.' },
    LIST: { description: 'The communes and actors of `candidateIds`.' },
  },
});

/** How an answer is known to be the best. */
export enum CoverageProof {
  ENUMERATION = 'ENUMERATION',
  BOUND = 'BOUND',
  MIXED_INTEGER = 'MIXED_INTEGER',
  NONE = 'NONE',
}

registerEnumType(CoverageProof, {
  name: 'CoverageProof',
  description: 'How an answer is known to be the best.',
  valuesConfig: {
    ENUMERATION: { description: 'Every candidate was tried.' },
    BOUND: { description: 'A Lagrangian bound is reached.' },
    MIXED_INTEGER: { description: 'Proven by mixed-integer programming (HiGHS).' },
    NONE: { description: 'Not proven: no choice covers more than `bound`.' },
  },
});

/** A unit before and after. */
@ObjectType({ description: 'A unit before and after what was added.' })
export class CoverageGain {
  @Field(() => ID, { description: 'The territory.' })
  territoryId!: string;

  @Field(() => String, { description: 'Its name.' })
  name!: string;

  @Field(() => Float, { nullable: true, description: 'Access per 10,000 people before.' })
  before!: number | null;

  @Field(() => Float, { nullable: true, description: 'Access per 10,000 people after.' })
  after!: number | null;

  @Field(() => Float, { nullable: true, description: 'After minus before; never under 0.' })
  gain!: number | null;

  @Field(() => Float, { description: 'People of the audience.' })
  people!: number;
}

/** An added supply as it was placed. */
@ObjectType({ description: 'An added supply, as it was placed.' })
export class CoverageAdded {
  @Field(() => ID, { nullable: true, description: 'The commune.' })
  communeId!: string | null;

  @Field(() => ID, { nullable: true, description: 'The actor that would join.' })
  actorId!: string | null;

  @Field(() => String, { description: 'Name of the actor, or of the commune.' })
  name!: string;

  @Field(() => Float, { nullable: true, description: 'Latitude, in degrees.' })
  latitude!: number | null;

  @Field(() => Float, { nullable: true, description: 'Longitude, in degrees.' })
  longitude!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Weight, in the unit of the weighting; null when none is known.',
  })
  weight!: number | null;

  @Field(() => Boolean, { description: 'Whether that is assumed: its own figure is unknown.' })
  weightAssumed!: boolean;
}

/** What added supply changes. */
@ObjectType({
  description: 'What added supply changes. An added point takes nothing from the others: no unit ever loses.',
})
export class CoverageScenario {
  @Field(() => [CoverageAdded], { description: 'What was added.' })
  added!: CoverageAdded[];

  @Field(() => Float, {
    nullable: true,
    description:
      'What a place of unknown weight, of a family that has none known, is taken to weigh, in the unit of the weighting; null when no weight is known: access is then unknown.',
  })
  assumedWeight!: number | null;

  @Field(() => [CoverageGain], {
    description: 'Every unit: the greatest gain first, then the others by code.',
  })
  units!: CoverageGain[];

  @Field(() => Int, { description: 'Units that gain something.' })
  unitsGaining!: number;

  @Field(() => Float, {
    description: 'People with enough supply in reach after and not before, each counted once.',
  })
  newlyReached!: number;

  @Field(() => [ID], { description: 'Their communes.' })
  newlyReachedCommuneIds!: string[];

  @Field(() => Float, { description: 'People with enough supply in reach before.' })
  reachedBefore!: number;

  @Field(() => Float, { description: 'People with enough supply in reach after.' })
  reachedAfter!: number;

  @Field(() => Float, { nullable: true, description: 'Access in the region per 10,000 people, before.' })
  regionBefore!: number | null;

  @Field(() => Float, { nullable: true, description: 'Access in the region per 10,000 people, after.' })
  regionAfter!: number | null;

  @Field(() => String, { nullable: true, description: 'Last committed transaction the answer was read at.' })
  version!: string | null;
}

/** A place chosen. */
@ObjectType({ description: 'A place chosen: the one that covers most people first.' })
export class CoveragePlace {
  @Field(() => ID, { nullable: true, description: 'The commune.' })
  communeId!: string | null;

  @Field(() => ID, { nullable: true, description: 'The actor, when the candidate is one.' })
  actorId!: string | null;

  @Field(() => String, { description: 'Name of the actor, or of the commune.' })
  name!: string;

  @Field(() => Float, { nullable: true, description: 'Latitude, in degrees.' })
  latitude!: number | null;

  @Field(() => Float, { nullable: true, description: 'Longitude, in degrees.' })
  longitude!: number | null;

  @Field(() => Float, { description: 'People newly covered when it is added to those before it.' })
  gain!: number;
}

/** People covered with so many places. */
@ObjectType({ description: 'People newly covered with so many places.' })
export class CoverageCurvePoint {
  @Field(() => Int, { description: 'Places.' })
  places!: number;

  @Field(() => Float, { description: 'People newly covered by the best choice found.' })
  covered!: number;

  @Field(() => Float, { description: 'No choice of so many places covers more.' })
  bound!: number;

  @Field(() => Boolean, { description: 'Whether no better choice exists.' })
  proven!: boolean;
}

/** The best places. */
@ObjectType({
  description:
    'Maximal covering location (Church and ReVelle 1974): the places that reach most people who have too little within the catchment.',
})
export class CoverageSiting {
  @Field(() => [CoveragePlace], {
    description: 'The places; fewer than asked when fewer reach everybody in reach.',
  })
  places!: CoveragePlace[];

  @Field(() => Float, { description: 'People newly covered by all of them, each counted once.' })
  covered!: number;

  @Field(() => Float, { description: 'No choice of so many places covers more.' })
  bound!: number;

  @Field(() => Boolean, { description: 'Whether no better choice exists.' })
  proven!: boolean;

  @Field(() => CoverageProof, { description: 'How that is known.' })
  proof!: CoverageProof;

  @Field(() => Float, { description: 'People covered before.' })
  coveredBefore!: number;

  @Field(() => Float, { description: 'People of the audience in the region.' })
  people!: number;

  @Field(() => Int, { description: 'Candidates considered.' })
  candidates!: number;

  @Field(() => [ID], {
    description:
      'Those of `candidateIds` that are no commune or actor of a known place, and so were not considered.',
  })
  unknownCandidateIds!: string[];

  @Field(() => [CoverageCurvePoint], {
    description: 'People newly covered by 1 to 20 places; empty unless asked.',
  })
  curve!: CoverageCurvePoint[];

  @Field(() => String, { nullable: true, description: 'Last committed transaction the answer was read at.' })
  version!: string | null;
}
