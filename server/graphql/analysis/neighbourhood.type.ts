import { Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { ActorTieKind } from './actorFilter.type';

/** What a node of the canvas stands for. */
export enum CanvasNodeKind {
  ACTOR = 'ACTOR',
  PRODUCTION = 'PRODUCTION',
  COMPETENCE = 'COMPETENCE',
  THEME = 'THEME',
  TERRITORY = 'TERRITORY',
  NEED = 'NEED',
  SOURCE = 'SOURCE',
}

/** How two nodes of the canvas are related. */
export enum CanvasRelation {
  TIE = 'TIE',
  CONTRIBUTION = 'CONTRIBUTION',
  HOSTING = 'HOSTING',
  COMPETENCE = 'COMPETENCE',
  THEME = 'THEME',
  REQUIREMENT = 'REQUIREMENT',
  PLACE = 'PLACE',
  WITHIN = 'WITHIN',
  SHOWN_IN = 'SHOWN_IN',
  BROADER = 'BROADER',
  NEED = 'NEED',
  SEEKING = 'SEEKING',
  SOURCE = 'SOURCE',
}

registerEnumType(CanvasNodeKind, {
  name: 'CanvasNodeKind',
  description: 'What a node of the canvas stands for.',
  valuesConfig: {
    ACTOR: { description: 'An actor.' },
    PRODUCTION: { description: 'A production.' },
    COMPETENCE: { description: 'A competence.' },
    THEME: { description: 'A theme.' },
    TERRITORY: { description: 'A territory of any level.' },
    NEED: { description: 'A need that an actor has.' },
    SOURCE: { description: 'Who states something.' },
  },
});

registerEnumType(CanvasRelation, {
  name: 'CanvasRelation',
  description: 'How two nodes of the canvas are related.',
  valuesConfig: {
    TIE: { description: 'Two actors: a partnership, a production, a stop or a supervision ties them.' },
    CONTRIBUTION: { description: 'An actor contributed to a production.' },
    HOSTING: { description: 'An actor hosted a production.' },
    COMPETENCE: { description: 'An actor has a competence.' },
    THEME: { description: 'An actor works on a theme, or a production or a need is about it.' },
    REQUIREMENT: { description: 'A production requires a competence.' },
    PLACE: { description: 'An actor stands in a commune.' },
    WITHIN: { description: 'An actor or a commune is within a larger territory, or an actor serves it.' },
    SHOWN_IN: { description: 'A production was shown in a commune.' },
    BROADER: { description: 'A concept is under a broader one.' },
    NEED: { description: 'An actor has a need.' },
    SEEKING: { description: 'A need seeks a competence.' },
    SOURCE: { description: 'A source states something of an actor, a production or a need.' },
  },
});

/** One step of a walk: the neighbours of a node along one relation. */
@InputType({ description: 'One step of a walk: the neighbours of a node along one relation.' })
export class CanvasStepInput {
  @Field(() => ID, { description: 'Key of the node one starts from.' })
  key!: string;

  @Field(() => CanvasRelation, { description: 'Relation one follows.' })
  relation!: CanvasRelation;

  @Field(() => Int, {
    nullable: true,
    description: 'Neighbours at most, the best tied first; 60 when absent.',
  })
  most?: number | null;
}

/** What one asks to see. */
@InputType({ description: 'What one asks to see.' })
export class CanvasRequestInput {
  @Field(() => [ID], {
    nullable: true,
    description: 'Keys of the nodes one starts from: a~ineris, c~V1… Absent or empty: the whole region.',
  })
  start?: string[] | null;

  @Field(() => [CanvasStepInput], { nullable: true, description: 'Steps of the walk, in order.' })
  steps?: CanvasStepInput[] | null;

  @Field(() => [ID], { nullable: true, description: 'Keys taken away by hand.' })
  hidden?: string[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'For the whole region: draw its communities rather than its actors; yes when absent.',
  })
  grouped?: boolean | null;

  @Field(() => [ID], { nullable: true, description: 'Keys of the communities opened in place.' })
  opened?: string[] | null;

  @Field(() => [CanvasNodeKind], { nullable: true, description: 'Kinds of node to keep; all when absent.' })
  nodeKinds?: CanvasNodeKind[] | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Nodes and edges drawn at most, 1 to 3000; 1500 when absent.',
  })
  mostElements?: number | null;
}

/** A relation one may follow from a node. */
@ObjectType({ description: 'A relation one may follow from a node.' })
export class CanvasWay {
  @Field(() => CanvasRelation, { description: 'The relation.' })
  relation!: CanvasRelation;

  @Field(() => Int, { description: 'Neighbours along it.' })
  total!: number;

  @Field(() => Int, { description: 'Of which shown.' })
  shown!: number;
}

/** A node of the canvas. */
@ObjectType({ description: 'A node of the canvas.' })
export class CanvasNode {
  @Field(() => ID, { description: 'Key over all kinds: letter of the kind, ~, identifier.' })
  key!: string;

  @Field(() => CanvasNodeKind, { description: 'What it stands for.' })
  kind!: CanvasNodeKind;

  @Field(() => ID, { description: 'Identifier of what it stands for.' })
  id!: string;

  @Field(() => String, { description: 'Its name, in the language asked for.' })
  label!: string;

