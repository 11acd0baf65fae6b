import { randomUUID } from 'node:crypto';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { z } from 'zod';
import { publishNeed } from '../../exchange/import/publishNeed';
import { publishOffer } from '../../exchange/import/publishOffer';
import { vocabularyOf } from '../../exchange/sheets/vocabulary';
import type { ApiContext } from '../context';
import { parseArguments } from '../parseArguments';
import { answerersOf, isOpen, toNeedBrief, toPublishedNeed } from './needs.rows';
import { NeedInput, PublishedNeed } from './needs.type';
import { currentField, needsAnsweredBy, toPublishedOffer } from './offers.rows';
import { OfferInput, PublishedOffer } from './offers.type';
import {
  checkEnds,
  hasOneSource,
  lastDay,
  oneSource,
  saysWhat,
  statementShape,
  textOf,
  withKnownSource,
} from './statements.asked';

const needSchema = z
  .object({
    ...statementShape,
    actorId: textOf(200).nullish(),
    group: z
      .string()
      .refine((group) => vocabularyOf('needGroup').entries.some(({ id }) => id === group), 'is not a group')
      .nullish(),
  })
  .refine((need) => Boolean(need.actorId) !== Boolean(need.group), {
    path: ['actorId'],
    error: 'Who needs it: one actor, or one group.',
  })
  .refine(saysWhat, {
    path: ['competenceIds'],
    error: 'What is needed: at least one competence or one theme.',
  })
  .refine(hasOneSource, oneSource);

const offerSchema = z
  .object({ ...statementShape, actorId: textOf(200) })
  .refine(saysWhat, {
    path: ['competenceIds'],
    error: 'What is offered: at least one competence or one theme.',
  })
  .refine(hasOneSource, oneSource);

const authorArgument = { defaultValue: '', description: 'Who publishes it.' };

/** When, by whom and until when something is published. */
function stamp(asked: { expiresOn?: string | null | undefined }, by: string) {
  const now = new Date();
  return {
    expiresOn: lastDay(asked.expiresOn, now),
    changeId: randomUUID(),
    at: now.toISOString(),
    by: by.slice(0, 200),
  };
}

/** Serves the publishing of needs and offers; it needs the write token. */
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
    @Arg('by', () => String, authorArgument) by: string,
    @Ctx() context: ApiContext,
  ): Promise<PublishedNeed> {
    context.writeAccess.check(context.authorization);
    const asked = parseArguments(needSchema, need);
    const { rows, projection } = await currentField(context);
    checkEnds(rows, projection, asked);
    const stamped = stamp(asked, by);
    const written = await withKnownSource(publishNeed(context.database, { ...asked, ...stamped }));
    const { answerers } = answerersOf(projection, written, toNeedBrief(rows, projection, written));
    return toPublishedNeed(written, stamped.at.slice(0, 10), answerers.size);
  }

  /** Publishes an offer. */
  @Mutation(() => PublishedOffer, {
    nullable: true,
    complexity: 50,
    description:
      'Publishes an offer, dated today, as one dated change that can be undone; gives it with how many needs it answers. Needs the write token.',
  })
  async publishOffer(
    @Arg('offer', () => OfferInput, { description: 'The offer.' }) offer: OfferInput,
    @Arg('by', () => String, authorArgument) by: string,
    @Ctx() context: ApiContext,
  ): Promise<PublishedOffer> {
    context.writeAccess.check(context.authorization);
    const asked = parseArguments(offerSchema, offer);
    const { rows, projection, needs } = await currentField(context);
    checkEnds(rows, projection, asked);
    const stamped = stamp(asked, by);
    const written = await withKnownSource(publishOffer(context.database, { ...asked, ...stamped }));
    const today = stamped.at.slice(0, 10);
    const open = needs.filter((need) => isOpen(need, today));
    return toPublishedOffer(written, today, needsAnsweredBy(projection, written, open).length);
  }
}
