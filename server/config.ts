import { resolve } from 'node:path';
import { z } from 'zod';
import { defaultQueryLimits } from './graphql/queryLimits';
import { type Language, readLanguage, StartFailure } from './startup';

const KEYWORDS = ["'self'", "'none'"];

const port = z.coerce.number().int().min(0).max(65535);
const megabytes = z.coerce.number().int().min(1).max(1_000_000);
const neo4jUri = z.string().regex(/^(bolt|neo4j)(\+s|\+ssc)?:\/\/[^\s/]+/, 'bolt:// or neo4j:// and a host');
const frameAncestor = z
  .string()
  .refine((text) => KEYWORDS.includes(text) || /^https?:\/\/[^\s;,'"]+$/.test(text), {
    message: "'none', 'self' or origins such as https://example.org",
  });

/**
 * Every variable of the environment that the application reads, with its default. The only list of them: the README's table
 * and the messages derive from it. An empty value counts as absent.
 */
export const environmentSchema = z.object({
  PORT: port.default(4000).describe('Port of the pages and of the API; 0 takes a free one.'),
  HOST: z
    .string()
    .default('127.0.0.1')
    .describe('Address to listen on; `0.0.0.0` opens the application to the network.'),
  MAILLAGE_DATA_DIR: z
    .string()
    .default('.maillage')
    .describe('Folder of the embedded database, its password and its jars.'),
  BOLT_PORT: port
    .min(1)
    .optional()
    .describe(
      'Port of the embedded database, on loopback; by default 7687, or a free one when that is taken.',
    ),
  MAILLAGE_HEAP_MB: megabytes
    .min(256)
    .default(1024)
    .describe('Largest heap of the embedded database, in megabytes.'),
  MAILLAGE_PAGE_CACHE_MB: megabytes
    .min(16)
    .default(128)
    .describe('Memory for the pages of the embedded database, beside its heap, in megabytes.'),
  MAILLAGE_PROFILE: z
    .enum(['service', 'test'])
    .default('service')
    .describe('`test` starts the embedded database faster, with slower queries.'),
  JAVA_HOME: z
    .string()
    .optional()
    .describe('Java to run the embedded database; by default the one of the PATH.'),
  NEO4J_URI: neo4jUri
    .optional()
    .describe(
      'Existing Neo4j to use in place of the embedded one: `bolt://` a server, `neo4j://` a cluster, `+s` for TLS.',
    ),
  NEO4J_USER: z.string().default('neo4j').describe('User of that Neo4j.'),
  NEO4J_PASSWORD: z.string().optional().describe('Password of that Neo4j; required with `NEO4J_URI`.'),
  NEO4J_DATABASE: z
    .string()
    .regex(/^[A-Za-z][A-Za-z0-9.-]{2,62}$/, 'a Neo4j database name')
    .default('neo4j')
    .describe('Database of that Neo4j.'),
  MAILLAGE_SEED: z
    .enum(['load', 'skip'])
    .default('load')
    .describe(
      '`load` brings the region of `seeds/` in when it changed since the last load; `skip` never does.',
    ),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
    .default('info')
    .describe('Severity from which a line is written on the standard error.'),
  MAILLAGE_WRITE_TOKEN: z
    .string()
    .min(16, 'at least 16 characters')
    .optional()
    .describe('Bearer token that may write through the API; without it, nothing can be written.'),
  RATE_LIMIT: z.coerce
    .number()
    .int()
    .min(1)
    .default(600)
    .describe('Requests to the API a minute and address before the answer is 429.'),
  QUERY_COST: z.coerce
    .number()
    .int()
    .min(100)
    .default(defaultQueryLimits.complexity)
    .describe(
      'Greatest cost of one GraphQL operation: about one a field, times the sizes of the pages above it.',
    ),
  TRUST_PROXY: z
    .string()
    .default('0')
    .transform((text, context) => parseTrustProxy(text, context))
    .describe(
      'How many reverse proxies stand before the application (0 to 9), or their addresses, separated by commas.',
    ),
  FRAME_ANCESTORS: z
    .string()
    .default("'none'")
    .transform((text) => text.split(/[\s,]+/).filter((part) => part !== ''))
    .pipe(z.array(frameAncestor).min(1))
    .describe(
      "Sites that may show the application in a frame: `'none'`, `'self'` or origins, separated by spaces.",
    ),
  DRAIN_SECONDS: z.coerce
    .number()
    .int()
    .min(0)
    .max(600)
    .default(10)
    .describe('How long requests under way may last once the application is asked to stop.'),
});

