import type { Database } from '../../database/driver';
import type { OfferRow } from '../../graph/readOffers';
import { publishStatement, type StatementToPublish } from './publishStatement';

/** An offer ready to be written: an actor's, everything checked but the existence of its source. */
export interface OfferToPublish extends StatementToPublish {
  actorId: string;
}

/**
 * Publishes an offer as one dated change of the graph, with its source, in one transaction; it can be undone as any change.
 *
 * @returns the offer as it is stored
 * @throws UnknownSourceError; AlreadyAppliedError when the change was made already
 */
export function publishOffer(database: Database, offer: OfferToPublish): Promise<OfferRow> {
  return publishStatement(database, 'OFFER', offer);
}