  @Field(() => String, { nullable: true, description: 'Its acronym, when it has one.' })
  acronym!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Family of an actor, type of a production, level of a territory, group of a need.',
  })
  sort!: string | null;

  @Field(() => [String], {
    description: 'Phases an actor has a competence in, or the phase of a competence, in order.',
  })
  phases!: string[];

  @Field(() => Float, { nullable: true, description: 'Latitude in degrees; null when unknown.' })
  latitude!: number | null;

  @Field(() => Float, { nullable: true, description: 'Longitude in degrees; null when unknown.' })
  longitude!: number | null;

  @Field(() => String, { nullable: true, description: 'Commune of an actor; null when unknown.' })
  place!: string | null;

  @Field(() => Int, { description: 'Steps from where one started.' })
  step!: number;

  @Field(() => ID, { nullable: true, description: 'Key of the node from which it was reached.' })
  from!: string | null;

  @Field(() => Int, { nullable: true, description: 'Actors an actor is tied to in the whole region.' })
  partners!: number | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether a competence of the actor was read anywhere.',
  })
  declared!: boolean | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Number of the community of an actor, from the largest; null for an actor without a tie.',
  })
  community!: number | null;

  @Field(() => [CanvasWay], { description: 'Relations one may follow from it.' })
  ways!: CanvasWay[];
}

/** A community drawn as one node. */
@ObjectType({ description: 'A community drawn as one node.' })
export class CanvasGroup {
  @Field(() => ID, { description: 'Its key: g~0, g~1…; g~none for the actors without a tie.' })
  key!: string;

  @Field(() => Int, { description: 'Members.' })
  members!: number;

  @Field(() => Int, { description: 'Members that pass the filters.' })
  matching!: number;

  @Field(() => [ID], { description: 'Identifiers of its three best tied members.' })
  leadingActorIds!: string[];

  @Field(() => [String], { description: 'Names of those members, acronym first where they have one.' })
  leaders!: string[];

  @Field(() => [String], { description: 'Themes that set it apart, the most telling first.' })
  themes!: string[];

  @Field(() => [String], { description: 'Families that set it apart.' })
  families!: string[];

  @Field(() => [String], { description: 'Communes that set it apart.' })
  places!: string[];
}

/** An edge of the canvas. */
@ObjectType({ description: 'An edge of the canvas.' })
export class CanvasEdge {
  @Field(() => ID, { description: 'Key of an end.' })
  source!: string;

  @Field(() => ID, { description: 'Key of the other end.' })
  target!: string;

  @Field(() => CanvasRelation, { description: 'How they are related.' })
  relation!: CanvasRelation;

  @Field(() => Int, { description: 'How many things prove it; between communities, tied pairs of actors.' })
  weight!: number;

  @Field(() => [ActorTieKind], { description: 'Kinds of tie, for a tie between actors.' })
  kinds!: ActorTieKind[];

  @Field(() => String, { nullable: true, description: 'Roles of a contribution, level of a competence.' })
  detail!: string | null;

  @Field(() => Int, { nullable: true, description: 'First year it is known to hold.' })
  firstYear!: number | null;

  @Field(() => Int, { nullable: true, description: 'Last year that is known of it.' })
  lastYear!: number | null;
}

/** What a step left out. */
@ObjectType({ description: 'What a step left out.' })
export class CanvasLeftOut {
  @Field(() => ID, { description: 'Key of the node the step started from.' })
  key!: string;

  @Field(() => CanvasRelation, { description: 'Relation it followed.' })
  relation!: CanvasRelation;

  @Field(() => Int, { description: 'Neighbours not taken.' })
  count!: number;
}

/** What is shown and, counted, what is not. */
@ObjectType({ description: 'What is shown and, counted, what is not.' })
export class CanvasView {
  @Field(() => [CanvasNode], { description: 'Nodes shown.' })
  nodes!: CanvasNode[];

  @Field(() => [CanvasGroup], { description: 'Communities drawn as one node; empty unless grouped.' })
  groups!: CanvasGroup[];

  @Field(() => [CanvasEdge], { description: 'Edges shown, those of communities included.' })
  edges!: CanvasEdge[];

  @Field(() => Int, { description: 'Actors of the whole region.' })
  actorCount!: number;

  @Field(() => Int, { description: 'Nodes that the filters hide; members of closed communities included.' })
  hiddenByFilters!: number;

  @Field(() => Int, { description: 'Nodes taken away by hand.' })
  hiddenByHand!: number;

  @Field(() => [CanvasLeftOut], {
    description: 'What steps left out, to be asked for with a greater `most`.',
  })
  leftOut!: CanvasLeftOut[];

  @Field(() => Int, {
    description: 'Nodes left out for want of room, the least tied; members of communities left out included.',
  })
  nodesLeftOut!: number;

  @Field(() => Int, {
    description:
      'Edges left out for want of room: weak ones, without which what is shown holds together as much.',
  })
  edgesLeftOut!: number;

  @Field(() => [ID], {
    description: 'Actors that were walked, shown or hidden; empty for the whole region.',
  })
  walkedActorIds!: string[];

  @Field(() => [ID], { description: 'Keys asked for that name nothing.' })
  unknownKeys!: string[];
}
