import base from './jest.config.mjs';

const { transform } = base.projects[0];

/** Journeys in a real browser on the real application: slow, one at a time, apart from the other projects. */
export default {
  displayName: 'e2e',
  testEnvironment: 'node',
  testMatch: ['<rootDir>/client/tests/e2e/**/*.e2e.ts'],
  globalSetup: '<rootDir>/client/tests/support/e2e/globalSetup.ts',
  globalTeardown: '<rootDir>/client/tests/support/e2e/globalTeardown.ts',
  maxWorkers: 1,
  testTimeout: 120_000,
  transform,
};
