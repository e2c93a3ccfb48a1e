import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext } from 'playwright-core'
import { afterAll } from 'vitest'
import { clientDir, ensureClient } from '../../server/src/cli/client/build.ts'
import { serveClient } from '../../server/src/platform/client.ts'
import { type Somebody, testWorld, type World } from '../../server/test/world.ts'

export interface Product extends World {
  /** Where a browser finds it. */
  address: string
  signIn(window: BrowserContext, who: Somebody): Promise<void>
}

/** The whole product on a fresh database and a free port, with the client as it is in the sources. */
export async function openProduct(): Promise<Product> {
  const [world, pages] = await Promise.all([testWorld(), builtPages()])
  await serveClient(world.server.app, pages)
  const address = await world.server.listen(0, '127.0.0.1')
  return {
    ...world,
    address,
    signIn: (window, who) => window.setExtraHTTPHeaders({ authorization: `Bearer ${who.token}` }),
  }
}

/** A copy of the built client: another build may replace the original while the test runs. */
async function builtPages(): Promise<string> {
  await ensureClient()
  const copy = await mkdtemp(join(tmpdir(), 'mortar-pages-'))
  afterAll(() => rm(copy, { recursive: true, force: true }))
  await cp(clientDir, copy, { recursive: true })
  return copy
}
