import { Field, Float, ID, InputType, Int, ObjectType } from 'type-graphql';
import { DuplicateReason } from './duplicates.type';

/** A register that was sent. */
@ObjectType({ description: 'A published register, as it compares with the actors of the graph.' })
export class RegisterSummary {
  @Field(() => String, { description: 'Name of the register: MUSEOFILE, LIBRARIES, RNSR, FABLABS…' })
  format!: string;

  @Field(() => Int, { description: 'Its rows, those of other regions left out.' })
  rows!: number;

  @Field(() => Int, { description: 'Rows that are surely an actor of the graph.' })
  sure!: number;

  @Field(() => Int, { description: 'Rows that may be an actor of the graph, and wait for a decision.' })
  doubtful!: number;

  @Field(() => Int, { description: 'Rows that are no actor of the graph: to be created.' })
  absent!: number;

  @Field(() => Int, { description: 'Rows of other regions, left out.' })
  outside!: number;

  @Field(() => Int, {
    description: 'Rows that are no actor of any family here, closed or of another country: left out.',
  })
  leftOut!: number;

  @Field(() => Int, { description: 'Rows with something wrong in them, such as an identifier that is none.' })
  problems!: number;

  @Field(() => Int, { description: 'Actors that bear an identifier of this register.' })
  bearers!: number;

  @Field(() => Boolean, {
    description:
      'Whether the file looks like a part of the register only: it has fewer rows of the region than half the actors that bear one of its identifiers. Then none is said to be gone.',
  })
  isPartial!: boolean;

  @Field(() => [ID], {
    description: 'Actors that bear an identifier of this register which it no longer has, at most 500.',
  })
  goneActorIds!: string[];
}

/** An actor that a row may be. */
@ObjectType({ description: 'An actor that a row of a register may be.' })
export class RegisterCandidate {
  @Field(() => ID, { description: 'The actor.' })
  actorId!: string;

  @Field(() => Float, { description: 'Probability of being it, 0 to 1 (Fellegi and Sunter 1969).' })
  probability!: number;

  @Field(() => [DuplicateReason], {
    description: 'The parts of the score: name, commune and kind; none when they share an identifier.',
  })
  reasons!: DuplicateReason[];
}

/** A doubtful row. */
@ObjectType({ description: 'A row of a register that may be an actor of the graph.' })
export class RegisterDoubt {
  @Field(() => String, { description: 'Identifier of the row in its register.' })
  row!: string;

  @Field(() => String, { description: 'Name, as the register writes it.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Town, as the register writes it.' })
  town!: string | null;

  @Field(() => [RegisterCandidate], { description: 'Actors that it may be, the likeliest first.' })
  candidates!: RegisterCandidate[];

  @Field(() => ID, {
    nullable: true,
    description: 'The actor that it was decided to be; null when it was not.',
  })
  decidedActorId!: string | null;

  @Field(() => Boolean, { description: 'Whether it was decided to be a new actor.' })
  isNew!: boolean;
}

/** A page of doubtful rows. */
@ObjectType({ description: 'A page of doubtful rows of a register.' })
export class RegisterDoubts {
  @Field(() => Int, { description: 'How many there are in all.' })
  total!: number;

  @Field(() => [RegisterDoubt], { description: 'Those of the page.' })
  rows!: RegisterDoubt[];
}

/** A row that is no actor of the graph. */
@ObjectType({ description: 'A row of a register that is no actor of the graph.' })
export class RegisterAbsence {
  @Field(() => String, { description: 'Identifier of the row in its register.' })
  row!: string;

  @Field(() => String, { description: 'Name, as the register writes it.' })
  name!: string;

  @Field(() => ID, { nullable: true, description: 'Its commune; null when unknown.' })
  communeId!: string | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'Degrees: that of the row, else of the town hall of its commune; null when neither is known.',
  })
  latitude!: number | null;

  @Field(() => Float, { nullable: true, description: 'Degrees, likewise.' })
  longitude!: number | null;
}

/** How many rows are absent of a territory. */
@ObjectType({
  description: 'How many rows of a register are no actor of the graph, in one intercommunality.',
})
export class AbsencesOfPlace {
  @Field(() => ID, { description: 'The intercommunality.' })
  epciId!: string;

  @Field(() => Int, { description: 'Rows absent there.' })
  absent!: number;

  @Field(() => Int, { description: 'Rows there in all.' })
  rows!: number;
}

/** A page of absent rows. */
@ObjectType({ description: 'Rows of a register that are no actor of the graph, and where.' })
export class RegisterAbsences {
  @Field(() => Int, { description: 'How many there are in all.' })
  total!: number;

  @Field(() => [RegisterAbsence], { description: 'Those of the page, by commune then name.' })
  rows!: RegisterAbsence[];

  @Field(() => [AbsencesOfPlace], {
    description: 'Intercommunalities where the register has rows, the most absent first.',
  })
  places!: AbsencesOfPlace[];

  @Field(() => Int, { description: 'Absent rows whose commune or intercommunality is unknown.' })
  unplaced!: number;
}

/** Rows that a register has and that are left out, by what they say they are. */
@ObjectType({ description: 'Rows of a register that are left out, by what they say they are.' })
export class LeftOutRows {
  @Field(() => String, { description: 'What they say they are, as the register writes it.' })
  said!: string;

  @Field(() => Int, { description: 'How many rows.' })
  rows!: number;
}

/** Something wrong in a row. */
@ObjectType({ description: 'Something wrong in a row of a register; what is wrong is not taken.' })
export class RegisterRemark {
  @Field(() => Int, { description: 'Line of the file, or place in the list of a JSON, from 1.' })
  line!: number;

  @Field(() => String, {
    nullable: true,
    description: 'Column, as the file calls it; null when it has none.',
  })
  column!: string | null;

  @Field(() => String, { description: 'What is wrong, and what was done about it, in French.' })
  reasonFr!: string;

  @Field(() => String, { description: 'The same in English.' })
  reasonEn!: string;
}

/** What is not taken of a register. */
@ObjectType({ description: 'What is not taken of a register: cells that are wrong, rows that are left out.' })
export class RegisterRemarks {
  @Field(() => Int, { description: 'How many things are wrong in all.' })
  total!: number;

  @Field(() => [RegisterRemark], { description: 'Those of the page, by line.' })
  rows!: RegisterRemark[];

  @Field(() => [LeftOutRows], { description: 'Rows that are left out, the most first; at most 50 kinds.' })
  leftOut!: LeftOutRows[];
}

/** What a doubtful row is. */
@InputType({ description: 'What a doubtful row of a register is.' })
export class RegisterDecisionInput {
  @Field(() => String, { description: 'Identifier of the row in its register.' })
  row!: string;

  @Field(() => ID, { nullable: true, description: 'The actor that it is; null: a new actor.' })
  actorId!: string | null;
}
