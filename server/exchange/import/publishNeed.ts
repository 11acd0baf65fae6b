import type { Database } from '../../database/driver';
import type { NeedRow } from '../../graph/readNeeds';
import { publishStatement, type StatementToPublish } from './publishStatement';

/** A need ready to be written: everything was checked but the existence of its source. */
export interface NeedToPublish extends StatementToPublish {
  group?: string | null;
}

/**
 * Publishes a need as one dated change of the graph, with its source, in one transaction; it can be undone as any change.
 *
 * @returns the need as it is stored
 * @throws UnknownSourceError; AlreadyAppliedError when the change was made already
 */
export async function publishNeed(database: Database, need: NeedToPublish): Promise<NeedRow> {
  const more = { group: need.group ?? null, year: Number(need.at.slice(0, 4)) };
  return { ...(await publishStatement(database, 'NEED', need, more)), ...more };
}
