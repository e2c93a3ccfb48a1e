import type { Command } from 'commander'
import { openPool } from '#platform/database.ts'
import { codeOf, Failure } from '#platform/failure.ts'
import { migrate } from '#platform/migrate.ts'
import { openPostgres, type Postgres } from '#platform/postgres/index.ts'
import { version } from '#platform/project.ts'
import type { Settings } from '#platform/settings.ts'
import type { Server } from '../main.ts'
import { clientDir, ensureClient } from './client/build.ts'
import { block } from './frame/block.ts'
import { command } from './frame/command.ts'
import { settingsFor } from './frame/database.ts'
import { untilTold } from './frame/signals.ts'

export const serve = () =>
  command('serve', 'Starts Mortar and serves it until it is told to stop', [
    ['mortar serve', 'serves on port 4400'],
    ['PORT=8080 mortar serve', 'serves on another port'],
  ])
    .option('--no-client', 'serve the API alone, without the pages')
    .action(async ({ client }: { client: boolean }, made: Command) => {
      const settings = settingsFor(made)
      if (client)
        await ensureClient(() =>
          console.log('  The pages changed since they were built: building them, about ten seconds ...'),
        )
      await serveUntilTold(settings, client ? clientDir : undefined)
    })

async function serveUntilTold(settings: Settings, pages: string | undefined): Promise<void> {
  const postgres = await openPostgres(settings, 'serve')
  let server: Server | undefined
  try {
    await bringUpToDate(postgres)
    // Imported here, so that the other commands start without all the rooms.
    const { startServer } = await import('../main.ts')
    server = await startServer({ ...settings, connection: postgres.config, ...(pages && { clientDir: pages }) })
    const address = await listen(server, settings)
    console.log(startBlock(settings, postgres, address))
    await untilTold({ drain: server.close, force: postgres.abandon })
    console.log('  Mortar has stopped.')
  } catch (error) {
    await server?.close().catch(() => {})
    throw error
  } finally {
    await postgres.stop()
  }
}

async function bringUpToDate(postgres: Postgres): Promise<void> {
  const pool = openPool(postgres.config, 1)
  await migrate(pool).finally(() => pool.end())
}

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

const startBlock = (settings: Settings, { described, notes }: Postgres, address: string) =>
  block(`Mortar ${version}`, [
    ['Address', settings.port === 0 ? address : settings.baseUrl],
    ['Data folder', settings.dataDir],
    ['Database', [described, ...notes].join('\n')],
    ['Stop', 'Ctrl-C'],
  ])
