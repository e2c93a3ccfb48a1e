import { chmodSync, existsSync, globSync, mkdtempSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { openEmbedded } from '#platform/postgres/embedded.ts'
import { stopServer } from '#platform/postgres/server.ts'
import { isAlive } from '#platform/process.ts'

export interface TestServer {
  url: string
  /** What makes copying a database quick there, as the end of its statement. */
  copying?: string
  stop(): Promise<void>
}

const memory = '/dev/shm'
const name = 'mortar-tests-'

/** Room for the databases of a run with their log, several times over. */
const enough = 8 * 1024 ** 3

/** In memory where there is plenty: each database is more than a thousand files, which a disk takes its time to make. */
function placeOfRun(): string {
  if (!existsSync(memory)) return tmpdir()
  const { bavail, bsize } = statfsSync(memory)
  return bavail * bsize >= enough ? memory : tmpdir()
}

/** A PostgreSQL of this run alone, quick because nothing in it has to survive. */
export async function embeddedServer(): Promise<TestServer> {
  await removeAbandoned()
  const place = placeOfRun()
  const folder = mkdtempSync(join(place, `${name}${process.pid}-`))
  chmodSync(folder, 0o755)
  const { url, stop } = await openEmbedded(folder, 'command', false)
  return {
    url,
    ...(place === memory && { copying: 'strategy file_copy' }),
    async stop() {
      await stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** An earlier run may have been killed with its database still running. */
async function removeAbandoned(): Promise<void> {
  for (const folder of [memory, tmpdir()].flatMap((place) => globSync(join(place, `${name}*`)))) {
    if (isAlive(Number.parseInt(basename(folder).slice(name.length), 10))) continue
    await stopServer(join(folder, 'postgres'))
    rmSync(folder, { recursive: true, force: true })
  }
}
