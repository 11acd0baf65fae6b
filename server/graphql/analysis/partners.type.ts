import { Field, Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql';

/** Parts of the score of a partner. */
export enum PartnerPart {
  COVER = 'COVER',
  THEME = 'THEME',
  NEAR = 'NEAR',
  NETWORK = 'NETWORK',
  AUDIENCE = 'AUDIENCE',
}

registerEnumType(PartnerPart, {
  name: 'PartnerPart',
  description: 'Part of the score of a partner.',
  valuesConfig: {
    COVER: { description: 'Share of the needs that it covers, by level.' },
    THEME: { description: 'Nearness of its themes to those of the brief.' },
    NEAR: { description: 'Nearness of its place: exp(−km ÷ 40).' },
    NETWORK: { description: 'Partners and productions in common (resource allocation).' },
    AUDIENCE: { description: 'Share of the audiences that its productions were for.' },
  },
});

/** What a reason of a score says. */
export enum PartnerReasonKind {
  COVERS_NEED = 'COVERS_NEED',
  SHARES_THEME = 'SHARES_THEME',
  SHARES_BROADER_THEME = 'SHARES_BROADER_THEME',
  IS_NEAR = 'IS_NEAR',
  SHARES_PARTNER = 'SHARES_PARTNER',
  SHARES_PRODUCTION = 'SHARES_PRODUCTION',
  REACHES_AUDIENCE = 'REACHES_AUDIENCE',
}

registerEnumType(PartnerReasonKind, {
  name: 'PartnerReasonKind',
  description: 'What a reason of a score says; `subjectId` is what it says it about.',
  valuesConfig: {
    COVERS_NEED: { description: 'It covers a needed competence.' },
    SHARES_THEME: { description: 'It works on a theme of the brief.' },
    SHARES_BROADER_THEME: { description: 'It works on a theme broader than one of the brief.' },
    IS_NEAR: { description: 'It stands near a place of the brief.' },
    SHARES_PARTNER: { description: 'It has a partner in common with a member.' },
    SHARES_PRODUCTION: { description: 'It took part in a production with a member.' },
    REACHES_AUDIENCE: { description: 'It made or hosted productions for an audience of the brief.' },
  },
});

/** Whether candidates may already be partners. */
export enum PartnerNovelty {
  ANY = 'ANY',
  NEW = 'NEW',
  KNOWN = 'KNOWN',
}

registerEnumType(PartnerNovelty, {
  name: 'PartnerNovelty',
  description: 'Whether candidates may already be partners of a member.',
  valuesConfig: {
    ANY: { description: 'Both.' },
    NEW: { description: 'Not yet partners.' },
    KNOWN: { description: 'Already partners.' },
  },
});

/** A relationship that proves a statement. */
@ObjectType({ description: 'A relationship of the graph that proves a statement, with its source.' })
export class Citation {
  @Field(() => String, { description: 'Type of the relationship in the graph.' })
  type!: string;

  @Field(() => ID, { description: 'Where it starts: an actor, or the production shown for HOSTED_BY.' })
  from!: string;

  @Field(() => ID, { nullable: true, description: 'Where it ends; null for a place.' })
  to!: string | null;

  @Field(() => ID, { nullable: true, description: 'Source that states it.' })
  sourceId!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Sentence of the source, or what the partnership is about.',
  })
  evidence!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Kind of the partnership, or role of the contribution.',
  })
  kind!: string | null;

  @Field(() => ID, { nullable: true, description: 'Partnership or event in between.' })
  throughId!: string | null;

  @Field(() => Int, { nullable: true, description: 'Level of the competence, 1 to 3.' })
  level!: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'How the competence is known (a value of CompetenceStatus).',
  })
  certainty!: string | null;
}

/** A part of the score of a partner. */
@ObjectType({ description: 'A part of the score of a partner.' })
export class PartnerPartScore {
  @Field(() => PartnerPart, { description: 'Which part.' })
  part!: PartnerPart;

  @Field(() => Boolean, { description: 'Whether the brief asks about it; if not, it has no weight.' })
  asked!: boolean;

  @Field(() => Float, { description: 'Its share in the score, 0 to 1.' })
  weight!: number;

  @Field(() => Float, {
    nullable: true,
    description: 'Its value, 0 to 1; null when nothing is known to tell.',
  })
  value!: number | null;

  @Field(() => Float, { description: 'Weight times value.' })
  points!: number;
}

