import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import { expressMiddleware } from '@as-integrations/express5';
import express, { type Express } from 'express';
import { createWriteAccess } from './auth/writeAccess';
import type { Config } from './config';
import { createAvailability } from './database/availability';
import type { Database } from './database/driver';
import { DatabaseUnavailableError } from './errors';
import { createExportThread, type ExportThread } from './exchange/jobs/exportThread';
import { ImportDesk } from './exchange/jobs/importDesk';
import { createUndoing } from './exchange/jobs/undoing';
import { createProjections } from './graphql/analysis/projections';
import { createCoverageThread } from './graphql/analysis/coverageThread';
import { createDuplicatesThread } from './graphql/analysis/duplicatesThread';
import { createSynergiesThread } from './graphql/analysis/synergiesThread';
import { complexityLimit, limitRules } from './graphql/complexity';
import { type ApiContext, type ApiServices, createContext } from './graphql/context';
import { createFormatError } from './graphql/formatError';
import { defaultQueryLimits, type QueryLimits } from './graphql/queryLimits';
import { buildSchemas } from './graphql/schema';
import { freshAfterWrites } from './graphql/freshAfterWrites';
import { statusOfJson } from './graphql/statusOfJson';
import { readPageQuestions, warmPages } from './graphql/warmPages';
import { warmUp } from './graphql/warmUp';
import { contours } from './http/contours';
import { coverageRoutes } from './http/coverageRoutes';
import { coverageUploads } from './http/coverageUploads';
import { exportRoutes } from './http/exportRoutes';
import { healthRoutes } from './http/health';
import { httpErrors, notFound } from './http/httpErrors';
import { importRoutes } from './http/importRoutes';
import { linkedRoutes } from './http/linkedRoutes';
import { rateLimit } from './http/rateLimit';
import { requestIds, withRequestId } from './http/requestIds';
import { requestLog } from './http/requestLog';
import { securityHeaders } from './http/securityHeaders';
import { staticClient } from './http/staticClient';
import type { Logger } from './logger';

/** Largest body of a request to `/graphql`, in bytes. */
const largestBody = 100 * 1024;

/** What of the configuration the application needs; it reads no environment itself. */
export interface AppConfig extends Pick<Config, 'rateLimit' | 'trustProxy' | 'frameAncestors'> {
  /** What one operation may ask for, where it differs from {@link defaultQueryLimits}. */
  readonly queryLimits?: Partial<QueryLimits>;
  /** Bearer token that may write; nobody may without one. */
  readonly writeToken?: Config['writeToken'];
}

/** What the application is made from. */
export interface AppParts {
  readonly config: AppConfig;
  readonly database: Database;
  readonly logger: Logger;
  /** Folder of the built client; it may be missing, then pages say so and the API answers. */
  readonly clientFolder: string;
}

/** The application, not listening yet. */
export interface App {
  readonly app: Express;
  /** Drains what is being answered, then stops; the database stays open, it is the caller's. */
  stop(): Promise<void>;
}

/**
 * Makes the application: health probes, the GraphQL endpoint with its limits, GraphiQL and the client.
 *
 * The schema is built and warmed by one query before this resolves, so that the first visitor does not pay for it; what the
 * pages ask is planned afterwards, one question after the other. A database that is away does not prevent starting.
 *
 * @param parts see {@link AppParts}.
 */
export async function createApp({ config, database, logger, clientFolder }: AppParts): Promise<App> {
  const availability = createAvailability(database);
  const services: ApiServices = {
    database,
    availability,
    logger,
    projections: createProjections(database),
    synergies: createSynergiesThread(),
    coverage: createCoverageThread(),
    duplicates: createDuplicatesThread(),
    imports: new ImportDesk({ database }),
    undoing: createUndoing(database),
    writeAccess: createWriteAccess(config.writeToken),
  };
  const exports = createExportThread(database);
  const apollo = await createApollo(services, config);
  await warmUp(services);
  const warming = warmPages(services, await readPageQuestions(clientFolder));

  const app = mount(apollo, { ...services, exports }, config, clientFolder);
  return {
    app,
    async stop() {
      await warming.stop();
      await apollo.stop();
      await services.synergies.stop();
      await services.coverage.stop();
      await services.duplicates.stop();
      await services.imports.stop();
      await services.undoing.stop();
      await exports.stop();
    },
  };
}

/** Every route, in the order in which they are tried. */
function mount(
  apollo: ApolloServer<ApiContext>,
  services: ApiServices & { exports: ExportThread },
  config: AppConfig,
  clientFolder: string,
): Express {
  const { database, availability, logger } = services;
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', config.trustProxy);
  app.use(requestIds(), requestLog(logger), securityHeaders(config.frameAncestors));
  app.use(healthRoutes(() => availability.isAnswering()));
  app.use(
    '/graphql',
    rateLimit(config.rateLimit),
    express.json({ limit: largestBody }),
    (_req, res, next) => withRequestId(res.locals['requestId'] as string, next),
    expressMiddleware(apollo, {
      context: async ({ req, res }) =>
        createContext(services, res.locals['requestId'] as string, req.get('authorization')),
    }),
  );
  app.use('/contours', contours(database));
  app.use('/export', async (_req, _res, next) => {
    if (!(await availability.isAnswering())) throw new DatabaseUnavailableError();
    next();
  });
  // A file takes longer to answer than a question: a tenth as many of them.
  app.use(['/import', '/export'], rateLimit(Math.ceil(config.rateLimit / 10)));
  app.use(
    importRoutes(services.imports, services.writeAccess),
    exportRoutes(services.exports),
    coverageRoutes(database, services.projections),
    coverageUploads(services),
    linkedRoutes(database),
  );
  app.use(staticClient(clientFolder), notFound(), httpErrors(logger));
  return app;
}

async function createApollo(services: ApiServices, config: AppConfig): Promise<ApolloServer<ApiContext>> {
  const { api } = await buildSchemas();
  const { logger } = services;
  const limits: QueryLimits = { ...defaultQueryLimits, ...config.queryLimits };
  const apollo = new ApolloServer<ApiContext>({
    schema: api,
    introspection: true,
    csrfPrevention: true,
    persistedQueries: false,
    allowBatchedHttpRequests: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: limits.tokens },
    validationRules: limitRules(limits),
    formatError: createFormatError(logger),
    logger,
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      complexityLimit(api, limits),
      statusOfJson(),
      freshAfterWrites(services.projections),
    ],
  });
  await apollo.start();
  return apollo;
}
