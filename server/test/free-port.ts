import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'

/** A port that nobody has just now. */
export const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
