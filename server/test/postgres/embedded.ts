import { chmodSync, globSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openEmbedded } from '#platform/postgres/embedded.ts'
import { stopServer } from '#platform/postgres/server.ts'
import { isAlive } from '#platform/process.ts'

export interface TestServer {
  url: string
  stop(): Promise<void>
}

const prefix = join(tmpdir(), 'mortar-tests-')

/** A PostgreSQL of this run alone, quick because nothing in it has to survive. */
export async function embeddedServer(): Promise<TestServer> {
  await removeAbandoned()
  const folder = mkdtempSync(`${prefix}${process.pid}-`)
  chmodSync(folder, 0o755)
  const { url, stop } = await openEmbedded(folder, 'command', false)
  return {
    url,
    async stop() {
      await stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** An earlier run may have been killed with its database still running. */
async function removeAbandoned(): Promise<void> {
  for (const folder of globSync(`${prefix}*`)) {
    if (isAlive(Number.parseInt(folder.slice(prefix.length), 10))) continue
    await stopServer(join(folder, 'postgres'))
    rmSync(folder, { recursive: true, force: true })
  }
}
