import { createHash, randomUUID } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Database, lastStep } from './database.ts'
import { type Claim, claimKey, confirmClaim, earlierRequest, forgetKey, keepReply, signOfLife } from './queries.ts'
import { refuse } from './refusals.ts'

const pulse = 3_000

/** Does a write once for a person and key; a repetition gets the first answer again. */
export async function once(
  db: Database,
  { person, key, request }: { person: string; key: string; request: FastifyRequest },
  reply: FastifyReply,
  act: () => Promise<unknown>,
) {
  if (key.length > 200) throw refuse.invalid('invalid')
  const print = printOf(request)
  const claim = { personId: person, key, claim: randomUUID() }
  if (!(await claimKey(db, claim, print))) return again(db, claim, print, reply)

  // A refusal or a defect leaves the key free, so that the person can correct and send again.
  const body = await alive(db, claim, act).catch(async (error: unknown) => {
    await forgetKey(db, claim)
    throw error
  })
  await keepReply(db, claim, reply.statusCode, typeof body === 'string' ? body : null)
  return body
}

const printOf = ({ method, url, body }: FastifyRequest) =>
  createHash('sha256')
    .update(`${method} ${url}\n${JSON.stringify(body)}`)
    .digest()

async function again(db: Database, claim: Claim, print: Buffer, reply: FastifyReply) {
  const earlier = await earlierRequest(db, claim)
  if (earlier && !earlier.request.equals(print)) throw refuse.conflict('keyReused')
  if (earlier?.status == null) {
    throw earlier?.committed && earlier.dead ? refuse.conflict('doneUnanswered') : refuse.conflict('stillRunning')
  }
  return reply
    .code(earlier.status)
    .header('idempotent-replay', 'true')
    .type('application/json')
    .send(earlier.reply ?? '')
}

/**
 * Lets others see that this request is worked on. Whoever is silent for too long may be overtaken by a repetition;
 * a write that was overtaken finds that out in its own transaction, and does not happen.
 */
async function alive<T>(db: Database, claim: Claim, act: () => Promise<T>): Promise<T> {
  const beating = setInterval(() => void signOfLife(db, claim).catch(() => {}), pulse)
  try {
    return await lastStep.run(async (tx) => {
      if (!(await confirmClaim(tx, claim))) throw refuse.conflict('stillRunning')
    }, act)
  } finally {
    clearInterval(beating)
  }
}
