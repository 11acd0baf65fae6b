import { z } from 'zod';
import type { Database } from '../database/driver';
import { loadQuery } from '../database/loadQuery';
import { readRows } from '../database/readRows';

const offerRow = z.object({
  id: z.string(),
  statementFr: z.string(),
  publishedOn: z.string().nullable(),
  expiresOn: z.string().nullable(),
  actor: z.string().nullable(),
  competences: z.array(z.string()),
  themes: z.array(z.string()),
  territories: z.array(z.string()),
  sourceId: z.string().nullable(),
});

/** An offer as it is stored, its ends by identifier. Days are ISO 8601; an offer without `expiresOn` has no end. */
export type OfferRow = z.output<typeof offerRow>;

/** Reads every offer, those that ended included, the newest first; empty when there is none. */
export function readOffers(database: Database): Promise<OfferRow[]> {
  return readRows(database, loadQuery('offers'), {}, offerRow);
}
