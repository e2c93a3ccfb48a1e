import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import helmet from 'helmet'

declare module 'fastify' {
  interface FastifyRequest {
    nonce: string
  }
}

interface Guarded {
  baseUrl: string
  filesHost?: string | undefined
}

const nonceHere = '{{nonce}}'

/** Headers that let nobody embed, sniff or run an answer. A page's own styles carry a nonce, used once; what is no page has none. */
export function guardHeaders(app: FastifyInstance, options: Guarded): void {
  const plain = headersOf(options, ["'self'"])
  const { 'content-security-policy': policy, ...others } = headersOf(options, ["'self'", `'nonce-${nonceHere}'`])
  app.decorateRequest('nonce', '')
  app.addHook('onRequest', (request, reply, done) => {
    if (isPage(request)) {
      request.nonce = randomBytes(16).toString('base64')
      reply.headers(others).header('content-security-policy', policy!.replace(nonceHere, request.nonce))
    } else reply.headers(plain)
    done()
  })
}

const isPage = ({ url }: FastifyRequest) => !url.startsWith('/api/') && !url.startsWith('/assets/')

/** What helmet sets for every answer alike, found out once. */
function headersOf({ baseUrl, filesHost }: Guarded, styleSrc: string[]): Record<string, string> {
  const headers: Record<string, string> = {}
  const response = {
    setHeader: (name: string, value: string) => void (headers[name.toLowerCase()] = value),
    removeHeader: () => {},
  }
  const set = helmet({
    contentSecurityPolicy: { useDefaults: false, directives: directivesFor(filesHost, styleSrc) },
    strictTransportSecurity: baseUrl.startsWith('https:'),
    referrerPolicy: { policy: 'same-origin' },
    frameguard: { action: 'deny' },
    crossOriginEmbedderPolicy: false,
  })
  set({} as IncomingMessage, response as unknown as ServerResponse, (error?: unknown) => {
    if (error) throw error
  })
  return headers
}

const directivesFor = (filesHost: string | undefined, styleSrc: string[]) => ({
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc,
  imgSrc: ["'self'", 'data:', 'blob:', ...(filesHost ? [filesHost] : [])],
  fontSrc: ["'self'"],
  connectSrc: ["'self'"],
  manifestSrc: ["'self'"],
  workerSrc: ["'self'"],
  formAction: ["'self'"],
  baseUri: ["'none'"],
  frameAncestors: ["'none'"],
})
