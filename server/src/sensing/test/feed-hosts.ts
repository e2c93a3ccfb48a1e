import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createGzip } from 'node:zlib'
import { afterAll } from 'vitest'

export interface Host {
  address: string
  /** How often each path was asked for, with what was said of the copy at hand. */
  asked: { path: string; etag: string | undefined; since: string | undefined }[]
  /** Bytes that left this host. */
  sent: () => number
}

const item = (n: number, title = `Entry ${n}`) =>
  `<item><guid isPermaLink="false">g${n}</guid><link>https://news.example.org/${n}?utm_source=rss</link>
   <title>${title}</title><description>&lt;p&gt;About &lt;b&gt;${n}&lt;/b&gt;&lt;/p&gt;</description></item>`

export const rss = (...items: string[]) =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>Rehab news</title><link>https://news.example.org/</link>
   <description>x</description><ttl>240</ttl>${items.join('')}</channel></rss>`
export const entry = item

type Answers = Record<string, (request: IncomingMessage, response: ServerResponse) => void>

/** A host on this machine, with paths that behave as hosts out there do. */
export async function feedHost(more: Answers = {}): Promise<Host> {
  const asked: Host['asked'] = []
  let sent = 0
  const answers: Answers = { ...usual, ...more }
  const server: Server = createServer((request, response) => {
    const path = request.url ?? '/'
    asked.push({ path, etag: request.headers['if-none-match'], since: request.headers['if-modified-since'] })
    response.on('close', () => (sent += response.socket?.bytesWritten ?? 0))
    response.on('error', () => {})
    const answer = answers[path.split('?')[0]!]
    if (answer) answer(request, response)
    else response.writeHead(404).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked, sent: () => sent }
}

const to =
  (place: string, status = 302) =>
  (_: IncomingMessage, response: ServerResponse) =>
    void response.writeHead(status, { location: place }).end()

const usual: Answers = {
  '/feed': (request, response) => {
    if (request.headers['if-none-match'] === '"one"') return void response.writeHead(304).end()
    response.writeHead(200, { etag: '"one"', 'cache-control': 'max-age=10800' }).end(rss(item(1), item(2)))
  },
  '/endless': (_, response) => {
    const piece = Buffer.alloc(65_536, ' ')
    const more = () => {
      while (!response.destroyed && response.write(piece));
    }
    response.writeHead(200).on('drain', more)
    more()
  },
  '/claims': (_, response) => void response.writeHead(200, { 'content-length': '2147483648' }).flushHeaders(),
  '/bomb': (_, response) => {
    const gzip = createGzip({ level: 9 })
    response.writeHead(200, { 'content-encoding': 'gzip' })
    gzip.on('error', () => {})
    gzip.pipe(response)
    const zeros = Buffer.alloc(1_000_000)
    for (let megabyte = 0; megabyte < 60; megabyte += 1) gzip.write(zeros)
    gzip.end()
  },
  '/damaged': (_, response) => void response.writeHead(200, { 'content-encoding': 'gzip' }).end('this is not packed'),
  '/odd': (_, response) => void response.writeHead(200, { 'content-encoding': 'gzip, gzip' }).end('x'),
  '/drip': (_, response) => {
    response.writeHead(200)
    const drip = setInterval(() => response.write('<'), 20)
    response.on('close', () => clearInterval(drip))
  },
  '/silent': () => {},
  '/round': to('/round/two'),
  '/round/two': to('/round'),
  '/far': (request, response) => to(`/far?${Number((request.url ?? '').split('?')[1] ?? 0) + 1}`)(request, response),
  '/inside': to('http://169.254.169.254/latest/meta-data/'),
  '/file': to('file:///etc/passwd'),
  '/moved': to('/feed', 301),
  '/gone': (_, response) => void response.writeHead(410).end(),
  '/often': (_, response) => void response.writeHead(429, { 'retry-after': '7200' }).end(),
  '/trouble': (_, response) => void response.writeHead(503).end(),
  '/page': (_, response) => void response.end('<!doctype html><title>No feed</title><p>Hello'),
  '/entities': (_, response) =>
    void response.end(
      `<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;&lol;&lol;">]>${rss(item(1, '&lol2;'))}`,
    ),
  '/deep': (_, response) => void response.end(`<rss version="2.0"><channel>${'<a>'.repeat(300_000)}`),
  '/latin': (_, response) =>
    void response
      .writeHead(200, { 'content-type': 'application/rss+xml; charset=iso-8859-1' })
      .end(Buffer.from(rss(item(1, 'Kävely')), 'latin1')),
}
