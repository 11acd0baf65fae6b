import { createDatabase, type Connection, type Database } from '../../database/driver';
import { serveThread } from '../../threads/threadProtocol';
import { makeExport, type ExportOrder } from '../export/makeExport';

let database: Database | undefined;

serveThread<Connection, ExportOrder, Uint8Array>({
  load: (connection) => (database = createDatabase(connection)),
  answer: (order) => makeExport(database!, order),
});
