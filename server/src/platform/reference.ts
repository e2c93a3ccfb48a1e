import type { FastifyInstance } from 'fastify'
import type { Endpoint } from './endpoint.ts'
import { openapi } from './openapi.ts'

/** The API described for programs (`/api/openapi.json`) and for people (`/api`). */
export function serveReference(app: FastifyInstance, endpoints: Endpoint[], version: string) {
  // Made when somebody asks for it: it takes as long as all the rest of a start.
  let made: { document: Document; json: string } | undefined
  const reference = () => {
    if (made) return made
    const document = openapi(endpoints, version)
    return (made = { document: document as unknown as Document, json: JSON.stringify(document) })
  }
  app.get('/api/openapi.json', async (_, reply) => reply.type('application/json').send(reference().json))
  app.get('/api', async (request, reply) =>
    reply.type('text/html; charset=utf-8').send(page(reference().document, request.nonce)),
  )
}

interface Described {
  summary: string
  tags: string[]
  'x-scope': string
  parameters: { name: string; in: string; required: boolean; schema: Schema }[]
  requestBody?: { content: Record<string, { schema: Schema }> }
  responses: Record<string, { content?: Record<string, { schema?: Schema }> }>
}
interface Document {
  info: { version: string }
  tags: { name: string }[]
  paths: Record<string, Record<string, Described>>
}
interface Schema {
  [key: string]: unknown
}

function page({ info, tags, paths }: Document, nonce: string): string {
  const all = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  )
  const sections = tags.map(
    ({ name }) =>
      `<section id="${name}"><h2>${name}</h2>${all
        .filter(({ operation }) => operation.tags[0] === name)
        .map(entry)
        .join('')}</section>`,
  )
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Mortar API</title><style nonce="${nonce}">${style}</style></head><body><main><h1>Mortar API <small>${escape(info.version)}</small></h1>
<p>Every page of Mortar uses this API. Sign in and call it from the browser, or make a personal token in your settings and send it as
<code>Authorization: Bearer …</code>. Addresses below start with <code>/api</code>. Refusals are
<code>application/problem+json</code> with a sentence in your language; lists are read page by page by handing back <code>next</code> as
<code>after</code>; send an <code>Idempotency-Key</code> with a write to repeat it safely. The same for programs:
<a href="/api/openapi.json">openapi.json</a>.</p>
<nav aria-label="Capabilities">${tags.map(({ name }) => `<a href="#${name}">${name}</a>`).join(' · ')}</nav>${sections.join('')}</main></body></html>`
}

const entry = ({ path, method, operation }: { path: string; method: string; operation: Described }) =>
  `<details><summary><code><b>${method}</b> ${escape(path)}</code> ${escape(operation.summary)} <em>${operation['x-scope']}</em></summary>
${operation.parameters.length > 0 ? `<h3>Parameters</h3><ul>${operation.parameters.map(parameter).join('')}</ul>` : ''}
${block('Body', Object.values(operation.requestBody?.content ?? {})[0]?.schema)}
${block('Answer', Object.values(Object.values(operation.responses)[0]?.content ?? {})[0]?.schema)}</details>`

const parameter = ({ name, in: place, required, schema }: Described['parameters'][number]) =>
  `<li><code>${escape(name)}</code> in ${place}${required ? ', required' : ''}: <code>${escape(JSON.stringify(schema))}</code></li>`

const block = (title: string, schema: Schema | undefined) =>
  schema ? `<h3>${title}</h3><pre tabindex="0">${escape(JSON.stringify(schema, null, 2))}</pre>` : ''

const escape = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

const style = `:root{color-scheme:light dark;--page:#FAF8F5;--ink:#24201C;--soft:#5E554B;--line:#DDD5C9;--brick:#A23E26}
@media (prefers-color-scheme:dark){:root{--page:#171412;--ink:#F0EBE4;--soft:#B5A99B;--line:#3A342E;--brick:#E8886D}}
body{background:var(--page);color:var(--ink);font:16px/26px 'Source Sans 3 Variable',sans-serif;margin:0}main{max-width:960px;margin:0 auto;padding:32px 16px}
h1,h2,h3{line-height:1.2}h3{font-size:14px;color:var(--soft)}small,em{color:var(--soft);font-style:normal;font-weight:400}a{color:var(--brick)}
details{border-top:1px solid var(--line);padding:8px 0}summary{cursor:pointer}pre{overflow:auto;font-size:13px;line-height:18px;max-height:480px}`
