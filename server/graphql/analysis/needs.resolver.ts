import { Arg, Ctx, ID, Int, Query, Resolver } from 'type-graphql';
import { comparePartners, rankPartners } from '../../analysis/partners/rankPartners';
import type { NeedRow } from '../../graph/readNeeds';
import type { ApiContext } from '../context';
import { parseArguments } from '../parseArguments';
import { answerersOf, answers, isOpen, needWeights, seeks, toNeedBrief, toPublishedNeed } from './needs.rows';
import { AnsweredNeed, NeedMatches, PublishedNeed } from './needs.type';
import { currentField, type Field } from './offers.rows';
import { checkKnown, toCited, toPartnerScore } from './partners.brief';
import { findStatement, statementPage, today } from './statements.list';

/** How many answer a need; nobody, once it ended. */
function countMatches({ rows, projection }: Field, need: NeedRow, day: string): number {
  if (!isOpen(need, day)) return 0;
  return answerersOf(projection, need, toNeedBrief(rows, projection, need)).answerers.size;
}

/** Serves published needs and who answers them, in both directions. */
@Resolver()
export class NeedsResolver {
  /** Published needs, the newest first. */
  @Query(() => [PublishedNeed], {
    nullable: true,
    complexity: ({ args, childComplexity }) => 100 + (childComplexity * Number(args['limit'])) / 5,
    description: 'Published needs, the newest first, with how many actors answer each.',
  })
  async publishedNeeds(
    @Arg('competenceId', () => ID, {
      nullable: true,
      description: 'Only needs that this competence answers: that seek it, a broader or a narrower one.',
    })
    competenceId: string | null,
    @Arg('actorId', () => ID, { nullable: true, description: 'Only needs of this actor.' })
    actorId: string | null,
    @Arg('ended', () => Boolean, { defaultValue: false, description: 'Whether those that ended are kept.' })
    ended: boolean,
    @Arg('limit', () => Int, { defaultValue: 50, description: 'Page size, 1 to 100.' }) limit: number,
    @Arg('offset', () => Int, { defaultValue: 0, description: 'Needs passed over.' }) offset: number,
    @Ctx() context: ApiContext,
  ): Promise<PublishedNeed[]> {
    const page = parseArguments(statementPage, { limit, offset });
    const field = await currentField(context);
    if (competenceId) checkKnown(field.projection.competences, 'competence', [competenceId]);
    if (actorId) checkKnown(field.projection.actors, 'actor', [actorId]);
    const day = today();
    return field.needs
      .filter((need) => ended || isOpen(need, day))
      .filter((need) => !actorId || need.actor === actorId)
      .filter((need) => !competenceId || seeks(field.projection, need, competenceId))
      .slice(page.offset, page.offset + page.limit)
      .map((need) => toPublishedNeed(need, day, countMatches(field, need, day)));
  }

  /** Who answers a need. */
  @Query(() => NeedMatches, {
    nullable: true,
    complexity: ({ args, childComplexity }) => 40 + childComplexity * Math.ceil(Number(args['limit']) / 5),
    description: 'Who answers a need, best first, each with its reasons; nobody once it ended.',
  })
  async needMatches(
    @Arg('needId', () => ID, { description: 'The need.' }) needId: string,
    @Arg('limit', () => Int, { defaultValue: 20, description: 'Page size, 1 to 100.' }) limit: number,
    @Arg('offset', () => Int, { defaultValue: 0, description: 'Actors passed over.' }) offset: number,
    @Ctx() context: ApiContext,
  ): Promise<NeedMatches> {
    const page = parseArguments(statementPage, { limit, offset });
    const field = await currentField(context);
    const need = findStatement(field.needs, 'needId', needId);
    const { projection } = field;
    const brief = toNeedBrief(field.rows, projection, need);
    const { understood, answerers } = answerersOf(projection, need, brief);
    const day = today();
    if (!isOpen(need, day)) answerers.clear();
    const excludedIds = projection.actors.ids.filter((_, actor) => !answerers.has(actor));
    const ranking = rankPartners(projection, brief, needWeights(need), { excludedIds }, page);
    return {
      need: toPublishedNeed(need, day, answerers.size),
      brief: { ...understood.resolved, held: understood.resolved.held.map(toCited) },
      total: ranking.total,
      ranked: ranking.ranked.map(toPartnerScore),
    } as NeedMatches;
  }

  /** Needs that an actor answers. */
  @Query(() => [AnsweredNeed], {
    nullable: true,
    complexity: ({ args, childComplexity }) => 100 + childComplexity * Math.ceil(Number(args['limit']) / 2),
    description: 'Published needs that an actor answers, those it answers best first; its own are left out.',
  })
  async needsFor(
    @Arg('actorId', () => ID, { description: 'The actor.' }) actorId: string,
    @Arg('limit', () => Int, { defaultValue: 20, description: 'At most so many, 1 to 100.' }) limit: number,
    @Ctx() context: ApiContext,
  ): Promise<AnsweredNeed[]> {
    const page = parseArguments(statementPage, { limit, offset: 0 });
    const field = await currentField(context);
    const { rows, projection } = field;
    checkKnown(projection.actors, 'actor', [actorId]);
    const actor = projection.actors.index.get(actorId)!;
    const day = today();
    const answered = field.needs
      .filter((need) => isOpen(need, day) && answers(projection, need, actor))
      .flatMap((need) => {
        const brief = toNeedBrief(rows, projection, need);
        const [score] = comparePartners(projection, brief, [actorId], needWeights(need));
        return score === undefined ? [] : [{ need, score }];
      });
    answered.sort((x, y) => y.score.score - x.score.score || (x.need.id < y.need.id ? -1 : 1));
    return answered.slice(0, page.limit).map(({ need, score }) => ({
      need: toPublishedNeed(need, day, countMatches(field, need, day)),
      score: toPartnerScore(score),
    }));
  }
}
