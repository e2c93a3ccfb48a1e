import type { BrowserContext } from 'playwright-core'
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
  const [world] = await Promise.all([testWorld(), ensureClient()])
  await serveClient(world.server.app, clientDir)
  const address = await world.server.listen(0, '127.0.0.1')
  return {
    ...world,
    address,
    signIn: (window, who) => window.setExtraHTTPHeaders({ authorization: `Bearer ${who.token}` }),
  }
}
