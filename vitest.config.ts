import { defineConfig } from 'vitest/config'

const apart = ['**/node_modules/**', '**/dist/**', '**/*.long.test.ts', '**/*.real.test.ts']
// Nets for what never comes: what does come may take its time on a busy machine.
const patient = { testTimeout: 120_000, hookTimeout: 120_000, expect: { poll: { timeout: 90_000 } } }
const database = { globalSetup: ['server/test/postgres.ts'], setupFiles: ['server/test/tidy.ts'], ...patient }
const withPages = { ...database, globalSetup: [...database.globalSetup, 'journeys/support/built.ts'] }
const slow = { ...withPages, testTimeout: 1_800_000, hookTimeout: 300_000, fileParallelism: false }
// Node 24 now and then ends as a whole where threads come and go (a check of V8's own, seen here as well): nodejs/node
// issues 62393 and 64500 name these two as what others avoid it with.
const steady = ['--no-sparkplug', '--no-memory-protection-keys']
const anywhere = (kind: string) => [`{server,client,packages,journeys,bench}/**/*.${kind}.test.ts`]

// `isolate: false` reads the rooms once for each worker: none of them keeps anything outside of its database and server.
export default defineConfig({
  test: {
    maxWorkers: 2,
    execArgv: steady,
    projects: [
      { test: { name: 'packages', include: ['packages/*/src/**/*.test.ts'], exclude: apart, ...patient } },
      { test: { name: 'client', include: ['client/src/**/*.test.{ts,tsx}'], exclude: apart } },
      {
        test: {
          name: 'server',
          isolate: false,
          include: ['{server/src,server/test,scripts,bench}/**/*.test.ts'],
          exclude: apart,
          ...database,
        },
      },
      {
        test: {
          name: 'journeys',
          isolate: false,
          include: ['journeys/**/*.test.ts'],
          exclude: apart,
          ...withPages,
          // Much of a journey is waiting: two files side by side use both cores.
          testTimeout: 180_000,
          hookTimeout: 300_000,
        },
      },
      { test: { name: 'long', include: anywhere('long'), exclude: ['**/node_modules/**'], ...slow } },
      { test: { name: 'real', include: anywhere('real'), exclude: ['**/node_modules/**'], ...slow } },
    ],
  },
})
