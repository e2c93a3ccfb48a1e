import { createServer } from 'vite'
import { afterAll } from 'vitest'

const client = new URL('../../client/', import.meta.url).pathname

/** The developing client, which alone has the page of parts. The parts need no server behind them. */
export async function openParts(): Promise<string> {
  const server = await createServer({
    root: client,
    configFile: `${client}vite.config.ts`,
    cacheDir: '../node_modules/.vite-journeys',
    logLevel: 'silent',
    server: { port: 0, host: '127.0.0.1', hmr: false },
  })
  afterAll(() => server.close())
  await server.listen()
  return `${server.resolvedUrls!.local[0]!.replace(/\/$/, '')}/ui`
}
