// Tests are ES modules: `npm test` passes --experimental-vm-modules. Each folder under test/ names the world it needs:
// domain, interop, architecture and programs need none; all others get a PostgreSQL, started once a run and only if one of them runs.
import { availableParallelism } from 'node:os';

const common = {
  rootDir: import.meta.dirname,
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: { '^.+\\.ts$': ['@swc/jest', { module: { type: 'es6' } }] },
};

export default {
  watchman: false,
  // Of the whole run: Jest does not read it from a project.
  testTimeout: 60_000,
  maxWorkers: Math.max(2, Math.floor(availableParallelism() / 2)),
  projects: [
    { ...common, displayName: 'pure', testMatch: ['<rootDir>/test/{domain,interop,programs}/**/*.test.ts'] },
    {
      ...common,
      displayName: 'architecture',
      testMatch: ['<rootDir>/test/architecture/**/*.test.ts'],
    },
    {
      ...common,
      displayName: 'world',
      testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/(domain|interop|architecture|programs)/'],
      globalSetup: '<rootDir>/test/support/global-setup.mjs',
      globalTeardown: '<rootDir>/test/support/global-teardown.mjs',
    },
  ],
};
