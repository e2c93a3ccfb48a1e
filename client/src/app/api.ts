import type { operations } from '@mortar/contract'
import type { Problem } from '@mortar/contract/common'
import type { Reply, Sent } from '@mortar/contract/operation'
import { type QueryClient, queryOptions } from '@tanstack/react-query'
import { say } from './words.ts'

/** Everything the server can be asked: `GET /communities/{community}` and so on. */
export type Asked = keyof typeof operations
export type Answer<A extends Asked> = Reply<(typeof operations)[A]>
export type Sending<A extends Asked> = Sent<(typeof operations)[A]> & Extras

interface Extras {
  /** Files travel as a form instead of a body. */
  form?: FormData
  signal?: AbortSignal
  /** Sending the same act twice with the same key does it once. */
  key?: string
}
type Loose = Extras & { params?: Record<string, unknown>; query?: Record<string, unknown>; body?: unknown }
type Arguments<A extends Asked> = object extends Sending<A> ? [sent?: Sending<A>] : [sent: Sending<A>]

/** What the server says when it refuses. `message` is a sentence that people may read as it is. */
export class ApiRefusal extends Error {
  override name = 'ApiRefusal'
  readonly status: number
  readonly code: string
  readonly fields: Readonly<Record<string, string>>
  /** What somebody else wrote in the meantime, when that is the reason. */
  readonly current: unknown

  constructor(
    status: number,
    code: string,
    message: string,
    fields: { path: string; message: string }[] = [],
    current?: unknown,
  ) {
    super(message)
    this.status = status
    this.code = code
    this.fields = Object.fromEntries(fields.map(({ path, message }) => [path, message]))
    this.current = current
  }
}

export async function api<A extends Asked>(asked: A, ...[sent]: Arguments<A>): Promise<Answer<A>> {
  const loose: Loose = sent ?? {}
  const response = await send(asked, loose)
  if (!response.ok) throw await refusalOf(response)
  // The server has checked the answer against the contract; the browser does not carry the schemas.
  return (response.status === 204 ? undefined : await response.json()) as Answer<A>
}

/** A read, for `useSuspenseQuery` and for loading ahead. Its key is the address and what was sent. */
export const query = <A extends Asked & `GET ${string}`>(asked: A, ...[sent]: Arguments<A>) =>
  queryOptions({
    queryKey: [asked, partsOf(sent ?? {})] as const,
    queryFn: ({ signal }) => api(asked, ...([{ ...sent, signal }] as unknown as Arguments<A>)),
  })

/** After a write: whatever was read from these addresses is read again. */
export const refresh = (client: QueryClient, ...asked: (Asked & `GET ${string}`)[]) =>
  Promise.all(asked.map((address) => client.invalidateQueries({ queryKey: [address] })))

/** The address itself, for links to files and streams. */
export function href<A extends Asked>(asked: A, ...[sent]: Arguments<A>): string {
  const { params = {}, query: asking = {} }: Loose = sent ?? {}
  const path = asked.slice(asked.indexOf(' ') + 1).replace(/\{(\w+)\}/g, (_, name: string) => {
    return encodeURIComponent(String(params[name]))
  })
  const search = searchOf(asking)
  return `/api${path}${search && `?${search}`}`
}

async function send(asked: Asked, sent: Loose): Promise<Response> {
  const method = asked.slice(0, asked.indexOf(' '))
  const headers: Record<string, string> = { accept: 'application/json' }
  if (sent.body !== undefined) headers['content-type'] = 'application/json'
  if (method !== 'GET') headers['idempotency-key'] = sent.key ?? actKey()
  try {
    return await fetch(href(asked, ...([sent] as unknown as Arguments<typeof asked>)), {
      method,
      headers,
      credentials: 'same-origin',
      body: sent.form ?? (sent.body === undefined ? null : JSON.stringify(sent.body)),
      ...(sent.signal && { signal: sent.signal }),
    })
  } catch (error) {
    if (sent.signal?.aborted) throw error
    throw new ApiRefusal(0, 'network', say('app:failure.network'))
  }
}

async function refusalOf(response: Response): Promise<ApiRefusal> {
  const problem: Partial<Problem> = await response.json().catch(() => ({}))
  const sentence = problem.detail ?? problem.title ?? say('app:failure.server')
  return new ApiRefusal(response.status, problem.code ?? 'unknown', sentence, problem.fields, problem.current)
}

const partsOf = ({ params, query: asking }: Loose) => ({ ...(params && { params }), ...(asking && { query: asking }) })

function searchOf(asking: Record<string, unknown>): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(asking)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null && one !== '') search.append(name, String(one))
    }
  }
  return search.toString()
}

/** Not `randomUUID`: browsers offer that on https only, and Mortar may run on a plain inner network. */
export const actKey = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
