import type { Problem } from '@mortar/contract/common'
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { Refusal, type RefusalCode, statusOf } from './refusal.ts'
import { refuse } from './refusals.ts'
import { sentence, spokenBy } from './words.ts'

/** The one place where refusals and defects become HTTP (RFC 9457). */
export function answerProblem(error: FastifyError | Refusal, request: FastifyRequest, reply: FastifyReply) {
  const refusal = error instanceof Refusal ? error : expected(error)
  if (!refusal) request.log.error({ err: error }, 'defect')

  const code = refusal?.code ?? 'defect'
  const status = refusal ? statusOf[refusal.code] : 500
  const language = request.actor?.language ?? spokenBy(request.headers['accept-language'])
  const title = sentence(language, refusal?.key ?? 'platform:defect', refusal?.params)
  const problem: Problem = {
    type: `/api#${code}`,
    title,
    status,
    code: refusal?.key.replace(':', '.') ?? 'defect',
    ...(refusal?.fields && { fields: refusal.fields }),
    ...(refusal?.current !== undefined && { current: refusal.current }),
  }
  return reply.code(status).type('application/problem+json').send(JSON.stringify(problem))
}

const byFastify: Record<string, () => Refusal> = {
  FST_ERR_CTP_BODY_TOO_LARGE: () => refuse.tooLarge('tooLarge', { limit: '1 MB' }),
  FST_ERR_CTP_INVALID_MEDIA_TYPE: () => refuse.unsupported('unsupported'),
  FST_ERR_CTP_EMPTY_JSON_BODY: () => refuse.invalid('badBody'),
  FST_ERR_CTP_INVALID_JSON_BODY: () => refuse.invalid('badBody'),
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: () => refuse.invalid('badBody'),
  FST_ERR_BAD_URL: () => refuse.notFound('notFound'),
  FST_ERR_MAX_PARAM_LENGTH: () => refuse.notFound('notFound'),
  // Characters that PostgreSQL keeps neither as text nor as JSON.
  '22021': () => refuse.invalid('unkept'),
  // A number that no column holds.
  '22003': () => refuse.invalid('invalid'),
  // A day that no calendar of the database has.
  '22007': () => refuse.invalid('noSuchDay'),
  '22008': () => refuse.invalid('noSuchDay'),
  '22P05': () => refuse.invalid('unkept'),
  FST_ERR_VALIDATION: () => refuse.invalid('invalid'),
  FST_REQ_FILE_TOO_LARGE: () => refuse.tooLarge('tooLarge', { limit: '25 MB' }),
}

/** Errors of libraries that mean a refusal; anything else is a defect. */
function expected(error: FastifyError & { code?: string }): Refusal | undefined {
  const known = error.code ? byFastify[error.code] : undefined
  if (known) return known()
  if (!error.code && multipartBroken.test(error.message)) return refuse.invalid('unreadableFile')
  if (error.code === '22P02' && error.message.endsWith('for type json')) return refuse.invalid('unkept')
  if (error.code === '53100') return refuse.unavailable('diskFull')
  if (error.code && (databaseAway.has(error.code) || error.code.startsWith('08')))
    return refuse.unavailable('unavailable')
  if (error.statusCode && error.statusCode >= 400 && error.statusCode < 500) {
    const code = (Object.keys(statusOf) as RefusalCode[]).find((c) => statusOf[c] === error.statusCode) ?? 'invalid'
    return new Refusal(code, code === 'invalid' ? 'platform:badBody' : `platform:${code}`)
  }
  return undefined
}

// The reader of multipart bodies gives its errors no code.
const multipartBroken = /^(Multipart: |Unexpected end of multipart)/
const databaseAway = new Set(['ECONNREFUSED', 'ENOENT', 'ECONNRESET', '57P01', '57P02', '57P03'])
