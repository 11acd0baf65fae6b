import 'reflect-metadata';
import { join } from 'node:path';
import { createApp } from './app';
import { type Config, readConfig } from './config';
import { applyConstraints } from './database/constraints';
import type { Database } from './database/driver';
import { openDatabase } from './database/openDatabase';
import { buildSchemas } from './graphql/schema';
import { loadSeed } from './exchange/import/loadSeed';
import { takeFrontDoor } from './http/frontDoor';
import { createLogger, type Logger } from './logger';
import { createProgress, type OnProgress, readLanguage, StartFailure, stepSentence } from './startup';

const ROOT = join(__dirname, '..');

/** What must be closed, in the order in which it was opened. */
type Closing = (() => Promise<void>)[];

/**
 * Starts everything: configuration, port, database, constraints, seed, application. Runs until it is told to stop, then
 * drains requests and stops the database cleanly. The exit code is 0 when it was told to, 1 when it could not start.
 */
async function main(): Promise<void> {
  const language = readLanguage(process.env);
  const progress = createProgress(language, (line) => console.log(line));
  const closing: Closing = [];
  let isReady = false;
  try {
    const config = readConfig(process.env);
    const logger = createLogger(config.logLevel);
    onStopSignals(async (signal) => {
      // Not started yet: the watchdog stops the database when this process is gone.
      if (!isReady) process.exit(signal === 'SIGINT' ? 130 : 143);
      logger.info({ signal }, 'stopping');
      progress.begin('stopping');
      await closeAll(closing);
      progress.end();
      process.exit(0);
    });
    dieLoudly(logger, closing);
    const url = await open(config, logger, progress.begin, closing);
    isReady = true;
    progress.end();
    console.log(stepSentence('ready', language, { url, seconds: process.uptime().toFixed(1) }));
  } catch (error) {
    progress.end();
    await closeAll(closing).catch(() => undefined);
    console.error(error instanceof StartFailure ? error.sentence(language) : error);
    process.exit(1);
  }
}

async function open(
  config: Config,
  logger: Logger,
  onProgress: OnProgress,
  closing: Closing,
): Promise<string> {
  const door = await takeFrontDoor(config.host, config.port);
  const { database, close } = await openDatabase(config, logger, onProgress, prepareSchemas);
  closing.push(close);
  await fill(database, config, logger, onProgress);
  onProgress('api');
  const { app, stop } = await createApp({
    config,
    database,
    logger,
    clientFolder: join(ROOT, 'client', 'dist'),
  });
  closing.push(stop);
  door.open(app);
  closing.push(() => door.drain(config.drainSeconds));
  logger.info({ url: door.url }, 'listening');
  return door.url;
}

/** The schemas take as long to build as the database to start; they are kept, and a failure shows when they are asked for. */
function prepareSchemas(): void {
  // A moment later, so that Java is under way before this process is busy.
  setTimeout(() => void buildSchemas().catch(() => undefined), 100);
}

async function fill(
  database: Database,
  config: Config,
  logger: Logger,
  onProgress: OnProgress,
): Promise<void> {
  onProgress('constraints');
  await applyConstraints(database);
  if (!config.loadsSeed) return;
  onProgress('seed');
  try {
    logger.info(await loadSeed(database, join(ROOT, 'seeds')), 'seed');
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new StartFailure('seedFailed', { reason }, { cause });
  }
}

/** The last opened is closed first; one that fails does not keep the others open. */
async function closeAll(closing: Closing): Promise<void> {
  const failures: unknown[] = [];
  for (const close of closing.splice(0).reverse()) {
    await close().catch((error: unknown) => failures.push(error));
  }
  if (failures.length > 0) throw new AggregateError(failures, 'Not everything could be closed');
}

/** Ctrl-C reaches a process more than once when npm passes it on: only the first counts. */
function onStopSignals(stop: (signal: NodeJS.Signals) => Promise<void>): void {
  let isStopping = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (isStopping) return;
      isStopping = true;
      stop(signal).catch((error: unknown) => {
        console.error(error);
        process.exit(1);
      });
    });
  }
}

/** A mistake that nobody caught ends the process, cleanly for the database. */
function dieLoudly(logger: Logger, closing: Closing): void {
  const die = (error: unknown) => {
    logger.fatal(
      { error: error instanceof Error ? error.stack : error },
      'stopping after an unexpected error',
    );
    void closeAll(closing).finally(() => process.exit(1));
  };
  process.once('uncaughtException', die);
  process.once('unhandledRejection', die);
  // The terminal may be gone before we are.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
}

void main();
