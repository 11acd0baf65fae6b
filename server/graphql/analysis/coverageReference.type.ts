import { Field, Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql';

/** What a territory that one compares with is. */
export enum CoverageReferenceLevel {
  COUNTRY = 'COUNTRY',
  REGION = 'REGION',
  OTHER = 'OTHER',
}

registerEnumType(CoverageReferenceLevel, {
  name: 'CoverageReferenceLevel',
  description: 'What a territory that one compares with is.',
  valuesConfig: {
    COUNTRY: { description: 'A country.' },
    REGION: { description: 'Another region.' },
    OTHER: { description: 'Something else.' },
  },
});

/** Why a reference cannot be compared with. */
export enum CoverageReferenceLack {
  THEMES_OR_COMPETENCES = 'THEMES_OR_COMPETENCES',
  STOPS = 'STOPS',
  ACTORS = 'ACTORS',
  COUNTS = 'COUNTS',
}

registerEnumType(CoverageReferenceLack, {
  name: 'CoverageReferenceLack',
  description: 'Why a reference cannot be compared with: the quotient is then unknown.',
  valuesConfig: {
    THEMES_OR_COMPETENCES: {
      description: 'References count by family and phase, not by theme or competence.',
    },
    STOPS: { description: 'References count actors, not stops of tours.' },
    ACTORS: { description: 'It does not say how many actors it has in all.' },
    COUNTS: { description: 'It does not count the families or phases chosen.' },
  },
});

/** Who says imported figures, and when. */
@ObjectType({ description: 'Who says imported figures, and when.' })
export class CoverageFiguresSource {
  @Field(() => ID, { description: 'The source.' })
  sourceId!: string;

  @Field(() => String, { description: 'Its title.' })
  title!: string;

  @Field(() => String, { nullable: true, description: 'Its publisher.' })
  publisher!: string | null;

  @Field(() => String, { nullable: true, description: 'Its address, or a URN.' })
  url!: string | null;

  @Field(() => String, { nullable: true, description: 'Date of the figures: year, month or day.' })
  date!: string | null;

  @Field(() => String, { nullable: true, description: 'Licence.' })
  licence!: string | null;

  @Field(() => String, { nullable: true, description: 'Day it was imported.' })
  retrieved!: string | null;
}

/** A territory elsewhere that the region may be compared with. */
@ObjectType({ description: 'A territory elsewhere that the region may be compared with. Null is unknown.' })
export class CoverageReference {
  @Field(() => ID, { description: 'Identifier, for `quotientReference`.' })
  referenceId!: string;

  @Field(() => String, { description: 'Its code.' })
  code!: string;

  @Field(() => String, { description: 'Its name.' })
  name!: string;

  @Field(() => CoverageReferenceLevel, { description: 'What it is.' })
  level!: CoverageReferenceLevel;

  @Field(() => Float, { nullable: true, description: 'Inhabitants.' })
  population!: number | null;

  @Field(() => Float, { nullable: true, description: 'Of them, 0 to 14.' })
  under15!: number | null;

  @Field(() => Float, { nullable: true, description: 'Of them, 15 to 24.' })
  from15To24!: number | null;

  @Field(() => Int, { nullable: true, description: 'All its actors.' })
  actors!: number | null;

  @Field(() => Int, { description: 'Counts of actors by family, phases or both that it gives.' })
  counts!: number;

  @Field(() => CoverageFiguresSource, { nullable: true, description: 'Who says it.' })
  figuresSource!: CoverageFiguresSource | null;
}

/** The reference of a location quotient, with the figures it stands on. */
@ObjectType({
  description:
    'The imported reference of a location quotient, and the figures of both sides that it stands on.',
})
export class CoverageQuotientReference {
  @Field(() => CoverageReference, { description: 'The reference.' })
  reference!: CoverageReference;

  @Field(() => [CoverageReferenceLack], { description: 'Why it cannot be compared with; empty when it can.' })
  lacks!: CoverageReferenceLack[];

  @Field(() => [String], { description: 'Columns of its file that would say what it does not count.' })
  missingColumns!: string[];

  @Field(() => Boolean, {
    description:
      'Whether phases count; a reference by family alone is compared by family alone, on both sides.',
  })
  byPhase!: boolean;

  @Field(() => Int, { nullable: true, description: 'Actors of the choice there.' })
  part!: number | null;

  @Field(() => Float, { nullable: true, description: 'People of the audience there.' })
  people!: number | null;

  @Field(() => Int, { nullable: true, description: 'Actors of the choice located in this region.' })
  regionPart!: number | null;

  @Field(() => Int, { description: 'All actors located in this region.' })
  regionActors!: number;

  @Field(() => Float, { nullable: true, description: 'People of the audience in this region.' })
  regionPeople!: number | null;
}

/** A vintage of imported ages. */
@ObjectType({ description: 'Communes of the region whose ages were imported of one year.' })
export class CoverageAgesInUse {
  @Field(() => Int, { nullable: true, description: 'Year of the census; null when the file did not say.' })
  year!: number | null;

  @Field(() => Int, { description: 'Communes of the region.' })
  communes!: number;

  @Field(() => CoverageFiguresSource, { nullable: true, description: 'Who says it.' })
  figuresSource!: CoverageFiguresSource | null;
}

/** The imported travel times. */
@ObjectType({ description: 'The imported travel times.' })
export class CoverageTravelInUse {
  @Field(() => Int, { description: 'Pairs of communes.' })
  pairs!: number;

  @Field(() => Int, { description: 'Communes of the region from which a time is known.' })
  communes!: number;

  @Field(() => CoverageFiguresSource, { nullable: true, description: 'Who says it.' })
  figuresSource!: CoverageFiguresSource | null;
}

/** What was imported for coverage, and what is still estimated. */
@ObjectType({ description: 'What was imported for coverage, and what is still estimated.' })
export class CoverageImports {
  @Field(() => Int, { description: 'Communes of the region.' })
  communes!: number;

  @Field(() => [CoverageAgesInUse], {
    description: 'Ages that were imported, by year; those of other communes are estimated.',
  })
  ages!: CoverageAgesInUse[];

  @Field(() => CoverageTravelInUse, { nullable: true, description: 'Null: every time is that of the model.' })
  travelTimes!: CoverageTravelInUse | null;

  @Field(() => [CoverageReference], { description: 'Territories to compare with, countries first.' })
  references!: CoverageReference[];
}
