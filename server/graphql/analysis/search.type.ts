import { Field, Float, ID, ObjectType, registerEnumType } from 'type-graphql';

/** Kinds of thing that the search box finds. */
export enum SearchKind {
  ACTOR = 'ACTOR',
  COMPETENCE = 'COMPETENCE',
  THEME = 'THEME',
  PRODUCTION = 'PRODUCTION',
  TERRITORY = 'TERRITORY',
  SOURCE = 'SOURCE',
}

registerEnumType(SearchKind, {
  name: 'SearchKind',
  description: 'Kind of thing that the search box finds.',
  valuesConfig: {
    ACTOR: { description: 'A structure, a laboratory or a person.' },
    COMPETENCE: { description: 'A competence.' },
    THEME: { description: 'A theme.' },
    PRODUCTION: { description: 'A production.' },
    TERRITORY: { description: 'A commune, an intercommunality, a département or a region.' },
    SOURCE: { description: 'A source.' },
  },
});

/** One thing that the text names. */
@ObjectType({ description: 'One thing that the text names.' })
export class SearchHit {
  @Field(() => SearchKind, { description: 'What it is.' })
  kind!: SearchKind;

  @Field(() => ID, { description: 'Its identifier.' })
  id!: string;

  @Field(() => String, { description: 'Its name, in the language asked for.' })
  label!: string;

  @Field(() => String, { nullable: true, description: 'Its acronym, when it has one.' })
  acronym!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'What tells it apart: the commune of an actor, the département of a commune, the publisher of a source.',
  })
  detail!: string | null;

  @Field(() => String, { nullable: true, description: 'Family of an actor.' })
  family!: string | null;

  @Field(() => Float, {
    description: 'How well it answers; higher is better, comparable within one answer only.',
  })
  score!: number;
}
