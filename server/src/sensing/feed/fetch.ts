import { lookup as resolve } from 'node:dns/promises'
import { type IncomingHttpHeaders, type IncomingMessage, request as plainRequest } from 'node:http'
import { request as safeRequest } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import type { Readable } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { hostOf, isPublic } from './address.ts'
import { maxAgeOf, retryAfterOf } from './pace.ts'

export interface Limits {
  /** Bytes, as they arrive and again when unpacked. */
  bytes: number
  /** Milliseconds for the whole of it, all redirects included. */
  time: number
  redirects: number
}
export const usualLimits: Limits = { bytes: 4_000_000, time: 20_000, redirects: 5 }

export interface Known {
  url: string
  etag: string | null
  lastModified: string | null
}

export interface Rules {
  limits?: Limits
  /** Hosts of one's own network that feeds may come from all the same. */
  ownHosts?: readonly string[]
}

/** Why a feed could not be read; each has its sentence in the catalogue. */
export type Trouble =
  | 'notFoundThere'
  | 'tooLarge'
  | 'tooSlow'
  | 'tooManyRedirects'
  | 'redirectLoop'
  | 'ownNetwork'
  | 'noSuchHost'
  | 'notReached'
  | 'refusedThere'
  | 'troubleThere'
  | 'tooOften'
  | 'packedOddly'
  | 'notAFeed'

export type Fetched =
  | {
      kind: 'read'
      text: string
      etag: string | null
      lastModified: string | null
      maxAge: number | null
      movedTo: string | null
    }
  | { kind: 'unchanged'; maxAge: number | null }
  | { kind: 'gone' }
  | { kind: 'failed'; trouble: Trouble; retryAfter: number | null }

class Stopped extends Error {
  readonly trouble: Trouble
  readonly retryAfter: number | null
  constructor(trouble: Trouble, retryAfter: number | null = null) {
    super(trouble)
    this.trouble = trouble
    this.retryAfter = retryAfter
  }
}

/** Fetches a feed politely, and from public places only; whatever its host does, this comes to an end. */
export async function fetchFeed(known: Known, { limits = usualLimits, ownHosts = [] }: Rules = {}): Promise<Fetched> {
  const end = new AbortController()
  const late = setTimeout(() => end.abort(new Stopped('tooSlow')), limits.time)
  try {
    return await Promise.race([follow(known, limits, ownHosts, end.signal), aborted(end.signal)])
  } catch (error) {
    if (end.signal.aborted) return { kind: 'failed', trouble: 'tooSlow', retryAfter: null }
    if (error instanceof Stopped) return { kind: 'failed', trouble: error.trouble, retryAfter: error.retryAfter }
    return { kind: 'failed', trouble: troubleOf(error), retryAfter: null }
  } finally {
    clearTimeout(late)
    end.abort()
  }
}

const aborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true }))

const troubleOf = (error: unknown): Trouble => {
  const code = String((error as { code?: unknown }).code ?? '')
  if (['ENOTFOUND', 'EAI_AGAIN', 'ENODATA'].includes(code)) return 'noSuchHost'
  return code.startsWith('Z_') || (code.startsWith('ERR_') && code.includes('BROTLI')) ? 'packedOddly' : 'notReached'
}

async function follow(
  known: Known,
  limits: Limits,
  ownHosts: readonly string[],
  signal: AbortSignal,
): Promise<Fetched> {
  const been = new Set<string>()
  let url = new URL(known.url)
  let forGood = true
  for (let hop = 0; hop <= limits.redirects; hop += 1) {
    been.add(url.href)
    // What is known of the feed is told to nobody but the place that told it.
    const conditions = hop === 0 ? known : { ...known, etag: null, lastModified: null }
    const response = await ask(url, conditions, ownHosts, signal)
    const status = response.statusCode ?? 0
    if (status < 300 || status === 304 || status >= 400)
      return await answerOf(response, limits, signal, forGood && hop > 0 ? url.href : null)

    const to = response.headers.location
    response.destroy()
    if (!to || !URL.canParse(to, url)) throw new Stopped('troubleThere')
    forGood &&= status === 301 || status === 308
    url = new URL(to, url)
    url.hash = ''
    if (been.has(url.href)) throw new Stopped('redirectLoop')
  }
  throw new Stopped('tooManyRedirects')
}

