import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { refuse } from './refusals.ts'

/** Serves the built client: its files for ever, its page fresh, with a nonce for its styles. */
export async function serveClient(app: FastifyInstance, dir: string) {
  const page = await readFile(join(dir, 'index.html'), 'utf8')
  await app.register(fastifyStatic, {
    root: dir,
    index: false,
    wildcard: false,
    preCompressed: true,
    setHeaders: (reply, path) => {
      const name = path.replaceAll('\\', '/')
      reply.header('cache-control', name.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
  app.setNotFoundHandler(async (request, reply) => {
    if (request.method !== 'GET' || request.url.startsWith('/api') || request.url.startsWith('/assets/')) {
      throw refuse.notFound('notFound')
    }
    return reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(page.replaceAll('{{nonce}}', request.nonce))
  })
}