/** Why a partner scores what it scores. */
@ObjectType({
  description: 'Why a partner scores what it scores: one statement and the relationships that prove it.',
})
export class PartnerReason {
  @Field(() => PartnerPart, { description: 'Part of the score that it feeds most.' })
  part!: PartnerPart;

  @Field(() => PartnerReasonKind, { description: 'What it says.' })
  kind!: PartnerReasonKind;

  @Field(() => ID, {
    description: 'What it says it about: a competence, a theme, an actor, a production or an audience.',
  })
  subjectId!: string;

  @Field(() => [Citation], { description: 'The relationships that prove it, all of them.' })
  citations!: Citation[];

  @Field(() => Float, { description: 'By how much the score falls when these relationships are taken away.' })
  loss!: number;
}

/** A need that a partner would cover. */
@ObjectType({ description: 'A need that a partner would cover.' })
export class CoveredNeed {
  @Field(() => ID, { description: 'The needed competence.' })
  competenceId!: string;

  @Field(() => Float, { description: 'How well it covers it, 0 to 1.' })
  value!: number;

  @Field(() => Float, { description: '1 by itself or a narrower competence, 0.5 by a broader one.' })
  factor!: number;

  @Field(() => String, { description: 'How the competence is known (a value of CompetenceStatus).' })
  certainty!: string;

  @Field(() => Citation, { description: 'The relationship that covers it best.' })
  citation!: Citation;
}

/** What a partner would bring to a phase. */
@ObjectType({ description: 'What a partner would bring to a phase; nothing when the list is empty.' })
export class PhaseContribution {
  @Field(() => String, { description: 'VALIDATION, FABRICATION or DIFFUSION.' })
  phase!: string;

  @Field(() => [CoveredNeed], { description: 'Needs it covers there.' })
  needs!: CoveredNeed[];
}

/** Through whom one could be introduced. */
@ObjectType({ description: 'Through whom one could be introduced to a candidate.' })
export class PartnerIntroducer {
  @Field(() => ID, { description: 'A partner of both.' })
  actorId!: string;

  @Field(() => [Citation], { description: 'What ties it to the members.' })
  fromMembers!: Citation[];

  @Field(() => [Citation], { description: 'What ties it to the candidate.' })
  toCandidate!: Citation[];

  @Field(() => Int, { description: 'How many others could introduce as well.' })
  others!: number;
}

/** A ranked partner. */
@ObjectType({ description: 'A ranked partner, with everything that makes its rank.' })
export class PartnerScore {
  @Field(() => ID, { description: 'The candidate.' })
  actorId!: string;

  @Field(() => Int, { description: '1 for the first; 0 when it is not ranked.' })
  rank!: number;

  @Field(() => Float, { description: 'Sum of the points of the parts, 0 to 1.' })
  score!: number;

  @Field(() => Float, {
    description: 'What the score could be at most if what is not known were at its best.',
  })
  possible!: number;

  @Field(() => [PartnerPartScore], { description: 'The parts of the score.' })
  parts!: PartnerPartScore[];

  @Field(() => [PartnerReason], { description: 'The reasons, worth most first.' })
  reasons!: PartnerReason[];

  @Field(() => [PhaseContribution], { description: 'What it would bring, phase by phase.' })
  brings!: PhaseContribution[];

  @Field(() => Float, {
    nullable: true,
    description: 'Kilometres to the nearest place; null when a place is unknown.',
  })
  distanceKm!: number | null;

  @Field(() => [Citation], {
    description: 'What already makes it a partner of a member; empty when it is not one.',
  })
  partnership!: Citation[];

  @Field(() => PartnerIntroducer, {
    nullable: true,
    description: 'Through whom one could be introduced; null when nobody.',
  })
  introducer!: PartnerIntroducer | null;
}

/** A need as it was understood. */
@ObjectType({ description: 'A need as it was understood.' })
export class ResolvedNeed {
  @Field(() => ID, { description: 'Competence.' })
  competenceId!: string;

  @Field(() => String, { description: 'VALIDATION, FABRICATION or DIFFUSION.' })
  phase!: string;

  @Field(() => Float, { description: 'How much it counts.' })
  weight!: number;

  @Field(() => UsualNeed, {
    nullable: true,
    description: 'What says that it is usual, when it was not asked.',
  })
  usual!: UsualNeed | null;
}

/** A competence that productions of a kind usually require. */
@ObjectType({
  description: 'A competence that productions of a kind usually require, with what was counted.',
})
export class UsualNeed {
  @Field(() => ID, { description: 'Competence.' })
  competenceId!: string;

