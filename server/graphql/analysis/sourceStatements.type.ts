import { Field, ID, Int, ObjectType } from 'type-graphql';

/** A source states that an actor has a competence. */
@ObjectType({ description: 'A source states that an actor has a competence.' })
export class CompetenceStatement {
  @Field(() => ID, { description: 'The actor.' })
  actorId!: string;

  @Field(() => ID, { description: 'The competence.' })
  competenceId!: string;

  @Field(() => Int, { nullable: true, description: 'Level, 1 to 3; null when unknown.' })
  level!: number | null;

  @Field(() => String, { description: 'How it is known: documented, register, declared or inferred.' })
  status!: string;

  @Field(() => String, { nullable: true, description: 'What the source says.' })
  evidence!: string | null;
}

/** A source states that an actor contributed to a production. */
@ObjectType({ description: 'A source states that an actor contributed to a production.' })
export class ContributionStatement {
  @Field(() => ID, { description: 'The actor.' })
  actorId!: string;

  @Field(() => ID, { description: 'The production.' })
  productionId!: string;

  @Field(() => String, { nullable: true, description: 'Its role.' })
  role!: string | null;

  @Field(() => Int, { nullable: true, description: 'Year; null when unknown.' })
  year!: number | null;
}

/** What a source states by relationships, which carry its identifier. */
@ObjectType({ description: 'What a source states by relationships, which carry its identifier.' })
export class SourceStatements {
  @Field(() => [CompetenceStatement], { description: 'Competences of actors, at most 500.' })
  competences!: CompetenceStatement[];

  @Field(() => [ContributionStatement], { description: 'Contributions to productions, at most 500.' })
  contributions!: ContributionStatement[];
}
