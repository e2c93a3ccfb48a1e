import { defineConfig } from 'vitest/config'

const apart = ['**/node_modules/**', '**/dist/**', '**/*.long.test.ts', '**/*.real.test.ts']
const database = { globalSetup: ['server/test/postgres.ts'], testTimeout: 30_000, hookTimeout: 60_000 }
// A page may wait for a busy machine; what should never come fails after it.
const patient = { expect: { poll: { timeout: 30_000 } } }
const slow = { ...database, testTimeout: 1_800_000, hookTimeout: 300_000, fileParallelism: false }
const anywhere = (kind: string) => [`{server,client,packages,journeys,bench}/**/*.${kind}.test.ts`]

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      { test: { name: 'packages', include: ['packages/*/src/**/*.test.ts'], exclude: apart } },
      { test: { name: 'client', include: ['client/src/**/*.test.{ts,tsx}'], exclude: apart } },
      {
        test: {
          name: 'server',
          include: ['{server/src,server/test,scripts,bench}/**/*.test.ts'],
          exclude: apart,
          ...database,
        },
      },
      {
        test: {
          name: 'journeys',
          include: ['journeys/**/*.test.ts'],
          exclude: apart,
          ...slow,
          ...patient,
          testTimeout: 180_000,
        },
      },
      { test: { name: 'long', include: anywhere('long'), exclude: ['**/node_modules/**'], ...slow } },
      { test: { name: 'real', include: anywhere('real'), exclude: ['**/node_modules/**'], ...slow } },
    ],
  },
})
