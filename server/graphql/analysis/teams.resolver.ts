import { Arg, Ctx, ID, Int, Query, Resolver } from 'type-graphql';
import { z } from 'zod';
import { findTeams } from '../../analysis/partners/teams/findTeams';
import { MAX_NEEDS } from '../../analysis/partners/teams/fewestSets';
import { InvalidInputError } from '../../errors';
import type { ApiContext } from '../context';
import { parseArguments } from '../parseArguments';
import { checkKnown, toBrief, toCited, toFilters } from './partners.brief';
import { currentPartnerProjection } from './partners.rows';
import { PartnerBriefInput, PartnerFiltersInput } from './partnersInput.type';
import { currentRegion } from './region';
import { TeamSearch } from './teams.type';

const teamArguments = z.object({
  lockedIds: z.array(z.string().min(1).max(200)).max(50).nullish(),
  count: z.number().int().min(1).max(6),
  acceptBroader: z.boolean(),
});
/** Actors named for a need that nobody available covers. */
const MOST_ELSEWHERE = 20;

const toObstacle = (why: string) => (why === 'unknownPlace' ? 'UNKNOWN_PLACE' : why.toUpperCase());

function toTeamSearch(search: Awaited<ReturnType<typeof findTeams>>): TeamSearch {
  return {
    ...search,
    brief: { ...search.brief, held: search.brief.held.map(toCited) },
    teams: search.teams.map(({ members, pairs, ...team }) => ({
      ...team,
      members: members.map((member) => ({ ...member, covers: member.covers.map(toCited) })),
      pairs: pairs.map(({ a, b, ...pair }) => ({ ...pair, firstActorId: a, secondActorId: b })),
    })),
    uncovered: search.uncovered.map(({ competenceId, elsewhere, broader }) => ({
      competenceId,
      elsewhere: elsewhere
        .slice(0, MOST_ELSEWHERE)
        .map((actor) => ({ ...toCited(actor), why: toObstacle(actor.why) })),
      broader: broader.slice(0, MOST_ELSEWHERE).map(toCited),
    })),
  } as TeamSearch;
}

function checkNeedCount(count: number): void {
  if (count > MAX_NEEDS)
    throw new InvalidInputError(`A team is looked for up to ${MAX_NEEDS} needs.`, {
      where: 'brief.needs',
      what: count,
      todo: 'Keep the needs that matter most, or ask in two times.',
    });
}

/** Serves `teamsFor`. */
@Resolver()
export class TeamsResolver {
  /** The smallest teams that cover a brief. */
  @Query(() => TeamSearch, {
    nullable: true,
    complexity: ({ args, childComplexity }) => 200 + childComplexity * Number(args['count']),
    description:
      'The smallest teams that cover every need of a brief, cheapest first (ties and kilometres), proven smallest or with a bound. Doi of the cost: 10.1145/1557019.1557074.',
  })
  async teamsFor(
    @Arg('brief', () => PartnerBriefInput, { description: 'The project.' }) brief: PartnerBriefInput,
    @Arg('filters', () => PartnerFiltersInput, {
      nullable: true,
      description:
        'What to keep among candidates, `excludedIds` to leave somebody out; actors of the region when absent.',
    })
    filters: PartnerFiltersInput | null,
    @Arg('lockedIds', () => [ID], {
      nullable: true,
      description: 'Actors that must be in the team, at most 50; filters do not apply to them.',
    })
    lockedIds: string[] | null,
    @Arg('count', () => Int, { defaultValue: 3, description: 'Different teams wanted, 1 to 6.' })
    count: number,
    @Arg('acceptBroader', () => Boolean, {
      defaultValue: false,
      description: 'Whether a broader competence covers a need too.',
    })
    acceptBroader: boolean,
    @Ctx() { projections }: ApiContext,
  ): Promise<TeamSearch> {
    const asked = parseArguments(teamArguments, { lockedIds, count, acceptBroader });
    const { value: rows } = await currentRegion(projections);
    const projection = await currentPartnerProjection(projections);
    checkKnown(projection.actors, 'actor', asked.lockedIds);
    const understood = toBrief(rows, projection, brief);
    checkNeedCount(understood.needs?.length ?? 0);
    const options = { ...asked, lockedIds: asked.lockedIds ?? [], filters: toFilters(filters) };
    return toTeamSearch(await findTeams(projection, understood, options));
  }
}