/** What the application is told by its environment; frozen. */
export interface Config {
  readonly port: number;
  readonly host: string;
  /** Absolute path. */
  readonly dataDir: string;
  /** Undefined: 7687, or a free port. */
  readonly boltPort: number | undefined;
  readonly heapMb: number;
  readonly pageCacheMb: number;
  readonly profile: 'service' | 'test';
  readonly javaHome: string | undefined;
  /** The existing Neo4j to use; undefined means the embedded one. */
  readonly neo4j: { uri: string; user: string; password: string; database: string } | undefined;
  readonly loadsSeed: boolean;
  readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';
  /** Undefined: nobody may write. At least 16 characters. */
  readonly writeToken: string | undefined;
  /** Requests a minute and address. */
  readonly rateLimit: number;
  /** What one GraphQL operation may ask for, where it differs from the defaults of the API. */
  readonly queryLimits: { readonly complexity: number };
  /** A number of proxies, or their addresses, as Express reads it. */
  readonly trustProxy: number | readonly string[];
  /** Sources of the `frame-ancestors` directive, at least one. */
  readonly frameAncestors: readonly string[];
  /** Seconds. */
  readonly drainSeconds: number;
  /** Language of the terminal. */
  readonly language: Language;
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The configuration, from the variables of `environmentSchema`; nothing else reads `process.env`.
 * @throws StartFailure `configInvalid`, naming every wrong variable at once.
 */
export function readConfig(env: Environment): Config {
  const given = Object.fromEntries(
    Object.keys(environmentSchema.shape).flatMap((name) => (env[name] ? [[name, env[name]]] : [])),
  );
  const parsed = environmentSchema.safeParse(given);
  const problems = parsed.success ? [] : parsed.error.issues.map(describeIssue);
  if (given.NEO4J_URI && !given.NEO4J_PASSWORD) problems.push('NEO4J_PASSWORD (required with NEO4J_URI)');
  if (!parsed.success || problems.length > 0) {
    throw new StartFailure('configInvalid', { problems: `${problems.join('; ')}.` });
  }
  return toConfig(parsed.data, readLanguage(env));
}

function toConfig(values: z.infer<typeof environmentSchema>, language: Language): Config {
  const { NEO4J_URI: uri, NEO4J_PASSWORD: password = '' } = values;
  const neo4j = uri && { uri, user: values.NEO4J_USER, password, database: values.NEO4J_DATABASE };
  return Object.freeze({
    port: values.PORT,
    host: values.HOST,
    dataDir: resolve(values.MAILLAGE_DATA_DIR),
    boltPort: values.BOLT_PORT,
    heapMb: values.MAILLAGE_HEAP_MB,
    pageCacheMb: values.MAILLAGE_PAGE_CACHE_MB,
    profile: values.MAILLAGE_PROFILE,
    javaHome: values.JAVA_HOME,
    neo4j: neo4j ? Object.freeze(neo4j) : undefined,
    loadsSeed: values.MAILLAGE_SEED === 'load',
    logLevel: values.LOG_LEVEL,
    writeToken: values.MAILLAGE_WRITE_TOKEN,
    rateLimit: values.RATE_LIMIT,
    queryLimits: Object.freeze({ complexity: values.QUERY_COST }),
    trustProxy: values.TRUST_PROXY,
    frameAncestors: Object.freeze(values.FRAME_ANCESTORS),
    drainSeconds: values.DRAIN_SECONDS,
    language,
  });
}

/** The value itself is not repeated: it may be a secret. */
function describeIssue(issue: z.core.$ZodIssue): string {
  return `${issue.path[0]?.toString()} (${issue.message.replace(/^Invalid (input|option|string): /, '')})`;
}

function parseTrustProxy(text: string, context: z.RefinementCtx): number | readonly string[] {
  if (/^\d$/.test(text)) return Number(text);
  const addresses = text.split(',').map((part) => part.trim());
  const known = /^(loopback|linklocal|uniquelocal|[0-9a-fA-F:.]+(\/\d{1,3})?)$/;
  if (addresses.every((address) => known.test(address) && !/^\d+$/.test(address))) {
    return Object.freeze(addresses);
  }
  context.addIssue({ code: 'custom', message: 'a number from 0 to 9, or addresses separated by commas' });
  return 0;
}
