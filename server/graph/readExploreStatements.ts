import { z } from 'zod';
import type { StatementRow } from '../analysis/explore/besideRows';
import type { Database } from '../database/driver';
import { loadQuery } from '../database/loadQuery';
import { readRows, WHOLE_TIMEOUT } from '../database/readRows';

const statement = z.object({
  kind: z.enum(['ACTOR', 'PRODUCTION', 'NEED']),
  id: z.string(),
  sourceId: z.string(),
  title: z.string(),
});

/** Which source states something of which thing, by source; empty for an empty graph. */
export function readExploreStatements(database: Database): Promise<StatementRow[]> {
  return readRows(database, loadQuery('exploreStatements'), {}, statement, WHOLE_TIMEOUT);
}
