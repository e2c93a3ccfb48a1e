import type { BrowserContext } from 'playwright-core'
import { serveClient } from '../../server/src/platform/client.ts'
import { type Somebody, testWorld, type World } from '../../server/test/world.ts'
import { builtPages } from './pages.ts'

export interface Product extends World {
  /** Where a browser finds it. */
  address: string
  signIn(window: BrowserContext, who: Somebody): Promise<void>
  /** A community that anybody may join; who opens it facilitates it. */
  weaversBy(who: Somebody): Promise<{ id: string; slug: string }>
}

const weavers = { name: 'Weavers', short: 'WEA', colour: 1, domain: 'Cloth', visibility: 'open' } as const

/** The whole product on a fresh database and a free port, with the client as it is in the sources. */
export async function openProduct(): Promise<Product> {
  const [world, pages] = await Promise.all([testWorld(), builtPages()])
  await serveClient(world.server.app, pages)
  const address = await world.server.listen(0, '127.0.0.1')
  return {
    ...world,
    address,
    signIn: (window, who) => window.setExtraHTTPHeaders({ authorization: `Bearer ${who.token}` }),
    weaversBy: async (who) => (await world.as(who)('POST /communities', { body: weavers })).body,
  }
}
