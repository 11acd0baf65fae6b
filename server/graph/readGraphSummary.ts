import { z } from 'zod';
import type { Database } from '../database/driver';
import { loadQuery } from '../database/loadQuery';
import { readRows } from '../database/readRows';

const count = z.int().nonnegative();

const rowSchema = z.object({
  structures: count,
  labs: count,
  people: count,
  competences: count,
  themes: count,
  productions: count,
  copies: count,
  events: count,
  venues: count,
  partnerships: count,
  needs: count,
  offers: count,
  sources: count,
  indicators: count,
  communes: count,
  epcis: count,
  departments: count,
  competenceStatements: count,
  actorsToDeclare: count,
  actorsWithoutCommune: count,
  communesOfUnknownPopulation: count,
  lastImportAt: z.iso.datetime({ offset: true }).nullable(),
  latestSourceIds: z.array(z.string()),
});

/** Counts of what is stored, of what is not known, and the time of the last import. */
export type GraphSummaryRow = z.infer<typeof rowSchema>;

/**
 * Reads how much the graph holds; every count is 0 and `lastImportAt` null in an empty database.
 *
 * @param database where to read.
 */
export async function readGraphSummary(database: Database): Promise<GraphSummaryRow> {
  const [row] = await readRows(database, loadQuery('graphSummary'), {}, rowSchema);
  if (row === undefined) throw new Error('graphSummary gives one row always');
  return row;
}
