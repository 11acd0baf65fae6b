import { z } from 'zod';
import type { PartnerProjection } from '../../analysis/partners/projection';
import { InvalidInputError, NotFoundError } from '../../errors';
import { UnknownSourceError } from '../../exchange/import/publishStatement';
import type { RegionRows } from '../../graph/readRegion';
import { checkKnown, toPlaces } from './partners.brief';

/** Longest time that a need or an offer may hold, in days. */
const LONGEST = 3 * 366;
const isDay = (text: string) => new Date(text).toISOString().startsWith(text);
const ids = z.array(z.string().min(1).max(200)).max(12).nullish();

/** A text of some length, without the blanks around it. */
export const textOf = (max: number) => z.string().trim().min(1).max(max);

/** What a need and an offer are both asked for. */
export const statementShape = {
  statementFr: z.string().trim().min(10, 'is shorter than 10 characters').max(500),
  competenceIds: ids,
  themeIds: ids,
  territoryIds: ids,
  expiresOn: z.iso.date('is not an ISO day').refine(isDay, 'is not a day of the calendar').nullish(),
  sourceId: textOf(200).nullish(),
  source: z
    .object({
      title: textOf(500),
      publisher: textOf(200),
      url: z.url({ protocol: /^https?$/, error: 'is not an http address' }).nullish(),
      date: z
        .string()
        .regex(/^\d{4}(-\d\d(-\d\d)?)?$/, 'is not a date')
        .nullish(),
    })
    .nullish(),
};

interface Asked {
  actorId?: string | null | undefined;
  competenceIds?: string[] | null | undefined;
  themeIds?: string[] | null | undefined;
  territoryIds?: string[] | null | undefined;
  sourceId?: string | null | undefined;
  source?: object | null | undefined;
}

/** Whether it says something: at least one competence or one theme. */
export const saysWhat = ({ competenceIds, themeIds }: Asked): boolean =>
  Boolean(competenceIds?.length) || Boolean(themeIds?.length);

/** Whether exactly one source states it. */
export const hasOneSource = ({ sourceId, source }: Asked): boolean => Boolean(sourceId) !== Boolean(source);

/** Why something without exactly one source is refused. */
export const oneSource = {
  path: ['source'],
  error: 'Who says so: one known source, or a new one.',
};

/** @throws NotFoundError naming the first end that does not exist */
export function checkEnds(rows: RegionRows, projection: PartnerProjection, asked: Asked): void {
  checkKnown(projection.actors, 'actor', asked.actorId ? [asked.actorId] : []);
  checkKnown(projection.competences, 'competence', asked.competenceIds);
  checkKnown(projection.themes, 'theme', asked.themeIds);
  toPlaces(rows, asked.territoryIds ?? []);
}

/** Last ISO day it holds, a year from now when not said. @throws InvalidInputError when it is past, or too far */
export function lastDay(asked: string | null | undefined, now: Date): string {
  const dayAfter = (days: number) => new Date(now.getTime() + days * 86_400_000).toISOString().slice(0, 10);
  if (!asked) return dayAfter(365);
  if (asked > dayAfter(0) && asked <= dayAfter(LONGEST)) return asked;
  throw new InvalidInputError('A need or an offer ends after today, and within three years.', {
    where: 'expiresOn',
    what: asked,
    todo: `Give a day between ${dayAfter(1)} and ${dayAfter(LONGEST)}.`,
  });
}

/**
 * Writes, and says an unknown source as the API does.
 *
 * @throws NotFoundError when the source does not exist
 */
export async function withKnownSource<T>(write: Promise<T>): Promise<T> {
  try {
    return await write;
  } catch (error) {
    if (!(error instanceof UnknownSourceError)) throw error;
    throw new NotFoundError(error.message, {
      where: 'sourceId',
      what: error.sourceId,
      todo: 'Look it up with `search`, or give a new source.',
    });
  }
}
