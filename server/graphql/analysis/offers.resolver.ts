import { Arg, Ctx, ID, Int, Query, Resolver } from 'type-graphql';
import type { ApiContext } from '../context';
import { parseArguments } from '../parseArguments';
import { answerersOf, isOpen, toNeedBrief, toPublishedNeed } from './needs.rows';
import { PublishedNeed } from './needs.type';
import {
  carries,
  currentField,
  currentOffers,
  needsAnsweredBy,
  offerAnswers,
  toPublishedOffer,
} from './offers.rows';
import { PublishedOffer } from './offers.type';
import { checkKnown } from './partners.brief';
import { findStatement, statementPage, today } from './statements.list';

/** Serves published offers and the needs they answer, in both directions. */
@Resolver()
export class OffersResolver {
  /** Published offers, the newest first. */
  @Query(() => [PublishedOffer], {
    nullable: true,
    complexity: ({ args, childComplexity }) => 40 + (childComplexity * Number(args['limit'])) / 5,
    description: 'Published offers, the newest first, with how many open needs each answers.',
  })
  async publishedOffers(
    @Arg('competenceId', () => ID, {
      nullable: true,
      description: 'Only offers that carry this competence, a broader or a narrower one.',
    })
    competenceId: string | null,
    @Arg('actorId', () => ID, { nullable: true, description: 'Only offers of this actor.' })
    actorId: string | null,
    @Arg('needId', () => ID, { nullable: true, description: 'Only offers that answer this need.' })
    needId: string | null,
    @Arg('ended', () => Boolean, { defaultValue: false, description: 'Whether those that ended are kept.' })
    ended: boolean,
    @Arg('limit', () => Int, { defaultValue: 50, description: 'Page size, 1 to 100.' }) limit: number,
    @Arg('offset', () => Int, { defaultValue: 0, description: 'Offers passed over.' }) offset: number,
    @Ctx() context: ApiContext,
  ): Promise<PublishedOffer[]> {
    const page = parseArguments(statementPage, { limit, offset });
    const { projection, needs } = await currentField(context);
    if (competenceId) checkKnown(projection.competences, 'competence', [competenceId]);
    if (actorId) checkKnown(projection.actors, 'actor', [actorId]);
    const need = needId ? findStatement(needs, 'needId', needId) : null;
    const day = today();
    const open = needs.filter((one) => isOpen(one, day));
    return (await currentOffers(context.projections))
      .filter((offer) => ended || isOpen(offer, day))
      .filter((offer) => !actorId || offer.actor === actorId)
      .filter((offer) => !competenceId || carries(projection, offer, competenceId))
      .filter((offer) => need === null || offerAnswers(projection, offer, need))
      .slice(page.offset, page.offset + page.limit)
      .map((offer) => toPublishedOffer(offer, day, needsAnsweredBy(projection, offer, open).length));
  }

  /** Needs that an offer answers. */
  @Query(() => [PublishedNeed], {
    nullable: true,
    complexity: ({ args, childComplexity }) => 100 + (childComplexity * Number(args['limit'])) / 5,
    description: 'Open needs that an offer answers, the newest first.',
  })
  async needsForOffer(
    @Arg('offerId', () => ID, { description: 'The offer.' }) offerId: string,
    @Arg('limit', () => Int, { defaultValue: 50, description: 'At most so many, 1 to 100.' }) limit: number,
    @Ctx() context: ApiContext,
  ): Promise<PublishedNeed[]> {
    const page = parseArguments(statementPage, { limit, offset: 0 });
    const { rows, projection, needs } = await currentField(context);
    const offer = findStatement(await currentOffers(context.projections), 'offerId', offerId);
    const day = today();
    const open = needs.filter((need) => isOpen(need, day));
    return needsAnsweredBy(projection, offer, open)
      .slice(0, page.limit)
      .map((need) => {
        const { answerers } = answerersOf(projection, need, toNeedBrief(rows, projection, need));
        return toPublishedNeed(need, day, answerers.size);
      });
  }
}
