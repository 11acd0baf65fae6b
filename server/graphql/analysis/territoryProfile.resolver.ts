import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { z } from 'zod';
import { territoryProfile } from '../../analysis/explore/territoryProfile';
import { NotFoundError } from '../../errors';
import type { ApiContext } from '../context';
import { parseArguments } from '../parseArguments';
import { currentExploredRegion } from './explore.rows';
import { TerritoryProfile } from './territoryProfile.type';

const profileArguments = z.object({ territoryId: z.string().min(1).max(200) });

/** Serves `territoryProfile`. */
@Resolver()
export class TerritoryProfileResolver {
  /** What stands in a territory, what it received, what it lacks. */
  @Query(() => TerritoryProfile, {
    nullable: true,
    complexity: ({ childComplexity }) => 50 + childComplexity * 5,
    description: 'What stands in a territory of any level, what it received, what it lacks, and its peers.',
  })
  async territoryProfile(
    @Arg('territoryId', () => ID, {
      description: 'Identifier: commune-80021, epci-200018083, departement-02…',
    })
    territoryId: string,
    @Ctx() { projections }: ApiContext,
  ): Promise<TerritoryProfile> {
    const asked = parseArguments(profileArguments, { territoryId });
    const region = await currentExploredRegion(projections);
    const found = territoryProfile(region.territories, asked.territoryId);
    if (!found)
      throw new NotFoundError(`No territory has the identifier ${asked.territoryId}.`, {
        where: 'territoryId',
        what: asked.territoryId,
      });
    const { id, above, below, stops, ...rest } = found;
    return {
      ...rest,
      territoryId: id,
      aboveTerritoryIds: above,
      belowTerritoryIds: below.slice(0, 500),
      stops: stops.map(({ production, actor, commune, ...stop }) => ({
        ...stop,
        productionId: production,
        hostActorId: actor,
        communeId: commune,
      })),
    };
  }
}
