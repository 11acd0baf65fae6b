import { z } from 'zod';
import type { ActorRecord } from '../analysis/explore/actorFacts';
import type { Database } from '../database/driver';
import { loadQuery } from '../database/loadQuery';
import { readRows, WHOLE_TIMEOUT } from '../database/readRows';

const record = z.object({
  id: z.string(),
  website: z.string().nullable(),
  summaryFr: z.string().nullable(),
  summaryEn: z.string().nullable(),
  needs: z.number(),
  offers: z.number(),
  latest: z.string().nullable(),
});

/** Needs, offers, site and latest dated statement of every actor, by id; empty for an empty graph. */
export async function readActorRecords(database: Database): Promise<ActorRecord[]> {
  return readRows(database, loadQuery('actorRecords'), {}, record, WHOLE_TIMEOUT);
}
