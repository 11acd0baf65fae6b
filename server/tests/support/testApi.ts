import type { AddressInfo } from 'node:net';
import { createApp, type AppConfig } from '../../app';
import type { Database } from '../../database/driver';
import { createLogger } from '../../logger';
import { openTestDatabase } from './database';

/** What a GraphQL answer is made of, and how it travelled. */
export interface TestAnswer<T> {
  readonly status: number;
  readonly headers: Headers;
  readonly data: T | null | undefined;
  readonly errors: readonly TestError[];
}

/** An error of an answer, as it leaves the API. */
export interface TestError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: { readonly code: string; readonly requestId: string } & Record<string, unknown>;
}

/** The API, listening on the loopback interface, on the database of the test run. */
export interface TestApi {
  /** Address without a path, such as `http://127.0.0.1:4321`. */
  readonly origin: string;
  readonly database: Database;
  /** Lines that were logged, parsed. */
  readonly log: readonly Record<string, unknown>[];
  /** Asks one operation by POST; `T` is what the test expects of `data`. */
  ask<T = Record<string, unknown>>(
    query: string,
    variables?: Record<string, unknown>,
  ): Promise<TestAnswer<T>>;
  /** Closes the server, and the database connection when it opened it. */
  stop(): Promise<void>;
}

/** What of the API may differ from one test to another. */
export interface TestApiOptions extends Partial<AppConfig> {
  /** A database to use in place of that of the test run; the caller closes it. */
  readonly database?: Database;
  /** Folder of a built client; none by default. */
  readonly clientFolder?: string;
}

/**
 * Starts the whole application on the one embedded Neo4j of the test run, loaded with the seed.
 *
 * @param options what differs from the defaults.
 */
export async function createTestApi(options: TestApiOptions = {}): Promise<TestApi> {
  const { database = openTestDatabase(), clientFolder = '/nowhere', ...config } = options;
  const log: Record<string, unknown>[] = [];
  const logger = createLogger('debug', {
    write: (line: string) => void log.push(JSON.parse(line) as Record<string, unknown>),
  });
  const { app, stop } = await createApp({
    config: { rateLimit: 100_000, trustProxy: 0, frameAncestors: ["'none'"], ...config },
    database,
    logger,
    clientFolder,
  });
  const server = app.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    database,
    log,
    ask: (query, variables) => ask(origin, query, variables),
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await stop();
      if (options.database === undefined) await database.close();
    },
  };
}

async function ask<T>(
  origin: string,
  query: string,
  variables?: Record<string, unknown>,
): Promise<TestAnswer<T>> {
  const response = await fetch(`${origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
    body: JSON.stringify({ query, variables }),
  });
  const body = (await response.json()) as { data?: T | null; errors?: TestError[] };
  const { status, headers } = response;
  return { status, headers, data: body.data, errors: body.errors ?? [] };
}
