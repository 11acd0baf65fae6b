import { randomUUID } from 'node:crypto';
import { Arg, Ctx, Float, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import { z } from 'zod';
import { pairKey, type DuplicatePair } from '../../analysis/trust/duplicates';
import type { Database } from '../../database/driver';
import { InvalidInputError, NotFoundError } from '../../errors';
import { mergeActors, UnknownActorError } from '../../exchange/import/mergeActors';
import { nameKey, readReferenceNames } from '../../exchange/sheets/referenceNames';
import { sheets } from '../../exchange/sheets/sheets';
import { readDuplicateActors } from '../../exchange/trust/readDuplicateActors';
import { readGraph } from '../../graph/changeGraph';
import { readDistinctions, setDistinction } from '../../graph/distinctions';
import { readSurvivor } from '../../graph/readSurvivor';
import { StillReferencedError } from '../../graph/writeRows';
import type { ApiContext } from '../context';
import { parseArguments } from '../parseArguments';
import { DuplicateCandidate, MergedActor } from './duplicates.type';
import { DatedChange } from './importRecord.type';
import { toDatedChange } from './toImportView';

const columns = new Set(sheets.actors.columns.map(({ key }) => key));
const id = z.string().min(1).max(200);
const probability = z.number().min(0).max(1);
const listArguments = z.object({ limit: z.number().int().min(1).max(200), atLeast: probability });
const mergeArguments = z.object({
  keep: id,
  drop: id,
  take: z.array(z.string().refine((key) => columns.has(key), 'is not a column of actors')).max(columns.size),
  by: z.string().max(200),
});
const apartArguments = z.object({ a: id, b: id, areDistinct: z.boolean(), by: z.string().max(200) });

/** Pairs of some probability, those that were told apart left out. */
async function findPairs(
  { projections, duplicates }: Pick<ApiContext, 'projections' | 'duplicates'>,
  atLeast: number,
): Promise<DuplicatePair[]> {
  const { value: actors } = await projections.of(readDuplicateActors).current();
  const pairs = await duplicates.find(actors);
  const { value: apart } = await projections.of(readDistinctions).current();
  return pairs.filter((pair) => pair.probability >= atLeast && !apart.has(pairKey(pair.a, pair.b)));
}

/** What a merge is called: the names of the two records, the one that goes first, with its identifier where both are called alike. */
async function titleOf(database: Database, { keep, drop }: { keep: string; drop: string }): Promise<string> {
  const both = [drop, keep].map((id) => ({ to: 'actors', id }));
  const names = await readGraph(database, (reader) => readReferenceNames(reader, both));
  const [gone, kept] = both.map((one) => names.get(nameKey(one)) ?? one.id);
  return gone === kept ? `${gone} (${drop}) → ${kept}` : `${gone} → ${kept}`;
}

/** Serves duplicates: candidates, merging, telling apart. */
@Resolver()
export class DuplicatesResolver {
  /** Pairs of actors that may be the same. */
  @Query(() => [DuplicateCandidate], {
    nullable: true,
    complexity: 100,
    description:
      'Pairs of actors that may be the same, the likeliest first; those that were told apart are left out.',
  })
  async duplicateCandidates(
    @Arg('limit', () => Int, { defaultValue: 50, description: 'At most so many, 1 to 200.' }) limit: number,
    @Arg('atLeast', () => Float, { defaultValue: 0.3, description: 'Smallest probability, 0 to 1.' })
    atLeast: number,
    @Ctx() { projections, duplicates }: ApiContext,
  ): Promise<DuplicateCandidate[]> {
    const asked = parseArguments(listArguments, { limit, atLeast });
    const pairs = await findPairs({ projections, duplicates }, asked.atLeast);
    return pairs.slice(0, asked.limit).map(({ a, b, ...rest }) => ({ ...rest, actorIds: [a, b] }));
  }

  /** How many pairs of actors may be the same. */
  @Query(() => Int, {
    nullable: true,
    complexity: 100,
    description: 'How many pairs of actors may be the same, those that were told apart left out.',
  })
  async duplicateCount(
    @Arg('atLeast', () => Float, { defaultValue: 0.3, description: 'Smallest probability, 0 to 1.' })
    atLeast: number,
    @Ctx() context: ApiContext,
  ): Promise<number> {
    return (await findPairs(context, parseArguments(probability, atLeast))).length;
  }

  /** Where an actor that was merged is now. */
  @Query(() => MergedActor, {
    nullable: true,
    complexity: 10,
    description:
      'Where an actor that is gone is now; null when it is there, or was not merged. Merges that were undone do not count.',
  })
  async mergedActor(
    @Arg('id', () => ID, { description: 'Identifier that the actor had.' }) given: string,
    @Ctx() { database }: ApiContext,
  ): Promise<MergedActor | null> {
    const survivor = await readSurvivor(database, parseArguments(id, given));
    return survivor === undefined ? null : { actorId: survivor };
  }

  /** Makes one actor of two. */
  @Mutation(() => DatedChange, {
    nullable: true,
    description:
      'Makes one actor of two: all that referred to the one that goes refers to the other, all sources stay, values given up stay as statements. Undone by undoChange. Needs the write token.',
  })
  async mergeActors(
    @Arg('keep', () => ID, { description: 'The record that stays.' }) keep: string,
    @Arg('drop', () => ID, { description: 'The record that goes into it.' }) drop: string,
    @Arg('take', () => [String], {
      defaultValue: [],
      description:
        'Columns whose value comes from the record that goes; where the other has none, that is done anyhow.',
    })
    take: string[],
    @Arg('by', () => String, { defaultValue: '', description: 'Who merges.' }) by: string,
    @Ctx() { database, writeAccess, authorization }: ApiContext,
  ): Promise<DatedChange> {
    writeAccess.check(authorization);
    const given = parseArguments(mergeArguments, { keep, drop, take, by });
    try {
      const record = await mergeActors(database, given, {
        id: randomUUID(),
        at: new Date().toISOString(),
        title: await titleOf(database, given),
        by: given.by,
      });
      return toDatedChange({ ...record, undoneBy: null });
    } catch (error) {
      if (error instanceof UnknownActorError)
        throw new NotFoundError('One of the two actors does not exist, or they are the same.', {
          where: 'keep, drop',
          what: [given.keep, given.drop],
        });
      if (!(error instanceof StillReferencedError)) throw error;
      throw new InvalidInputError('Something that cannot be moved still refers to the actor that would go.', {
        where: 'drop',
        what: error.by,
      });
    }
  }

  /** Tells two actors apart. */
  @Mutation(() => Boolean, {
    nullable: true,
    description: 'Remembers that two actors are not the same, or forgets it. Needs the write token.',
  })
  async tellApart(
    @Arg('a', () => ID, { description: 'One actor.' }) a: string,
    @Arg('b', () => ID, { description: 'The other.' }) b: string,
    @Arg('areDistinct', () => Boolean, { defaultValue: true, description: 'False forgets it.' })
    areDistinct: boolean,
    @Arg('by', () => String, { defaultValue: '', description: 'Who tells them apart.' }) by: string,
    @Ctx() { database, writeAccess, authorization }: ApiContext,
  ): Promise<boolean> {
    writeAccess.check(authorization);
    const given = parseArguments(apartArguments, { a, b, areDistinct, by });
    const at = new Date().toISOString();
    await setDistinction(database, pairKey(given.a, given.b), given.areDistinct, given.by, at);
    return given.areDistinct;
  }
}
