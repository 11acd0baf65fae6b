import { Arg, Ctx, ID, Int, Query, Resolver } from 'type-graphql';
import { z } from 'zod';
import { groupTrust, verifyReasons, type VerifyReason as Reason } from '../../analysis/trust/recordTrust';
import type { Database } from '../../database/driver';
import { NotFoundError } from '../../errors';
import { readProvenance } from '../../exchange/trust/readProvenance';
import { readTrust, type ActorTrust } from '../../exchange/trust/readTrust';
import type { ApiContext } from '../context';
import { parseArguments } from '../parseArguments';
import {
  ActorTrustReport,
  ProvenValue,
  TrustGroup,
  TrustGrouping,
  VerifyPage,
  VerifyReason,
} from './provenance.type';
import { toProvenValue } from './toProvenValue';

const pageArguments = z.object({
  limit: z.number().int().min(1).max(500),
  offset: z.number().int().min(0),
  reasons: z.array(z.enum(verifyReasons)).nullish(),
  family: z.string().nullish(),
  territoryId: z.string().nullish(),
});

const prefixOf = { DEPARTMENT: 'departement-', EPCI: 'epci-', REGION: 'region-' } as const;

/** Trust of every actor as of today. */
const readTrustToday = (database: Database) => readTrust(database, new Date().toISOString().slice(0, 10));

function toReport(trust: ActorTrust): ActorTrustReport {
  const { id, freshness, newest, completeness, missing, documented, toVerify } = trust;
  return { actorId: id, freshness, newest, completeness, missing, documented, toVerify };
}

/** Rank of an actor among those to verify: by its gravest reason, then by how many it has. */
function gravity({ toVerify }: ActorTrust): number {
  return verifyReasons.indexOf(toVerify[0] as Reason) * 10 - toVerify.length;
}

/** Serves who says what, how far records can be trusted, and what to verify first. */
@Resolver()
export class ProvenanceResolver {
  /** Who says each value of an actor. */
  @Query(() => [ProvenValue], {
    nullable: true,
    complexity: 20,
    description: 'Who says each value of an actor, when and where, and who says otherwise.',
  })
  async provenance(
    @Arg('actorId', () => ID, { description: 'Identifier of the actor.' }) actorId: string,
    @Ctx() { database }: ApiContext,
  ): Promise<ProvenValue[]> {
    const record = await readProvenance(database, 'actors', actorId);
    if (record === undefined)
      throw new NotFoundError('There is no such actor.', { where: 'actorId', what: actorId });
    return record.values.map((value) => toProvenValue(value, record.names));
  }

  /** Who says each value of a production. */
  @Query(() => [ProvenValue], {
    nullable: true,
    complexity: 20,
    description: 'Who says each value of a production, when and where, and who says otherwise.',
  })
  async productionProvenance(
    @Arg('productionId', () => ID, { description: 'Identifier of the production.' }) productionId: string,
    @Ctx() { database }: ApiContext,
  ): Promise<ProvenValue[]> {
    const record = await readProvenance(database, 'productions', productionId);
    if (record === undefined)
      throw new NotFoundError('There is no such production.', { where: 'productionId', what: productionId });
    return record.values.map((value) => toProvenValue(value, record.names));
  }

  /** Trust in the record of one actor. */
  @Query(() => ActorTrustReport, {
    nullable: true,
    complexity: 20,
    description: 'How far the record of an actor can be trusted; null when there is no such actor.',
  })
  async actorTrust(
    @Arg('actorId', () => ID, { description: 'Identifier of the actor.' }) actorId: string,
    @Ctx() { projections }: ApiContext,
  ): Promise<ActorTrustReport | null> {
    const { value } = await projections.of(readTrustToday).current();
    const found = value.find(({ id }) => id === actorId);
    return found === undefined ? null : toReport(found);
  }

  /** What to verify first. */
  @Query(() => VerifyPage, {
    nullable: true,
    complexity: 60,
    description:
      'What to verify first: records that are contradictory, unplaced, to be declared, old or undocumented.',
  })
  async toVerify(
    @Arg('reasons', () => [VerifyReason], {
      nullable: true,
      description: 'Reasons to keep; all when absent.',
    })
    reasons: string[] | null,
    @Arg('family', () => String, { nullable: true, description: 'Family to keep; all when absent.' })
    family: string | null,
    @Arg('territoryId', () => ID, { nullable: true, description: 'Territory to keep; all when absent.' })
    territoryId: string | null,
    @Arg('limit', () => Int, { defaultValue: 50, description: 'At most so many, 1 to 500.' }) limit: number,
    @Arg('offset', () => Int, { defaultValue: 0, description: 'How many to pass over.' }) offset: number,
    @Ctx() { projections }: ApiContext,
  ): Promise<VerifyPage> {
    const asked = parseArguments(pageArguments, { reasons, family, territoryId, limit, offset });
    const { value } = await projections.of(readTrustToday).current();
    const found = value
      .filter(
        (actor) =>
          actor.toVerify.some((reason) => asked.reasons?.includes(reason) ?? true) &&
          (asked.family == null || actor.family === asked.family) &&
          (asked.territoryId == null || actor.territories.includes(asked.territoryId)),
      )
      .sort((a, b) => gravity(a) - gravity(b));
    return {
      total: found.length,
      actors: found.slice(asked.offset, asked.offset + asked.limit).map(toReport),
    };
  }

  /** Trust by family or territory. */
  @Query(() => [TrustGroup], {
    nullable: true,
    complexity: 60,
    description:
      'Freshness, completeness and documented share by family or territory; an EPCI counts the actors of its communes once.',
  })
  async trustBy(
    @Arg('grouping', () => TrustGrouping, { description: 'What to group by.' })
    grouping: keyof typeof TrustGrouping,
    @Ctx() { projections }: ApiContext,
  ): Promise<TrustGroup[]> {
    const { value } = await projections.of(readTrustToday).current();
    const groups = new Map<string, ActorTrust[]>();
    for (const actor of value) {
      const key =
        grouping === 'FAMILY'
          ? actor.family
          : (actor.territories.find((id) => id.startsWith(prefixOf[grouping])) ?? '');
      groups.set(key, [...(groups.get(key) ?? []), actor]);
    }
    return [...groups]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, actors]) => ({ key, ...groupTrust(actors) }));
  }
}
