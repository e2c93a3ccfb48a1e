import { randomBytes } from 'node:crypto'
import { codeOf } from '../../server/src/platform/failure.ts'
import { startServer } from '../../server/src/main.ts'
import { firstLink } from '../../server/src/organization/index.ts'
import { closeBeforeDropping, testDatabase } from '../../server/test/database.ts'
import { freePort } from '../../server/test/free-port.ts'
import { builtPages } from './pages.ts'

export interface EmptyProduct {
  /** One address for each server, all on the same database. */
  addresses: [string, ...string[]]
  firstLink(): Promise<string>
}

/** The whole product as somebody starts it for the first time: nobody is in it, and it knows its own address. */
export async function openEmptyProduct({ servers = 1 } = {}): Promise<EmptyProduct> {
  const [{ db, url }, clientDir] = await Promise.all([testDatabase(), builtPages()])
  const secret = randomBytes(32).toString('hex')
  const serve = async (attempts = 5): Promise<string> => {
    // An address is known before a server starts: passkeys and links depend on it.
    const port = await freePort()
    const address = `http://localhost:${port}`
    const server = await startServer({
      connection: { connectionString: url },
      secret,
      baseUrl: address,
      clientDir,
      requestsPerMinute: 100_000,
    })
    try {
      await server.listen(port)
    } catch (error) {
      await server.close()
      // Another program took the port meanwhile.
      if (codeOf(error) === 'EADDRINUSE' && attempts > 1) return serve(attempts - 1)
      throw error
    }
    closeBeforeDropping(() => server.close())
    return address
  }
  const addresses: [string, ...string[]] = [await serve()]
  while (addresses.length < servers) addresses.push(await serve())
  return { addresses, firstLink: async () => (await firstLink(db, addresses[0]))!.link }
}
