import { createHash, createHmac } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { S3Place } from '#platform/settings.ts'

export interface StorageServer {
  place: S3Place
  objects: Map<string, Buffer>
  /** Requests whose signature did not fit. */
  turnedAway: string[]
  /** Like a storage that is down: whoever comes is cut off. */
  away: boolean
  close(): Promise<void>
}

const keyId = 'AKIDMORTARTEST'
const keySecret = 'a-secret-that-only-this-server-and-its-client-know'
const region = 'eu-north-1'
const bucket = '/mortar-files'

/** A bucket on this machine that lets in who signs as S3 asks (AWS Signature Version 4), and nobody else. */
export async function storageServer(): Promise<StorageServer> {
  const objects = new Map<string, Buffer>()
  const made: StorageServer = {
    place: { endpoint: '', region, keyId, keySecret },
    objects,
    turnedAway: [],
    away: false,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
  const server = createServer((request, response) => void answer(made, request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  made.place.endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}${bucket}`
  return made
}

async function answer(made: StorageServer, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (made.away) return void request.socket.destroy()
  const body = Buffer.concat(await request.toArray())
  const { pathname } = new URL(request.url!, 'http://localhost')
  if (!isSigned(request, body)) {
    made.turnedAway.push(`${request.method} ${pathname}`)
    return void response
      .writeHead(403, { 'content-type': 'application/xml' })
      .end('<Error><Code>SignatureDoesNotMatch</Code></Error>')
  }
  const name = pathname.slice(bucket.length + 1)
  if (!pathname.startsWith(bucket)) return void response.writeHead(404).end()
  if (!name) return void response.writeHead(200).end()
  if (request.method === 'PUT') made.objects.set(name, body)
  if (request.method === 'PUT') return void response.writeHead(200, { etag: `"${name}"` }).end()
  if (request.method === 'DELETE') made.objects.delete(name)
  if (request.method === 'DELETE') return void response.writeHead(204).end()
  const found = made.objects.get(name)
  if (!found) return void response.writeHead(404).end('<Error><Code>NoSuchKey</Code></Error>')
  response.writeHead(200, { 'content-length': found.length }).end(request.method === 'HEAD' ? undefined : found)
}

const sha256 = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest('hex')
const hmac = (key: Buffer | string, text: string) => createHmac('sha256', key).update(text).digest()

/** Signed anew from what was sent; only what both sides know gives the same. */
function isSigned({ method, url, headers }: IncomingMessage, body: Buffer): boolean {
  const given = /^AWS4-HMAC-SHA256 Credential=([^,]+), ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]+)$/.exec(
    headers.authorization ?? '',
  )
  const [, credential = '', names = '', signature] = given ?? []
  const [id, day = '', place = '', service = '', end] = credential.split('/')
  if (id !== keyId || place !== region || service !== 's3' || end !== 'aws4_request') return false
  if (!names.split(';').includes('host') || !names.split(';').includes('x-amz-content-sha256')) return false

  const said = String(headers['x-amz-content-sha256'])
  if (said !== 'UNSIGNED-PAYLOAD' && said !== sha256(body)) return false
  const { pathname, searchParams } = new URL(url!, 'http://localhost')
  const asked = [...searchParams]
    .sort()
    .map(([key, value]) => `${encodeURIComponent(key)}=${encodeURIComponent(value)}`)
  const lines = names.split(';').map((name) => `${name}:${String(headers[name]).trim()}`)
  const canonical = [method, pathname, asked.join('&'), ...lines, '', names, said].join('\n')
  const scope = `${day}/${region}/s3/aws4_request`
  const toSign = ['AWS4-HMAC-SHA256', headers['x-amz-date'], scope, sha256(canonical)].join('\n')
  const key = ['aws4_request'].reduce(hmac, [region, 's3'].reduce(hmac, hmac(`AWS4${keySecret}`, day)))
  return hmac(key, toSign).toString('hex') === signature
}
