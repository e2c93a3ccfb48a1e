import { defineConfig } from 'vitest/config'
import { LongestFirst } from './scripts/checks/longest-first.ts'

const modules = ['**/node_modules/**', '**/dist/**']
const apart = [...modules, '**/*.wide.test.ts', '**/*.long.test.ts', '**/*.real.test.ts']
// Nets for what never comes: what does come may take its time on a busy machine.
const patient = { testTimeout: 120_000, hookTimeout: 120_000, expect: { poll: { timeout: 90_000 } } }
const database = { globalSetup: ['server/test/postgres.ts'], setupFiles: ['server/test/tidy.ts'], ...patient }
const withPages = { ...database, globalSetup: [...database.globalSetup, 'journeys/support/built.ts'] }
// Much of a journey is waiting: two files side by side use both cores.
const sideBySide = { ...withPages, isolate: false, testTimeout: 300_000, hookTimeout: 300_000 }
const slow = { ...withPages, testTimeout: 1_800_000, hookTimeout: 300_000, fileParallelism: false }
// Node 24 now and then ends as a whole where threads come and go (a check of V8's own, seen here as well): nodejs/node
// issues 62393 and 64500 name these two as what others avoid it with.
const steady = ['--no-sparkplug', '--no-memory-protection-keys']
const anywhere = (kind: string) => [`{server,client,packages,journeys,bench}/**/*.${kind}.test.ts`]

// `isolate: false` reads the rooms once for each worker: none of them keeps anything outside of its database and server.
export default defineConfig({
  test: {
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
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
          include: ['journeys/**/*.test.ts'],
          exclude: apart,
          ...sideBySide,
        },
      },
      // What is one of many of its kind: no less sure, but not asked for at each turn (decision 0068).
      {
        test: {
          name: 'wide scenes',
          isolate: false,
          include: ['{packages/*/src,client/src,server/src,server/test,scripts,bench}/**/*.wide.test.ts'],
          exclude: modules,
          ...database,
        },
      },
      { test: { name: 'wide journeys', include: ['journeys/**/*.wide.test.ts'], exclude: modules, ...sideBySide } },
      { test: { name: 'long', include: anywhere('long'), exclude: modules, ...slow } },
      { test: { name: 'real', include: anywhere('real'), exclude: modules, ...slow } },
    ],
  },
})