  @Field(() => String, { description: 'VALIDATION, FABRICATION or DIFFUSION.' })
  phase!: string;

  @Field(() => Int, { description: 'Productions that say they require it.' })
  required!: number;

  @Field(() => Int, { description: 'Productions where a contributor to its phase has it.' })
  practised!: number;

  @Field(() => Int, { description: 'Productions looked at.' })
  of!: number;

  @Field(() => Float, { description: 'Share of the productions looked at, 0 to 1.' })
  share!: number;

  @Field(() => [ID], { description: 'The productions counted.' })
  productionIds!: string[];
}

/** What productions of a kind usually require. */
@ObjectType({ description: 'What productions of a kind usually require, with what was looked at.' })
export class NeedSuggestion {
  @Field(() => String, {
    description: 'Which productions were looked at: TYPE_AND_THEME, TYPE, THEME, or NONE when nothing fits.',
  })
  basis!: string;

  @Field(() => Int, { description: 'How many productions were looked at.' })
  productions!: number;

  @Field(() => [UsualNeed], { description: 'By phase, the most usual first.' })
  needs!: UsualNeed[];
}

/** A need that a member already covers. */
@ObjectType({ description: 'A need that a member already covers, with the proof.' })
export class HeldNeed {
  @Field(() => ID, { description: 'Competence.' })
  competenceId!: string;

  @Field(() => Citation, { description: 'What proves it.' })
  citation!: Citation;
}

/** The brief as it was understood. */
@ObjectType({ description: 'The brief as it was understood.' })
export class ResolvedBrief {
  @Field(() => [ID], { description: 'Who asks, and whom the project already has.' })
  memberIds!: string[];

  @Field(() => [ResolvedNeed], { description: 'Needs that no member covers.' })
  needs!: ResolvedNeed[];

  @Field(() => String, { description: 'Where needs come from: BRIEF, USUAL (such productions), or NONE.' })
  needsFrom!: string;

  @Field(() => [HeldNeed], { description: 'Needs put aside: a member covers them.' })
  held!: HeldNeed[];

  @Field(() => [ID], { description: 'Themes.' })
  themeIds!: string[];

  @Field(() => String, { description: 'Where themes come from: BRIEF, ACTOR, or NONE.' })
  themesFrom!: string;

  @Field(() => [String], { description: 'Audiences.' })
  audiences!: string[];

  @Field(() => String, { description: 'Where audiences come from: BRIEF, ACTOR, or NONE.' })
  audiencesFrom!: string;

  @Field(() => String, { description: 'Where places come from: BRIEF, ACTOR, or NONE.' })
  placeFrom!: string;
}

/** How many candidates were left out, and why. */
@ObjectType({ description: 'How many candidates were left out, by the first reason that applies.' })
export class PartnersLeftOut {
  @Field(() => Int, { description: 'Already in the project.' })
  member!: number;

  @Field(() => Int, { description: 'Left out by name.' })
  excluded!: number;

  @Field(() => Int, { description: 'Outside the region.' })
  outside!: number;

  @Field(() => Int, { description: 'Of another family.' })
  family!: number;

  @Field(() => Int, { description: 'In another territory.' })
  territory!: number;

  @Field(() => Int, { description: 'Already partners, or not yet, against what was asked.' })
  novelty!: number;

  @Field(() => Int, { description: 'Too far.' })
  distance!: number;

  @Field(() => Int, { description: 'With a limit of distance: of unknown place.' })
  unknownPlace!: number;
}

/** The answer to a brief. */
@ObjectType({
  description:
    'Partners for a brief, best first. Score = Σ weight × part over the parts that the brief asks about.',
})
export class PartnerRanking {
  @Field(() => ResolvedBrief, { description: 'The brief as it was understood.' })
  brief!: ResolvedBrief;

  @Field(() => [PartnerScore], { description: 'The page asked for.' })
  ranked!: PartnerScore[];

  @Field(() => Int, { description: 'Candidates ranked in all.' })
  total!: number;

  @Field(() => [ID], {
    description:
      'Candidates of whom neither a competence nor a theme is known: not ranked, since unknown is not nothing. At most 500.',
  })
  unknownIds!: string[];

  @Field(() => Int, { description: 'How many candidates nothing is known of.' })
  unknownTotal!: number;

  @Field(() => PartnersLeftOut, { description: 'How many were left out, and why.' })
  leftOut!: PartnersLeftOut;

  @Field(() => String, {
    nullable: true,
    description: 'Last committed transaction of the database that the answer was read at.',
  })
  version!: string | null;
}
