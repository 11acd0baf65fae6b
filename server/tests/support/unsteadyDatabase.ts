import { createServer, connect, type AddressInfo, type Socket } from 'node:net';
import { createDatabase, type Database } from '../../database/driver';
import { readTestConnection } from './database';

/** The test database behind a line that can be cut, or go silent, without touching the database itself. */
export interface UnsteadyDatabase {
  readonly database: Database;
  /** Closes every connection and refuses new ones, as when the database is stopped. */
  cut(): Promise<void>;
  /** Keeps connections open and lets nothing through, as when the machine of the database hangs. */
  freeze(): void;
  /** Lets everything through again. */
  restore(): Promise<void>;
  /** Closes the line and the driver. */
  close(): Promise<void>;
}

/** Opens the database of the test run through a line of its own. */
export async function openUnsteadyDatabase(): Promise<UnsteadyDatabase> {
  const connection = readTestConnection();
  const target = new URL(connection.uri);
  const sockets = new Set<Socket>();
  let frozen = false;
  const server = createServer((near) => {
    const far = connect(Number(target.port), target.hostname);
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from);
      from.on('data', (chunk) => {
        if (!frozen) to.write(chunk);
      });
      from.on('error', () => to.destroy());
      from.on('close', () => {
        sockets.delete(from);
        to.destroy();
      });
    }
  });
  const listen = (port: number) => new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const drop = () => sockets.forEach((socket) => socket.destroy());
  const shut = () =>
    new Promise<void>((resolve) => (server.listening ? server.close(() => resolve()) : resolve()));
  await listen(0);
  const { port } = server.address() as AddressInfo;
  const database = createDatabase({ ...connection, uri: `bolt://127.0.0.1:${port}` });
  return {
    database,
    async cut() {
      const closed = shut();
      drop();
      await closed;
    },
    freeze() {
      frozen = true;
    },
    async restore() {
      if (frozen) drop();
      frozen = false;
      if (!server.listening) await listen(port);
    },
    async close() {
      await database.close();
      drop();
      await shut();
    },
  };
}
