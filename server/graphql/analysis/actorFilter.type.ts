import { Field, ID, InputType, registerEnumType } from 'type-graphql';
import { z } from 'zod';
import { ages, type ActorFilter } from '../../analysis/explore/actorFilter';
import type { TieFilter } from '../../analysis/explore/tieFilter';
import { dateNumber } from '../../analysis/network/tieDates';
import type { Database } from '../../database/driver';
import { readSearch } from '../../graph/readSearch';

/** What may tie two actors. */
export enum ActorTieKind {
  PARTNERSHIP = 'PARTNERSHIP',
  CONTRIBUTION = 'CONTRIBUTION',
  HOSTING = 'HOSTING',
  SUPERVISION = 'SUPERVISION',
}

registerEnumType(ActorTieKind, {
  name: 'ActorTieKind',
  description: 'What may tie two actors.',
  valuesConfig: {
    PARTNERSHIP: { description: 'A partnership, a membership, a convention, a coproduction…' },
    CONTRIBUTION: { description: 'A production both contributed to.' },
    HOSTING: { description: 'One hosted a production the other contributed to.' },
    SUPERVISION: { description: 'One supervises the other, or is a part of it.' },
  },
});

/** What is asked of actors: within a list any of the values, between lists all. Absent or empty asks nothing. */
@InputType({
  description:
    'What is asked of actors: within a list any of the values, between lists all. Absent or empty asks nothing.',
})
export class ActorFilterInput {
  @Field(() => String, {
    nullable: true,
    description: 'What is looked for among names, as `search` does: accents and a typing error forgiven.',
  })
  text?: string | null;

  @Field(() => [String], { nullable: true, description: 'Families: MUSEUM, LAB…' })
  families?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Kinds: STRUCTURE, LAB, PERSON.' })
  kinds?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Phases in which it has a competence.' })
  phases?: string[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Competences; a broader one stands for those under it.',
  })
  competences?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Themes; a broader one stands for those under it.' })
  themes?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Territories of any level where it stands or serves.' })
  territories?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'NEEDS, OFFERS: what it has published.' })
  has?: string[] | null;

  @Field(() => [String], {
    nullable: true,
    description: 'DECLARED: a competence was read somewhere; TO_DECLARE: none was.',
  })
  known?: string[] | null;

  @Field(() => [String], {
    nullable: true,
    description:
      'Age of its latest dated statement: UNDER_2_YEARS, FROM_2_TO_5_YEARS, OVER_5_YEARS, UNDATED.',
  })
  ages?: string[] | null;
}

/** Which ties between actors count. */
@InputType({ description: 'Which ties between actors count.' })
export class ActorTieFilterInput {
  @Field(() => [ActorTieKind], { nullable: true, description: 'Kinds that count; all when absent or empty.' })
  kinds?: ActorTieKind[] | null;

  @Field(() => String, { nullable: true, description: 'From when: 2015, 2015-06 or 2015-06-30.' })
  from?: string | null;

  @Field(() => String, { nullable: true, description: 'Until when, included.' })
  to?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether ties that cannot be dated stay when a date is given; yes when absent.',
  })
  undated?: boolean | null;
}

const values = z
  .array(z.string().min(1).max(200))
  .max(200, 'has more than 200 values')
  .nullish()
  .transform((list) => list ?? []);
const oneOf = <const T extends string>(choices: readonly T[]) =>
  z
    .array(z.enum(choices))
    .nullish()
    .transform((list) => list ?? []);

const date = z
  .string()
  .refine(isDate, 'is not a date: 2015, 2015-06 or 2015-06-30')
  .nullish()
  .transform((text) => text ?? null);

function isDate(text: string): boolean {
  try {
    return !Number.isNaN(dateNumber(text, 'start'));
  } catch {
    return false;
  }
}

/** A filter as it is asked: what is looked for is still a text. */
export type AskedFilter = Omit<ActorFilter, 'found'> & { text: string };

/** Reads an {@link ActorFilterInput}; null asks nothing. */
export const actorFilterSchema: z.ZodType<AskedFilter> = z.preprocess(
  (given) => given ?? {},
  z.object({
    text: z
      .string()
      .max(200, 'is longer than 200 characters')
      .nullish()
      .transform((text) => text ?? ''),
    families: values,
    kinds: values,
    phases: values,
    competences: values,
    themes: values,
    territories: values,
    has: oneOf(['NEEDS', 'OFFERS']),
    known: oneOf(['DECLARED', 'TO_DECLARE']),
    ages: oneOf(ages),
  }),
);

/** Most actors that a text is believed to name. */
const mostFound = 100;

/** Turns what is looked for into the actors that the search finds; a blank text leaves all. */
export async function resolveFilter(
  database: Database,
  { text, ...filter }: AskedFilter,
): Promise<ActorFilter> {
  if (text.trim() === '') return { ...filter, found: null };
  const hits = await readSearch(database, text, ['Actor'], mostFound);
  return { ...filter, found: new Set(hits.map(({ id }) => id)) };
}

/** Reads an {@link ActorTieFilterInput}; null keeps every tie. */
export const tieFilterSchema: z.ZodType<TieFilter> = z.preprocess(
  (given) => given ?? {},
  z.object({
    kinds: oneOf(Object.values(ActorTieKind)),
    from: date,
    to: date,
    undated: z
      .boolean()
      .nullish()
      .transform((kept) => kept ?? true),
  }),
);

/** Reads the language of labels. */
export const languageSchema = z.enum(['fr', 'en'], 'is neither fr nor en');
