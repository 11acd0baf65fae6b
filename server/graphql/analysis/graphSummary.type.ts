import { Field, ID, Int, ObjectType } from 'type-graphql';

/** How much the graph holds, what it does not know, and from when it is. */
@ObjectType({ description: 'How much the graph holds, what it does not know, and from when it is.' })
export class GraphSummary {
  @Field(() => Int, { description: 'Structures: associations, museums, universities, towns…' })
  structures!: number;

  @Field(() => Int, { description: 'Laboratories.' })
  labs!: number;

  @Field(() => Int, { description: 'Persons, recorded with consent only.' })
  people!: number;

  @Field(() => Int, { description: 'Competences of the vocabulary, top concepts included.' })
  competences!: number;

  @Field(() => Int, { description: 'Themes of the vocabulary, top themes included.' })
  themes!: number;

  @Field(() => Int, { description: 'Productions.' })
  productions!: number;

  @Field(() => Int, { description: 'Copies and modules that tour.' })
  copies!: number;

  @Field(() => Int, { description: 'Events, stops of a tour included.' })
  events!: number;

  @Field(() => Int, { description: 'Places that receive the public.' })
  venues!: number;

  @Field(() => Int, { description: 'Partnerships.' })
  partnerships!: number;

  @Field(() => Int, { description: 'Needs.' })
  needs!: number;

  @Field(() => Int, { description: 'Offers.' })
  offers!: number;

  @Field(() => Int, { description: 'Sources that state all of this.' })
  sources!: number;

  @Field(() => Int, { description: 'Figures.' })
  indicators!: number;

  @Field(() => Int, { description: 'Communes of the region.' })
  communes!: number;

  @Field(() => Int, { description: 'Intercommunalities.' })
  epcis!: number;

  @Field(() => Int, { description: 'Départements.' })
  departments!: number;

  @Field(() => Int, { description: 'Statements that an actor has a competence.' })
  competenceStatements!: number;

  @Field(() => Int, { description: 'Actors of which no competence was read anywhere: to be declared.' })
  actorsToDeclare!: number;

  @Field(() => Int, { description: 'Actors whose commune is unknown.' })
  actorsWithoutCommune!: number;

  @Field(() => Int, {
    description: 'Communes of the region whose population is unknown; unknown is not zero.',
  })
  communesOfUnknownPopulation!: number;

  @Field(() => Date, {
    nullable: true,
    description: 'When something was last imported; null when nothing was.',
  })
  lastImportAt!: Date | null;

  @Field(() => [ID], { description: 'The five sources read last, the latest first.' })
  latestSourceIds!: string[];
}
