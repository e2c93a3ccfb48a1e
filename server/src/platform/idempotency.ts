import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Database } from './database.ts'
import { claimKey, forgetKey, keepReply, replyFor } from './queries.ts'
import { refuse } from './refusals.ts'

/** Does a write once for a person and key; a repetition gets the first answer again. */
export async function once(
  db: Database,
  { person, key, request }: { person: string; key: string; request: FastifyRequest },
  reply: FastifyReply,
  act: () => Promise<unknown>,
) {
  const print = createHash('sha256')
    .update(`${request.method} ${request.url}\n${JSON.stringify(request.body)}`)
    .digest()
  if (key.length > 200) throw refuse.invalid('invalid')
  if (!(await claimKey(db, person, key, print))) {
    const earlier = await replyFor(db, person, key)
    if (!earlier?.request.equals(print)) throw refuse.conflict('keyReused')
    if (earlier.status === null) throw refuse.conflict('stillRunning')
    return reply
      .code(earlier.status)
      .header('idempotent-replay', 'true')
      .type('application/json')
      .send(earlier.reply ?? '')
  }
  // A refusal or a defect leaves the key free, so that the person can correct and send again.
  const body = await act().catch(async (error: unknown) => {
    await forgetKey(db, person, key)
    throw error
  })
  await keepReply(db, person, key, reply.statusCode, typeof body === 'string' ? body : null)
  return body
}
