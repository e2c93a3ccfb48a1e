import { createHash } from 'node:crypto'
import { platformOperations } from '@mortar/contract/platform'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Database, inTransaction, type Reader } from '../database.ts'
import { type Actor, endpoints } from '../endpoint.ts'
import { refuse } from '../refusals.ts'
import { isShown, kindOf } from './kind.ts'
import {
  contentHere,
  findFile,
  holdContent,
  saveContent,
  saveFile,
  type StoredFile,
  uploadedInADay,
} from './queries.ts'
import type { FileStorage } from './storage.ts'

const { 'POST /files': upload, 'GET /files/{file}': download } = platformOperations

/** A disk is not filled by one person: bytes that each may upload within a day. */
export const mostInADay = 500_000_000

/** Whether a room shows this file to somebody: it is part of something that they may read. */
export type MayRead = (db: Reader, actor: Actor, fileId: string) => Promise<boolean>

export interface FilePlace {
  mayRead: MayRead[]
  /** Where contents lie; without one in the database. */
  storage?: FileStorage | undefined
  /** An address on a host of its own, which this file has for a short time. */
  addressApart?: ((file: string) => string) | undefined
}

export const fileEndpoints = ({ mayRead, storage, addressApart }: FilePlace) =>
  endpoints(
    { 'POST /files': upload, 'GET /files/{file}': download },
    {
      async 'POST /files'({ db, actor, request }) {
        const { name, bytes } = await received(request)
        const mediaType = kindOf(bytes, name)
        if (!mediaType) throw refuse.unsupported('unsupported')

        const sha256 = createHash('sha256').update(bytes).digest()
        const { id, size } = await inTransaction(db, async (tx) => {
          if ((await uploadedInADay(tx, actor.id)) + bytes.length > mostInADay) throw refuse.tooMany('uploadedMuch')
          if (!storage) await saveContent(tx, sha256, bytes)
          else await holdContent(tx, sha256).then(() => storage.put(sha256.toString('hex'), bytes))
          return saveFile(tx, { sha256, name, mediaType, uploadedBy: actor.id, size: bytes.length })
        })
        return { id, name, mediaType, size, address: `/api/files/${id}` }
      },

      async 'GET /files/{file}'({ db, actor, params, reply }) {
        const file = await findFile(db, params.file)
        if (!file || !(await readable(db, actor, file, mayRead))) throw refuse.notFound('notFound')
        if (file.redactedAt) throw refuse.gone('notFound')
        if (addressApart) return reply.header('cache-control', 'no-store').redirect(addressApart(file.id), 302) as never
        return sendFile(reply, file, await contentOf(db, storage, file.sha256)) as never
      },
    },
  )

/** In the database, where files lay before there was a storage, or in the storage. */
export const contentOf = async (db: Database, storage: FileStorage | undefined, sha256: Buffer) =>
  (await contentHere(db, sha256)) ?? (await storage?.get(sha256.toString('hex')))

/** As in a box of its own: no script, no sniffing, shown only when it is a plain image. */
export function sendFile(reply: FastifyReply, file: StoredFile, bytes: Buffer | undefined): FastifyReply {
  if (!bytes) throw refuse.gone('notFound')
  const place = isShown(file.mediaType) ? 'inline' : 'attachment'
  return reply
    .header('content-security-policy', "default-src 'none'; sandbox")
    .header('x-content-type-options', 'nosniff')
    .header('content-disposition', `${place}; filename*=UTF-8''${encodeURIComponent(file.name)}`)
    .header('cache-control', 'private, max-age=3600')
    .type(file.mediaType)
    .send(bytes)
}

/** Who uploaded a file sees it before it is part of anything. */
async function readable(db: Reader, actor: Actor, file: { id: string; uploadedBy: string | null }, mayRead: MayRead[]) {
  if (file.uploadedBy === actor.id) return true
  for (const may of mayRead) if (await may(db, actor, file.id)) return true
  return false
}

async function received(request: FastifyRequest) {
  const part = await request.file().catch(() => undefined)
  if (!part) throw refuse.invalid('unreadableFile')
  const bytes = await part.toBuffer()
  if (bytes.length === 0) throw refuse.invalid('unreadableFile')
  const name = (part.filename || 'file')
    .normalize('NFC')
    .replaceAll(/[\\/\p{Cc}]/gu, '_')
    .slice(-255)
  return { name, bytes }
}
