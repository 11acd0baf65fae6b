import { randomUUID } from 'node:crypto';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { z } from 'zod';
import type { PartnerProjection } from '../../analysis/partners/projection';
import { InvalidInputError, NotFoundError } from '../../errors';
import { publishNeed, UnknownSourceError } from '../../exchange/import/publishNeed';
import { vocabularyOf } from '../../exchange/sheets/vocabulary';
import type { RegionRows } from '../../graph/readRegion';
import type { ApiContext } from '../context';
import { parseArguments } from '../parseArguments';
import { answerersOf, toNeedBrief, toPublishedNeed } from './needs.rows';
import { NeedInput, PublishedNeed } from './needs.type';
import { checkKnown, toPlaces } from './partners.brief';
import { currentPartnerProjection } from './partners.rows';
import { currentRegion } from './region';

/** Longest time that a need may hold, in days. */
const LONGEST = 3 * 366;
const isDay = (text: string) => new Date(text).toISOString().startsWith(text);
const ids = z.array(z.string().min(1).max(200)).max(12).nullish();
const text = (max: number) => z.string().trim().min(1).max(max);

const needSchema = z
  .object({
    statementFr: z.string().trim().min(10, 'is shorter than 10 characters').max(500),
    actorId: text(200).nullish(),
    group: z
      .string()
      .refine((group) => vocabularyOf('needGroup').entries.some(({ id }) => id === group), 'is not a group')
      .nullish(),
    competenceIds: ids,
    themeIds: ids,
    territoryIds: ids,
    expiresOn: z.iso.date('is not an ISO day').refine(isDay, 'is not a day of the calendar').nullish(),
    sourceId: text(200).nullish(),
    source: z
      .object({
        title: text(500),
        publisher: text(200),
        url: z.url({ protocol: /^https?$/, error: 'is not an http address' }).nullish(),
        date: z
          .string()
          .regex(/^\d{4}(-\d\d(-\d\d)?)?$/, 'is not a date')
          .nullish(),
      })
      .nullish(),
  })
  .refine((need) => Boolean(need.actorId) !== Boolean(need.group), {
    path: ['actorId'],
    error: 'Who needs it: one actor, or one group.',
  })
  .refine((need) => Boolean(need.competenceIds?.length) || Boolean(need.themeIds?.length), {
    path: ['competenceIds'],
    error: 'What is needed: at least one competence or one theme.',
  })
  .refine((need) => Boolean(need.sourceId) !== Boolean(need.source), {
    path: ['source'],
    error: 'Who says so: one known source, or a new one.',
  });

type ParsedNeed = z.output<typeof needSchema>;

function checkEnds(rows: RegionRows, projection: PartnerProjection, need: ParsedNeed): void {
  checkKnown(projection.actors, 'actor', need.actorId ? [need.actorId] : []);
  checkKnown(projection.competences, 'competence', need.competenceIds);
  checkKnown(projection.themes, 'theme', need.themeIds);
  toPlaces(rows, need.territoryIds ?? []);
}

function lastDay(asked: string | null | undefined, now: Date): string {
  const dayAfter = (days: number) => new Date(now.getTime() + days * 86_400_000).toISOString().slice(0, 10);
  if (!asked) return dayAfter(365);
  if (asked > dayAfter(0) && asked <= dayAfter(LONGEST)) return asked;
  throw new InvalidInputError('A need ends after today, and within three years.', {
    where: 'expiresOn',
    what: asked,
    todo: `Give a day between ${dayAfter(1)} and ${dayAfter(LONGEST)}.`,
  });
}

/** Serves the publishing of needs; it needs the write token. */
@Resolver()
export class NeedsPublishingResolver {
  /** Publishes a need. */
  @Mutation(() => PublishedNeed, {
    nullable: true,
    complexity: 50,
    description:
      'Publishes a need, dated today, as one dated change that can be undone; gives it with how many answer it. Needs the write token.',
  })
  async publishNeed(
    @Arg('need', () => NeedInput, { description: 'The need.' }) need: NeedInput,
    @Arg('by', () => String, { defaultValue: '', description: 'Who publishes it.' }) by: string,
    @Ctx() { database, projections, writeAccess, authorization }: ApiContext,
  ): Promise<PublishedNeed> {
    writeAccess.check(authorization);
    const asked = parseArguments(needSchema, need);
    const { value: rows } = await currentRegion(projections);
    const projection = await currentPartnerProjection(projections);
    checkEnds(rows, projection, asked);
    const now = new Date();
    const expiresOn = lastDay(asked.expiresOn, now);
    try {
      const written = await publishNeed(database, {
        ...asked,
        expiresOn,
        changeId: randomUUID(),
        at: now.toISOString(),
        by: by.slice(0, 200),
      });
      const { answerers } = answerersOf(projection, written, toNeedBrief(rows, projection, written));
      return toPublishedNeed(written, now.toISOString().slice(0, 10), answerers.size);
    } catch (error) {
      if (!(error instanceof UnknownSourceError)) throw error;
      throw new NotFoundError(error.message, {
        where: 'sourceId',
        what: asked.sourceId,
        todo: 'Look it up with `search`, or give a new source.',
      });
    }
  }
}
