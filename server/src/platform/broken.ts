import type { Socket } from 'node:net'
import type { Problem } from '@mortar/contract/common'
import { sentence } from './words.ts'

const words: Record<string, { status: number; reason: string; key: string }> = {
  HPE_HEADER_OVERFLOW: { status: 431, reason: 'Request Header Fields Too Large', key: 'headersTooLarge' },
  ERR_HTTP_REQUEST_TIMEOUT: { status: 408, reason: 'Request Timeout', key: 'tooSlow' },
}
const otherwise = { status: 400, reason: 'Bad Request', key: 'noRequest' }

/** What never became a request meets no hook and no route: its answer is written as it is. */
export function answerBroken(error: Error & { code?: string }, socket: Socket): void {
  if (!socket.writable || error.code === 'ECONNRESET') return void socket.destroy()

  const { status, reason, key } = words[error.code ?? ''] ?? otherwise
  const problem: Problem = {
    type: '/api#invalid',
    title: sentence('en', `platform:${key}`),
    status,
    code: `platform.${key}`,
  }
  const body = JSON.stringify(problem)
  const head = [
    `HTTP/1.1 ${status} ${reason}`,
    'content-type: application/problem+json',
    `content-length: ${Buffer.byteLength(body)}`,
    "content-security-policy: default-src 'none'",
    'x-content-type-options: nosniff',
    'cache-control: no-store',
    'connection: close',
  ]
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`)
}
