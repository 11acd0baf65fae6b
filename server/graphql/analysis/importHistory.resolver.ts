import { randomUUID } from 'node:crypto';
import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import { z } from 'zod';
import { InvalidInputError, NotFoundError } from '../../errors';
import { CannotUndoError } from '../../exchange/import/undoImport';
import { readReferenceNames } from '../../exchange/sheets/referenceNames';
import { sheetIds, sheets } from '../../exchange/sheets/sheets';
import { readGraph } from '../../graph/changeGraph';
import { readHistory, readImport, readImports } from '../../graph/readChanges';
import { StillReferencedError } from '../../graph/writeRows';
import type { ApiContext } from '../context';
import { parseArguments } from '../parseArguments';
import { DatedChange, HistoryEntry, SheetDescription } from './importRecord.type';
import { referencesOfChanges, toDatedChange, toHistoryEntry } from './toImportView';

const pageArguments = z.object({
  limit: z.number().int().min(1).max(200),
  offset: z.number().int().min(0).max(1_000_000),
});
const historyArguments = z.object({ limit: z.number().int().min(1).max(200) });

/** Serves the dated changes of the graph, the history of its subjects, and undoing. */
@Resolver()
export class ImportHistoryResolver {
  /** Dated changes, the newest first. */
  @Query(() => [DatedChange], {
    nullable: true,
    complexity: 20,
    description: 'Dated changes of the graph, the newest first.',
  })
  async datedChanges(
    @Arg('limit', () => Int, { defaultValue: 20, description: 'At most so many, 1 to 200.' }) limit: number,
    @Arg('offset', () => Int, { defaultValue: 0, description: 'How many to pass over.' }) offset: number,
    @Ctx() { database }: ApiContext,
  ): Promise<DatedChange[]> {
    const asked = parseArguments(pageArguments, { limit, offset });
    return (await readImports(database, asked.limit, asked.offset)).map(toDatedChange);
  }

  /** What happened to an actor. */
  @Query(() => [HistoryEntry], {
    nullable: true,
    complexity: 30,
    description: 'Who changed what of an actor, and when, the newest first; the first load is not listed.',
  })
  async actorHistory(
    @Arg('actorId', () => ID, { description: 'Identifier of the actor.' }) actorId: string,
    @Arg('limit', () => Int, { defaultValue: 50, description: 'At most so many, 1 to 200.' }) limit: number,
    @Ctx() { database }: ApiContext,
  ): Promise<HistoryEntry[]> {
    const asked = parseArguments(historyArguments, { limit });
    const changes = await readHistory(database, `Actor/${actorId}`, asked.limit);
    const ids = [...new Set(changes.map(({ importId }) => importId))];
    const { records, names } = await readGraph(database, async (reader) => ({
      records: await Promise.all(ids.map((id) => readImport(reader, id))),
      names: await readReferenceNames(reader, referencesOfChanges(changes)),
    }));
    const byId = new Map(ids.map((id, index) => [id, records[index]]));
    return changes.map((change) => toHistoryEntry(change, byId.get(change.importId), names));
  }

  /** The sheets and their columns. */
  @Query(() => [SheetDescription], {
    nullable: true,
    complexity: 5,
    description: 'Kinds of row that can be exported and imported, with their columns.',
  })
  exchangeSheets(): SheetDescription[] {
    return sheetIds.map((id) => ({
      id,
      labelFr: sheets[id].fr,
      labelEn: sheets[id].en,
      columns: sheets[id].columns.map(({ key, fr, en, required, many }) => ({
        key,
        labelFr: fr,
        labelEn: en,
        required,
        many,
      })),
    }));
  }

  /** Undoes a dated change. */
  @Mutation(() => DatedChange, {
    nullable: true,
    description:
      'Undoes a dated change as a whole, as a new dated change; refused when something was changed again since. Needs the write token.',
  })
  async undoChange(
    @Arg('id', () => ID, { description: 'Identifier of the change.' }) id: string,
    @Arg('by', () => String, { defaultValue: '', description: 'Who undoes it.' }) by: string,
    @Ctx() { undoing, writeAccess, authorization }: ApiContext,
  ): Promise<DatedChange> {
    writeAccess.check(authorization);
    try {
      const record = await undoing.undo(id, {
        id: randomUUID(),
        at: new Date().toISOString(),
        by: by.slice(0, 200),
      });
      return toDatedChange({ ...record, undoneBy: null });
    } catch (error) {
      throw toCoded(error, id);
    }
  }
}

const refusals = {
  UNDONE: 'Ce changement est déjà annulé.',
  NOT_RECORDED: 'Ce changement ne peut pas être annulé : c’est le premier chargement.',
  CHANGED_SINCE: 'Des lignes ont changé de nouveau depuis : annulez d’abord ce qui est plus récent.',
};

function toCoded(error: unknown, id: string): unknown {
  if (error instanceof StillReferencedError)
    return new InvalidInputError('Quelque chose de plus récent s’y réfère : rien n’a été annulé.', {
      where: 'id',
      what: { id: error.id, by: error.by },
      todo: 'Undo what is newer first.',
    });
  if (!(error instanceof CannotUndoError)) return error;
  if (error.why === 'UNKNOWN')
    return new NotFoundError('Aucun changement ne porte ce numéro.', { where: 'id', what: id });
  return new InvalidInputError(refusals[error.why], {
    where: 'id',
    what: { why: error.why, rows: error.rows },
    todo: 'Undo what is newer first.',
  });
}
