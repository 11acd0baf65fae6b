const transform = {
  '^.+\\.[jt]sx?$': [
    '@swc/jest',
    {
      jsc: {
        parser: { syntax: 'typescript', tsx: true, decorators: true },
        transform: { legacyDecorator: true, react: { runtime: 'automatic' } },
        target: 'es2023',
      },
      module: { type: 'commonjs' },
    },
  ],
};

/** Three projects: pure functions, the API on a real embedded Neo4j, the client in jsdom. End-to-end has its own config. */
export default {
  coverageDirectory: '.cache/coverage',
  // A test that starts a thread, or asks the database a question of a new shape, waits for it, on a machine that may be busy.
  testTimeout: 60_000,
  projects: [
    {
      displayName: 'unit',
      testEnvironment: 'node',
      testMatch: ['<rootDir>/{server,schema,scripts}/**/*.test.ts'],
      testPathIgnorePatterns: ['/node_modules/', '\\.int\\.test\\.ts$', '\\.e2e\\.ts$'],
      transform,
    },
    {
      displayName: 'api',
      testEnvironment: 'node',
      testMatch: ['<rootDir>/server/**/*.int.test.ts'],
      globalSetup: '<rootDir>/server/tests/support/globalSetup.ts',
      globalTeardown: '<rootDir>/server/tests/support/globalTeardown.ts',
      transform,
    },
    {
      displayName: 'client',
      testEnvironment: 'jsdom',
      testMatch: ['<rootDir>/client/**/*.test.{ts,tsx}'],
      setupFilesAfterEnv: ['<rootDir>/client/tests/support/setup.ts'],
      moduleNameMapper: { '\\.css$': '<rootDir>/client/tests/support/emptyModule.ts' },
      transformIgnorePatterns: [],
      transform,
    },
  ],
};
