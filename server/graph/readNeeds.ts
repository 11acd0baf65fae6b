import { z } from 'zod';
import type { Database } from '../database/driver';
import { loadQuery } from '../database/loadQuery';
import { readRows } from '../database/readRows';

const needRow = z.object({
  id: z.string(),
  statementFr: z.string(),
  year: z.number().nullable(),
  publishedOn: z.string().nullable(),
  expiresOn: z.string().nullable(),
  group: z.string().nullable(),
  actor: z.string().nullable(),
  competences: z.array(z.string()),
  themes: z.array(z.string()),
  territories: z.array(z.string()),
  sourceId: z.string().nullable(),
});

/** A need as it is stored, its ends by identifier. Days are ISO 8601; a need without `expiresOn` has no end. */
export type NeedRow = z.output<typeof needRow>;

/** Reads every need, those that ended included, the newest first; empty when there is none. */
export function readNeeds(database: Database): Promise<NeedRow[]> {
  return readRows(database, loadQuery('needs'), {}, needRow);
}
