import { Field, Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql';

/** What a directory may be sorted by. */
export enum DirectoryOrder {
  NAME = 'NAME',
  PARTNERS = 'PARTNERS',
  PRODUCTIONS = 'PRODUCTIONS',
  COMPETENCES = 'COMPETENCES',
  LATEST = 'LATEST',
  PLACE = 'PLACE',
}

/** A choice one may make to narrow a directory. */
export enum DirectoryFacetName {
  FAMILY = 'families',
  KIND = 'kinds',
  PHASE = 'phases',
  COMPETENCE = 'competences',
  THEME = 'themes',
  TERRITORY = 'territories',
  HAS = 'has',
  KNOWN = 'known',
  AGE = 'ages',
}

registerEnumType(DirectoryOrder, {
  name: 'DirectoryOrder',
  description: 'What a directory may be sorted by; what is unknown comes last.',
  valuesConfig: {
    NAME: { description: 'Alphabetical order of French.' },
    PARTNERS: { description: 'Actors it is tied to, the most first.' },
    PRODUCTIONS: { description: 'Productions it contributed to, the most first.' },
    COMPETENCES: { description: 'Competences read, the most first.' },
    LATEST: { description: 'Latest dated statement, the latest first.' },
    PLACE: { description: 'Commune, in alphabetical order.' },
  },
});

registerEnumType(DirectoryFacetName, {
  name: 'DirectoryFacetName',
  description: 'A choice one may make to narrow a directory.',
  valuesConfig: {
    FAMILY: { description: '`families` of the filter.' },
    KIND: { description: '`kinds` of the filter.' },
    PHASE: { description: '`phases` of the filter.' },
    COMPETENCE: { description: '`competences` of the filter.' },
    THEME: { description: '`themes` of the filter.' },
    TERRITORY: { description: '`territories` of the filter.' },
    HAS: { description: '`has` of the filter.' },
    KNOWN: { description: '`known` of the filter.' },
    AGE: { description: '`ages` of the filter.' },
  },
});

/** A value of a facet and how many actors have it. */
@ObjectType({ description: 'A value of a facet and how many actors have it, given every other choice.' })
export class DirectoryFacetValue {
  @Field(() => ID, { description: 'The value, to be given back in the filter.' })
  value!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Name of a competence, a theme or a territory; null for the words of a vocabulary.',
  })
  label!: string | null;

  @Field(() => String, { nullable: true, description: 'Level of a territory, phase of a competence.' })
  sort!: string | null;

  @Field(() => ID, { nullable: true, description: 'The broader competence or theme.' })
  broader!: string | null;

  @Field(() => Int, { description: 'Actors that have it, given every other choice.' })
  count!: number;
}

/** A facet of a directory. */
@ObjectType({ description: 'A facet of a directory.' })
export class DirectoryFacet {
  @Field(() => DirectoryFacetName, { description: 'Which.' })
  name!: DirectoryFacetName;

  @Field(() => [DirectoryFacetValue], {
    description:
      'Its values. Concepts and territories above the commune are all there, with 0 where nobody has them; communes only where someone stands.',
  })
  values!: DirectoryFacetValue[];
}

/** One actor of a directory. */
@ObjectType({ description: 'One actor of a directory.' })
export class DirectoryRow {
  @Field(() => ID, { description: 'Identifier of the actor.' })
  actorId!: string;

  @Field(() => String, { description: 'Usual name.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Acronym.' })
  acronym!: string | null;

  @Field(() => String, { description: 'STRUCTURE, LAB or PERSON.' })
  kind!: string;

  @Field(() => String, { description: 'Family.' })
  family!: string;

  @Field(() => ID, { nullable: true, description: 'Its commune; null when unknown.' })
  communeId!: string | null;

  @Field(() => String, { nullable: true, description: 'Name of its commune; null when unknown.' })
  place!: string | null;

  @Field(() => String, { nullable: true, description: 'Name of its département; null when unknown.' })
  departmentName!: string | null;

  @Field(() => Float, { nullable: true, description: 'Latitude of its commune, in degrees.' })
  latitude!: number | null;

  @Field(() => Float, { nullable: true, description: 'Longitude of its commune, in degrees.' })
  longitude!: number | null;

  @Field(() => [Int], {
    description:
      'Best level in each phase (validation, fabrication, diffusion), 1 to 3; 0 when none was read.',
  })
  levels!: number[];

  @Field(() => [Int], { description: 'Competences read in each phase.' })
  competenceCounts!: number[];

  @Field(() => Boolean, {
    description: 'Whether a competence was read anywhere; if not, it is to be declared.',
  })
  declared!: boolean;

  @Field(() => [ID], { description: 'Competences read.' })
  competenceIds!: string[];

  @Field(() => [ID], { description: 'Themes it works on.' })
  themeIds!: string[];

  @Field(() => [String], { description: 'Names of its themes, in the language asked for.' })
  themeLabels!: string[];

  @Field(() => [String], { description: 'Names of its competences, in the language asked for.' })
  competenceLabels!: string[];

  @Field(() => Int, { description: 'Actors it is tied to.' })
  partners!: number;

  @Field(() => Int, { description: 'Productions it contributed to.' })
  productions!: number;

  @Field(() => Int, { description: 'Needs it expressed.' })
  needs!: number;

  @Field(() => Int, { description: 'Offers it published.' })
  offers!: number;

  @Field(() => String, { nullable: true, description: 'Latest date of what is stated about it.' })
  latest!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What it is, in the language asked for where a source says it so, else in the other.',
  })
  summary!: string | null;

  @Field(() => String, { nullable: true, description: 'Address of its site.' })
  website!: string | null;
}

/** A page of actors and every facet. */
@ObjectType({ description: 'A page of actors and every facet.' })
export class Directory {
  @Field(() => Int, { description: 'Actors that match.' })
  total!: number;

  @Field(() => Int, { description: 'Actors among which one looks.' })
  among!: number;

  @Field(() => [DirectoryRow], { description: 'The page asked for.' })
  rows!: DirectoryRow[];

  @Field(() => [DirectoryFacet], {
    description: 'Every facet, each counted by what the other choices leave.',
  })
  facets!: DirectoryFacet[];
}
