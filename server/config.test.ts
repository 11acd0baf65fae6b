import { environmentSchema, readConfig } from './config';

test('every variable has a default or may be absent, and the result is frozen', () => {
  const config = readConfig({});
  expect(config).toMatchObject({
    port: 4000,
    host: '127.0.0.1',
    dataDir: expect.stringMatching(/^\/.*\.maillage$/),
    neo4j: undefined,
    boltPort: undefined,
    writeToken: undefined,
    logLevel: 'info',
    loadsSeed: true,
    trustProxy: 0,
    frameAncestors: ["'none'"],
    language: 'en',
  });
  expect(Object.isFrozen(config)).toBe(true);
  expect(Object.isFrozen(config.frameAncestors)).toBe(true);
});

test('an empty value counts as absent', () => {
  expect(readConfig({ PORT: '', NEO4J_URI: '', MAILLAGE_WRITE_TOKEN: '' })).toEqual(readConfig({}));
});

test('every variable is described for people', () => {
  for (const [name, schema] of Object.entries(environmentSchema.shape)) {
    expect([name, schema.description]).toEqual([name, expect.stringMatching(/\w.{15,}\.$/)]);
  }
});

test.each([
  ['PORT', '65536'],
  ['PORT', '4000.5'],
  ['BOLT_PORT', '0'],
  ['MAILLAGE_HEAP_MB', '10'],
  ['LOG_LEVEL', 'loud'],
  ['MAILLAGE_WRITE_TOKEN', '15 characters..'],
  ['RATE_LIMIT', '0'],
  ['NEO4J_URI', 'http://example.org'],
  ['NEO4J_DATABASE', '1'],
  ['TRUST_PROXY', 'yes'],
  ['TRUST_PROXY', '12'],
  ['FRAME_ANCESTORS', 'example.org'],
  ['FRAME_ANCESTORS', "https://a.org; script-src 'unsafe-inline'"],
  ['MAILLAGE_SEED', 'maybe'],
  ['DRAIN_SECONDS', '-1'],
])('%s=%s is refused by its name, without repeating the value', (name, value) => {
  const read = () => readConfig({ NEO4J_PASSWORD: 'secret', [name]: value });
  expect(read).toThrow(expect.objectContaining({ code: 'configInvalid' }));
  expect(read).toThrow(name);
});

test('all that is wrong is said at once', () => {
  expect(() => readConfig({ PORT: 'x', RATE_LIMIT: 'y', NEO4J_URI: 'bolt://db' })).toThrow(
    /PORT .*; RATE_LIMIT .*; NEO4J_PASSWORD \(required with NEO4J_URI\)\./,
  );
});

test.each([
  ['2', 2],
  ['loopback', ['loopback']],
  ['10.0.0.0/8, ::1', ['10.0.0.0/8', '::1']],
])('TRUST_PROXY=%s', (text, expected) => {
  expect(readConfig({ TRUST_PROXY: text }).trustProxy).toEqual(expected);
});

test('several sites may show the application in a frame', () => {
  expect(readConfig({ FRAME_ANCESTORS: "'self' https://a.org, https://b.org:8443" }).frameAncestors).toEqual([
    "'self'",
    'https://a.org',
    'https://b.org:8443',
  ]);
});

test('an existing Neo4j takes the place of the embedded one', () => {
  const config = readConfig({ NEO4J_URI: 'neo4j+s://db.example.org', NEO4J_PASSWORD: 'secret' });
  expect(config.neo4j).toEqual({
    uri: 'neo4j+s://db.example.org',
    user: 'neo4j',
    password: 'secret',
    database: 'neo4j',
  });
});