/** Every address of the host is looked at, and only those that were looked at are connected to: a name cannot change between. */
async function addressesOf(url: URL, ownHosts: readonly string[]) {
  const host = hostOf(url)
  if (!/^https?:$/.test(url.protocol) || url.username || url.password) throw new Stopped('ownNetwork')
  const family = isIP(host)
  const found = family ? [{ address: host, family }] : await resolve(host, { all: true, verbatim: true })
  const own = ownHosts.includes(host)
  if (found.length === 0) throw new Stopped('noSuchHost')
  if (!own && !found.every(({ address }) => isPublic(address))) throw new Stopped('ownNetwork')
  return found
}

async function ask(url: URL, known: Known, ownHosts: readonly string[], signal: AbortSignal): Promise<IncomingMessage> {
  const addresses = await addressesOf(url, ownHosts)
  const lookup: LookupFunction = (_, options, found) => {
    if (options.all) found(null, addresses)
    else found(null, addresses[0]!.address, addresses[0]!.family)
  }
  const headers = {
    'user-agent': 'Mortar (reads feeds for communities of practice)',
    accept: 'application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.8, */*;q=0.5',
    'accept-encoding': 'gzip',
    ...(known.etag && { 'if-none-match': known.etag }),
    ...(known.lastModified && { 'if-modified-since': known.lastModified }),
  }
  return new Promise((resolved, reject) => {
    const send = url.protocol === 'https:' ? safeRequest : plainRequest
    send(url, { headers, lookup, agent: false, signal, maxHeaderSize: 32_768 })
      .on('response', resolved)
      .on('error', reject)
      .end()
  })
}

async function answerOf(
  response: IncomingMessage,
  limits: Limits,
  signal: AbortSignal,
  movedTo: string | null,
): Promise<Fetched> {
  const { statusCode: status = 0, headers } = response
  if (status === 200) {
    const text = await textOf(response, limits, signal)
    return {
      kind: 'read',
      text,
      etag: short(headers.etag, 1000),
      lastModified: short(headers['last-modified'], 200),
      maxAge: maxAgeOf(headers['cache-control']),
      movedTo,
    }
  }
  response.destroy()
  if (status === 304) return { kind: 'unchanged', maxAge: maxAgeOf(headers['cache-control']) }
  if (status === 410) return { kind: 'gone' }
  throw new Stopped(byStatus(status), retryAfterOf(headers['retry-after'], new Date()))
}

const byStatus = (status: number): Trouble => {
  if (status === 404) return 'notFoundThere'
  if (status === 429) return 'tooOften'
  return status >= 400 && status < 500 ? 'refusedThere' : 'troubleThere'
}

const short = (value: string | undefined, most: number) => (value && value.length <= most ? value : null)

const unpackers = { gzip: createGunzip, 'x-gzip': createGunzip, deflate: createInflate, br: createBrotliDecompress }

/** The whole of it as text, unless it is more than allowed, packed or unpacked. */
async function textOf(response: IncomingMessage, limits: Limits, signal: AbortSignal): Promise<string> {
  if (Number(response.headers['content-length'] ?? 0) > limits.bytes) {
    response.destroy()
    throw new Stopped('tooLarge')
  }
  const packed = response.headers['content-encoding']?.trim().toLowerCase()
  const unpack = unpackers[packed as keyof typeof unpackers]
  if (packed && packed !== 'identity' && !unpack) {
    response.destroy()
    throw new Stopped('packedOddly')
  }
  let arrived = 0
  response.on('data', (bytes: Buffer) => {
    arrived += bytes.length
    if (arrived > limits.bytes) response.destroy(new Stopped('tooLarge'))
  })
  const stream: Readable = unpack ? response.pipe(unpack()) : response
  if (stream !== response) response.on('error', (error) => stream.destroy(error))
  try {
    return decoded(await gathered(stream, limits.bytes), response.headers)
  } finally {
    response.destroy()
    stream.destroy()
    signal.throwIfAborted()
  }
}

async function gathered(stream: Readable, most: number): Promise<Buffer> {
  const pieces: Buffer[] = []
  let size = 0
  for await (const piece of stream as AsyncIterable<Buffer>) {
    size += piece.length
    if (size > most) throw new Stopped('tooLarge')
    pieces.push(piece)
  }
  return Buffer.concat(pieces)
}

/** By the charset of the reply, else by what the text says of itself, else UTF-8. */
function decoded(bytes: Buffer, headers: IncomingHttpHeaders): string {
  const said = /charset\s*=\s*"?([\w-]+)/i.exec(headers['content-type'] ?? '')?.[1]
  const inside = /^[^>]*\bencoding\s*=\s*["']([\w-]+)/.exec(bytes.subarray(0, 200).toString('latin1'))?.[1]
  try {
    return new TextDecoder(said ?? inside ?? 'utf-8').decode(bytes)
  } catch {
    return new TextDecoder().decode(bytes)
  }
}
