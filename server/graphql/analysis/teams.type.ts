import { Field, Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Citation, ResolvedBrief } from './partners.type';

/** How the smallest team was looked for. */
export enum TeamMethod {
  MIXED_INTEGER = 'MIXED_INTEGER',
  DYNAMIC_PROGRAMME = 'DYNAMIC_PROGRAMME',
  LOCAL_SEARCH = 'LOCAL_SEARCH',
}

registerEnumType(TeamMethod, {
  name: 'TeamMethod',
  description: 'How the smallest team was looked for.',
  valuesConfig: {
    MIXED_INTEGER: { description: 'Mixed-integer programming (HiGHS).' },
    DYNAMIC_PROGRAMME: { description: 'Every subset of the needs, one after the other.' },
    LOCAL_SEARCH: { description: 'Greedy choice with local search, against the best bound known.' },
  },
});

/** Why somebody who has what is needed cannot be in the team. */
export enum TeamObstacle {
  OUTSIDE = 'OUTSIDE',
  EXCLUDED = 'EXCLUDED',
  FAMILY = 'FAMILY',
  TERRITORY = 'TERRITORY',
  NOVELTY = 'NOVELTY',
  DISTANCE = 'DISTANCE',
  UNKNOWN_PLACE = 'UNKNOWN_PLACE',
  MEMBER = 'MEMBER',
}

registerEnumType(TeamObstacle, {
  name: 'TeamObstacle',
  description: 'Why somebody who has what is needed was left out.',
  valuesConfig: {
    OUTSIDE: { description: 'It stands outside the region.' },
    EXCLUDED: { description: 'It was left out by name.' },
    FAMILY: { description: 'It is of another family.' },
    TERRITORY: { description: 'It is in another territory.' },
    NOVELTY: { description: 'It is already a partner, or not yet, against what was asked.' },
    DISTANCE: { description: 'It is too far.' },
    UNKNOWN_PLACE: { description: 'A distance was asked and its place is unknown.' },
    MEMBER: { description: 'It is already in the project.' },
  },
});

/** A need that one of a team covers. */
@ObjectType({ description: 'A need that one of a team covers, with the relationship that covers it best.' })
export class TeamCover {
  @Field(() => ID, { description: 'The needed competence.' })
  competenceId!: string;

  @Field(() => Float, { description: 'How well it is covered, 0 to 1.' })
  value!: number;

  @Field(() => Citation, { description: 'What proves it.' })
  citation!: Citation;
}

/** One who is in a team. */
@ObjectType({ description: 'One who is in a team, with what it is there for.' })
export class TeamMember {
  @Field(() => ID, { description: 'The actor.' })
  actorId!: string;

  @Field(() => Boolean, { description: 'Whether it was asked to be there.' })
  locked!: boolean;

  @Field(() => Float, {
    nullable: true,
    description:
      'Kilometres to the nearest place of the brief; null when it gives none or the actor’s is unknown.',
  })
  placeKm!: number | null;

  @Field(() => [TeamCover], { description: 'Needs it covers.' })
  covers!: TeamCover[];
}

/** Two actors of a team. */
@ObjectType({ description: 'Two actors of a team: how far from each other.' })
export class TeamPair {
  @Field(() => ID, { description: 'One of them.' })
  firstActorId!: string;

  @Field(() => ID, { description: 'The other.' })
  secondActorId!: string;

  @Field(() => Int, { description: 'Steps from partner to partner; at most four are counted.' })
  steps!: number;

  @Field(() => Float, { nullable: true, description: 'Kilometres between them; null when unknown.' })
  km!: number | null;
}

/** A team that covers what can be covered. */
@ObjectType({ description: 'A team that covers every need that somebody can cover.' })
export class Team {
  @Field(() => [TeamMember], {
    description: 'Who is in it, those asked first; those of the brief are not repeated.',
  })
  members!: TeamMember[];

  @Field(() => Float, { description: 'Cost of working together, in steps between partners: less is better.' })
  cost!: number;

  @Field(() => Int, { description: 'Sum of the steps between any two.' })
  steps!: number;

  @Field(() => Float, { description: 'Sum of the kilometres between any two whose places are known.' })
  km!: number;

  @Field(() => Int, { description: 'Pairs whose distance is unknown.' })
  unknownPairs!: number;

  @Field(() => [TeamPair], { description: 'Every pair counted.' })
  pairs!: TeamPair[];
}

/** Somebody who has what nobody available has. */
@ObjectType({ description: 'Somebody who has a need that nobody available covers, but was left out.' })
export class TeamElsewhere {
  @Field(() => ID, { description: 'The actor.' })
  actorId!: string;

  @Field(() => TeamObstacle, { description: 'Why it was left out.' })
  why!: TeamObstacle;

  @Field(() => Citation, { description: 'What proves that it has it.' })
  citation!: Citation;
}

/** Somebody who has only a broader competence. */
@ObjectType({ description: 'Somebody available who has only a broader competence than the need.' })
export class TeamBroader {
  @Field(() => ID, { description: 'The actor.' })
  actorId!: string;

  @Field(() => Citation, { description: 'What proves it.' })
  citation!: Citation;
}

/** A need that nobody available covers. */
@ObjectType({ description: 'A need that nobody available covers.' })
export class UncoveredNeed {
  @Field(() => ID, { description: 'The needed competence.' })
  competenceId!: string;

  @Field(() => [TeamElsewhere], {
    description: 'Who has it all the same, those outside the region first; at most 20.',
  })
  elsewhere!: TeamElsewhere[];

  @Field(() => [TeamBroader], { description: 'Who has it only by a broader competence; at most 20.' })
  broader!: TeamBroader[];
}

/** The smallest teams for a brief. */
@ObjectType({ description: 'The smallest teams that cover a brief, and how sure one is that they are.' })
export class TeamSearch {
  @Field(() => ResolvedBrief, { description: 'The brief as it was understood.' })
  brief!: ResolvedBrief;

  @Field(() => [Team], {
    description:
      'Best first; each differs from those before in at least half of its actors. Empty when nothing is to be covered.',
  })
  teams!: Team[];

  @Field(() => Int, { description: 'Actors of the smallest team found, beside the members.' })
  size!: number;

  @Field(() => Int, { description: 'No team that covers as much has fewer.' })
  bound!: number;

  @Field(() => Boolean, { description: 'Whether `size` is proven to be the smallest there is.' })
  proven!: boolean;

  @Field(() => Boolean, { description: 'Whether the first team is proven to be the cheapest of its size.' })
  cheapestProven!: boolean;

  @Field(() => TeamMethod, { description: 'How it was looked for.' })
  method!: TeamMethod;

  @Field(() => Int, { description: 'Actors available who cover at least one need.' })
  candidates!: number;

  @Field(() => [UncoveredNeed], { description: 'Needs that nobody available covers.' })
  uncovered!: UncoveredNeed[];
}
