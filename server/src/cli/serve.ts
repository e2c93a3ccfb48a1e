import type { Command } from 'commander'
import type pg from 'pg'
import { openDatabase, openPool } from '#platform/database.ts'
import { codeOf, Failure } from '#platform/failure.ts'
import { openStorage } from '#platform/files/storage.ts'
import { migrate } from '#platform/migrate.ts'
import { openPostgres, type Postgres } from '#platform/postgres/index.ts'
import { version } from '#platform/project.ts'
import { erasuresFile, type Settings } from '#platform/settings.ts'
import type { Server } from '../main.ts'
import { clientDir, ensureClient } from './client/build.ts'
import { firstVisitLines } from './first-visit.ts'
import { block } from './frame/block.ts'
import { command } from './frame/command.ts'
import { settingsFor } from './frame/database.ts'
import { hearSignals } from './frame/signals.ts'

const longestAnswer = 5000

export const serve = () =>
  command('serve', 'Starts Mortar and serves it until it is told to stop', [
    ['mortar serve', 'serves on port 4400'],
    ['PORT=8080 mortar serve', 'serves on another port'],
  ])
    .option('--no-client', 'serve the API alone, without the pages')
    .action(async ({ client }: { client: boolean }, made: Command) => {
      const settings = settingsFor(made)
      await serveUntilTold(settings, client)
      // Nothing that still hangs, such as a connection of a browser, may keep an ended Mortar.
      process.exit()
    })

async function serveUntilTold(settings: Settings, client: boolean): Promise<void> {
  const untilTold = hearSignals()
  const postgres = await openPostgres(settings, 'serve')
  let server: Server | undefined
  try {
    // Imported here, so that the other commands start without all the rooms.
    const rooms = import('../main.ts')
    await Promise.all([rooms, bringUpToDate(postgres), client && ensureClient(tellOfBuilding)])
    const { startServer } = await rooms
    server = await startServer({
      ...settings,
      storage: openStorage(settings),
      erasures: erasuresFile(settings),
      connection: postgres.config,
      ...(client && { clientDir }),
    })
    const address = await listen(server, settings)
    console.log(startBlock(settings, postgres, address, await firstVisit(postgres, settings, address)))
    await untilTold({ drain: drain(server), force: postgres.abandon })
    server = undefined
    console.log('  Mortar has stopped.')
  } finally {
    await server?.close().catch(() => {})
    await postgres.stop()
  }
}

const tellOfBuilding = () =>
  console.log('  The pages changed since they were built: building them, about ten seconds ...')

const withPool = async <T>(postgres: Postgres, work: (pool: pg.Pool) => Promise<T>): Promise<T> => {
  const pool = openPool(postgres.config, 1)
  return await work(pool).finally(() => pool.end())
}

const bringUpToDate = (postgres: Postgres) => withPool(postgres, (pool) => migrate(pool))

const firstVisit = (postgres: Postgres, settings: Settings, address: string) =>
  withPool(postgres, (pool) =>
    firstVisitLines(openDatabase(pool), { ...settings, baseUrl: baseUrlFor(settings, address) }),
  )

/** A port that the system chose is known only now. */
const baseUrlFor = ({ port, baseUrl }: Settings, address: string) => (port === 0 ? address : baseUrl)

async function listen(server: Server, { port }: Settings): Promise<string> {
  try {
    return await server.listen(port)
  } catch (error) {
    if (codeOf(error) === 'EADDRINUSE')
      throw new Failure(`Port ${port} is in use by another program: stop that one, or set PORT to another number.`)
    if (codeOf(error) === 'EACCES')
      throw new Failure(`Port ${port} needs rights that this user does not have: set PORT to a number above 1023.`)
    throw error
  }
}

/** Answers what is under way, then lets go of connections that only wait, and in the end of those that never do. */
const drain =
  ({ app, close }: Server) =>
  async () => {
    const idle = setInterval(() => app.server.closeIdleConnections(), 100)
    const streams = setTimeout(() => app.server.closeAllConnections(), longestAnswer)
    await close().finally(() => {
      clearInterval(idle)
      clearTimeout(streams)
    })
  }

const startBlock = (settings: Settings, { described, notes }: Postgres, address: string, visit: string | undefined) =>
  block(`Mortar ${version}`, [
    ['Address', baseUrlFor(settings, address)],
    ['Data folder', settings.dataDir],
    ['Database', [described, ...notes].join('\n')],
    ...(visit ? [['First visit', visit] as const] : []),
    ['Stop', 'Ctrl-C'],
  ])
