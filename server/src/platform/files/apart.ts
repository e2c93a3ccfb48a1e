import { createHmac, timingSafeEqual } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import type { Database } from '../database.ts'
import { refuse } from '../refusals.ts'
import { findFile } from './queries.ts'
import { contentOf, sendFile } from './routes.ts'
import type { FileStorage } from './storage.ts'

const seconds = 300

/** Addresses of files on a host of their own: good for some minutes, for whoever was allowed to ask for one. */
export const addressesApart = (filesHost: string, secret: string) => (file: string) => {
  const until = Math.floor(Date.now() / 1000) + seconds
  return `${filesHost}/files/${file}?until=${until}&proof=${proofOf(secret, file, until)}`
}

const proofOf = (secret: string, file: string, until: number) =>
  createHmac('sha256', secret).update(`file apart\n${file}\n${until}`).digest('base64url')

interface Apart {
  db: Database
  storage: FileStorage | undefined
  filesHost: string
  secret: string
}

/** The host of files knows nothing but files, and nobody: no cookie counts there, and no page of ours is on it. */
export function serveApart(app: FastifyInstance, { db, storage, filesHost, secret }: Apart): void {
  const { host } = new URL(filesHost)
  app.addHook('onRequest', async (request) => {
    const apart = request.headers.host === host
    if (apart !== request.url.startsWith('/files/')) throw refuse.notFound('notFound')
  })
  app.get<{ Params: { file: string }; Querystring: { until?: string; proof?: string } }>(
    '/files/:file',
    async ({ params, query }, reply) => {
      if (!isProven(secret, params.file, query)) throw refuse.notFound('notFound')
      const file = await findFile(db, params.file)
      if (!file || file.redactedAt) throw refuse.gone('notFound')
      // Pages of the main host show images from here.
      reply.header('cross-origin-resource-policy', 'cross-origin')
      return sendFile(reply, file, await contentOf(db, storage, file.sha256))
    },
  )
}

function isProven(secret: string, file: string, { until, proof }: { until?: string; proof?: string }): boolean {
  const end = Number(until)
  if (typeof proof !== 'string' || !Number.isInteger(end) || end * 1000 < Date.now()) return false
  const [given, right] = [Buffer.from(proof), Buffer.from(proofOf(secret, file, end))]
  return given.length === right.length && timingSafeEqual(given, right)
}
