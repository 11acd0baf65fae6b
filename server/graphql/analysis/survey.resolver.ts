import { randomUUID } from 'node:crypto';
import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import { z } from 'zod';
import { NotFoundError } from '../../errors';
import {
  createSurvey,
  readSurvey,
  readUnknown,
  setSurveyStatus,
  surveyProgress,
  type SurveyFollowUp,
} from '../../exchange/trust/surveys';
import type { ApiContext } from '../context';
import { parseArguments } from '../parseArguments';
import { Campaign, FollowUpStatus } from './survey.type';

const ids = z.array(z.string().min(1).max(200)).min(1).max(5000);
const createArguments = z.object({
  title: z.string().trim().min(3).max(300),
  year: z.number().int().min(1900).max(2200),
  actorIds: ids,
  sourceId: z.string().min(1),
  by: z.string().max(200),
});
const statusArguments = z.object({
  surveyId: z.string(),
  actorIds: ids,
  status: z.string(),
  sourceId: z.string().min(1),
  by: z.string().max(200),
});

function toCampaign({ survey, responses }: SurveyFollowUp): Campaign {
  const [contacted, answered] = [survey.contacted as number | null, survey.answered as number | null];
  const group = (by: 'family' | 'commune' | 'epci' | 'department') => {
    const groups = new Map<string, string[]>();
    for (const response of responses) {
      const key = response[by] ?? '';
      groups.set(key, [...(groups.get(key) ?? []), response.status]);
    }
    return [...groups]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, statuses]) => ({ key, progress: surveyProgress(statuses) }));
  };
  return {
    id: survey.id as string,
    title: survey.title as string,
    year: survey.year as number,
    statedContacted: contacted,
    statedAnswered: answered,
    statedRate: contacted === null || answered === null || contacted === 0 ? null : answered / contacted,
    counted: surveyProgress(responses.map(({ status }) => status)),
    byFamily: group('family'),
    byCommune: group('commune'),
    byEpci: group('epci'),
    byDepartment: group('department'),
    entries: responses.map(({ actor, name, family, communeName, status }) => ({
      actorId: actor,
      name,
      family,
      communeName,
      status,
    })),
  };
}

async function campaignOf({ database }: ApiContext, surveyId: string): Promise<Campaign> {
  const found = await readSurvey(database, surveyId);
  if (found === undefined)
    throw new NotFoundError('There is no such survey.', { where: 'surveyId', what: surveyId });
  return toCampaign(found);
}

async function checkActors(
  { database }: ApiContext,
  actorIds: readonly string[],
  sourceId: string,
): Promise<void> {
  const { actors, sources } = await readUnknown(database, actorIds, [sourceId]);
  if (actors.length > 0)
    throw new NotFoundError('Some actors do not exist.', { where: 'actorIds', what: actors.slice(0, 20) });
  if (sources.length > 0)
    throw new NotFoundError('There is no such source.', { where: 'sourceId', what: sourceId });
}

/** Serves survey campaigns. */
@Resolver()
export class SurveyResolver {
  /** A campaign and where each actor stands in it. */
  @Query(() => Campaign, {
    nullable: true,
    complexity: 50,
    description:
      'A survey campaign: response rates as stated and as counted, by family and territory, and the list to print.',
  })
  surveyCampaign(
    @Arg('surveyId', () => ID, { description: 'Identifier of the survey.' }) surveyId: string,
    @Ctx() context: ApiContext,
  ): Promise<Campaign> {
    return campaignOf(context, surveyId);
  }

  /** Creates a campaign. */
  @Mutation(() => Campaign, {
    nullable: true,
    description: 'Creates a campaign in which each actor is to be contacted. Needs the write token.',
  })
  async createSurveyCampaign(
    @Arg('title', () => String, { description: 'Title, in French.' }) title: string,
    @Arg('year', () => Int, { description: 'Year.' }) year: number,
    @Arg('actorIds', () => [ID], { description: 'Actors to contact, 1 to 5,000.' }) actorIds: string[],
    @Arg('sourceId', () => ID, { description: 'Source of the campaign.' }) sourceId: string,
    @Arg('by', () => String, { defaultValue: '', description: 'Who creates it.' }) by: string,
    @Ctx() context: ApiContext,
  ): Promise<Campaign> {
    context.writeAccess.check(context.authorization);
    const given = parseArguments(createArguments, { title, year, actorIds, sourceId, by });
    await checkActors(context, given.actorIds, given.sourceId);
    const survey = { title: given.title, year: given.year, actors: given.actorIds, sourceId: given.sourceId };
    const id = await createSurvey(context.database, survey, {
      id: randomUUID(),
      at: new Date().toISOString(),
      by: given.by,
    });
    return campaignOf(context, id);
  }

  /** Sets where some actors stand. */
  @Mutation(() => Campaign, {
    nullable: true,
    description:
      'Sets where some actors stand in a campaign, as one dated change; an actor that was not in it enters it. Needs the write token.',
  })
  async setSurveyStatus(
    @Arg('surveyId', () => ID, { description: 'Identifier of the survey.' }) surveyId: string,
    @Arg('actorIds', () => [ID], { description: 'Actors, 1 to 5,000.' }) actorIds: string[],
    @Arg('status', () => FollowUpStatus, { description: 'Where they stand now.' }) status: string,
    @Arg('sourceId', () => ID, { description: 'Source of the campaign.' }) sourceId: string,
    @Arg('by', () => String, { defaultValue: '', description: 'Who says so.' }) by: string,
    @Ctx() context: ApiContext,
  ): Promise<Campaign> {
    context.writeAccess.check(context.authorization);
    const given = parseArguments(statusArguments, { surveyId, actorIds, status, sourceId, by });
    await campaignOf(context, given.surveyId);
    await checkActors(context, given.actorIds, given.sourceId);
    const { surveyId: survey, actorIds: actors } = given;
    await setSurveyStatus(
      context.database,
      { survey, actors, status: given.status, sourceId: given.sourceId },
      {
        id: randomUUID(),
        at: new Date().toISOString(),
        by: given.by,
      },
    );
    return campaignOf(context, given.surveyId);
  }
}
